// @ts-check
/** What the practice knows of the home of a patient who is in our hands. */
import { html, nothing } from 'lit-html';
import { act, fateView, isBusy } from '../care/acts.js';
import { closeForm, formView, isOpen, opener } from '../care/form.js';
import { nameOf } from '../care/patient.js';
import { keyOf } from '../care/state.js';
import { hasReturnNote, returnNoteView } from '../shared/return-home.js';

/** @param {any} entry */
export function returnHomeView(entry) {
  const key = keyOf(entry.care.id);
  const form = `return-home ${key}`;
  const noted = hasReturnNote(entry);
  return html`<div class="return-home">
    ${noted ? html`<b>For the way home</b>${returnNoteView(entry)}` : nothing}
    ${isOpen(form) ? nothing : opener(form, noted ? 'Write it anew' : 'Help with the way home', { disabled: isBusy(key) })}
    ${formView({
      id: form, title: 'Crew, hub and hospital read it. It does not change where care happens.', button: 'Put it down',
      fields: [{
        name: 'summary', label: 'What helps the patient to come home', kind: 'text',
        hint: 'Who visits and when, what is there, who has a key, whom to call. Not the code of a key safe.',
        begin: entry.returnHome?.summary ?? '', required: 'Say what helps.',
      }],
      send: async ({ summary }) => {
        if (await act('NoteReturnHome', { patient: entry.care.id, words: { summary } }, `Way home of ${nameOf(entry)}`)) {
          closeForm(form);
        }
      },
    })}
    ${fateView(key)}</div>`;
}
