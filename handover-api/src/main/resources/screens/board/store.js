// @ts-check
/** What the board knows. Whoever changes it says so by `changed`. */
import { BoardCopy } from '../shared/board-copy.js';
import { lostInWords } from '../shared/link.js';

export { OLD_SECONDS, STALE_SECONDS } from '../shared/link.js';
export { changed, paintNow, paints } from '../shared/painting.js';
export {
  dataAgeSeconds, forgetStamps, hearStamp, secondsSince, serverNow,
} from '../shared/server-clock.js';

export const copy = new BoardCopy();

export const state = {
  area: '',
  /** @type {any} */
  session: undefined,
  /** @type {any} */
  reference: undefined,
  /** Whether a board has been heard of at all. */
  ready: false,
  signedOut: false,
  deciding: true,
  /** Why nothing is decided, as the heartbeat says it; empty while it is. */
  reason: '',
  /** How many messages need a person, and whether the oldest is late. */
  messages: { exceptions: 0, late: false },
  /** The row that the keys move. @type {number | undefined} */
  current: undefined,
  /** The incident in the pane. @type {number | undefined} */
  open: undefined,
  /** @type {string | undefined} */
  unit: undefined,
  /** What the pane shows. @type {'none' | 'incident' | 'new-call' | 'keys' | 'closures' | 'booked' | 'cover'} */
  pane: 'none',
};

/** Why the area takes no commands, in words. */
export function whyLost() {
  return lostInWords(state.reason);
}

/** Why nothing can be sent now, in words; empty while it can. */
export function whyNotDeciding() {
  if (state.signedOut) {
    return 'You are signed out.';
  }
  return state.deciding ? '' : `No commands are taken now: ${whyLost()}`;
}

/** Open incidents that nobody is on, most urgent first, then the longest wait. */
export function listWaiting() {
  return [...copy.incidents.values()].filter(isWaiting).sort(byUrgency);
}

/** Whether no unit is on it, nobody has reached it, and it is not for later. @param {any} incident */
export function isWaiting(incident) {
  return !incident.jobs.length && !incident.attended && !isBookedAhead(incident);
}

/** Whether it is booked and its time has not come. @param {any} incident */
export function isBookedAhead(incident) {
  return Boolean(incident.booking && !incident.booking.releasedAt);
}

/** Open incidents that somebody is on or has reached, in the same order. */
export function listActive() {
  return [...copy.incidents.values()].filter((it) => !isWaiting(it) && !isBookedAhead(it)).sort(byUrgency);
}

/** Booked journeys that nobody is on, the first to be picked up first. */
export function listBooked() {
  return [...copy.incidents.values()]
    .filter((it) => it.booking && !it.jobs.length && !it.attended)
    .sort((a, b) => Date.parse(a.booking.opensAt) - Date.parse(b.booking.opensAt) || a.incident - b.incident);
}

/** In the order of the screen. */
export function listIncidents() {
  return [...listWaiting(), ...listActive()];
}

/** @param {any} a @param {any} b */
function byUrgency(a, b) {
  return (
    Number(a.category.slice(-1)) - Number(b.category.slice(-1)) ||
    Date.parse(a.clockStartedAt) - Date.parse(b.clockStartedAt) ||
    a.incident - b.incident
  );
}

/** @returns {any} the incident in the pane, if it is still open in the area */
export function openIncident() {
  return state.pane === 'incident' && state.open ? copy.incidents.get(state.open) : undefined;
}
