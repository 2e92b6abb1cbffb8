// @ts-check
/** Which hospitals and services can take the patient: by real drive time, with reasons and why-nots. */
import { NoAnswer, request } from '../shared/api.js';
import { findKept, keep } from './database.js';
import { changed, state } from './store.js';
import { NEEDS_OF } from './words.js';

const GOOD_MILLIS = 120_000;

/** @type {Map<string, {at: number, value?: any, fault?: string, reading?: boolean}>} */
const known = new Map();

/**
 * What is known, and asks where it is old. Where the server cannot be asked, the last answer stands
 * with its age, else the directory without any order.
 * @param {number} incident
 * @param {number} number
 * @param {string} kind the class of place
 * @param {string} version what the answer depends on; another one asks again
 */
export function destinationsFor(incident, number, kind, version) {
  const key = `destinations-${incident}-${number}-${kind}-${version}`;
  const found = known.get(key) ?? { at: 0 };
  known.set(key, found);
  if (!found.reading && Date.now() - found.at > GOOD_MILLIS) {
    read(key, found, `/api/areas/${state.area}/patients/${incident}/${number}/destinations?class=${kind}`);
  }
  return found;
}

/** @param {string} key @param {any} found @param {string} path */
async function read(key, found, path) {
  found.reading = true;
  found.at = Date.now();
  try {
    found.value = await request(path);
    found.readAt = found.at;
    delete found.fault;
    keep(key, found.value);
  } catch (fault) {
    found.fault = fault instanceof Error ? fault.message : String(fault);
    const kept = found.value ? undefined : await findKept(key);
    found.value ??= kept?.value;
    found.readAt ??= kept?.at;
    if (fault instanceof NoAnswer) {
      setTimeout(() => {
        found.at = 0;
        changed();
      }, 5_000);
    }
  }
  found.reading = false;
  changed();
}

/**
 * Those of a ranking that fit the outcome: an emergency department stands behind every other kind of
 * place, but it is no community service.
 * @param {any[]} options
 * @param {string} disposition
 */
export function fitting(options, disposition) {
  const directory = directoryFor(disposition).map((it) => it.service);
  return directory.length ? options.filter((it) => directory.includes(it.service)) : options;
}

/** Whom the directory names for an outcome, as it stands. @param {string} disposition @returns {any[]} */
export function directoryFor(disposition) {
  return (state.reference?.services ?? []).filter((/** @type {any} */ it) =>
    it.needs?.some((/** @type {string} */ need) => NEEDS_OF[disposition]?.includes(need)),
  );
}
