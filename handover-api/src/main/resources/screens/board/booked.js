// @ts-check
/** Booked journeys, and the plan that the server proposes for them. */
import { request } from '../shared/api.js';
import { BOOKING_PLACES, EQUIPMENT, ESCORTS, MOBILITIES } from '../shared/booking-words.js';
import { whenInWords } from './closures.js';
import { changed, listBooked, secondsSince, state } from './store.js';

/** Drives and crews change without a change of the bookings. */
const OLD_SECONDS = 60;

export const plan = {
  at: '',
  policy: '',
  /** @type {any[]} */
  planned: [],
  /** @type {any[]} */
  unplanned: [],
  /** Why it could not be read; empty when it was. */
  fault: '',
};

let reading = false;
let readFor = '';

/** What a plan is made of, as far as the board knows it. */
function mark() {
  return listBooked().map((it) => `${it.incident}/${it.version}`).join(' ');
}

export async function readPlan() {
  reading = true;
  readFor = mark();
  try {
    Object.assign(plan, { ...(await request(`/api/areas/${state.area}/bookings`)), fault: '' });
  } catch (fault) {
    plan.fault = fault instanceof Error ? fault.message : String(fault);
  } finally {
    reading = false;
  }
  changed('pane');
}

/** Reads the plan again while it is in view and may be another. */
export function refreshPlan() {
  const old = Boolean(plan.at) && secondsSince(plan.at) > OLD_SECONDS;
  if (state.pane === 'booked' && !reading && (readFor !== mark() || old)) {
    readPlan();
  }
}

/** @param {number} incident @returns {{planned?: any, reason?: any}} */
export function planOf(incident) {
  return {
    planned: plan.planned.find((it) => it.incident === incident),
    reason: plan.unplanned.find((it) => it.incident === incident)?.reason,
  };
}

/** @param {any} booking */
export function windowInWords(booking) {
  const by = booking.window.arriveBy ? `, there by ${whenInWords(booking.window.arriveBy)}` : '';
  return `${whenInWords(booking.opensAt)} to ${whenInWords(booking.closesAt)}${by}`;
}

/** @param {any} booking */
export function journeyInWords({ journey }) {
  return `${BOOKING_PLACES[journey.origin] ?? journey.origin} to ${BOOKING_PLACES[journey.destination] ?? journey.destination}`;
}

/** @param {any} booking */
export function needsInWords({ needs }) {
  return [
    MOBILITIES[needs.mobility] ?? needs.mobility,
    ESCORTS[needs.escort] ?? needs.escort,
    ...needs.equipment.map((/** @type {string} */ it) => EQUIPMENT[it] ?? it),
  ].join(', ');
}
