// @ts-check
/**
 * Reads the calls and the patients of the job, when the stream says that something has changed, and
 * keeps the last known copy for when there is no network. Each read is recorded, so none is made
 * without need.
 */
import { NoAnswer, Refused, request } from '../shared/api.js';
import { findKept, forget, keep } from './database.js';
import { changed, copy, state } from './store.js';

const DEBOUNCE_MILLIS = 400;
const AGAIN_MILLIS = 5_000;
const KEPT_HOURS = 24;

/** @type {Map<string, any>} */
const timers = new Map();
/** The version of the incident that its calls were last read for. @type {Map<number, string>} */
const readFor = new Map();

/** @param {string} key @param {() => Promise<void>} read @param {number} [millis] */
function soon(key, read, millis = DEBOUNCE_MILLIS) {
  if (!timers.has(key)) {
    timers.set(key, setTimeout(async () => {
      timers.delete(key);
      await tried(key, read);
    }, millis));
  }
}

/** @param {string} key @param {() => Promise<void>} read */
async function tried(key, read) {
  try {
    await read();
    delete state.faults[key];
  } catch (fault) {
    state.faults[key] = fault instanceof Error ? fault.message : String(fault);
    const final = fault instanceof Refused && [403, 404].includes(fault.problem.status);
    if (!final && !(fault instanceof Refused && fault.problem.status === 401)) {
      soon(key, read, AGAIN_MILLIS);
    }
    if (!(fault instanceof Refused) && !(fault instanceof NoAnswer)) {
      console.error(`The reading (${key}) failed.`, fault);
    }
  }
  changed();
}

/** The patients of the job: something about them has changed. */
export function readPatients() {
  if (copy.units.get(state.unit)?.job) {
    soon('patients', async () => {
      if (!copy.units.get(state.unit)?.job) {
        return;
      }
      const read = await request(`/api/areas/${state.area}/patients`);
      state.patients = { ...read, at: Date.now() };
      await keep('patients', state.patients);
    });
  }
}

/** The calls of the job's incident, once for each of its versions. */
export function readCalls() {
  const incident = copy.units.get(state.unit)?.job?.incident;
  const version = `${copy.epoch}:${copy.incidents.get(incident)?.version}`;
  if (!incident || readFor.get(incident) === version) {
    return;
  }
  readFor.set(incident, version);
  soon(`calls-${incident}`, async () => {
    if (copy.units.get(state.unit)?.job?.incident !== incident) {
      return;
    }
    const value = await request(`/api/areas/${state.area}/incidents/${incident}`);
    state.details.set(incident, { value, at: Date.now() });
    await keep(`calls-${incident}`, value);
  });
}

let keeping = false;
let keepAgain = false;

/** What the area shows of this crew, at once: the page may be gone in a moment. @param {string} now @param {string} at */
export async function keepBoard(now, at) {
  keepAgain = true;
  if (keeping) {
    return;
  }
  keeping = true;
  while (keepAgain) {
    keepAgain = false;
    await keep('board', copy.board(now, at));
  }
  keeping = false;
}

/** Shows what was last known. */
export async function restore() {
  const [board, patients] = await Promise.all([findKept('board'), findKept('patients')]);
  if (board) {
    copy.replace(board.value);
    state.ready = true;
    state.keptAt = board.at;
  }
  state.patients = patients?.value;
  for (const incident of copy.incidents.keys()) {
    const calls = await findKept(`calls-${incident}`);
    if (calls) {
      state.details.set(incident, { value: calls.value, at: calls.at });
    }
  }
}

/** Copies of patients stay for a day after they were last read, then they are gone. */
export function forgetOld() {
  const before = Date.now() - KEPT_HOURS * 3_600_000;
  return forget((key, at) => at < before && !['session', 'reference', 'author'].includes(key));
}

/** Nothing of any patient stays on the tablet but taps that wait for their sender. */
export function forgetAll() {
  return forget(() => true);
}
