// @ts-check
/** The stack of incidents: those that wait first, by level, then by wait. */
import { html, nothing, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { DUES, firstDue } from '../shared/contact-words.js';
import { rough, running, shortClock } from '../shared/format.js';
import { DANGERS, FLAGS, flagsInOrder, level, OVERDUE, STAGES } from '../shared/words.js';
import { isAlerting } from './alerts.js';
import { openIncidentPane } from './panes.js';
import {
  changed, isWaiting, listActive, listBooked, listIncidents, listWaiting, secondsSince, state,
} from './store.js';
import { badge, statusOfStage, symbol } from './symbols.js';

const FLAGS_SHOWN_MAX = 2;
const DUE_SHOWN_SECONDS = 600;

/** How long it has waited against its target. @param {any} incident */
export function wait(incident) {
  const seconds = secondsSince(incident.clockStartedAt);
  const left = incident.targetSeconds === undefined ? undefined : incident.targetSeconds - seconds;
  return { seconds, left, late: left !== undefined && left < 0 && !incident.attended };
}

/** @param {any} incident */
function target(incident) {
  const { left } = wait(incident);
  if (left === undefined) {
    return 'no target';
  }
  return left < 0 ? `${rough(-left)} late` : `${rough(left)} left`;
}

/** @param {any} incident */
function clockView(incident) {
  const { seconds, late } = wait(incident);
  return html`<span class="wait ${late ? 'late' : ''}">${running(seconds)}</span>`;
}

/** @param {string[]} flags @param {number} most */
function flagViews(flags, most) {
  const sorted = flagsInOrder(flags);
  const more = sorted.length - most;
  return html`${sorted.slice(0, most).map(
    (flag) => html`<span class="flag ${DANGERS.includes(flag) ? 'danger' : ''}">${FLAGS[flag] ?? flag}</span>`,
  )}${more > 0 ? html`<span class="flag">+${more}</span>` : nothing}`;
}

/** What was not done in time, the first by name. @param {any} incident */
function overdueView(incident) {
  const [first, ...more] = incident.overdue;
  return first
    ? html`<span class="flag danger" data-overdue=${first.kind}>${OVERDUE[first.kind] ?? first.kind}${more.length ? ` +${more.length}` : ''}</span>`
    : nothing;
}

/** What is owed next to those who wait, shortly before it is late. @param {any} incident */
function dueView(incident) {
  const due = firstDue(incident);
  const seconds = due ? -secondsSince(due.at) : Number.POSITIVE_INFINITY;
  return seconds > 0 && seconds <= DUE_SHOWN_SECONDS
    ? html`<span class="flag" data-due=${due.kind}>${DUES[due.kind].toLowerCase()} in ${rough(seconds)}</span>`
    : nothing;
}

/** @param {any} incident */
function bookedView(incident) {
  return incident.booking
    ? html`<span class="flag">booked ${shortClock(incident.booking.opensAt)}</span>`
    : nothing;
}

/** @param {any} incident */
function jobsView(incident) {
  if (!incident.jobs.length) {
    return html`<span class="job">attended, nobody on it</span>`;
  }
  const [first, ...rest] = incident.jobs;
  return html`<span class="job">
    ${symbol(statusOfStage(first.stage))}<b>${first.unit}</b> ${STAGES[first.stage]}${rest.length ? ` +${rest.length}` : ''}
  </span>`;
}

/** @param {any} incident */
function rowClass(incident) {
  const late = wait(incident).late;
  return [
    'row', isWaiting(incident) ? 'waits' : 'active', `l${level(incident.category)}`,
    late ? 'late' : '', late && level(incident.category) === 1 ? 'burning' : '',
    state.open === incident.incident && state.pane === 'incident' ? 'open' : '',
    state.current === incident.incident ? 'current' : '',
    isAlerting(incident.incident) ? 'alerting' : '',
  ].join(' ');
}

/** @param {any} incident */
function row(incident) {
  const waiting = isWaiting(incident);
  return html`<li>
    <button type="button" class=${rowClass(incident)} data-incident=${incident.incident}
      tabindex=${state.current === incident.incident ? 0 : -1}
      aria-current=${state.open === incident.incident ? 'true' : nothing}
      @focus=${() => moveTo(incident.incident)} @click=${() => openIncidentPane(incident.incident)}>
      <span class="line">
        ${badge(incident.category)}<span class="number">${incident.incident}</span>
        <span class="place">${incident.place?.label ?? (incident.place ? 'Place by coordinates' : 'No place yet')}</span>
        ${waiting ? clockView(incident) : jobsView(incident)}
      </span>
      ${!waiting && incident.overdue.length
        ? html`<span class="line second">${overdueView(incident)}</span>`
        : nothing}
      ${waiting
        ? html`<span class="line second">
            <span class="complaint">${incident.complaint}</span>
            ${overdueView(incident)}${dueView(incident)}${bookedView(incident)}${flagViews(incident.flags, FLAGS_SHOWN_MAX)}<span class="target">${target(incident)}</span>
          </span>`
        : nothing}
    </button>
  </li>`;
}

/** @param {number} incident */
function moveTo(incident) {
  if (state.current !== incident) {
    state.current = incident;
    changed('incidents', 'footer');
  }
}

export function paintIncidents() {
  const waiting = listWaiting();
  const active = listActive();
  if (state.current === undefined || !listIncidents().some((it) => it.incident === state.current)) {
    state.current = (waiting[0] ?? active[0])?.incident;
  }
  const key = (/** @type {any} */ it) => it.incident;
  render(
    html`<header class="head">
        <h2 id="incidents-title">Incidents</h2>
        <button type="button" id="booked-button" title="Booked journeys" data-booked-count=${listBooked().length}
          @click=${() => dispatchEvent(new CustomEvent('doorstep-booked'))}>Booked <b>${listBooked().length}</b> <kbd>b</kbd></button>
        <button type="button" id="new-call-button" @click=${() => dispatchEvent(new CustomEvent('doorstep-new-call'))}>
          New call <kbd>n</kbd>
        </button>
      </header>
      <div class="scroll">
        <h3 id="waiting-title">Waiting <span class="count">${waiting.length}</span></h3>
        ${waiting.length ? nothing : html`<p class="empty">Nobody is waiting.</p>`}
        <ol class="rows" id="waiting" aria-labelledby="waiting-title">${repeat(waiting, key, row)}</ol>
        <h3 id="active-title">Active <span class="count">${active.length}</span></h3>
        <ol class="rows" id="active" aria-labelledby="active-title">${repeat(active, key, row)}</ol>
      </div>`,
    /** @type {HTMLElement} */ (document.getElementById('incidents')),
  );
}

/** Moves the row by so many places. @param {number} step */
export function moveRow(step) {
  const all = listIncidents();
  const at = all.findIndex((it) => it.incident === state.current);
  const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
  if (next) {
    focusRow(next.incident);
  }
}

/** @param {number | undefined} incident the row that the keys are on where none is named */
export function focusRow(incident = state.current) {
  const button = document.querySelector(`#incidents [data-incident="${incident}"]`);
  if (button instanceof HTMLElement) {
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: 'nearest' });
  }
}
