// @ts-check
/** Reads summaries for pages with a link: once for each patient who is looked at, and when asked again. */
import { request } from '../shared/api.js';
import { changed } from '../shared/painting.js';
import { serverNow } from '../shared/server-clock.js';
import { state } from './state.js';
import { summaryView } from './summary.js';

const OLD_MILLIS = 300_000;

/** By patient. @type {Map<string, import('./summary.js').Known & {at: number}>} */
const known = new Map();

/** @param {any} id */
function knownOf(id) {
  const key = `${id.incident}/${id.number}`;
  const found = known.get(key) ?? { at: 0 };
  known.set(key, found);
  if (!found.reading && Date.now() - found.at > OLD_MILLIS) {
    read(id, found);
  }
  return found;
}

/** @param {any} id @param {import('./summary.js').Known & {at: number}} found */
async function read(id, found) {
  found.reading = true;
  found.at = Date.now();
  try {
    found.value = await request(`/api/areas/${state.area}/patients/${id.incident}/${id.number}/summary`);
    found.readAt = serverNow();
    found.fault = undefined;
  } catch (fault) {
    found.fault = fault instanceof Error ? fault.message : String(fault);
  }
  found.reading = false;
  changed();
}

/** What is known of a patient. @param {any} id */
export function knownView(id) {
  const found = knownOf(id);
  return summaryView(found, {
    now: serverNow(),
    again: () => {
      read(id, found);
      changed();
    },
  });
}
