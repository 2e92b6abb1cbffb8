// @ts-check
/** What the practice knows of the home: beside the decision, and no part of it. */
import { html, nothing } from 'lit-html';
import { hasReturnNote, returnNoteView } from '../shared/return-home.js';
import { state } from './store.js';
import { serviceName } from './words.js';

/** @param {import('./care.js').Care} care */
export function wayHomeView({ entry }) {
  return hasReturnNote(entry)
    ? html`<section class="card" id="way-home" aria-labelledby="way-home-title"><h2 id="way-home-title">For the way home</h2>
        ${returnNoteView(entry)}
        <p class="hint">From ${entry.practice ? serviceName(entry.practice, state.reference) : 'the practice'}. It does not change where care happens.</p></section>`
    : nothing;
}
