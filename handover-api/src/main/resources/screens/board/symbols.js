// @ts-check
/** The shape and word of a unit's status; colour is never alone. The map draws the same paths. */
import { html, svg } from 'lit-html';

/** @typedef {'available'|'mobilised'|'en-route'|'at-scene'|'at-hospital'|'unavailable'} Status */

/** In a box of 16 by 16. @type {Record<Status, {path: string, word: string}>} */
export const STATUSES = {
  available: { path: 'M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z', word: 'available' },
  mobilised: { path: 'M8 1.8L14.8 13.8H1.2z', word: 'mobilised' },
  'en-route': { path: 'M2.6 2.6h10.8v10.8H2.6z', word: 'en route' },
  'at-scene': { path: 'M8 .8L15.2 8L8 15.2L.8 8z', word: 'at scene' },
  'at-hospital': { path: 'M5.8 1.6h4.4v4.2h4.2v4.4h-4.2v4.2H5.8v-4.2H1.6V5.8h4.2z', word: 'at hospital' },
  unavailable: {
    path: 'M3.9 1.6L8 5.7l4.1-4.1l2.3 2.3L10.3 8l4.1 4.1l-2.3 2.3L8 10.3l-4.1 4.1l-2.3-2.3L5.7 8L1.6 3.9z',
    word: 'unavailable',
  },
};

/** @type {Status[]} */
export const STATUS_ORDER = ['available', 'mobilised', 'en-route', 'at-scene', 'at-hospital', 'unavailable'];

/** @type {Record<string, Status>} */
const BY_STAGE = {
  ALLOCATED: 'mobilised',
  ACKNOWLEDGED: 'mobilised',
  MOBILE: 'en-route',
  AT_SCENE: 'at-scene',
  AT_PATIENT: 'at-scene',
  LEFT_SCENE: 'en-route',
  AT_DESTINATION: 'at-hospital',
  HANDED_OVER: 'at-hospital',
};

/** @param {any} unit @returns {Status} */
export function statusOf(unit) {
  if (unit.job) {
    return BY_STAGE[unit.job.stage] ?? 'mobilised';
  }
  return unit.unavailable ? 'unavailable' : 'available';
}

/** @param {string} stage @returns {Status} */
export function statusOfStage(stage) {
  return BY_STAGE[stage] ?? 'mobilised';
}

/** @param {Status} status */
export function symbol(status) {
  return html`<svg class="symbol st-${status}" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${STATUSES[status].path} />`}</svg>`;
}

/** @param {string} category */
export function badge(category) {
  return html`<span class="cat l${category.slice(-1)}">${category}</span>`;
}
