// @ts-check
/** What is typed of an assessment, on the tablet; a draft of an earlier version of the page opens as well. */
import { careOf } from './care.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { state } from './store.js';

/** @typedef {{incident: number, number: number, key: string}} Where */

/** @param {number} incident @returns {Where} */
export function where(incident) {
  return { incident, number: state.patient, key: draftKey('assess', incident, state.patient) };
}

/** @param {Where} at */
function first(at) {
  const told = careOf(at.incident, at.number).identity;
  return { ageYears: told?.ageYears, pregnant: undefined, scale2: false, confirmed: undefined, target: undefined, rounds: [{}], round: 0, findings: {} };
}

/** What is typed so far. @param {Where} at @returns {any} */
export function draftAt(at) {
  const it = draftOf(at.key, () => first(at));
  // Asked since later versions of the page; a draft may be older than they are.
  for (const group of ['fast', 'trauma', 'fall', 'capacity', 'wellbeing']) {
    it[group] ??= {};
  }
  return it;
}

/** @param {Where} at @param {(draft: any) => void} change */
export function change(at, change) {
  draftAt(at);
  changeDraft(at.key, change);
}

/** Takes one answer of a group, or one answer of its own. @param {Where} at @param {string} name @param {string} [group] */
export function put(at, name, group) {
  return (/** @type {any} */ value) => change(at, (draft) => {
    (group ? draft[group] : draft)[name] = value;
  });
}

/** @param {Where} at @param {(round: any) => void} take */
export function changeRound(at, take) {
  change(at, (it) => {
    const round = it.rounds[it.round];
    // A round has the time of its first value, by the tablet's clock.
    round.takenAt ??= new Date().toISOString();
    take(round);
  });
}

/** What the score needs to know of the patient. @param {any} it @returns {import('../shared/news2.js').Facts} */
export function scoreFacts(it) {
  return { ageYears: it.ageYears, pregnant: it.pregnant, scale2: Boolean(it.scale2 && it.confirmed && it.target) };
}
