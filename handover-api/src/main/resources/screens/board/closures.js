// @ts-check
/** Which roads are closed or slowed, as the server says; read anew when a heartbeat names others. */
import { request } from '../shared/api.js';
import { localClock, metersBetween, shortClock } from '../shared/format.js';
import { changed, secondsSince, serverNow, state } from './store.js';

/** A place this near to a closed road may be on it. */
const AT_ROAD_METERS = 60;
/** A closure without an end that is older than this may have been forgotten. */
const OLD_SECONDS = 12 * 3_600;

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'short', day: 'numeric', month: 'short' });

/**
 * @typedef {object} Closure
 * @property {string} id
 * @property {number} version
 * @property {'HOLDING' | 'COMING' | 'OVER' | 'LIFTED'} state
 * @property {string} name
 * @property {{type: string, coordinates: any}} place
 * @property {number} speedFactor
 * @property {string[]} modes
 * @property {string} [from]
 * @property {string} [until]
 * @property {string} source
 * @property {string} by
 * @property {string} at
 * @property {boolean} laid
 * @property {string} [fault]
 * @property {number} lengthMeters
 * @property {{coordinates: number[][][]}} roads
 */

export const roads = {
  edition: '',
  changedAt: '',
  /** @type {Closure[]} */
  closures: [],
  /** Why they could not be read; empty when they were. */
  fault: '',
};

let reading = false;

/** @param {string | undefined} edition what the server has now */
export function hearRoads(edition) {
  if (edition && edition !== roads.edition && !reading) {
    readRoads();
  }
}

export async function readRoads() {
  reading = true;
  try {
    const read = await request(`/api/areas/${state.area}/closures`);
    Object.assign(roads, { ...read, fault: '' });
  } catch (fault) {
    // The next heartbeat asks again, for the edition is still another.
    roads.fault = fault instanceof Error ? fault.message : String(fault);
  } finally {
    reading = false;
  }
  changed('header', 'pane', 'map');
}

/** Newest first. @param {Closure['state'][]} states */
export function listClosures(...states) {
  return roads.closures.filter((it) => states.includes(it.state)).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** @param {string} id */
export function closureOf(id) {
  return roads.closures.find((it) => it.id === id);
}

/** @param {Closure} closure */
export function isClosed(closure) {
  return closure.speedFactor === 0;
}

/** What it does to whom. @param {{speedFactor: number, modes: string[]}} closure */
export function effectInWords({ speedFactor, modes }) {
  const effect = speedFactor === 0 ? 'closed' : `slowed to ${Math.round(speedFactor * 100)} %`;
  if (modes.length > 1) {
    return effect;
  }
  return modes[0] === 'NORMAL' ? `${effect}, blue lights may pass` : `${effect} for blue lights only`;
}

/** With the day if that is another. @param {string} instant */
export function whenInWords(instant) {
  const at = Date.parse(instant);
  const day = DAY.format(at);
  return day === DAY.format(serverNow()) ? shortClock(instant) : `${day} ${localClock(at).slice(0, 5)}`;
}

/** @param {Closure} closure */
export function hoursInWords(closure) {
  const until = closure.until ? `until ${whenInWords(closure.until)}` : 'until lifted';
  return closure.state === 'COMING' && closure.from ? `from ${whenInWords(closure.from)} ${until}` : until;
}

/** Whether somebody should look if it still is so. @param {Closure} closure */
export function isOld(closure) {
  return closure.state === 'HOLDING' && !closure.until && secondsSince(closure.at) > OLD_SECONDS;
}

/** Whether drive times of that moment may be of other roads than now. @param {string | undefined} at */
export function haveRoadsChanged(at) {
  return Boolean(at && roads.changedAt && Date.parse(at) < Date.parse(roads.changedAt));
}

/** A closed road that a place is at: the drive then ends at another road. @param {any} place */
export function closureAt(place) {
  return place && listClosures('HOLDING').find(
    (it) => isClosed(it) && it.roads.coordinates.some((line) => metersToLine(place, line) < AT_ROAD_METERS),
  );
}

/** @param {{lat: number, lon: number}} place @param {number[][]} line */
function metersToLine(place, line) {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    least = Math.min(least, metersBetween(place, nearest(place, line[i - 1], line[i])));
  }
  return least;
}

/** @param {{lat: number, lon: number}} place @param {number[]} a @param {number[]} b */
function nearest(place, a, b) {
  const shrink = Math.cos((place.lat * Math.PI) / 180);
  const [x, y] = [(b[0] - a[0]) * shrink, b[1] - a[1]];
  const along = ((place.lon - a[0]) * shrink * x + (place.lat - a[1]) * y) / (x * x + y * y || 1);
  const share = Math.max(0, Math.min(1, along));
  return { lon: a[0] + share * (b[0] - a[0]), lat: a[1] + share * (b[1] - a[1]) };
}
