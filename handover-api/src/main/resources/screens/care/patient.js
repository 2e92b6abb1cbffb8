// @ts-check
/** What is known of a patient, in words; what is not known is said to be unknown. */
import { html, nothing } from 'lit-html';
import { rough, shortClock } from '../shared/format.js';
import { AWAKE, DESTINATIONS, finding, LEVELS } from '../shared/care-words.js';
import { secondsSince, serverNow } from '../shared/server-clock.js';
import { DISPOSITIONS, STAGES } from '../shared/words.js';
import { named } from './state.js';
import { openTold } from './told.js';

/** @param {any} entry */
export function nameOf(entry) {
  const identity = entry.identity;
  if (identity?.unidentified) {
    return 'Unidentified patient';
  }
  return identity?.name ?? 'Name not known';
}

/** @param {any} entry @returns {number | undefined} */
export function ageOf(entry) {
  return entry.identity?.ageYears ?? entry.assessment?.assessment?.patient?.ageYears;
}

/** For example "84 years, female". @param {any} entry */
export function ageAndSex(entry) {
  const age = ageOf(entry);
  return `${age === undefined ? 'age not known' : `${age} years`}, ${entry.identity?.sex ?? 'sex not known'}`;
}

/** @param {any} entry */
export function nhsView(entry) {
  const number = entry.identity?.nhsNumber;
  return number
    ? html`NHS <span class="num">${number.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')}</span>`
    : html`NHS number not known`;
}

/** @param {any} entry @returns {number | undefined} */
export function news2Of(entry) {
  return entry.care.assessed?.proposal?.news2;
}

/** The score as a figure with its name; what is incomplete never looks like a score. @param {any} entry */
export function newsView(entry) {
  const assessed = entry.care.assessed;
  const score = news2Of(entry);
  const grade = score === undefined ? 'unknown' : score >= 7 ? 'high' : score >= 5 ? 'medium' : 'low';
  return html`<span class="news ${grade}">
    <span class="news-name">NEWS2</span>
    <b class="num">${score ?? '–'}</b>
    ${score === undefined ? html`<span class="news-note">${assessed ? 'not complete' : 'not measured'}</span>` : nothing}
  </span>`;
}

/** @param {number | undefined} tenths */
const tenths = (tenths) => (tenths === undefined ? undefined : (tenths / 10).toFixed(1));

/** The rows of the table of rounds. @type {[string, (round: any) => unknown][]} */
const ROUND = [
  ['Breaths a minute', (it) => it.breathing.respiratoryRate],
  ['Oxygen saturation, %', (it) => it.breathing.oxygenSaturation],
  ['Air or oxygen', (it) => oxygen(it.breathing.oxygen)],
  ['Systolic, mmHg', (it) => it.circulation.systolicPressure],
  ['Pulse', (it) => it.circulation.pulse],
  ['Awake', (it) => AWAKE[it.consciousness] ?? it.consciousness],
  ['Temperature, °C', (it) => tenths(it.temperatureTenths)],
  ['Glucose, mmol/l', (it) => tenths(it.bedside?.glucoseTenths)],
  ['Pain, 0 to 10', (it) => it.bedside?.pain],
];

/** @param {any} given */
function oxygen(given) {
  if (!given) {
    return undefined;
  }
  return given.given ? `oxygen${given.litresPerMinute ? `, ${given.litresPerMinute} l/min` : ''}` : 'air';
}

const ROUNDS_MAX = 4;

/** The last rounds of observations side by side; a dash was not measured. @param {any} entry */
export function roundsView(entry) {
  const rounds = (entry.assessment?.assessment?.observations ?? []).slice(-ROUNDS_MAX);
  if (!rounds.length) {
    return html`<p class="unknown">No observations are recorded.</p>`;
  }
  const rows = ROUND.filter(([, read]) => rounds.some((/** @type {any} */ it) => read(it) !== undefined));
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label="Observations"><table class="rounds">
    <thead><tr><th scope="col">Measured</th>${rounds.map((/** @type {any} */ it) => html`<th scope="col" class="num">${shortClock(it.takenAt)}</th>`)}</tr></thead>
    <tbody>${rows.map(([name, read]) => html`<tr><th scope="row">${name}</th>${rounds.map(
      (/** @type {any} */ it) => html`<td class="num">${read(it) ?? html`<span title="not measured">–<span class="unseen"> not measured</span></span>`}</td>`,
    )}</tr>`)}</tbody>
  </table></div>
  <p class="aside">The NEWS2 that counts is the worse of the last two rounds.</p>`;
}

/** @param {any} entry */
export function findingsView(entry) {
  const present = entry.assessment?.assessment?.findings?.present ?? [];
  return present.length
    ? html`<ul class="findings">${present.map((/** @type {string} */ it) => html`<li>${finding(it)}</li>`)}</ul>`
    : html`<p class="unknown">${entry.assessment ? 'No findings are recorded as present.' : 'Not assessed yet.'}</p>`;
}

/** What the rules call for and by which rows. @param {any} entry */
export function proposalView(entry) {
  const proposal = entry.care.assessed?.proposal;
  if (!proposal) {
    return html`<p class="unknown">Not assessed yet, so nothing is proposed.</p>`;
  }
  const reasons = entry.assessment?.result?.explanation?.reasons ?? [];
  const notes = entry.assessment?.result?.explanation?.notes ?? [];
  return html`<p>The rules call for <b>${LEVELS[proposal.level] ?? proposal.level}</b>${proposal.hubFirst ? ', after a word with the hub' : ''}:
      ${DESTINATIONS[proposal.destination] ?? proposal.destination}.</p>
    <ul class="rules">${[...reasons, ...notes].map((/** @type {any} */ it) => html`<li><code>${it.row}</code> ${it.words}</li>`)}</ul>
    ${openTold(entry)}
    <p class="aside">${(proposal.rules ?? []).map((/** @type {any} */ it) => `${it.table} ${it.version}`).join(', ')}. Engineering default: needs clinical approval.</p>`;
}

/** @param {any} entry */
export function choiceWords(entry) {
  const choice = entry.care.choice;
  if (!choice) {
    return 'Nothing chosen yet';
  }
  const word = DISPOSITIONS[choice.disposition] ?? choice.disposition;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${choice.destination ? ` to ${named(choice.destination)}` : ''}`;
}

/** Words of the crew or the hub; fields that are empty are left out. @param {any} words @param {string} title */
export function wordsView(words, title) {
  if (!words) {
    return nothing;
  }
  return html`<section class="words"><h3>${title}</h3><dl>
    ${line('Summary', words.summary)}${line('Treatment', words.treatment)}${line('Advice', words.advice)}
    ${line('Asked', words.asked)}${line('Written by', words.author)}
  </dl></section>`;
}

/** @param {string} term @param {string | undefined} text */
export function line(term, text) {
  return text ? html`<div><dt>${term}</dt><dd>${text}</dd></div>` : nothing;
}

/** Where the crews of the patient's incident are, in words. @param {any} entry @returns {string} */
export function whereWords(entry) {
  const incident = entry.incident;
  if (!incident) {
    return 'No crew is with the patient any more';
  }
  const units = incident.units ?? [];
  if (!units.length) {
    return `Waiting for a crew since ${shortClock(incident.openedAt)}`;
  }
  return units.map((/** @type {any} */ it) => unitWords(it)).join('; ');
}

/** @param {any} unit */
export function unitWords(unit) {
  const eta = unit.etaSeconds === undefined ? '' : `, there in about ${rough(Math.max(0, unit.etaSeconds))}`;
  return `${unit.unit} ${STAGES[unit.stage] ?? unit.stage} since ${shortClock(unit.since)}${eta}`;
}

/** "12 min left" or "5 min late". @param {string} dueAt */
export function leftWords(dueAt) {
  const seconds = -secondsSince(dueAt);
  return seconds < 0 ? `${rough(-seconds)} late` : `${rough(seconds)} left`;
}

/** @param {string | undefined} dueAt */
export function isLate(dueAt) {
  return dueAt !== undefined && Date.parse(dueAt) < serverNow();
}
