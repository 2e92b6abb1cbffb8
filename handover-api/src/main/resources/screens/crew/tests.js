// @ts-check
/** Tests at the bedside: those of the presentation are open, all others a tap away. */
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { shortClock } from '../shared/format.js';
import { change, put } from './assessing.js';
import { fastPositive, traumaPositive } from './derived.js';
import { knownOf } from './known.js';
import { oneOf, threeWay } from './parts.js';
import { PRESENTATIONS } from './presentations.js';
import { tile } from './round.js';
import { FALLS_IN_YEAR, MINUTES_ON_FLOOR, VITALS } from './vitals.js';

/** @typedef {import('./assessing.js').Where} Where */

const MINUTE_MILLIS = 60_000;

/** How the patient was two weeks ago; our own words for the nine grades. ENGINEERING DEFAULT, needs clinical approval. @type {[string, string][]} */
export const FRAILTY = [
  ['1', '1 Robust, trains'], ['2', '2 Well, now and then active'], ['3', '3 Illness under control'],
  ['4', '4 Slow, but needs nobody'], ['5', '5 Help with errands'], ['6', '6 Help at home, with washing'],
  ['7', '7 Others do all care'], ['8', '8 A cold could be too much'], ['9', '9 Months to live'],
];

/** @type {[string, string][]} */
const FAST = [['face', 'Face droops'], ['arm', 'An arm drifts or is weak'], ['speech', 'Speech slurred or strange']];
/** @type {[string, string][]} */
const TRAUMA = [
  ['physiology', 'Step 1: observations'], ['anatomy', 'Step 2: injuries seen'], ['mechanism', 'Step 3: what happened'],
  ['special', 'Step 4: age, blood thinners, pregnancy'],
];
/** @type {[string, string][]} */
const WELL_AGO = [['30', '30 min ago'], ['60', '1 h ago'], ['120', '2 h ago'], ['240', '4 h ago'], ['360', '6 h ago']];

/** @param {boolean | undefined} positive */
const resultWords = (positive) => (positive === undefined ? 'not whole' : positive ? 'positive' : 'negative');

/** @param {string | undefined} instant */
function localInput(instant) {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MILLIS).toISOString().slice(0, 16);
}

/** @param {Where} at @param {any} it */
function fastView(at, it) {
  const well = it.fast.lastKnownWell;
  return html`${FAST.map(([name, words]) => threeWay(`FAST-${name}`, words, it.fast[name], put(at, name, 'fast')))}
    <h3 class="asks">Last known well: ${well ? shortClock(well) : 'not known'}</h3>
    <div class="one-of" role="group" aria-label="Last known well">${WELL_AGO.map(([minutes, words]) => html`<button type="button" data-well=${minutes}
        @click=${() => put(at, 'lastKnownWell', 'fast')(new Date(Date.now() - Number(minutes) * MINUTE_MILLIS).toISOString())}>${words}</button>`)}
      <button type="button" aria-pressed=${well === undefined} @click=${() => put(at, 'lastKnownWell', 'fast')(undefined)}>Not known</button></div>
    <p class="field"><label for="last-well">Exactly: day and time</label><input type="datetime-local" id="last-well" .value=${localInput(well)}
      @change=${(/** @type {any} */ event) => put(at, 'lastKnownWell', 'fast')(event.target.value ? new Date(event.target.value).toISOString() : undefined)} /></p>`;
}

/** @param {Where} at @param {any} it */
function traumaView(at, it) {
  return html`<p class="hint">By the steps of your service’s own trauma tool.</p>
    ${TRAUMA.map(([name, words]) => threeWay(`TRAUMA-${name}`, words, it.trauma[name], put(at, name, 'trauma')))}`;
}

/** @param {Where} at @param {any} it */
function fallView(at, it) {
  const medicines = knownOf(at.incident, at.number).value?.medicines?.entries?.filter((/** @type {any} */ each) => each.active).map((/** @type {any} */ each) => each.text) ?? [];
  return html`<div class="tiles">${tile(MINUTES_ON_FLOOR, it.fall.minutesOnFloor, put(at, 'minutesOnFloor', 'fall'))}
      ${tile(FALLS_IN_YEAR, it.fall.fallsInYear, put(at, 'fallsInYear', 'fall'))}</div>
    ${threeWay('FALL-headStruck', 'Head was struck', it.fall.headStruck, put(at, 'headStruck', 'fall'))}
    ${it.fall.headStruck && it.findings.HEAD_INJURY_ON_BLOOD_THINNERS === undefined
      ? html`<p class="note old">Head struck: answer “${'Head injury on blood thinners'}” too. ${medicines.length ? html`Medicines in the record: <b>${medicines.join(', ')}</b>.` : 'Medicines are not known here: ask.'}</p>`
      : nothing}`;
}

/** @param {Where} at @param {any} it */
function frailtyView(at, it) {
  return html`<p class="hint">How the patient was two weeks ago, before this.</p>
    ${oneOf('Frailty', [...FRAILTY, ['', 'Not judged']], it.frailty === undefined ? '' : String(it.frailty), (code) => put(at, 'frailty')(code ? Number(code) : undefined))}`;
}

/** @type {Record<string, {words: string, view: (at: Where, it: any) => any, result: (it: any) => string}>} */
const TESTS = {
  fast: { words: 'FAST', view: fastView, result: (it) => (Object.values(it.fast).some((each) => each !== undefined) ? resultWords(fastPositive(it.fast)) : '') },
  trauma: { words: 'Trauma steps', view: traumaView, result: (it) => (Object.values(it.trauma).some((each) => each !== undefined) ? resultWords(traumaPositive(it.trauma)) : '') },
  fall: { words: 'The fall', view: fallView, result: (it) => (it.fall.minutesOnFloor === undefined ? '' : `${it.fall.minutesOnFloor} min on the floor`) },
  infection: {
    words: 'Infection',
    view: (at, it) => threeWay('INFECTION', 'Infection suspected, by your judgement', it.infectionSuspected, put(at, 'infectionSuspected')),
    result: (it) => (it.infectionSuspected === undefined ? '' : it.infectionSuspected ? 'suspected' : 'not suspected'),
  },
  frailty: { words: 'Frailty, 1 to 9', view: frailtyView, result: (it) => (it.frailty === undefined ? '' : `grade ${it.frailty}`) },
};

/** How many tests of the presentation nobody has begun. @param {any} it */
export function openTests(it) {
  return (PRESENTATIONS[it.presentation]?.tests ?? []).filter((name) => !TESTS[name].result(it)).length;
}

/** @param {Where} at @param {any} it */
export function testsView(at, it) {
  const first = PRESENTATIONS[it.presentation]?.tests ?? [];
  const rest = Object.keys(TESTS).filter((name) => !first.includes(name));
  const round = it.rounds[it.round];
  const measure = (PRESENTATIONS[it.presentation]?.measure ?? []).filter((key) => round[key] === undefined);
  const card = (/** @type {string} */ name) => html`<details class="card topic test" data-test=${name} ?open=${first.includes(name)}>
    <summary><b>${TESTS[name].words}</b> <span class="tally">${TESTS[name].result(it) || 'not tested'}</span></summary>
    <div class="questions">${TESTS[name].view(at, it)}</div></details>`;
  return html`${measure.length
      ? html`<p class="note" data-measure>For this presentation measure too: ${measure.map((key) => VITALS.find((vital) => vital.key === key)?.word.toLowerCase()).join(', ')}.</p>`
      : nothing}
    ${repeat([...first, ...rest], (name) => name, card)}`;
}

/** Which presentation it is; one tap, and changed with another. @param {Where} at @param {any} it */
export function presentationPicker(at, it) {
  return html`<section class="card" aria-labelledby="presentation-title"><h2 id="presentation-title">What is the matter?</h2>
    <div class="one-of presentations" role="group" aria-label="Presentation">${Object.entries(PRESENTATIONS).map(([code, { words }]) => html`<button type="button"
      data-presentation=${code} aria-pressed=${it.presentation === code}
      @click=${() => change(at, (d) => { d.presentation = d.presentation === code ? undefined : code; })}>${words}</button>`)}</div>
    <p class="hint">Puts its tests and questions on top. Nothing is left out.</p></section>`;
}
