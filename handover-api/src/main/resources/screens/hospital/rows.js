// @ts-check
/** One arrival as a line that is read from two metres. */
import { html, nothing } from 'lit-html';
import { act, fateView, isBusy } from '../care/acts.js';
import { ageAndSex, nameOf, newsView, nhsView } from '../care/patient.js';
import { keyOf, named } from '../care/state.js';
import { rough, running, shortClock } from '../shared/format.js';
import { LEVELS_SHORT } from '../shared/care-words.js';
import { person } from '../shared/history.js';
import { BELONGINGS, BELONGINGS_WHERE, FLAGS, flagsInOrder, level, STAGES } from '../shared/words.js';
import { hasReturnNote, returnNoteView } from '../shared/return-home.js';
import { serverNow } from '../shared/server-clock.js';
import { carrier, CLEARED_SECONDS, doorSeconds, etaSeconds, HANDOVER_SECONDS, LATE_SECONDS, NEVER_SECONDS } from './arrivals.js';

/** @param {any} entry */
function timeView(entry) {
  const door = doorSeconds(entry);
  if (door !== undefined) {
    const late = door >= NEVER_SECONDS ? 'over60' : door >= CLEARED_SECONDS ? 'over45' : door >= LATE_SECONDS ? 'over30' : door >= HANDOVER_SECONDS ? 'over15' : 'in15';
    const says = { in15: `${rough(HANDOVER_SECONDS - door)} left of 15 min`, over15: 'past 15 min', over30: `past 30 min, ${rough(CLEARED_SECONDS - door)} to release`, over45: 'past 45 min: release the crew now', over60: 'past 60 min: this must never be' }[late];
    return html`<div class="time door ${late}" data-clock=${late}><span>At the door since ${shortClock(carrier(entry).since)}</span>
      <b class="num">${running(door)}</b><span>${says}</span></div>`;
  }
  const eta = etaSeconds(entry);
  if (eta === undefined) {
    const unit = carrier(entry);
    return html`<div class="time"><span>${unit ? (STAGES[unit.stage] ?? unit.stage) : 'no crew'}</span><b>–</b>
      <span>${unit?.stage === 'LEFT_SCENE' ? 'arrival not known' : 'not on the way yet'}</span></div>`;
  }
  return html`<div class="time" data-clock="eta"><span>Here in</span>
    <b class="num">${eta > 0 ? running(eta) : 'now'}</b><span>${eta > 0 ? `at about ${shortClock(new Date(serverNow() + eta * 1_000).toISOString())}` : 'expected by now'}</span></div>`;
}

/** A warning that the rules call for and nobody gave stands out. @param {any} entry */
function noAlertView(entry) {
  return entry.care.assessed?.proposal?.preAlert
    ? html` · <b class="warn">no pre-alert, though the rules call for one</b>`
    : ' · no pre-alert';
}

/** What came along, once the crew has put it down. @param {any} entry */
function belongingsView(entry) {
  const told = entry.handover?.belongings ?? [];
  return told.length
    ? html`<p class="belongings">${told.map((/** @type {any} */ it) => html`<span class=${it.where === 'WITH_PATIENT' ? '' : 'muted'}>${BELONGINGS[it.item] ?? it.item}: ${(BELONGINGS_WHERE[it.where] ?? it.where).toLowerCase()}</span>`)}</p>`
    : nothing;
}

/** For whoever plans the discharge. @param {any} entry */
function wayHomeView(entry) {
  return hasReturnNote(entry)
    ? html`<div class="way-home"><b>For the way home, from ${entry.practice ? named(entry.practice) : 'the practice'}</b>${returnNoteView(entry)}</div>`
    : nothing;
}

/** @param {any} entry */
function receive(entry) {
  return act('ReceivePatient', { patient: entry.care.id }, `Receive ${nameOf(entry)}`);
}

/** @param {any} entry */
export function arrivalView(entry) {
  const key = keyOf(entry.care.id);
  const alert = entry.care.arrangements.preAlert;
  const incident = entry.incident;
  return html`<li class="arrival ${doorSeconds(entry) === undefined ? '' : 'here'}" data-patient=${key}>
    ${timeView(entry)}
    <div class="category l${incident ? level(incident.category) : 0}"><b>${incident?.category ?? '–'}</b>
      <span class="sign">${carrier(entry)?.unit ?? 'no crew'}</span></div>
    ${newsView(entry)}
    <div class="patient">
      <b class="who">${nameOf(entry)}</b> <span>${ageAndSex(entry)}</span>
      <p>${incident?.complaint ?? 'The incident is closed.'}
        ${incident?.flags?.length ? html`<span class="warn">${flagsInOrder(incident.flags).map((it) => FLAGS[it] ?? it).join(', ')}</span>` : nothing}</p>
      <p class="muted">${nhsView(entry)} · Rules: ${LEVELS_SHORT[entry.care.assessed?.proposal?.level] ?? 'not asked yet'}
        ${alert?.acknowledgedBy ? html` · <b class="ready">${alert.bay} ready</b>, acknowledged by ${person(alert.acknowledgedBy)}` : alert ? html` · <b class="warn">pre-alert not acknowledged</b>` : noAlertView(entry)}</p>
      ${belongingsView(entry)} ${wayHomeView(entry)} ${fateView(key)}
    </div>
    <button type="button" class=${doorSeconds(entry) === undefined ? '' : 'primary'} ?disabled=${isBusy(key)} @click=${() => receive(entry)}
      aria-label="Receive patient: ${nameOf(entry)}">Receive patient</button>
  </li>`;
}

/** @param {any} entry */
export function receivedView(entry) {
  const { reception, preAlert } = entry.care.arrangements;
  return html`<li data-patient=${keyOf(entry.care.id)}><b>${nameOf(entry)}</b>, ${ageAndSex(entry)}: taken over ${shortClock(reception.at)} by ${person(reception.by)}${preAlert?.bay ? ` (${preAlert.bay})` : ''}${wayHomeView(entry)}</li>`;
}
