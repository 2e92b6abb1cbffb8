// @ts-check
/**
 * What the board knows. Whoever changes it says so by `changed`; the regions of the screen are then
 * painted one a frame, so that no frame carries them all.
 */
import { BoardCopy } from '../shared/board-copy.js';

export const STALE_SECONDS = 5;
export const OLD_SECONDS = 15;
const FRAME_MILLIS_MAX = 250;

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
  /** The server's time of the newest message; 0 before the first. */
  stampMillis: 0,
  /** Server's clock less ours, by the quickest message. */
  clockAhead: Number.NEGATIVE_INFINITY,
  /** The row that the keys move. @type {number | undefined} */
  current: undefined,
  /** The incident in the pane. @type {number | undefined} */
  open: undefined,
  /** @type {string | undefined} */
  unit: undefined,
  /** What the pane shows. @type {'none' | 'incident' | 'new-call' | 'keys'} */
  pane: 'none',
};

/** A clock that no change of the system's time moves. */
function steadyMillis() {
  return performance.timeOrigin + performance.now();
}

/** @param {string} stamp the server's clock in a message that has just come in */
export function hearStamp(stamp) {
  const millis = Date.parse(stamp);
  if (!Number.isFinite(millis)) {
    return;
  }
  state.stampMillis = Math.max(state.stampMillis, millis);
  state.clockAhead = Math.max(state.clockAhead, millis - steadyMillis());
}

/** Forgets the clocks: a new epoch may come from another machine. */
export function forgetStamps() {
  state.stampMillis = 0;
  state.clockAhead = Number.NEGATIVE_INFINITY;
}

/** The server's clock as it must be now. */
export function serverNow() {
  return state.stampMillis ? steadyMillis() + state.clockAhead : Date.now();
}

/** Seconds since the server made the newest message that we have. */
export function dataAgeSeconds() {
  return state.stampMillis ? Math.max(0, (serverNow() - state.stampMillis) / 1_000) : 0;
}

/** @param {string} instant */
export function secondsSince(instant) {
  return (serverNow() - Date.parse(instant)) / 1_000;
}

/** @type {Record<string, string>} */
const REASONS = {
  NODE_CUT: 'This server is cut off from the other nodes.',
  DATABASE_LOST: 'The database is lost.',
  OWNER_LOST: 'Nobody decides for this area just now.',
};

/** Why the area takes no commands, in words. */
export function whyLost() {
  return REASONS[state.reason] ?? 'The database or the owner of the area is lost.';
}

/** Why nothing can be sent now, in words; empty while it can. */
export function whyNotDeciding() {
  if (state.signedOut) {
    return 'You are signed out.';
  }
  return state.deciding ? '' : `No commands are taken now: ${whyLost()}`;
}

/** @type {Map<string, () => void>} */
const painters = new Map();
/** @type {Set<string>} */
const dirty = new Set();
let scheduled = false;
let painted = '';

/** @param {string} region @param {() => void} paint */
export function paints(region, paint) {
  painters.set(region, paint);
}

/** @param {...string} regions all of them where none is named */
export function changed(...regions) {
  (regions.length ? regions : painters.keys()).forEach((region) => dirty.add(region));
  schedule();
}

/** At once, where the next key must already find what it is for. @param {string} region */
export function paintNow(region) {
  dirty.delete(region);
  painters.get(region)?.();
}

/** A tab behind others gets few frames or none: there the timer paints. */
function schedule() {
  if (!scheduled && dirty.size) {
    scheduled = true;
    const frame = requestAnimationFrame(() => paintNext(frame, timer));
    const timer = setTimeout(() => paintNext(frame, timer), FRAME_MILLIS_MAX);
  }
}

/** In turn, so that a region that changes often never keeps another waiting. */
function findNext() {
  const regions = [...painters.keys()];
  const from = regions.indexOf(painted) + 1;
  return [...regions.slice(from), ...regions.slice(0, from)].find((region) => dirty.has(region));
}

/** @param {number} frame @param {any} timer */
function paintNext(frame, timer) {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  scheduled = false;
  const next = findNext();
  if (next) {
    painted = next;
    dirty.delete(next);
    try {
      painters.get(next)?.();
    } catch (fault) {
      console.error(`The region (${next}) could not be painted.`, fault);
    }
  } else {
    dirty.clear();
  }
  schedule();
}

/** Open incidents that nobody is on, most urgent first, then the longest wait. */
export function listWaiting() {
  return [...copy.incidents.values()].filter(isWaiting).sort(byUrgency);
}

/** Whether no unit is on it and nobody has reached it. @param {any} incident */
export function isWaiting(incident) {
  return !incident.jobs.length && !incident.attended;
}

/** Open incidents that somebody is on or has reached, in the same order. */
export function listActive() {
  return [...copy.incidents.values()].filter((it) => !isWaiting(it)).sort(byUrgency);
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
