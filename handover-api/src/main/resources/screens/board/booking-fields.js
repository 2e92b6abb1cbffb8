// @ts-check
/** The fields of the call form for a journey that is not wanted at once. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { BOOKING_PLACES, EQUIPMENT, ESCORTS, MOBILITIES } from '../shared/booking-words.js';
import { listServices } from '../shared/services.js';
import { draft, isBookable } from './call-draft.js';
import { state } from './store.js';

/**
 * @param {(name: any, value: any) => void} put
 * @param {(field: string) => boolean} isWrong whether a fault of the field is shown
 */
export function bookingFields(put, isWrong) {
  if (!isBookable()) {
    return nothing;
  }
  const set = (/** @type {string} */ name, /** @type {any} */ value) => put('booking', { ...draft.booking, [name]: value });
  return html`<fieldset class="booking-fields">
    <legend>When</legend>
    <label class="check"><input type="checkbox" id="booked" .checked=${live(draft.booked)}
      @change=${(/** @type {any} */ event) => put('booked', event.target.checked)} /> Booked for later</label>
    ${draft.booked ? fieldsView(set, isWrong) : nothing}
  </fieldset>`;
}

/** @typedef {(name: string, value: any) => void} Set */

/** @param {Set} set @param {(field: string) => boolean} isWrong */
function fieldsView(set, isWrong) {
  const time = (/** @type {string} */ id, /** @type {'from' | 'until' | 'arriveBy'} */ name, /** @type {string} */ words) =>
    html`<p class="field"><label for="booking-${id}">${words}</label>
      <input type="datetime-local" id="booking-${id}" .value=${live(draft.booking[name])} aria-invalid=${isWrong(`booking-${id}`) ? 'true' : nothing}
        @input=${(/** @type {any} */ event) => set(name, event.target.value)} /></p>`;
  const choice = (/** @type {'origin' | 'destination' | 'mobility' | 'escort' | 'service'} */ name, /** @type {string} */ words, /** @type {[string, string][]} */ options) =>
    html`<p class="field"><label for="booking-${name}">${words}</label>
      <select id="booking-${name}" aria-invalid=${isWrong(`booking-${name}`) ? 'true' : nothing}
        @change=${(/** @type {any} */ event) => set(name, event.target.value)}>
        ${options.map(([code, word]) => html`<option value=${code} ?selected=${draft.booking[name] === code}>${word}</option>`)}
      </select></p>`;
  const choose = /** @type {[string, string]} */ (['', 'choose']);
  const hospitals = listServices(state.reference, 'HOSPITAL').map((it) => /** @type {[string, string]} */ ([it.service, it.name]));
  return html`${time('from', 'from', 'Ready from')} ${time('until', 'until', 'Pick up until')} ${time('arrive-by', 'arriveBy', 'There by (appointment)')}
    ${choice('origin', 'From', [choose, ...Object.entries(BOOKING_PLACES)])}
    ${choice('destination', 'To', [choose, ...Object.entries(BOOKING_PLACES)])}
    ${choice('service', 'Which one', [['', 'not in the directory'], ...hospitals])}
    ${choice('mobility', 'Travels', [choose, ...Object.entries(MOBILITIES)])}
    ${choice('escort', 'Escort', Object.entries(ESCORTS))}
    ${minutesField('pick-up', 'pickUp', 'Minutes at pick-up', set, isWrong)}
    ${minutesField('at-destination', 'atDestination', 'Minutes at the end', set, isWrong)}
    <div class="equipment" role="group" aria-label="Equipment">${Object.entries(EQUIPMENT).map(([code, word]) => equipmentBox(code, word, set))}</div>`;
}

/**
 * @param {string} id
 * @param {'pickUp' | 'atDestination'} name
 * @param {string} words
 * @param {Set} set
 * @param {(field: string) => boolean} isWrong
 */
function minutesField(id, name, words, set, isWrong) {
  return html`<p class="field"><label for="booking-${id}">${words}</label>
    <input type="text" inputmode="numeric" id="booking-${id}" maxlength="3" .value=${live(draft.booking[name])} aria-invalid=${isWrong(`booking-${id}`) ? 'true' : nothing}
      @input=${(/** @type {any} */ event) => set(name, event.target.value)} /></p>`;
}

/** @param {string} code @param {string} word @param {Set} set */
function equipmentBox(code, word, set) {
  const { equipment } = draft.booking;
  return html`<label class="check"><input type="checkbox" data-equipment=${code} .checked=${live(equipment.includes(code))}
    @change=${(/** @type {any} */ event) => set('equipment', event.target.checked ? [...equipment, code] : equipment.filter((it) => it !== code))} /> ${word}</label>`;
}
