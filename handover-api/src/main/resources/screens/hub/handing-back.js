// @ts-check
/** The way back to a practice where it has got stuck: answer, redirect, or pass on by hand. */
import { html, nothing } from 'lit-html';
import { isBusy } from '../care/acts.js';
import { formView, opener } from '../care/form.js';
import { nameOf } from '../care/patient.js';
import { keyOf, named, state } from '../care/state.js';
import { give, optionsOf } from './giving.js';
import { printLink } from './messages.js';

/** Who acts for a practice that is closed. @returns {Record<string, string>} */
function standIns() {
  return Object.fromEntries((state.reference?.services ?? [])
    .filter((/** @type {any} */ it) => it.needs?.includes('OUT_OF_HOURS_GP'))
    .map((/** @type {any} */ it) => [it.service, it.name]));
}

/** @param {any} handover */
function hasEnded(handover) {
  return ['ACCEPTED', 'BY_HAND', 'KEPT'].includes(handover.state) || (handover.state === 'RECEIVED' && handover.terms.kind === 'FOR_INFORMATION');
}

/** @param {any} entry */
export function backView(entry) {
  const handover = entry.care.arrangements.handover;
  if (!handover || hasEnded(handover)) {
    return nothing;
  }
  const patient = entry.care.id;
  const key = keyOf(patient);
  const busy = isBusy(key);
  const author = state.session.user;
  const [answerId, redirectId, handId] = ['answer', 'redirect', 'hand'].map((it) => `${it} ${key}`);
  const queried = handover.state === 'QUERIED';
  return html`<div class="buttons" role="group" aria-label="Handover to the practice">
      ${queried ? opener(answerId, 'Answer the practice', { primary: true, disabled: busy }) : nothing}
      ${opener(redirectId, 'Send to another practice', { disabled: busy })}
      ${opener(handId, 'Handed over by hand', { disabled: busy })}
      ${printLink(patient)}
    </div>
    ${queried
      ? formView({
          id: answerId, title: 'The letter goes out again with your answer', button: 'Send the answer',
          fields: [{ name: 'summary', label: 'Answer', kind: 'text', required: 'Write the answer.' }],
          send: ({ summary }) => void give('AnswerPractice', { patient, words: { summary, author } }, `Answer ${named(handover.terms.practice)} about ${nameOf(entry)}`),
        })
      : nothing}
    ${formView({
      id: redirectId, title: 'Which practice has the patient?', button: 'Send there',
      fields: [{ name: 'practice', label: 'Practice', kind: 'choice', options: { ...optionsOf('PRACTICE'), ...standIns() }, begin: entry.practice ?? '', required: 'Choose a practice.' }],
      send: ({ practice }) => void give('RedirectHandover', { patient, practice }, `Handover of ${nameOf(entry)} to ${named(practice)}`),
    })}
    ${formView({
      id: handId, title: 'You have passed the patient on yourself; this ends the handover', button: 'Record it', warns: true,
      fields: [{ name: 'summary', label: 'To whom, how, what was agreed', kind: 'text', required: 'Say to whom and how.' }],
      send: ({ summary }) => void give('HandOverByHand', { patient, words: { summary, author } }, `${nameOf(entry)} handed over by hand`),
    })}`;
}
