// @ts-check
/** The offers that went to this service. */
import { state } from '../care/state.js';

/**
 * @typedef {object} Own
 * @property {any} entry the patient
 * @property {any} referral the newest that went to this service
 */

/** Those in one of these states, what is due first on top. @param {...string} states @returns {Own[]} */
export function listOwn(...states) {
  return state.patients
    .map((entry) => ({ entry, referral: entry.care.arrangements.referrals.filter((/** @type {any} */ it) => it.service === state.session.service).at(-1) }))
    .filter((it) => it.referral && states.includes(it.referral.state))
    .sort((a, b) => Date.parse(a.referral.dueAt) - Date.parse(b.referral.dueAt));
}
