// @ts-check
/** Rounds of observations with the score while they are typed, its trend, and about whom it is. */
import { html, nothing } from 'lit-html';
import { shortClock } from '../shared/format.js';
import { scoreOf } from '../shared/news2.js';
import { trendView } from '../shared/news2-trend.js';
import { change, changeRound, put, scoreFacts } from './assessing.js';
import { isPadFor, openPad } from './pad.js';
import { oneOf, textField, threeWay } from './parts.js';
import { AGE, CONSCIOUSNESS, judge, LITRES, shown, VITALS } from './vitals.js';

/** @typedef {import('./assessing.js').Where} Where */

const DEVICE_LENGTH_MAX = 40;

/** @type {{name: string, words: string, options: [string, string][]}[]} */
const COMA = [
  { name: 'eyes', words: 'Eyes open', options: [['4', '4 by themselves'], ['3', '3 to voice'], ['2', '2 to pressure'], ['1', '1 not']] },
  { name: 'voice', words: 'Speech', options: [['5', '5 clear'], ['4', '4 confused'], ['3', '3 words only'], ['2', '2 sounds only'], ['1', '1 none']] },
  { name: 'movement', words: 'Movement', options: [
    ['6', '6 as asked'], ['5', '5 towards pressure'], ['4', '4 away, bending'], ['3', '3 stiff bending'], ['2', '2 stretching'], ['1', '1 none']] },
];

/** @param {import('./vitals.js').Vital} vital @param {number | undefined} value @param {(value: number | undefined) => void} take */
export function tile(vital, value, take) {
  const unusual = value !== undefined && judge(vital, value) === 'unusual';
  return html`<button type="button" class="tile ${value === undefined ? 'open' : ''} ${unusual ? 'unusual' : ''}" data-vital=${vital.key}
    aria-pressed=${isPadFor(vital.key)} @click=${() => openPad(vital, value, take)}>
    <span>${vital.word}</span>
    <b>${value === undefined ? 'not measured' : shown(vital, value)}</b>
    <span>${value === undefined ? nothing : vital.unit}${unusual ? ', unusual: sure?' : nothing}</span>
  </button>`;
}

/** @param {any} it the draft */
export function scoreView(it) {
  const facts = scoreFacts(it);
  const score = scoreOf(it.rounds[it.round], facts);
  if (score.notValid) {
    return html`<p class="live-score none" id="live-news2" data-valid="no" role="status"><b>NEWS2 is not valid ${score.notValid === 'PREGNANT' ? 'in pregnancy' : 'under 16'}:</b> nothing is normal because of that. Use the chart for this patient.</p>`;
  }
  const unknown = [it.ageYears === undefined && 'age', it.pregnant === undefined && 'pregnancy'].filter(Boolean);
  return html`<div class="live-score" id="live-news2" data-total=${score.complete ? score.total : 'open'} data-least=${score.total} role="status">
    <p><span>NEWS2 of this round${facts.scale2 ? ', scale 2' : ''}</span> <b class="figure">${score.complete ? score.total : html`≥ ${score.total}`}</b>
      ${score.three ? html`<b class="flag danger">One part scores 3</b>` : nothing}</p>
    ${score.parts.some(([, points]) => points) ? html`<p class="points">${score.parts.filter(([, points]) => points).map(([word, points]) => `${word} ${points}`).join(', ')}</p>` : nothing}
    ${score.missing.length ? html`<p class="lacks"><b>Not measured:</b> ${score.missing.join(', ')}. Not measured is not normal.</p>` : nothing}
    ${unknown.length ? html`<p class="lacks"><b>Not known:</b> ${unknown.join(', ')}. Until it is, the score does not count as valid.</p>` : nothing}
  </div>`;
}

/** @param {Where} at @param {any} round */
function comaView(at, round) {
  const parts = round.comaParts ?? {};
  const take = (/** @type {string} */ name, /** @type {string} */ code) => changeRound(at, (it) => {
    it.comaParts = { ...it.comaParts, [name]: Number(code) };
    const { eyes, voice, movement } = it.comaParts;
    it.comaScale = eyes && voice && movement ? eyes + voice + movement : undefined;
  });
  return html`<details class="coma"><summary>Coma scale by its parts${round.comaScale ? html`: <b>${round.comaScale} of 15</b>` : nothing}</summary>
    ${COMA.map(({ name, words, options }) => html`<h3 class="asks">${words}</h3>${oneOf(words, options, parts[name] === undefined ? undefined : String(parts[name]), (code) => take(name, code))}`)}</details>`;
}

/** @param {Where} at @param {any} round @param {import('./vitals.js').Vital} vital */
function vitalTile(at, round, vital) {
  return tile(vital, round[vital.key], (value) => changeRound(at, (it) => {
    it[vital.key] = value;
    if (vital.key === 'comaScale') {
      // A total of its own; parts that do not add up to it would contradict it.
      delete it.comaParts;
    }
  }));
}

/** @param {Where} at @param {any} it */
export function roundsView(at, it) {
  const round = it.rounds[it.round];
  const device = round.device ?? it.device ?? '';
  return html`<section class="card" aria-labelledby="round-title">
    <div class="row"><h2 id="round-title">Observations</h2>
      <div class="one-of" role="group" aria-label="Rounds">
        ${it.rounds.map((/** @type {any} */ each, /** @type {number} */ index) => html`<button type="button" aria-pressed=${index === it.round}
          @click=${() => change(at, (d) => { d.round = index; })}>Round ${index + 1}${each.takenAt ? html` <small>${shortClock(each.takenAt)}</small>` : nothing}</button>`)}
        <button type="button" id="new-round" @click=${() => change(at, (d) => { d.rounds.push({}); d.round = d.rounds.length - 1; })}>New round</button>
      </div></div>
    ${scoreView(it)}
    <div class="tiles">${VITALS.map((vital) => vitalTile(at, round, vital))}
      ${round.oxygenGiven ? tile(LITRES, round.litresPerMinute, (value) => changeRound(at, (r) => { r.litresPerMinute = value; })) : nothing}</div>
    ${threeWay('OXYGEN_GIVEN', 'Oxygen is given', round.oxygenGiven, (value) => changeRound(at, (r) => { r.oxygenGiven = value; }))}
    <h3 class="asks">Consciousness</h3>
    ${oneOf('Consciousness', [...CONSCIOUSNESS, ['', 'Not looked at']], round.consciousness ?? '', (code) => changeRound(at, (r) => { r.consciousness = code || undefined; }))}
    ${comaView(at, round)}
    ${trendView(it.rounds, scoreFacts(it))}
    <details class="device"><summary>Measured with: ${device || 'not said'}</summary>
      ${textField('device', 'Monitor, by its name or number', device, (value) => change(at, (d) => {
        const name = value.replace(/[^A-Za-z0-9 ./_-]/g, '').slice(0, DEVICE_LENGTH_MAX);
        // The next round is most likely measured with the same.
        d.device = name;
        d.rounds[d.round].device = name;
      }), 1)}</details>
  </section>`;
}

/** @param {Where} at @param {any} it */
export function aboutView(at, it) {
  return html`<section class="card" aria-labelledby="about-title">
    <h2 id="about-title">About the patient</h2>
    <div class="tiles">${tile(AGE, it.ageYears, put(at, 'ageYears'))}</div>
    ${threeWay('PREGNANT', 'Pregnant, newly delivered, or it may be so', it.pregnant, put(at, 'pregnant'))}
    <h3 class="asks">Oxygen scale for NEWS2</h3>
    ${oneOf('Oxygen scale', [['1', 'Scale 1 (usual)'], ['2', 'Scale 2 (88 to 92 %)']], it.scale2 ? '2' : '1', (code) => put(at, 'scale2')(code === '2'))}
    ${it.scale2
      ? html`${threeWay('HYPERCAPNIC', 'Hypercapnic failure confirmed by a blood gas', it.confirmed, put(at, 'confirmed'))}
          ${threeWay('TARGET', 'A clinician has set the target 88 to 92 %', it.target, put(at, 'target'))}
          ${it.confirmed && it.target ? nothing : html`<p class="note bad" role="status">Scale 2 counts only with both answers Yes. Until then scale 1 is used.</p>`}`
      : nothing}
  </section>`;
}
