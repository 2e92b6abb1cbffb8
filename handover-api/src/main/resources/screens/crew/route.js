// @ts-check
/** To whom the handover goes: the practice, or why there is none that can be told. */
import { html, nothing } from 'lit-html';
import { ACTION_REASONS } from '../shared/words.js';
import { state } from './store.js';
import { serviceName } from './words.js';
import { oneOf } from './parts.js';
import { proposedFollowUp } from './follow-up.js';

const PRACTICES_SHOWN_MAX = 60;

/** @type {[string, string][]} */
const ROUTES = [
  ['', 'To a practice'],
  ['UNREGISTERED', 'Has no practice'],
  ['VISITING', 'Visiting, practice elsewhere'],
  ['SHARING_REFUSED', 'Does not want it told'],
];

/** Which agreed reason goes with the row that asks; ENGINEERING DEFAULT, needs clinical approval. @type {Record<string, string>} */
const REASONS = {
  F11: 'CLINICAL_REVIEW', F12: 'CLINICAL_REVIEW', F13: 'SAFEGUARDING_FOLLOW_UP', F14: 'MEDICATION_REVIEW', F21: 'FALLS_OR_FRAILTY_REVIEW', F30: 'CLINICAL_REVIEW',
};

/** As registered, unless the crew has chosen. @param {any} it @param {import('./care.js').Care} care */
export function practiceOf(it, care) {
  return it.route ? '' : (it.practice ?? care.entry?.practice ?? '');
}

/** @param {any} it @param {import('./care.js').Care} care */
export function reasonOf(it, care) {
  return it.reason ?? REASONS[proposedFollowUp(care)?.reason.row ?? ''] ?? 'CLINICAL_REVIEW';
}

/** What becomes of it on the way that was chosen. @type {Record<string, string>} */
const MEANS = {
  UNREGISTERED: 'What is asked goes to out-of-hours care. Where nothing is asked, the record is kept and nobody is told: leave the advice in writing.',
  VISITING: 'What is asked goes to out-of-hours care. Where nothing is asked, the hub passes it on to the practice at home: say which one under what was found.',
  SHARING_REFUSED: 'Nobody is told. Only a patient with capacity can decide so: the test must be recorded under Assess.',
};

/** @param {any} it @param {import('./care.js').Care} care @param {(name: string) => (value: any) => void} write @param {boolean} asks */
export function routeView(it, care, write, asks) {
  const routes = asks ? ROUTES.filter(([code]) => code !== 'SHARING_REFUSED') : ROUTES;
  return html`<h3>Goes</h3>${oneOf('Where the handover goes', routes, it.route ?? '', write('route'))}
    ${it.route ? html`<p class="hint" id="route-means">${MEANS[it.route]}</p>` : practiceView(it, care, write('practice'))}
    ${asks
      ? html`<p class="field"><label for="reason">Reason, as agreed with practices</label>
          <select id="reason" @change=${(/** @type {any} */ event) => write('reason')(event.target.value)}>
            ${Object.entries(ACTION_REASONS).map(([code, words]) => html`<option value=${code} ?selected=${code === reasonOf(it, care)}>${words}</option>`)}
          </select></p>
          ${it.route ? nothing : html`<p class="hint">If the practice opens only after that, out-of-hours care is asked and the practice has a copy.</p>`}`
      : nothing}`;
}

/** @param {any} it @param {import('./care.js').Care} care @param {(value: string) => void} choose */
function practiceView(it, care, choose) {
  const practices = (state.reference?.services ?? []).filter((/** @type {any} */ each) => each.kind === 'PRACTICE').slice(0, PRACTICES_SHOWN_MAX);
  const value = practiceOf(it, care);
  const registered = care.entry?.practice;
  return html`<p class="field"><label for="practice">Practice</label>
    <select id="practice" @change=${(/** @type {any} */ event) => choose(event.target.value)}>
      <option value="" ?selected=${value === ''}>Not known: the hub finds it</option>
      ${value && !practices.some((/** @type {any} */ each) => each.service === value) ? html`<option value=${value} selected>${serviceName(value, state.reference)}</option>` : nothing}
      ${practices.map((/** @type {any} */ each) => html`<option value=${each.service} ?selected=${each.service === value}>${each.name}</option>`)}
    </select></p>
    ${registered ? html`<p class="hint">Registered at ${serviceName(registered, state.reference)}, as the GP record says.</p>` : html`<p class="hint">Where the patient is registered is not known here.</p>`}`;
}
