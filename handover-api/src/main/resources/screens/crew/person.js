// @ts-check
/** Capacity by its parts, consent, and how the patient lives. */
import { html, nothing } from 'lit-html';
import { put } from './assessing.js';
import { hasCapacity } from './derived.js';
import { oneOf, threeWay } from './parts.js';
import { tile } from './round.js';
import { ALCOHOL } from './vitals.js';

/** @typedef {import('./assessing.js').Where} Where */

/** @type {[string, string][]} */
const PARTS = [
  ['understands', 'Understands what the decision is about'], ['retains', 'Keeps it in mind long enough'],
  ['weighs', 'Weighs it up'], ['communicates', 'Tells the decision, by any means'],
];

/** @type {[string, string][]} */
const CONSENT = [
  ['GIVEN', 'Given'], ['IMPLIED', 'Implied by what the patient does'], ['REFUSED', 'Refused'],
  ['BEST_INTERESTS', 'Best interests: lacks capacity'], ['PARENTAL', 'Given by a parent or guardian'],
];

/** What the parts come to, said. @param {any} test */
export function capacityWords(test) {
  const has = hasCapacity(test);
  if (Object.values(test).every((each) => each === undefined)) {
    return 'Capacity has not been tested.';
  }
  if (has === undefined) {
    const lacks = PARTS.some(([name]) => test[name] === false);
    return lacks
      ? 'Not settled: say whether mind or brain are impaired.'
      : 'Not settled: a part has not been tested. Capacity is presumed until it is shown to lack.';
  }
  if (!has) {
    return `Lacks capacity for this decision: cannot ${PARTS.filter(([name]) => test[name] === false).map(([, words]) => words.charAt(0).toLowerCase() + words.slice(1)).join(', ')}. Decide in best interests, with carer or attorney.`;
  }
  return test.impaired === false ? 'Has capacity for this decision: nothing impairs mind or brain.' : 'Has capacity for this decision: all four parts can be done.';
}

/** @param {Where} at @param {any} it */
export function capacityView(at, it) {
  const has = hasCapacity(it.capacity);
  return html`<details class="card topic" data-test="capacity">
    <summary><b>Capacity for this decision</b> <span class="tally">${has === undefined ? 'not settled' : has ? 'has it' : html`<b class="present">lacks it</b>`}</span></summary>
    <div class="questions">
      ${threeWay('CAPACITY-impaired', 'Mind or brain are impaired or disturbed', it.capacity.impaired, put(at, 'impaired', 'capacity'))}
      ${PARTS.map(([name, words]) => threeWay(`CAPACITY-${name}`, words, it.capacity[name], put(at, name, 'capacity')))}
      <p class="note ${has === false ? 'bad' : has ? 'good' : ''}" id="capacity-said" role="status">${capacityWords(it.capacity)}</p>
    </div></details>
    <section class="card" aria-labelledby="consent-title"><h2 id="consent-title">Consent</h2>
      ${oneOf('Consent', [...CONSENT, ['', 'Not asked']], it.consent ?? '', (code) => put(at, 'consent')(code || undefined))}
      ${it.consent === 'BEST_INTERESTS' && has ? html`<p class="note bad">Best interests is for who lacks capacity; the test says that the patient has it.</p>` : nothing}
      ${it.consent === 'REFUSED' && has === undefined ? html`<p class="note old">Refuses: test capacity and record it.</p>` : nothing}</section>`;
}

/** @param {Where} at @param {any} it */
export function wellbeingView(at, it) {
  const well = it.wellbeing;
  const ask = (/** @type {string} */ name, /** @type {string} */ words) => threeWay(`WELL-${name}`, words, well[name], put(at, name, 'wellbeing'));
  return html`<details class="card topic" data-test="wellbeing">
    <summary><b>Health and wellbeing</b> <span class="tally">becomes offers in the handover</span></summary>
    <div class="questions">
      ${ask('smokes', 'Smokes')} ${well.smokes ? ask('wantsToStop', 'Would take help to stop') : nothing}
      <div class="tiles">${tile(ALCOHOL, well.alcoholUnitsPerWeek, put(at, 'alcoholUnitsPerWeek', 'wellbeing'))}</div>
      ${well.alcoholUnitsPerWeek ? ask('wantsToDrinkLess', 'Would like to drink less') : nothing}
      ${ask('fallsRisk', 'Unsteady, or afraid of falling')} ${ask('lonely', 'Lonely: company would be welcome')}
    </div></details>`;
}
