// @ts-check
/**
 * What the crew has found of each plan: answered once, shown where plans are read and where the
 * patient is assessed, sent with the assessment.
 */
import { html, nothing } from 'lit-html';
import { dayWords, PLAN_NAMES } from '../care/summary.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { knownOf } from './known.js';
import { oneOf, threeWay } from './parts.js';
import { state } from './store.js';

/** Kinds of the record that an assessment names otherwise; one that it does not know stays words. @type {Record<string, string | undefined>} */
const ASSESSED_AS = { DEPUTY: 'COURT_DEPUTY', PREFERRED_PLACE_OF_CARE: 'PREFERRED_PLACE', OTHER_PLAN: undefined };

/** Papers that can lie in the home. @type {[string, string][]} */
const KINDS = [
  ['ADVANCE_DECISION', 'Advance decision (ADRT)'], ['LASTING_POWER_OF_ATTORNEY', 'Power of attorney'], ['COURT_DEPUTY', 'Deputy of the court'],
  ['RESPECT', 'ReSPECT'], ['DNACPR', 'DNACPR'], ['PREFERRED_PLACE', 'Preferred place'],
];

/** @type {[string, string][]} */
const QUESTIONS = [['valid', 'Valid'], ['applicable', 'Applicable'], ['originalSeen', 'Original seen']];
/** @type {Record<string, string>} */
const QUESTION_WORDS = {
  valid: 'Valid: made as the law asks', applicable: 'Applicable: speaks of what is at hand', originalSeen: 'Original seen, not only a copy',
};

/** @param {number} incident @param {number} number */
function answersAt(incident, number) {
  const key = draftKey('plans', incident, number);
  const it = draftOf(key, () => /** @type {any} */ ({ plans: {} }));
  it.found ??= [];
  return { key, it };
}

/** The plan that is answered for, whatever its place in the list. @param {any} plan */
const planKey = (plan) => `${plan.kind}|${plan.made ?? ''}|${plan.text}`;

/** @param {number} incident @param {number} number */
export function answersView(incident, number) {
  const { key, it } = answersAt(incident, number);
  return (/** @type {any} */ shown, /** @type {number} */ index) => {
    const id = planKey(shown.plan);
    const given = it.plans[id] ?? {};
    const put = (/** @type {string} */ name, /** @type {boolean | undefined} */ value) => changeDraft(key, (draft) => {
      draft.plans[id] = { ...draft.plans[id], kind: shown.plan.kind, [name]: value };
    });
    const missing = () => changeDraft(key, (draft) => {
      draft.plans[id] = { kind: shown.plan.kind, notLocated: !given.notLocated };
    });
    return html`<div class="plan-answers">
      ${given.notLocated ? nothing : QUESTIONS.map(([name], at) => threeWay(`${shown.plan.kind}-${index}-${name}`, shown.asks[at], given[name], (value) => put(name, value)))}
      <button type="button" class="not-located" aria-pressed=${given.notLocated === true} data-not-located=${index} @click=${missing}>Could not locate it</button>
    </div>`;
  };
}

/**
 * What the crew has found of each plan of the record.
 * @param {number} incident @param {number} number
 * @returns {{kind: string, valid?: boolean, applicable?: boolean, originalSeen?: boolean, notLocated?: boolean}[]}
 */
export function carePlansOf(incident, number) {
  return Object.values(answersAt(incident, number).it.plans);
}

/** The same in words, for the handover; empty where nothing was answered. @param {number} incident @param {number} number */
export function carePlanWords(incident, number) {
  const words = [...carePlansOf(incident, number), ...answersAt(incident, number).it.found].map((/** @type {any} */ it) => {
    const name = PLAN_NAMES[it.kind] ?? KINDS.find(([kind]) => kind === it.kind)?.[1] ?? it.kind;
    if (it.notLocated) {
      return `${name}: could not be located`;
    }
    const said = QUESTIONS.filter(([key]) => it[key] !== undefined).map(([key, word]) => `${it[key] ? '' : 'not '}${word.toLowerCase()}`);
    return said.length ? `${name}: ${said.join(', ')}` : '';
  }).filter(Boolean);
  return words.length ? `Plans: ${words.join('; ')}.` : '';
}

/** A day that is known whole. @param {string | undefined} day */
const wholeDay = (day) => (/^\d{4}-\d{2}-\d{2}/.test(day ?? '') ? /** @type {string} */ (day).slice(0, 10) : undefined);

/** @param {Record<string, any>} fields */
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/**
 * Plans as an assessment names them: those of the record that are in force or were answered for,
 * then papers found. Nothing is sent where nothing is known; an empty list says that somebody has
 * looked and found none.
 * @param {number} incident @param {number} number
 * @returns {{plans?: any[], plansNotLocated?: boolean}}
 */
export function assessedPlans(incident, number) {
  const { it } = answersAt(incident, number);
  const recorded = (knownOf(incident, number).value?.plans?.plans ?? [])
    .filter((/** @type {any} */ shown) => shown.plan.active || it.plans[planKey(shown.plan)])
    .map((/** @type {any} */ { plan }) => ({ ...it.plans[planKey(plan)], id: planKey(plan), kind: plan.kind, madeOn: wholeDay(plan.made), reviewOn: wholeDay(plan.review) }));
  // Answered when the record could be read; it may be gone now.
  const gone = Object.entries(it.plans).filter(([id]) => !recorded.some((/** @type {any} */ each) => each.id === id)).map(([, answers]) => answers);
  const all = [...recorded, ...gone, ...it.found];
  const plans = all
    .map((/** @type {any} */ plan) => ({ ...plan, kind: plan.kind in ASSESSED_AS ? ASSESSED_AS[plan.kind] : plan.kind }))
    .filter((plan) => plan.kind)
    .map(({ kind, valid, applicable, originalSeen, notLocated, madeOn, reviewOn }) =>
      given({ kind, valid, applicable, originalSeen: notLocated ? false : originalSeen, madeOn, reviewOn }));
  const lost = it.searched === 'NOT_LOCATED' || all.some((plan) => plan.notLocated);
  return {
    plans: plans.length || it.searched === 'NONE' ? plans : undefined,
    plansNotLocated: lost ? true : it.searched === 'NONE' ? false : undefined,
  };
}

/** Conflicts of the record, in its sentences. @param {number} incident @param {number} number @returns {string[]} */
export function planConflicts(incident, number) {
  return (knownOf(incident, number).value?.plans?.conflicts ?? []).map((/** @type {any} */ it) => it.sentence);
}

/** @param {any} plan @param {number} index @param {string} key */
function foundView(plan, index, key) {
  const put = (/** @type {string} */ name) => (/** @type {any} */ value) => changeDraft(key, (draft) => { draft.found[index][name] = value || (value === false ? false : undefined); });
  const day = (/** @type {string} */ name, /** @type {string} */ words) => html`<p class="field"><label for="found-${index}-${name}">${words}</label>
    <input type="date" id="found-${index}-${name}" .value=${plan[name] ?? ''} @change=${(/** @type {any} */ event) => put(name)(event.target.value)} /></p>`;
  return html`<li class="found-plan" data-found=${plan.kind}><div class="row"><b>${KINDS.find(([kind]) => kind === plan.kind)?.[1]}, found here</b>
      <button type="button" @click=${() => changeDraft(key, (draft) => { draft.found.splice(index, 1); })}>Take out</button></div>
    ${QUESTIONS.map(([name]) => threeWay(`found-${index}-${name}`, QUESTION_WORDS[name], plan[name], put(name)))}
    <div class="dates">${day('madeOn', 'Made on')}${day('reviewOn', 'Review on')}</div></li>`;
}

/** Where plans are asked for while assessing. @param {number} incident */
export function plansSection(incident) {
  const { key, it } = answersAt(incident, state.patient);
  const known = knownOf(incident, state.patient);
  const recorded = known.value?.plans?.plans ?? [];
  const answers = answersView(incident, state.patient);
  return html`<div class="plans-asked" id="plans-asked">
    <h3>Plans</h3>
    ${planConflicts(incident, state.patient).map((sentence) => html`<p class="note bad" data-conflict><b>Stop: plans contradict each other.</b> ${sentence}</p>`)}
    ${known.value?.plans ? nothing : html`<p class="note old">The record has not been read here: that is not that there are no plans.</p>`}
    <ul class="found-plans">${recorded.map((/** @type {any} */ shown, /** @type {number} */ index) => html`<li class="found-plan" data-recorded=${shown.plan.kind}>
        <b>${PLAN_NAMES[shown.plan.kind] ?? shown.plan.kind}, in the record</b>
        <p class="muted">${[shown.plan.made && `made ${dayWords(shown.plan.made)}`, shown.plan.review && `review by ${dayWords(shown.plan.review)}`].filter(Boolean).join(', ') || 'no dates recorded'}</p>
        ${answers(shown, index)}</li>`)}
      ${it.found.map((/** @type {any} */ plan, /** @type {number} */ index) => foundView(plan, index, key))}</ul>
    <details class="add-plan"><summary>Add a paper found here</summary>
      <div class="one-of" role="group" aria-label="Kind of plan found">${KINDS.map(([kind, words]) => html`<button type="button" data-add-plan=${kind}
        @click=${() => changeDraft(key, (draft) => { draft.found.push({ kind }); })}>${words}</button>`)}</div></details>
    <h3 class="asks">Looked for papers and asked</h3>
    ${oneOf('Plans looked for', [['NONE', 'Looked: there are none'], ['NOT_LOCATED', 'Could not locate them'], ['', 'Not looked for']], it.searched ?? '', (code) => changeDraft(key, (draft) => { draft.searched = code || undefined; }))}
  </div>`;
}
