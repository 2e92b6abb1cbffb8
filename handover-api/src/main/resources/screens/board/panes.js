// @ts-check
/** Which pane is open under the map. */
import { dropChoice } from './choice.js';
import { loadDetails } from './details.js';
import { look } from './pin.js';
import { changed, state } from './store.js';

/** @param {number} incident */
export function openIncidentPane(incident) {
  if (state.pane === 'incident' && state.open === incident) {
    state.current = incident;
    return changed('incidents', 'footer');
  }
  dropChoice();
  Object.assign(state, { pane: 'incident', open: incident, current: incident });
  look();
  loadDetails(incident);
  changed();
}

/** @param {'none' | 'new-call' | 'keys' | 'closures' | 'booked' | 'cover'} pane */
export function showPane(pane) {
  dropChoice();
  state.pane = pane;
  if (pane !== 'incident') {
    state.open = undefined;
  }
  changed();
}
