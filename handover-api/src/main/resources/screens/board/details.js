// @ts-check
/** The calls in full and the history of the open incident, read anew whenever it changes. */
import { Refused, request } from '../shared/api.js';
import { changed, copy, state } from './store.js';

/** @type {{incident: number, calls: any[], history: any[], fault: string} | undefined} */
let details;
/** What was asked for last, and as what the board then showed it. @type {{incident: number, shown: any} | undefined} */
let asked;

/** @param {number} incident */
export function detailsOf(incident) {
  return details?.incident === incident ? details : undefined;
}

/** Whether it was asked for as the board has it now: every change brings the incident as a new object. @param {number} incident */
function isAsked(incident) {
  return asked?.incident === incident && asked.shown === copy.incidents.get(incident);
}

/** @param {number} incident */
export async function loadDetails(incident) {
  if (isAsked(incident)) {
    return;
  }
  asked = { incident, shown: copy.incidents.get(incident) };
  try {
    const read = await request(`/api/areas/${state.area}/incidents/${incident}`);
    details = { incident, calls: read.calls, history: read.history, fault: '' };
  } catch (fault) {
    const known = detailsOf(incident);
    details = { incident, calls: known?.calls ?? [], history: known?.history ?? [], fault: wordsOf(fault) };
    asked = undefined;
  }
  changed('pane');
}

/** @param {unknown} fault */
function wordsOf(fault) {
  if (fault instanceof Refused && fault.problem.status === 401) {
    state.signedOut = true;
    changed('header');
  }
  return fault instanceof Error ? fault.message : String(fault);
}

/** Reads again if the open incident has moved on. */
export function refreshDetails() {
  if (state.pane === 'incident' && state.open && details && !isAsked(state.open)) {
    loadDetails(state.open);
  }
}
