// @ts-check
/** The patients who are brought to this hospital, in the order in which they arrive. */
import { secondsSince, serverNow } from '../shared/server-clock.js';
import { state } from '../care/state.js';

/** A crew should be free by then, and must be: engineering defaults after NHS England's standards. */
export const HANDOVER_SECONDS = 15 * 60;
export const LATE_SECONDS = 30 * 60;
export const CLEARED_SECONDS = 45 * 60;
export const NEVER_SECONDS = 60 * 60;

/** @param {any} entry */
function comesHere(entry) {
  return entry.care.choice?.destination === state.session.service;
}

/** Pre-alerts that nobody has acknowledged, the oldest first. */
export function warnings() {
  return state.patients
    .filter((it) => comesHere(it) && it.care.arrangements.preAlert && !it.care.arrangements.preAlert.acknowledgedBy && !it.care.arrangements.reception)
    .sort((a, b) => Date.parse(a.care.arrangements.preAlert.sentAt) - Date.parse(b.care.arrangements.preAlert.sentAt));
}

/** Those who are not taken over yet: at the door first, then by the time of arrival. */
export function arrivals() {
  return state.patients.filter((it) => comesHere(it) && !it.care.arrangements.reception).sort(byArrival);
}

export function received() {
  return state.patients
    .filter((it) => comesHere(it) && it.care.arrangements.reception)
    .sort((a, b) => Date.parse(b.care.arrangements.reception.at) - Date.parse(a.care.arrangements.reception.at));
}

/** The crew that has come furthest. @param {any} entry @returns {any} */
export function carrier(entry) {
  const units = entry.incident?.units ?? [];
  return units.find((/** @type {any} */ it) => it.stage === 'AT_DESTINATION') ?? units.find((/** @type {any} */ it) => it.stage === 'LEFT_SCENE') ?? units[0];
}

/** Seconds that a crew has waited at the door; undefined while none does. @param {any} entry @returns {number | undefined} */
export function doorSeconds(entry) {
  const unit = carrier(entry);
  return unit?.stage === 'AT_DESTINATION' ? Math.max(0, secondsSince(unit.since)) : undefined;
}

/** Seconds until arrival, counted down since the reading; undefined where nobody can tell. @param {any} entry @returns {number | undefined} */
export function etaSeconds(entry) {
  const eta = carrier(entry)?.etaSeconds;
  return eta === undefined ? undefined : eta - (serverNow() - state.readMillis) / 1_000;
}

/** @param {any} a @param {any} b */
function byArrival(a, b) {
  return order(a) - order(b) || a.care.id.incident - b.care.id.incident;
}

/** @param {any} entry */
function order(entry) {
  const door = doorSeconds(entry);
  return door === undefined ? (etaSeconds(entry) ?? 1e9) : -1e6 - door;
}
