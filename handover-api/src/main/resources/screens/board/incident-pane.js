// @ts-check
/** Everything about the open incident, and what can be done about it. */
import { html, nothing } from 'lit-html';
import { coordinates, nhsNumberPasses, rough, running, shortClock } from '../shared/format.js';
import { isOfSeveral, person, sentence } from '../shared/history.js';
import { serviceName } from '../shared/services.js';
import { DANGERS, FLAGS, flagsInOrder, level, STAGE_ORDER, STAGES } from '../shared/words.js';
import { askClose, askRecategorise, askStandDown, correctPlace, report, whyNotToClose } from './actions.js';
import { choiceView } from './choice.js';
import { contactView } from './contact.js';
import { detailsOf } from './details.js';
import { journeyInWords, needsInWords, windowInWords } from './booked.js';
import { release } from './booked-pane.js';
import { whenInWords } from './closures.js';
import { wait } from './incidents.js';
import { showPane } from './panes.js';
import { placeBox } from './place-box.js';
import { recommendationView } from './recommendation.js';
import { changed, copy, isBookedAhead, paintNow, secondsSince, state } from './store.js';
import { badge, statusOfStage, symbol } from './symbols.js';

let correcting = 0;

/** Whether a click on the map means a place. */
export function isCorrecting() {
  return correcting !== 0 && correcting === state.open && state.pane === 'incident';
}

export function startCorrecting() {
  correcting = state.open ?? 0;
  paintNow('pane');
  document.getElementById('correct-place')?.focus();
}

export function stopCorrecting() {
  const was = isCorrecting();
  correcting = 0;
  changed('pane', 'map');
  return was;
}

/** @param {any} incident */
function clockView(incident) {
  const { seconds, left, late } = wait(incident);
  if (isBookedAhead(incident)) {
    return html`<p class="target-clock met" id="target-clock"><b>booked</b><span>window opens ${whenInWords(incident.booking.opensAt)}</span></p>`;
  }
  if (incident.attended) {
    return html`<p class="target-clock met"><b>attended</b><span>${running(seconds)} since the clock began</span></p>`;
  }
  const says = left === undefined ? 'no target' : left < 0 ? `${rough(-left)} past target` : `${rough(left)} to target`;
  return html`<p class="target-clock ${late ? 'late' : ''}" id="target-clock"><b>${running(seconds)}</b><span>${says}</span></p>`;
}

/** @param {any} incident */
function headView(incident) {
  return html`<header class="pane-head l${level(incident.category)}">
    ${badge(incident.category)}
    <h2 id="pane-title">${incident.incident} <span>${incident.complaint}</span></h2>
    ${clockView(incident)}
    <button type="button" class="quiet close" @click=${() => showPane('none')}>Close <kbd>Esc</kbd></button>
  </header>`;
}

/** @param {any} incident */
function placeView(incident) {
  const place = incident.place;
  return html`<p class="where">
    <b>${place?.label ?? (place ? 'Place by coordinates' : 'No place yet')}</b>
    ${place ? html`<span class="muted">${coordinates(place)}</span>` : nothing}
  </p>`;
}

/** @param {string[]} flags */
function flagsView(flags) {
  return flags.length
    ? html`<ul class="flags" aria-label="Flags">${flagsInOrder(flags).map(
        (flag) => html`<li class="flag ${DANGERS.includes(flag) ? 'danger' : ''}">${FLAGS[flag] ?? flag}</li>`,
      )}</ul>`
    : nothing;
}

/** @param {any} incident */
function bookingView({ booking }) {
  return booking
    ? html`<p class="booked-line" id="booking"><b>Booked ${windowInWords(booking)}</b>
        <span class="muted">${journeyInWords(booking)} · ${needsInWords(booking)}</span></p>`
    : nothing;
}

/** @param {any} incident */
function aheadView(incident) {
  return html`<section class="block" aria-labelledby="ahead-title">
    <h3 id="ahead-title">For later</h3>
    <p class="empty">Nobody is to be sent yet, and no drives are asked for. It waits of itself from ${whenInWords(incident.booking.releaseAt)}.</p>
    <button type="button" id="release" @click=${() => release(incident)}>Release now</button>
  </section>`;
}

/** @param {any} incident @param {any} job */
function jobView(incident, job) {
  const next = STAGE_ORDER[STAGE_ORDER.indexOf(job.stage) + 1];
  return html`<li data-job=${job.unit}>
    ${symbol(statusOfStage(job.stage))}<b class="sign">${job.unit}</b>
    <span>${STAGES[job.stage]}</span>
    <span class="num">${running(secondsSince(job.since))}</span>
    <span class="muted">sent ${shortClock(job.allocatedAt)}</span>
    ${next ? html`<button type="button" class="quiet" @click=${() => report(incident.incident, job.unit, next)}>${STAGES[next]}</button>` : nothing}
  </li>`;
}

/** @param {any} incident */
function jobsView(incident) {
  return html`<section class="block" aria-labelledby="jobs-title">
    <h3 id="jobs-title">Units on it</h3>
    <ul class="jobs">${incident.jobs.map((/** @type {any} */ job) => jobView(incident, job))}</ul>
  </section>`;
}

/** @param {any} patient */
function patientView(patient) {
  const nhs = patient.nhsNumber;
  return html`<p>
    ${patient.unidentified ? html`<b>Unidentified</b>` : html`<b>${patient.name ?? 'No name'}</b>`}
    ${[patient.ageYears === undefined ? '' : `${patient.ageYears} years`, patient.sex].filter(Boolean).join(', ')}
    ${nhs ? html`· NHS <span class="num">${nhs}</span> ${nhsNumberPasses(nhs) ? nothing : html`<span class="warn">check digit wrong</span>`}` : nothing}
  </p>`;
}

/** @param {any} it */
function callView(it) {
  const { call } = it;
  return html`<article class="call">
    <h4><span class="num">${shortClock(it.at)}</span> ${it.source === 'BARS' ? 'Message from another system' : 'Call at the desk'}</h4>
    <p><b>${call.complaint}</b></p>
    ${call.narrative ? html`<p class="narrative">${call.narrative}</p>` : nothing}
    ${call.patients.map(patientView)}
    ${call.caller?.name || call.caller?.telephone
      ? html`<p class="muted">Caller ${call.caller.name ?? ''} <span class="num">${call.caller.telephone ?? ''}</span></p>`
      : nothing}
    ${call.placeLabel ? html`<p class="muted">Place as given: ${call.placeLabel}</p>` : nothing}
  </article>`;
}

/** @param {any} it @param {boolean} several */
function eventView(it, several) {
  return html`<li data-event=${it.kind}>
    <span class="num">${shortClock(it.at)}</span>
    <span>${sentence(it, (service) => serviceName(state.reference, service), several)}</span>
    <span class="muted">${person(it.actor)}</span>
  </li>`;
}

/** @param {number} number */
function detailsView(number) {
  const details = detailsOf(number);
  if (!details) {
    return html`<p class="empty">Reading the calls.</p>`;
  }
  return html`${details.fault ? html`<p class="changed" role="status">The calls could not be read. ${details.fault}</p>` : nothing}
    <section class="block" aria-labelledby="calls-title">
      <h3 id="calls-title">Calls <span class="count">${details.calls.length}</span></h3>
      ${details.calls.map(callView)}
    </section>
    <section class="block" aria-labelledby="history-title">
      <h3 id="history-title">History</h3>
      <ol class="history">${[...details.history].reverse().map((it) => eventView(it, isOfSeveral(details.history)))}</ol>
    </section>`;
}

/** @param {any} incident */
function correctingView(incident) {
  return isCorrecting()
    ? html`<section class="choice" aria-label="Correct the place">
        <h3>Correct the place: type it, or click on the map</h3>
        ${placeBox('correct-place', (place) => {
          if (place) {
            stopCorrecting();
            correctPlace(incident, place);
          }
        })}
        <button type="button" class="quiet" @click=${stopCorrecting}><kbd>Esc</kbd> leave it</button>
      </section>`
    : nothing;
}

/** @param {any} incident */
function actionsView(incident) {
  const busy = incident.jobs.length > 0;
  return html`<div class="actions" role="group" aria-label="Actions">
    <button type="button" id="stand-down" ?disabled=${!busy} @click=${askStandDown}>Stand down</button>
    <button type="button" id="recategorise" @click=${askRecategorise}>Category</button>
    <button type="button" id="correct" @click=${startCorrecting}>Correct place</button>
    <button type="button" id="add-call" @click=${() => dispatchEvent(new CustomEvent('doorstep-new-call', { detail: incident.incident }))}>Add call</button>
    <button type="button" id="close-incident" ?disabled=${busy} title=${busy ? 'Stand down its units first' : whyNotToClose(incident)} @click=${askClose}>${whyNotToClose(incident) ? 'Close: ask the hub' : 'Close incident'}</button>
  </div>`;
}

export function incidentPane() {
  const incident = copy.incidents.get(state.open ?? 0);
  if (!incident) {
    return html`<header class="pane-head"><h2 id="pane-title">${state.open} <span>is closed</span></h2>
        <button type="button" class="quiet close" @click=${() => showPane('none')}>Close <kbd>Esc</kbd></button></header>
      <div class="pane-body"><div class="column" tabindex="0" role="group" aria-label="Calls and history">${detailsView(state.open ?? 0)}</div></div>`;
  }
  return html`${headView(incident)} ${flagsView(incident.flags)} ${placeView(incident)} ${bookingView(incident)} ${actionsView(incident)}
    <div class="pane-body">
      <div class="column" tabindex="0" role="group" aria-label="Units">
        ${choiceView('pane')} ${correctingView(incident)} ${incident.jobs.length ? jobsView(incident) : nothing}
        ${isBookedAhead(incident) ? aheadView(incident) : recommendationView(incident)}
        ${contactView(incident)}
      </div>
      <div class="column" tabindex="0" role="group" aria-label="Calls and history">${detailsView(incident.incident)}</div>
    </div>`;
}
