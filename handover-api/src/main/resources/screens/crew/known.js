// @ts-check
/**
 * What is known of the patient: read when the job comes and kept on the tablet, so that it is there
 * without a network, with its age. Nothing waits for it.
 */
import { NoAnswer, Refused, request } from '../shared/api.js';
import { findKept, keep } from './database.js';
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
