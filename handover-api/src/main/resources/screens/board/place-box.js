// @ts-check
/** One field for a place: what is typed is looked up; what is not found stays as typed. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { distance, metersBetween } from '../shared/format.js';
import { Refused, request } from '../shared/api.js';
import { PLACE_KINDS } from '../shared/words.js';
import { showPin } from './map.js';
import { changed, state } from './store.js';

const PAUSE_MILLIS = 180;
const TYPED_MIN = 2;
/** Fewer words are the name itself, perhaps misspelt. */
const WORDS_KEPT_MIN = 3;

/**
 * @typedef {object} Box
 * @property {string} text
 * @property {any[]} found
 * @property {number} active row of the list, -1 for none
 * @property {boolean} shown
 * @property {string} said
 * @property {any} timer
 */

/** @type {Map<string, Box>} */
const boxes = new Map();

/** @param {string} id @returns {Box} */
function boxOf(id) {
  let box = boxes.get(id);
  if (!box) {
    box = { text: '', found: [], active: -1, shown: false, said: '', timer: 0 };
    boxes.set(id, box);
  }
  return box;
}

/** @param {string} id @param {string} text */
export function setPlaceText(id, text) {
  Object.assign(boxOf(id), { text, found: [], active: -1, shown: false, said: '' });
}

/** @param {string} id */
export function placeText(id) {
  return boxOf(id).text;
}

/** @param {string} id */
async function lookUp(id) {
  const box = boxOf(id);
  const typed = box.text.trim();
  if (typed.length < TYPED_MIN) {
    Object.assign(box, { found: [], shown: false, said: '' });
    return changed('pane');
  }
  try {
    const found = await request(`/api/areas/${state.area}/places?q=${encodeURIComponent(typed.slice(0, 100))}`);
    if (box.text.trim() !== typed) {
      return;
    }
    const said = found.length ? `${found.length} found` : 'Nothing found: it is kept as typed.';
    Object.assign(box, { found, active: found.length ? 0 : -1, shown: found.length > 0, said });
  } catch (fault) {
    const why = fault instanceof Refused ? fault.message : 'The look-up does not answer';
    Object.assign(box, { found: [], shown: false, said: `${why} The place is kept as typed.` });
  }
  changed('pane');
}

/**
 * What was typed beyond the place found, such as a house number, is not lost.
 * @param {string} typed @param {string} label
 */
function keepTyped(typed, label) {
  const known = label.toLowerCase().split(/[\s,]+/);
  const words = typed.trim().toLowerCase().split(/[\s,]+/).filter(Boolean);
  const beyond = words.filter((word) => !known.some((it) => it.startsWith(word)));
  const more = beyond.some((word) => /\d/.test(word)) || (beyond.length > 0 && words.length >= WORDS_KEPT_MIN);
  return more && !/^[-\d.,\s]+$/.test(typed) ? `${typed.trim()} (${label})` : label;
}

/** @param {string} id @param {any} place @param {(place: any) => void} choose */
function take(id, place, choose) {
  const box = boxOf(id);
  const label = keepTyped(box.text, place.label);
  Object.assign(box, { text: label, found: [], shown: false, said: 'On the map.' });
  const chosen = { lat: place.lat, lon: place.lon, label };
  showPin(chosen);
  choose(chosen);
  changed('pane');
}

/** @param {KeyboardEvent} event @param {string} id @param {(place: any) => void} choose */
function onKey(event, id, choose) {
  const box = boxOf(id);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (box.found.length) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      box.shown = true;
      box.active = (box.active + step + box.found.length) % box.found.length;
      event.preventDefault();
      showPin(box.found[box.active]);
    }
  } else if (event.key === 'Enter' && !event.ctrlKey && box.shown && box.active >= 0) {
    event.preventDefault();
    take(id, box.found[box.active], choose);
  } else if (event.key === 'Escape' && box.shown) {
    event.stopPropagation();
    box.shown = false;
  }
  changed('pane');
}

/** How far it is from the middle of what the map knows. @param {any} place */
function townAndDistance(place) {
  const stations = state.reference?.stations ?? [];
  const near = [...stations].sort((a, b) => metersBetween(a, place) - metersBetween(b, place))[0];
  const kind = PLACE_KINDS[place.kind] ?? '';
  return near ? `${kind}, ${distance(metersBetween(near, place))} from ${near.name}` : kind;
}

/**
 * @param {string} id of the field
 * @param {(place: any) => void} choose called with nothing when the text no longer names the place
 * @param {(text: string) => void} [typed]
 */
export function placeBox(id, choose, typed = () => {}) {
  const box = boxOf(id);
  const input = (/** @type {InputEvent} */ event) => {
    box.text = /** @type {HTMLInputElement} */ (event.target).value;
    choose(undefined);
    typed(box.text);
    clearTimeout(box.timer);
    box.timer = setTimeout(() => lookUp(id), PAUSE_MILLIS);
  };
  return html`<div class="place-box">
    <input id=${id} type="text" role="combobox" autocomplete="off" spellcheck="false" maxlength="300"
      aria-autocomplete="list" aria-expanded=${box.shown} aria-controls="${id}-list" aria-describedby="${id}-said"
      aria-activedescendant=${box.shown && box.active >= 0 ? `${id}-${box.active}` : nothing}
      aria-label="Place: name, address, postcode, street, junction, coordinates or grid reference"
      placeholder="Name, address, postcode, street / street, coordinates, grid reference" .value=${live(box.text)}
      @input=${input} @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, id, choose)}
      @blur=${() => setTimeout(() => { box.shown = false; changed('pane'); }, 150)} />
    <ul id="${id}-list" role="listbox" aria-label="Places found" ?hidden=${!box.shown}>
      ${box.found.map(
        (place, i) => html`<li id="${id}-${i}" role="option" aria-selected=${i === box.active}
          @mousedown=${(/** @type {Event} */ event) => { event.preventDefault(); take(id, place, choose); }}>
          <span>${place.label}</span><span class="muted">${townAndDistance(place)}</span>
        </li>`,
      )}
    </ul>
    <p class="hint" id="${id}-said" role="status">${box.said}</p>
  </div>`;
}
