// @ts-check
/** What helps a patient to come home, in the words of the practice: never advice on where care happens. */
import { html } from 'lit-html';
import { shortClock } from './format.js';
import { person } from './history.js';

/** Whether somebody who knows the home has written. @param {any} entry */
export function hasReturnNote(entry) {
  return entry?.care.who?.returnHome !== undefined;
}

/** The words, who has written them and when. @param {any} entry with such a note */
export function returnNoteView(entry) {
  const { by, at } = entry.care.who.returnHome;
  return html`<p class="return-words">${entry.returnHome?.summary ?? 'The words cannot be read: call the practice.'}</p>
    <p class="muted">${entry.returnHome?.author ?? person(by)}, ${shortClock(at)}</p>`;
}
