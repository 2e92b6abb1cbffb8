// @ts-check
/** What the pages of practices, hospitals, services and the hub know, and how they read it. */
import { Refused, request } from '../shared/api.js';
import { lostInWords } from '../shared/link.js';
import { changed } from '../shared/painting.js';
import { serverNow } from '../shared/server-clock.js';
import { serviceName } from '../shared/services.js';

const NEWS_MILLIS_MAX = 1_500;
const GATHER_MILLIS = 250;
const AGAIN_MILLIS = 3_000;

export const state = {
  area: '',
  /** @type {any} */
  session: undefined,
  /** @type {any} */
  reference: undefined,
  /** Whether the stream has said anything yet. */
  ready: false,
  signedOut: false,
  deciding: true,
  /** Why nothing is decided, as the heartbeat says it; empty while it is. */
  reason: '',
  /** Whether the patients have been read at all. */
  read: false,
  /** The patients in the user's scope. @type {any[]} */
  patients: [],
  /** The server's time of that reading; times of arrival count from here. */
  readMillis: 0,
  /** The last event that is in them. */
  sequence: -1,
  /** Why the patients could not be read last time; empty where they could. */
  fault: '',
};

/** @type {(() => Promise<void>) | undefined} */
let readMore;
/** @type {any} */
let timer;
let gatherMillis = GATHER_MILLIS;
let reading = false;
let again = false;

/** @param {() => Promise<void>} read what a page reads besides the patients, each time */
export function alsoRead(read) {
  readMore = read;
}

/** @param {number} millis for how long news are gathered before they are read */
export function gatherFor(millis) {
  gatherMillis = millis;
}

/** Reads soon; news that come together are read once, because every reading is recorded. */
export function readSoon(millis = gatherMillis) {
  if (timer === undefined) {
    timer = setTimeout(read, millis);
  }
}

/** After a command of one's own the stream brings news; if it does not, the page looks itself. @param {number} sequence */
export function expectNews(sequence) {
  setTimeout(() => state.sequence < sequence && readSoon(0), NEWS_MILLIS_MAX);
}

async function read() {
  timer = undefined;
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  try {
    const answer = await request(`/api/areas/${state.area}/patients`);
    await readMore?.();
    state.patients = answer.patients;
    state.sequence = answer.sequence;
    state.readMillis = serverNow();
    state.read = true;
    state.fault = '';
  } catch (fault) {
    notRead(fault);
  }
  reading = false;
  changed();
  if (again) {
    again = false;
    readSoon();
  }
}

/** @param {unknown} fault */
function notRead(fault) {
  if (fault instanceof Refused && fault.problem.status === 401) {
    state.signedOut = true;
    return;
  }
  state.fault = fault instanceof Error ? fault.message : String(fault);
  readSoon(AGAIN_MILLIS);
}

/** @param {any} id of a patient */
export function keyOf(id) {
  return `${id.incident}/${id.number}`;
}

/** @param {string} key @returns {any} */
export function findPatient(key) {
  return state.patients.find((it) => keyOf(it.care.id) === key);
}

/** @param {string | undefined} id */
export function named(id) {
  return serviceName(state.reference, id);
}

/** Why nothing can be sent now, in words; empty while it can. */
export function whyNotDeciding() {
  if (state.signedOut) {
    return 'You are signed out.';
  }
  return state.deciding ? '' : `No commands are taken now: ${lostInWords(state.reason)}`;
}
