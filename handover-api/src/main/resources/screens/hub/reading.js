// @ts-check
/** What is read of the chosen incident: its history, and where its patients could go. */
import { request } from '../shared/api.js';
import { changed } from '../shared/painting.js';
import { state } from '../care/state.js';

const GATHER_MILLIS = 400;

/** @type {{incident: number, calls: any[], history: any[], fault: string}} */
let read = { incident: 0, calls: [], history: [], fault: '' };
/** By patient. @type {Map<string, any>} */
const destinations = new Map();
/** @type {any} */
let timer;

/** @param {number} incident */
export function details(incident) {
  return read.incident === incident ? read : undefined;
}

/** Reads the incident soon; news that come together are read once. @param {number} incident */
export function refresh(incident) {
  if (read.incident !== incident) {
    clearTimeout(timer);
    timer = undefined;
  }
  if (incident && timer === undefined) {
    timer = setTimeout(() => readIncident(incident), read.incident === incident ? GATHER_MILLIS : 0);
  }
}

/** @param {number} incident */
async function readIncident(incident) {
  timer = undefined;
  try {
    const answer = await request(`/api/areas/${state.area}/incidents/${incident}`);
    read = { incident, calls: answer.calls, history: answer.history, fault: '' };
  } catch (fault) {
    const known = details(incident);
    read = { incident, calls: known?.calls ?? [], history: known?.history ?? [], fault: fault instanceof Error ? fault.message : String(fault) };
  }
  changed();
}

/** Where the patient could go; read once for each assessment. @param {any} entry */
export function destinationsOf(entry) {
  const { id, assessed } = entry.care;
  const key = `${id.incident}/${id.number}/${assessed?.record ?? ''}`;
  if (assessed && !destinations.has(key)) {
    destinations.set(key, { options: [], rejected: [], fault: 'Reading.' });
    request(`/api/areas/${state.area}/patients/${id.incident}/${id.number}/destinations`)
      .then((found) => destinations.set(key, { ...found, fault: '' }))
      .catch((fault) => destinations.set(key, { options: [], rejected: [], fault: String(fault.message ?? fault) }))
      .finally(() => changed());
  }
  return destinations.get(key);
}
