// @ts-check
/** The calls in full and the history of the open incident, read anew whenever it changes. */
import { Refused, request } from '../shared/api.js';
import { changed, copy, state } from './store.js';

/** @type {{incident: number, mark: string, calls: any[], history: any[], fault: string} | undefined} */
let details;
let asked = '';

/** @param {number} incident */
export function detailsOf(incident) {
  return details?.incident === incident ? details : undefined;
}

/** What a change of the incident would alter. @param {number} incident */
function markOf(incident) {
  const now = copy.incidents.get(incident);
  return `${incident}/${now?.version ?? 'closed'}/${now?.recommendation?.number ?? 0}`;
}

/** @param {number} incident */
export async function loadDetails(incident) {
  const mark = markOf(incident);
  if (asked === mark) {
    return;
  }
  asked = mark;
  try {
    const read = await request(`/api/areas/${state.area}/incidents/${incident}`);
    details = { incident, mark, calls: read.calls, history: read.history, fault: '' };
  } catch (fault) {
    const known = detailsOf(incident);
    details = { incident, mark, calls: known?.calls ?? [], history: known?.history ?? [], fault: wordsOf(fault) };
    asked = '';
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
  if (state.pane === 'incident' && state.open && details && markOf(state.open) !== asked) {
    loadDetails(state.open);
  }
}
