// @ts-check
/** Without a job: sign on, availability, and what the last job ended as. */
import { html, nothing } from 'lit-html';
import { shortClock, spoken } from '../shared/format.js';
import { play, wakeSound } from '../shared/sound.js';
import { CAPABILITIES, UNAVAILABLE_REASONS, UNIT_KINDS } from '../shared/words.js';
import { give } from './outbox.js';
import { waitingMark } from './parts.js';
import { changed, secondsSince, state } from './store.js';

const SHIFT_HOURS = ['8', '10', '12'];
const SHIFT_HOURS_USUAL = '12';

let hours = SHIFT_HOURS_USUAL;
let asking = false;

function fleetUnit() {
  return state.reference?.fleet.find((/** @type {any} */ it) => it.unit === state.unit);
}

/** @param {any} planned */
async function signOn(planned) {
  await wakeSound();
  play('test');
  const endsAt = new Date(Date.now() + Number(hours) * 3_600_000).toISOString();
  await give('SignOnUnit', {
    unit: state.unit,
    shift: { kind: planned.kind, capabilities: planned.capabilities, base: planned.base, endsAt },
  }, `Sign on ${state.unit}`);
}

function signOnView() {
  const planned = fleetUnit();
  if (!planned) {
    return html`<section class="card"><h2>${state.unit} is not in the fleet of this area</h2>
      <p>The desk can sign it on. Call the desk by voice.</p></section>`;
  }
  return html`<section class="card" aria-labelledby="shift-title">
    <h2 id="shift-title">Start of shift</h2>
    <dl class="facts"><dt>Call sign</dt><dd>${state.unit}</dd>
      <dt>Kind</dt><dd>${UNIT_KINDS[planned.kind] ?? planned.kind}</dd>
      <dt>Can do</dt><dd>${planned.capabilities.map((/** @type {string} */ it) => CAPABILITIES[it] ?? it).join(', ')}</dd>
      <dt>Base</dt><dd>${planned.base}</dd></dl>
    <h3>Length of the shift</h3>
    <div class="one-of" role="group" aria-label="Length of the shift">${SHIFT_HOURS.map((each) => html`<button type="button" aria-pressed=${each === hours}
      @click=${() => {
        hours = each;
        changed();
      }}>${each} hours</button>`)}</div>
    <p class="hint">Signing on plays a test sound: new jobs sound until you acknowledge them.</p>
    <button type="button" class="big primary" id="sign-on" @click=${() => signOn(planned)}>Sign on</button>
  </section>`;
}

/** @param {import('./situation.js').Situation} now */
function statusView(now) {
  const since = now.unit?.since;
  return html`<section class="card status ${now.unavailable ? 'off' : 'on'}" aria-labelledby="status-title">
    <h2 id="status-title" data-status=${now.unavailable ? 'unavailable' : 'available'}>${now.unavailable ? `Not available: ${UNAVAILABLE_REASONS[now.unavailable] ?? now.unavailable}` : 'Available'}</h2>
    <p>${waitingMark(now.availabilityWaiting || now.shiftWaiting)} ${since && !now.availabilityWaiting && secondsSince(since) >= 60 ? html`<span class="muted">for ${spoken(Math.floor(secondsSince(since) / 60) * 60)}</span>` : nothing}</p>
    ${now.unit ? html`<p class="muted">${now.unit.base}. Shift ends ${shortClock(now.unit.shiftEndsAt)}.</p>` : nothing}
  </section>`;
}

/** @param {string} reason */
function stop(reason) {
  asking = false;
  give('MakeUnitUnavailable', { unit: state.unit, reason }, `Not available: ${UNAVAILABLE_REASONS[reason]}`);
}

/** @param {import('./situation.js').Situation} now */
function actionsView(now) {
  return html`<div class="choices">
    ${now.unavailable
      ? html`<button type="button" class="big primary" id="available" @click=${() => give('MakeUnitAvailable', { unit: state.unit }, 'Available')}>Available</button>`
      : html`<button type="button" class="big" id="unavailable" aria-expanded=${asking} @click=${() => {
          asking = !asking;
          changed();
        }}>Not available</button>`}
    <button type="button" class="big" id="sign-off" @click=${() => give('SignOffUnit', { unit: state.unit }, `Sign off ${state.unit}`)}>Sign off</button>
  </div>
  ${asking && !now.unavailable ? html`<section class="card" aria-label="Reason"><h3>Why</h3><div class="one-of" id="why-unavailable">
    ${Object.entries(UNAVAILABLE_REASONS).map(([code, words]) => html`<button type="button" data-code=${code} @click=${() => stop(code)}>${words}</button>`)}</div></section>` : nothing}`;
}

function endedView() {
  return state.ended
    ? html`<p class="banner bad" id="ended" role="alert"><b>Job ${state.ended} has ended.</b> The desk has stood you down.
        <button type="button" @click=${() => {
          state.ended = undefined;
          changed();
        }}>Seen</button></p>`
    : nothing;
}

/** @param {import('./situation.js').Situation} now */
export function noJobPage(now) {
  return now.onShift
    ? html`${endedView()} ${statusView(now)} ${actionsView(now)}`
    : html`${endedView()} ${now.shiftWaiting ? html`<p class="note">Signed off ${waitingMark(true)}</p>` : nothing} ${signOnView()}`;
}
