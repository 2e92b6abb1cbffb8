// @ts-check
/** The pane of booked journeys: when, whom, with what, who is proposed; and what a desk does about them. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { planReason } from '../shared/booking-words.js';
import { shortClock } from '../shared/format.js';
import { serviceName } from '../shared/services.js';
import { CLOSE_REASONS, OVERDUE } from '../shared/words.js';
import { close, perform } from './actions.js';
import { ask, choiceView, optionsOf } from './choice.js';
import { journeyInWords, needsInWords, plan, planOf, readPlan, windowInWords } from './booked.js';
import { fieldTime } from './closure-draft.js';
import { whenInWords } from './closures.js';
import { openIncidentPane, showPane } from './panes.js';
import { copy, isBookedAhead, listBooked, paintNow, state } from './store.js';
import { badge } from './symbols.js';

/** The window that is being changed. @type {{incident: number, from: string, until: string, fault: string} | undefined} */
let changing;

/** @param {number} [incident] the one to be seen */
export function showBooked(incident) {
  changing = undefined;
  showPane('booked');
  readPlan();
  paintNow('pane');
  const row = incident ? document.querySelector(`[data-booked="${incident}"] button`) : document.querySelector('#pane .booking button');
  /** @type {HTMLElement | null} */ (row ?? document.getElementById('pane'))?.focus();
}

/** @param {any} incident */
export function release(incident) {
  return perform('ReleaseBooking', { incident: incident.incident, saw: incident.version }, `Release ${incident.incident} now`);
}

/** @param {any} incident */
function askCancel(incident) {
  const { CALLED_OFF, DUPLICATE, PASSED_ON, ENTERED_IN_ERROR } = CLOSE_REASONS;
  ask(`Cancel the booking of ${incident.incident}: why?`, 'pane',
    optionsOf({ CALLED_OFF, DUPLICATE, PASSED_ON, ENTERED_IN_ERROR }, (reason) => close(incident, reason)));
  paintNow('pane');
  /** @type {HTMLElement | null} */ (document.querySelector('#choice button'))?.focus();
}

/** @param {any} incident */
function change(incident) {
  const { opensAt, closesAt } = incident.booking;
  changing = { incident: incident.incident, from: fieldTime(opensAt), until: fieldTime(closesAt), fault: '' };
  paintNow('pane');
  document.getElementById('window-from')?.focus();
}

/** @returns {boolean} whether a change was left */
export function leaveWindow() {
  const was = changing;
  changing = undefined;
  if (was) {
    paintNow('pane');
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-change="${was.incident}"]`))?.focus();
  }
  return was !== undefined;
}

async function saveWindow() {
  const incident = copy.incidents.get(changing?.incident ?? 0);
  if (!changing || !incident) {
    return leaveWindow();
  }
  const [from, until] = [Date.parse(changing.from), Date.parse(changing.until)];
  if (!from || !until || until <= from) {
    changing.fault = 'Say from when, and until when after that.';
    paintNow('pane');
    return document.getElementById('window-from')?.focus();
  }
  const { window, journey, needs, minutes } = incident.booking;
  const booking = {
    window: { ...window, from: new Date(from).toISOString(), until: new Date(until).toISOString() }, journey, needs, minutes,
  };
  const outcome = await perform('ChangeBooking', { incident: incident.incident, booking, saw: incident.version },
    `Change the window of ${incident.incident}`);
  if (outcome?.reply) {
    return leaveWindow();
  }
  if (changing) {
    changing.fault = outcome?.refused?.detail ?? outcome?.refused?.title ?? 'It was not sent.';
    paintNow('pane');
  }
}

/** @param {'from' | 'until'} name @param {string} words */
function timeField(name, words) {
  return html`<span class="when"><label for="window-${name}">${words}</label>
    <input type="datetime-local" id="window-${name}" .value=${live(changing?.[name] ?? '')}
      @input=${(/** @type {any} */ event) => { if (changing) { changing[name] = event.target.value; } }} /></span>`;
}

/** @param {any} incident */
function windowView(incident) {
  return html`<form class="window-form" aria-label="Window of ${incident.incident}"
    @submit=${(/** @type {Event} */ event) => { event.preventDefault(); saveWindow(); }}>
    ${timeField('from', 'Ready from')} ${timeField('until', 'until')}
    <button type="submit" class="primary">Save the window</button>
    <button type="button" class="quiet" @click=${leaveWindow}><kbd>Esc</kbd> leave it</button>
    ${changing?.fault ? html`<p class="warn" role="alert">${changing.fault}</p>` : nothing}
  </form>`;
}

/** @param {any} incident */
function planView(incident) {
  const { planned, reason } = planOf(incident.incident);
  if (planned) {
    return html`<p class="proposal"><b>${planned.unit}</b> sets off ${whenInWords(planned.setOffAt)}, there <b>${whenInWords(planned.startAt)}</b>
      <span class="muted">${planned.reasons.map(planReason).join(' · ')}</span></p>`;
  }
  if (!incident.place) {
    return html`<p class="proposal warn">Not planned: nobody knows yet where the patient is.</p>`;
  }
  return reason
    ? html`<p class="proposal"><b class="warn">No unit</b> <span class="muted">${planReason(reason)}</span></p>`
    : html`<p class="proposal muted">${plan.fault ? 'Not planned.' : 'Being planned.'}</p>`;
}

/** @param {any} incident */
function stateView(incident) {
  if (incident.overdue.length) {
    return html`<span class="flag danger">${OVERDUE[incident.overdue[0].kind] ?? incident.overdue[0].kind}</span>`;
  }
  return isBookedAhead(incident)
    ? html`<span class="flag">waits from ${whenInWords(incident.booking.releaseAt)}</span>`
    : html`<span class="flag released">released ${whenInWords(incident.booking.releasedAt)}</span>`;
}

/** @param {any} incident */
function deedsView(incident) {
  const about = html`<span class="unseen"> ${incident.incident}</span>`;
  return html`<p class="deeds">
    <button type="button" @click=${() => openIncidentPane(incident.incident)}>Open${about}</button>
    ${isBookedAhead(incident)
      ? html`<button type="button" data-release=${incident.incident} @click=${() => release(incident)}>Release now${about}</button>`
      : nothing}
    <button type="button" data-change=${incident.incident} @click=${() => change(incident)}>Change window${about}</button>
    <button type="button" data-cancel=${incident.incident} @click=${() => askCancel(incident)}>Cancel${about}</button>
  </p>`;
}

/** @param {any} incident */
function bookingView(incident) {
  const { booking } = incident;
  const service = booking.journey.service ? ` (${serviceName(state.reference, booking.journey.service)})` : '';
  return html`<li class="booking" data-booked=${incident.incident}>
    <p class="what"><b class="num">${windowInWords(booking)}</b> ${badge(incident.category)}<span class="number">${incident.incident}</span>
      <span class="place">${incident.place?.label ?? (incident.place ? 'Place by coordinates' : 'No place yet')}</span> ${stateView(incident)}</p>
    <p>${journeyInWords(booking)}${service} · ${needsInWords(booking)}</p>
    ${planView(incident)}
    ${changing?.incident === incident.incident ? windowView(incident) : deedsView(incident)}
  </li>`;
}

function aboutView() {
  return html`<section class="block">
    <h3>The plan</h3>
    <p class="muted">Transfer units go first. An ambulance is proposed only when few emergencies are expected, or when the
      window is about to close. A proposal binds nobody: a unit is sent when the journey waits.</p>
    <p class="muted">A journey waits among the incidents from 45 minutes before its window, or when it is released.</p>
    ${plan.at ? html`<p class="muted">Planned ${shortClock(plan.at)}, ${plan.policy}.</p>` : nothing}
    <button type="button" class="quiet" @click=${readPlan}>Plan again</button>
  </section>`;
}

export function bookedPane() {
  const booked = listBooked();
  return html`<header class="pane-head"><h2 id="pane-title">Booked <span class="count">${booked.length}</span></h2>
      <button type="button" class="quiet close" @click=${() => showPane('none')}>Close <kbd>Esc</kbd></button></header>
    <div class="pane-body">
      <div class="column" tabindex="0" role="group" aria-label="Booked journeys">
        ${choiceView('pane')}
        ${plan.fault ? html`<p class="changed" role="status"><b>The plan cannot be read.</b> ${plan.fault}</p>` : nothing}
        ${booked.length
          ? html`<ol class="bookings">${booked.map(bookingView)}</ol>`
          : html`<p class="empty">Nothing is booked. A call of a professional or for a transfer can be for later.</p>`}
      </div>
      <div class="column" tabindex="0" role="group" aria-label="About the plan">${aboutView()}</div>
    </div>`;
}
