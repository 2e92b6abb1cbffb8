// @ts-check
/** Patients whom this service has accepted: accepted is not seen. */
import { html } from 'lit-html';
import { act, fateView, isBusy } from '../care/acts.js';
import { isLate, leftWords, nameOf } from '../care/patient.js';
import { keyOf } from '../care/state.js';
import { dayAndClock } from '../shared/history.js';
import { headView, moreView } from './person.js';

/** @param {import('./own.js').Own} own @param {boolean} attended */
function report({ entry, referral }, attended) {
  return act('ReportAttendance', { patient: entry.care.id, referral: referral.number, attended },
    attended ? `Report that ${nameOf(entry)} has been seen` : `Report that the visit to ${nameOf(entry)} did not happen`);
}

/** @param {import('./own.js').Own} own */
export function acceptedView(own) {
  const { entry, referral } = own;
  const key = keyOf(entry.care.id);
  const missed = referral.state === 'NOT_ATTENDED';
  const late = missed || isLate(referral.dueAt);
  return html`<article class="card ${late ? 'late' : ''}" data-patient=${key}>
    <p class="due ${late ? 'late-word' : ''}">${missed
      ? html`<b>Visit did not happen.</b> The hub has been told; say so if somebody has been there after all.`
      : html`<b class="num">${leftWords(referral.dueAt)}</b>, to be seen by ${dayAndClock(referral.dueAt)}`}</p>
    ${headView(entry)}
    <div class="buttons" role="group" aria-label="Visit">
      <button type="button" class="primary" ?disabled=${isBusy(key)} @click=${() => report(own, true)}>Seen</button>
      ${missed ? '' : html`<button type="button" ?disabled=${isBusy(key)} @click=${() => report(own, false)}>Visit did not happen</button>`}
    </div>
    ${fateView(key)}
    ${moreView(entry)}
  </article>`;
}

/** @param {import('./own.js').Own} own */
export function attendedView({ entry }) {
  return html`<li>${nameOf(entry)}: seen by you</li>`;
}
