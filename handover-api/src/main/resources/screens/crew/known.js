// @ts-check
/**
 * What is known of the patient: read when the job comes and kept on the tablet, so that it is there
 * without a network, with its age. Nothing waits for it.
 */
import { html, nothing } from 'lit-html';
import { NoAnswer, Refused, request } from '../shared/api.js';
import { PLAN_NAMES, summaryView } from '../care/summary.js';
import { findKept, keep } from './database.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { threeWay } from './parts.js';
import { changed, serverNow, state } from './store.js';

const OLD_MILLIS = 300_000;
const AGAIN_MILLIS = 15_000;

/** By patient. @type {Map<string, import('../care/summary.js').Known & {at: number}>} */
const known = new Map();

/** What is known, and asks where that is old. @param {number} incident @param {number} number */
export function knownOf(incident, number) {
  const key = `summary-${incident}-${number}`;
  const found = known.get(key) ?? { at: 0 };
  known.set(key, found);
  const wait = found.fault ? AGAIN_MILLIS : OLD_MILLIS;
  if (!found.reading && Date.now() - found.at > wait) {
    read(key, found, `/api/areas/${state.area}/patients/${incident}/${number}/summary`);
  }
  return found;
}

/** @param {string} key @param {import('../care/summary.js').Known & {at: number}} found @param {string} path */
async function read(key, found, path) {
  found.reading = true;
  found.at = Date.now();
  try {
    const value = await request(path);
    found.value = value;
    found.readAt = serverNow();
    found.fault = undefined;
    // A copy for the road is made of what is good only; a fault is no copy.
    if (value.plans) {
      keep(key, { value, readAt: found.readAt });
    }
  } catch (fault) {
    found.fault = fault instanceof Error ? fault.message : String(fault);
    const kept = found.value || !isAway(fault) ? undefined : await findKept(key);
    found.value ??= kept?.value.value;
    found.readAt ??= kept?.value.readAt;
  }
  found.reading = false;
  changed();
}

/** @param {unknown} fault */
function isAway(fault) {
  return fault instanceof NoAnswer || (fault instanceof Refused && fault.problem.status >= 500);
}

/** @param {number} incident @param {number} number */
function answersAt(incident, number) {
  const key = draftKey('plans', incident, number);
  return { key, it: draftOf(key, () => ({ plans: {} })) };
}

/** The plan that is answered for, whatever its place in the list. @param {any} plan */
const planKey = (plan) => `${plan.kind}|${plan.made ?? ''}|${plan.text}`;

/** @type {[string, string][]} */
const QUESTIONS = [['valid', 'Valid'], ['applicable', 'Applicable'], ['originalSeen', 'Original seen']];

/** @param {number} incident @param {number} number */
function answersView(incident, number) {
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
 * What the crew has found of each plan, as an assessment names it.
 * @param {number} incident @param {number} number
 * @returns {{kind: string, valid?: boolean, applicable?: boolean, originalSeen?: boolean, notLocated?: boolean}[]}
 */
export function carePlansOf(incident, number) {
  return Object.values(answersAt(incident, number).it.plans);
}

/** The same in words, for the handover; empty where nothing was answered. @param {number} incident @param {number} number */
export function carePlanWords(incident, number) {
  const words = carePlansOf(incident, number).map((/** @type {any} */ it) => {
    const name = PLAN_NAMES[it.kind] ?? it.kind;
    if (it.notLocated) {
      return `${name}: could not be located`;
    }
    const said = QUESTIONS.filter(([key]) => it[key] !== undefined).map(([key, word]) => `${it[key] ? '' : 'not '}${word.toLowerCase()}`);
    return said.length ? `${name}: ${said.join(', ')}` : '';
  }).filter(Boolean);
  return words.length ? `Plans: ${words.join('; ')}.` : '';
}

/** @param {number} incident */
export function knownPage(incident) {
  const found = knownOf(incident, state.patient);
  return html`<section class="card" aria-labelledby="known-title"><h2 id="known-title">What is known before you decide</h2>
    ${summaryView(found, {
      now: serverNow(),
      again: () => {
        found.at = 0;
        changed();
      },
      answers: answersView(incident, state.patient),
    })}
    <p class="hint">Your answers are kept on this tablet and go into the words of the handover.</p></section>`;
}
