// @ts-check
/** Who is on shift: by station in the order of the map, or by call sign. */
import { html, nothing, render } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { metersBetween, rough, running, shortClock } from '../shared/format.js';
import { CAPABILITIES, STAGES, UNAVAILABLE_REASONS, UNIT_KINDS } from '../shared/words.js';
import { askUnavailable, endEmergency, makeAvailable } from './actions.js';
import { choiceView } from './choice.js';
import { fillCommandLine } from './command-line.js';
import { openIncidentPane } from './panes.js';
import { changed, copy, secondsSince, state } from './store.js';
import { STATUSES, STATUS_ORDER, statusOf, symbol } from './symbols.js';

const COLUMNS = 3;
const AT_STATION_METERS = 400;
const OLD_FIX_SECONDS = 120;

/** @type {'stations' | 'signs'} */
let tab = 'stations';

/** @param {string} sign */
export function selectUnit(sign) {
  state.unit = state.unit === sign ? undefined : sign;
  changed('units', 'map');
}

/**
 * Crewed stations in rough geography: rows from north to south, each from west to east.
 * @param {Set<string>} crewed
 * @returns {any[]}
 */
function stationsInMapOrder(crewed) {
  const bases = (state.reference?.stations ?? []).filter((/** @type {any} */ it) => crewed.has(it.name));
  const sorted = [...bases].sort((a, b) => b.lat - a.lat);
  const rows = [];
  for (let i = 0; i < sorted.length; i += COLUMNS) {
    rows.push(sorted.slice(i, i + COLUMNS).sort((a, b) => a.lon - b.lon));
  }
  return rows.flat();
}

/** Where it stands by while it is free. @param {any} unit */
function standsAt(unit) {
  return unit.duty.posting?.station ?? unit.base;
}

/** Its break, in few words. @param {any} unit */
function breakInWords(unit) {
  if (unit.duty.breakTakenAt) {
    return `taken ${shortClock(unit.duty.breakTakenAt)}`;
  }
  if (!unit.rest) {
    return '';
  }
  return secondsSince(unit.rest.until) > 0 ? 'overdue' : `${shortClock(unit.rest.from)}-${shortClock(unit.rest.until)}`;
}

/** @param {any} unit */
function isBreakOverdue(unit) {
  return Boolean(unit.rest) && !unit.duty.breakTakenAt && secondsSince(unit.rest.until) > 0;
}

/** @param {any} unit */
function chip(unit) {
  const status = statusOf(unit);
  const age = copy.positions.get(unit.unit)?.[3] ?? 0;
  return html`<button type="button" class="chip s-${status} ${state.unit === unit.unit ? 'picked' : ''}" data-unit=${unit.unit} data-status=${status}
    title="${UNIT_KINDS[unit.kind]}, ${STATUSES[status].word}${standsAt(unit) === unit.base ? '' : `, stands by here, base ${unit.base}`}${age > OLD_FIX_SECONDS ? `, position ${rough(age)} old` : ''}"
    aria-pressed=${state.unit === unit.unit} @click=${() => selectUnit(unit.unit)}>
    ${symbol(status)}<span class="sign ${standsAt(unit) === unit.base ? '' : 'posted'}">${unit.unit}</span>${age > OLD_FIX_SECONDS ? html`<i class="old" aria-hidden="true">?</i>` : nothing}
  </button>`;
}

/** @param {string} name @param {any[]} units */
function tile(name, units) {
  const free = units.filter((unit) => statusOf(unit) === 'available').length;
  return html`<section class="tile ${free ? '' : 'bare'}" data-station=${name} aria-label=${name}>
    <h3><span>${name}</span><b>${free}<span class="of">/${units.length}</span></b></h3>
    <div class="chips">${repeat(units, (it) => it.unit, chip)}</div>
  </section>`;
}

function byStation() {
  const units = inOrder();
  const stations = stationsInMapOrder(new Set(units.map(standsAt))).map((it) => it.name);
  const elsewhere = units.filter((unit) => !stations.includes(standsAt(unit)));
  return html`<div class="tiles">
    ${repeat(stations, (name) => name, (name) => tile(name, units.filter((unit) => standsAt(unit) === name)))}
    ${elsewhere.length ? tile('Elsewhere', elsewhere) : nothing}
  </div>`;
}

function inOrder() {
  return [...copy.units.values()].sort((a, b) => a.unit.localeCompare(b.unit, 'en', { numeric: true }));
}

/** Where it is, in words. @param {any} unit */
function whereabouts(unit) {
  const fix = copy.positions.get(unit.unit);
  if (!fix) {
    return 'position unknown';
  }
  const here = { lat: fix[1], lon: fix[2] };
  const near = (state.reference?.stations ?? []).find(
    (/** @type {any} */ it) => metersBetween(it, here) < AT_STATION_METERS,
  );
  return near ? `at ${near.name}` : `from ${unit.base}`;
}

/** @param {any} unit */
function doing(unit) {
  if (unit.job) {
    return html`${STAGES[unit.job.stage]} <span class="num">${unit.job.incident}</span>`;
  }
  if (unit.unavailable) {
    return UNAVAILABLE_REASONS[unit.unavailable];
  }
  return unit.duty.posting ? `at ${unit.duty.posting.station}` : 'available';
}

/** @param {any} unit */
function line(unit) {
  const status = statusOf(unit);
  return html`<tr class=${state.unit === unit.unit ? 'picked' : ''}>
    <th scope="row"><button type="button" data-unit=${unit.unit} data-status=${status} aria-pressed=${state.unit === unit.unit}
      @click=${() => selectUnit(unit.unit)}>${symbol(status)}<span class="sign">${unit.unit}</span></button></th>
    <td title=${UNIT_KINDS[unit.kind]}>${doing(unit)}</td>
    <td class="num">${running(secondsSince(unit.job?.since ?? unit.since))}</td>
    <td class="num">${unit.duty.jobs}</td>
    <td class=${isBreakOverdue(unit) ? 'warn' : 'muted'}>${breakInWords(unit)}</td>
  </tr>`;
}

function bySign() {
  return html`<table>
    <thead><tr><th scope="col">Call sign</th><th scope="col">Doing</th><th scope="col" class="num">Since</th>
      <th scope="col" class="num">Jobs</th><th scope="col">Break</th></tr></thead>
    <tbody>${repeat(inOrder(), (it) => it.unit, line)}</tbody>
  </table>`;
}

/** @param {any} unit */
function unitFacts(unit) {
  const fix = copy.positions.get(unit.unit);
  return html`<p>${UNIT_KINDS[unit.kind]} · ${unit.capabilities.map((/** @type {string} */ it) => CAPABILITIES[it] ?? it).join(', ')}</p>
    <p class="muted">${whereabouts(unit)}${fix ? html`, fix <span class=${fix[3] > OLD_FIX_SECONDS ? 'warn' : ''}>${rough(fix[3])} old</span>` : nothing}
      · base ${unit.base}${unit.duty.posting ? html`, <b>stands by at ${unit.duty.posting.station}</b> since ${shortClock(unit.duty.posting.at)}` : nothing}</p>
    <p class="muted">Shift ${shortClock(unit.duty.signedOnAt)} to ${shortClock(unit.shiftEndsAt)} · ${unit.duty.jobs} ${unit.duty.jobs === 1 ? 'job' : 'jobs'} done${unit.duty.busySeconds >= 60 ? `, ${rough(unit.duty.busySeconds)} busy` : ''}
      ${breakFacts(unit)}</p>`;
}

/** @param {any} unit */
function breakFacts(unit) {
  if (unit.duty.breakTakenAt) {
    return `· break begun ${shortClock(unit.duty.breakTakenAt)}`;
  }
  return unit.rest
    ? html`· break of ${unit.rest.minutes} min between ${shortClock(unit.rest.from)} and ${shortClock(unit.rest.until)}, <span class=${isBreakOverdue(unit) ? 'warn' : ''}>${isBreakOverdue(unit) ? 'overdue' : 'not taken'}</span>`
    : '· no break planned';
}

function unitView() {
  const unit = state.unit ? copy.units.get(state.unit) : undefined;
  if (!unit) {
    return nothing;
  }
  const status = statusOf(unit);
  const word = unit.unavailable && !unit.job ? UNAVAILABLE_REASONS[unit.unavailable] : STATUSES[status].word;
  return html`<section class="unit-view" id="unit-view" aria-label="Unit ${unit.unit}">
    <h3>${symbol(status)}<b class="sign">${unit.unit}</b> ${word}
      <span class="num">${running(secondsSince(unit.job?.since ?? unit.since))}</span></h3>
    ${unitFacts(unit)}
    <div class="actions">
      ${unit.emergency
        ? html`<button type="button" class="danger" @click=${() => endEmergency(unit.unit)}>Crew is safe</button>`
        : nothing}
      ${unit.job ? html`<button type="button" @click=${() => openIncidentPane(unit.job.incident)}>Open ${unit.job.incident}</button>` : nothing}
      ${!unit.job && state.open ? html`<button type="button" @click=${() => fillCommandLine(`d ${state.open} ${unit.unit} `)}>Send to ${state.open}</button>` : nothing}
      ${unit.unavailable
        ? html`<button type="button" @click=${() => makeAvailable(unit.unit)}>Make available</button>`
        : html`<button type="button" @click=${() => askUnavailable(unit.unit)}>Make unavailable</button>`}
      <button type="button" class="quiet" @click=${() => selectUnit(unit.unit)}>Close</button>
    </div>
    ${choiceView('units')}
  </section>`;
}

/** @param {'stations' | 'signs'} name @param {string} words */
function tabButton(name, words) {
  return html`<button type="button" role="tab" id="tab-${name}" aria-controls="units-panel" aria-selected=${tab === name}
    tabindex=${tab === name ? 0 : -1} @click=${() => turnTo(name)} @keydown=${turnByKey}>${words}</button>`;
}

/** @param {'stations' | 'signs'} name */
function turnTo(name) {
  tab = name;
  changed('units');
}

/** @param {KeyboardEvent} event */
function turnByKey(event) {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    event.stopPropagation();
    turnTo(tab === 'stations' ? 'signs' : 'stations');
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`tab-${tab}`)?.focus()));
  }
}

export function paintUnits() {
  render(
    html`<header class="head">
        <h2>Units <span class="count">${copy.units.size}</span></h2>
        <div class="tabs" role="tablist" aria-label="Order of units">
          ${tabButton('stations', 'By station')}${tabButton('signs', 'By call sign')}
        </div>
      </header>
      <div class="scroll" id="units-panel" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="0">${tab === 'stations' ? byStation() : bySign()}</div>
      ${unitView()}
      <ul class="legend" aria-label="What the shapes mean">
        ${STATUS_ORDER.map((status) => html`<li>${symbol(status)}${STATUSES[status].word}</li>`)}
      </ul>`,
    /** @type {HTMLElement} */ (document.getElementById('units')),
  );
}
