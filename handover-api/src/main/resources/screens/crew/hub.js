// @ts-check
/** The crew and the hub: to ask for it, to read what it proposes, to agree or to decide otherwise. */
import { html, nothing } from 'lit-html';
import { agreementWords, takenWords } from '../shared/contact-words.js';
import { shortClock } from '../shared/format.js';
import { sawOf } from './care.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { give } from './outbox.js';
import { textField, waitingMark } from './parts.js';
import { copy, state } from './store.js';
import { serviceName } from './words.js';

/** What hub and crew have agreed, where it was said of the latest assessment. @param {import('./care.js').Care} care */
export function agreedOf(care) {
  const agreement = care.entry?.care.agreement;
  const newest = care.entry?.care.assessed?.at;
  return agreement?.state === 'AGREED' && !(newest && Date.parse(newest) > Date.parse(agreement.at)) ? agreement : undefined;
}

/** @param {number} incident @param {import('./care.js').Care} care @param {boolean} agreed @param {string} why */
function answer(incident, care, agreed, why) {
  const body = { patient: { incident, number: care.number }, agreed, ...(why && { words: { summary: why } }) };
  return give('AnswerProposal', body, `Patient ${care.number}, job ${incident}: ${agreed ? 'agreed with the hub' : 'we decide otherwise'}`, { saw: sawOf(incident, care) });
}

/** @param {number} incident @param {import('./care.js').Care} care */
function proposalView(incident, care) {
  const key = draftKey('answer', incident, state.patient);
  const it = draftOf(key, () => ({ why: '' }));
  return html`<div class="oneof">
      <button type="button" class="option" id="agree" @click=${() => answer(incident, care, true, '')}>We agree</button>
      <button type="button" class="option" id="disagree" ?disabled=${!it.why} @click=${() => answer(incident, care, false, it.why)}>We decide otherwise</button>
    </div>
    ${textField('otherwise', 'Why otherwise (your decision stands)', it.why, (/** @type {string} */ value) => changeDraft(key, (d) => { d.why = value; }))}`;
}

/** @param {number} incident @param {import('./care.js').Care} care */
export function hubView(incident, care) {
  const contact = copy.incidents.get(incident)?.contact;
  const agreement = care.entry?.care.agreement;
  const asked = contact?.hubAskedAt;
  const waits = care.ahead.AskHub !== undefined;
  return html`<section class="card" id="hub-card" aria-labelledby="hub-title">
    <h2 id="hub-title">The hub</h2>
    ${agreement ? html`<p class="chosen" id="agreement" data-agreement=${agreement.state}><b>${agreementWords(agreement, (id) => serviceName(id, state.reference))}</b></p>
      ${care.entry.agreement?.summary ? html`<p>${care.entry.agreement.summary}</p>` : nothing}` : nothing}
    ${agreement?.state === 'PROPOSED' ? proposalView(incident, care) : nothing}
    ${contact?.taken ? html`<p id="hub-taken">${takenWords(copy.incidents.get(incident))}</p>` : nothing}
    ${asked || waits
      ? html`<p class="note" role="status">${asked ? `Asked ${shortClock(asked)}; nobody has taken it yet. If it is urgent, call by voice.` : 'The question is on its way.'} ${waitingMark(waits)}</p>`
      : html`<button type="button" class="option" id="ask-hub" @click=${() => give('AskHub', { patient: { incident, number: care.number } }, `Patient ${care.number}, job ${incident}: ask the hub`)}>Ask the hub</button>`}
  </section>`;
}
