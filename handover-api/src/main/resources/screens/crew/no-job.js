// @ts-check
/** Without a job: sign on, availability, and what the last job ended as. */
import { html, nothing } from 'lit-html';
import { shortClock, spoken } from '../shared/format.js';
import { play, wakeSound } from '../shared/sound.js';
import { CAPABILITIES, UNAVAILABLE_REASONS, UNIT_KINDS } from '../shared/words.js';
import { becameButton } from './became.js';
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
    ${now.unit ? html`<p class="muted">Base ${now.unit.base}. Shift ends ${shortClock(now.unit.shiftEndsAt)}.${breakInWords(now.unit)}</p>` : nothing}
  </section>
  ${now.unit && !now.unavailable ? standbyView(now.unit) : nothing}`;
}

/** @param {any} unit */
function breakInWords({ rest, duty }) {
  if (duty.breakTakenAt) {
    return ` Break begun ${shortClock(duty.breakTakenAt)}.`;
  }
  return rest ? ` Break of ${rest.minutes} min between ${shortClock(rest.from)} and ${shortClock(rest.until)}.` : '';
}

/** Where the desk has asked the crew to wait. @param {any} unit */
function standbyView({ duty, base }) {
  const { posting } = duty;
  return posting
    ? html`<section class="card" id="standby" data-station=${posting.station} aria-labelledby="standby-title">
        <h2 id="standby-title">Stand by at ${posting.station}</h2>
        <p>${posting.station === base ? 'Your base.' : `The desk asks you to wait there, so that more patients can be reached in time. Your base is ${base}.`}
          Told ${shortClock(posting.at)}. Drive there without blue lights; you stay available on the way.</p>
      </section>`
    : nothing;
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
    ${becameButton()}
  </div>
  ${asking && !now.unavailable ? html`<section class="card" aria-label="Reason"><h3>Why</h3><div class="one-of" id="why-unavailable">
    ${Object.entries(UNAVAILABLE_REASONS).map(([code, words]) => html`<button type="button" data-code=${code} @click=${() => stop(code)}>${words}</button>`)}</div></section>` : nothing}`;
}

/** What a crew is told, calmly and in full, when it is taken off a job. @type {Record<string, string>} */
const STOOD_DOWN = {
  MORE_URGENT_CALL: 'A more urgent patient needs you. This patient waits again, and the desk finds another crew.',
  BETTER_UNIT: 'Another crew can be there sooner or suits better, and takes this patient over from you.',
  NOT_NEEDED: 'Help is not needed there any more.',
  NO_ANSWER: 'The desk had no answer from you. Speak to it by voice if the tablet has no link.',
  VEHICLE: 'The desk has put down your vehicle as the reason.',
  SAFETY: 'The desk has put down your safety as the reason.',
  NOT_SUITED: 'The desk has found that skills or equipment do not fit.',
};

/** Shown until it is seen, on whatever page the crew is. @param {boolean} onAnother whether another job has come at once */
export function endedView(onAnother = false) {
  const why = STOOD_DOWN[state.ended?.reason ?? ''] ?? '';
  return state.ended
    ? html`<p class="banner ${onAnother ? '' : 'bad'}" id="ended" data-reason=${state.ended.reason ?? ''} role="alert"><b>Job ${state.ended.incident} has ended.</b>
        <span>The desk has stood you down. ${why}${onAnother ? ' Your new job is below.' : ''}</span>
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
    : html`${endedView()} ${now.shiftWaiting ? html`<p class="note">Signed off ${waitingMark(true)}</p>` : nothing} ${signOnView()}
      <div class="choices">${becameButton()}</div>`;
}
