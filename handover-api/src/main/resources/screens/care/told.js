// @ts-check
/** What a crew has tested and asked beyond observations: tests, capacity, plans, how the patient lives. */
import { html, nothing } from 'lit-html';
import { finding } from '../shared/care-words.js';
import { dayAndClock } from '../shared/history.js';
import { factsOf, flatRound } from '../shared/news2.js';
import { trendView } from '../shared/news2-trend.js';
import { inputWord, TEAMS } from '../shared/protocol-words.js';
import { PLAN_NAMES } from './summary.js';

/** @type {Record<string, string>} */
const CONSENT = {
  GIVEN: 'given', IMPLIED: 'implied by what the patient does', REFUSED: 'refused', BEST_INTERESTS: 'best interests, lacks capacity', PARENTAL: 'given by a parent or guardian',
};
/** @type {Record<string, string>} */
const PLANS = { ...PLAN_NAMES, COURT_DEPUTY: 'Deputy of the court', PREFERRED_PLACE: 'Preferred place of care' };

/** @param {boolean | undefined} value */
const said = (value) => (value === undefined ? 'not asked' : value ? 'yes' : 'no');

/** @param {[string, boolean | undefined][]} parts */
const listed = (parts) => parts.map(([word, value]) => `${word} ${said(value)}`).join(', ');

/** @param {string} term @param {unknown} text */
const fact = (term, text) => (text ? html`<div><dt>${term}</dt><dd>${text}</dd></div>` : nothing);

/** The score of each round, oldest first. @param {any} entry */
export function courseView(entry) {
  const assessment = entry.assessment?.assessment;
  return assessment ? trendView(assessment.observations.map(flatRound), factsOf(assessment.patient)) : nothing;
}

/** @param {any} entry */
export function testsView(entry) {
  const tests = entry.assessment?.assessment?.examination;
  const parts = (entry.assessment?.assessment?.observations ?? []).map((/** @type {any} */ it) => it.bedside?.comaParts).filter(Boolean).pop();
  if (!tests && !parts) {
    return html`<p class="unknown">No tests are recorded.</p>`;
  }
  const { fast, trauma, fall, frailty, infectionSuspected } = tests ?? {};
  return html`<dl class="told" id="tests-told">
    ${fact('FAST', fast && html`${listed([['face', fast.face], ['arm', fast.arm], ['speech', fast.speech]])}; last known well ${fast.lastKnownWell ? dayAndClock(fast.lastKnownWell) : 'not known'}`)}
    ${fact('Trauma steps', trauma && listed([['1 physiology', trauma.physiology], ['2 anatomy', trauma.anatomy], ['3 mechanism', trauma.mechanism], ['4 special', trauma.special]]))}
    ${fact('Fall', fall && `${fall.minutesOnFloor === undefined ? 'not known how long on the floor' : `${fall.minutesOnFloor} min on the floor`}, head struck ${said(fall.headStruck)}, falls in a year ${fall.fallsInYear ?? 'not asked'}`)}
    ${fact('Frailty', frailty && `${frailty} of 9`)}
    ${fact('Infection', infectionSuspected === undefined ? '' : `suspected ${said(infectionSuspected)}`)}
    ${fact('Coma scale', parts && `eyes ${parts.eyes}, voice ${parts.voice}, movement ${parts.movement}`)}
  </dl>`;
}

/** @param {any} plan */
function planWords(plan) {
  const days = [plan.madeOn && `made ${plan.madeOn}`, plan.reviewOn && `review ${plan.reviewOn}`].filter(Boolean).join(', ');
  return `${listed([['valid', plan.valid], ['applicable', plan.applicable], ['original seen', plan.originalSeen]])}${days ? `; ${days}` : ''}`;
}

/** @param {any} capacity */
function capacityWords(capacity) {
  return listed([
    ['impaired', capacity.impaired], ['understands', capacity.understands], ['retains', capacity.retains], ['weighs', capacity.weighs], ['communicates', capacity.communicates],
  ]);
}

/** @param {any} entry */
export function wishesTold(entry) {
  const { capacity, consent, plans, plansNotLocated } = entry.assessment?.assessment?.context ?? {};
  if (!capacity && !consent && !plans && plansNotLocated === undefined) {
    return html`<p class="unknown">Capacity, consent and plans are not recorded.</p>`;
  }
  return html`<dl class="told" id="wishes-told">
    ${fact('Capacity', capacity && capacityWords(capacity))} ${fact('Consent', consent && (CONSENT[consent] ?? consent))}
    ${plans?.length === 0 ? fact('Plans', 'looked for, none found') : (plans ?? []).map((/** @type {any} */ it) => fact(PLANS[it.kind] ?? it.kind, planWords(it)))}
    ${plansNotLocated ? fact('Not located', 'plans were looked for and could not be located: that is not none') : nothing}
  </dl>`;
}

/** @type {Record<string, string>} */
const ANSWERS = { GIVEN: 'told', ACCEPTED: 'wants it', DECLINED: 'declined' };

/** @param {any} entry */
export function wellbeingTold(entry) {
  const well = entry.assessment?.assessment?.context?.wellbeing;
  const aftercare = entry.handover?.aftercare;
  if (!well && !aftercare) {
    return html`<p class="unknown">Nothing is noted of how the patient lives.</p>`;
  }
  return html`<dl class="told" id="wellbeing-told">
    ${fact('Smokes', well?.smokes !== undefined && `${said(well.smokes)}${well.smokes ? `, wants to stop ${said(well.wantsToStop)}` : ''}`)}
    ${fact('Alcohol', well?.alcoholUnitsPerWeek !== undefined && `${well.alcoholUnitsPerWeek} units a week, wants less ${said(well.wantsToDrinkLess)}`)}
    ${fact('Unsteady', well?.fallsRisk !== undefined && said(well.fallsRisk))} ${fact('Lonely', well?.lonely !== undefined && said(well.lonely))}
    ${(aftercare?.offers ?? []).map((/** @type {any} */ it) => fact(`Offered`, `${it.need.toLowerCase().replaceAll('_', ' ')}: ${ANSWERS[it.answer] ?? it.answer}`))}
    ${aftercare?.callBack ? fact('Call back', html`<b>The hub calls the patient back</b>`) : nothing}
  </dl>`;
}

/** What the tables lack and where two answers contradict each other. @param {any} entry */
export function openTold(entry) {
  const { open, onward } = entry.assessment?.result ?? {};
  if (!open) {
    return nothing;
  }
  return html`${onward && onward.team !== 'NONE' ? html`<p id="team-told">To warn: <b>${TEAMS[onward.team] ?? onward.team}</b>.</p>` : nothing}
    ${open.contradicted?.length ? html`<p class="warn" id="contradicted-told">Ticked otherwise than a test or plan says, the worse counts: ${open.contradicted.map(finding).join(', ')}.</p>` : nothing}
    ${open.missing.length ? html`<p class="warn">Not asked or measured: ${[...new Set(open.missing.map(inputWord))].join(', ')}.</p>` : nothing}
    ${open.notAsked?.length ? html`<details><summary>Nobody has looked for: ${open.notAsked.length}</summary><p>${open.notAsked.map(finding).join(', ')}.</p></details>` : nothing}`;
}
