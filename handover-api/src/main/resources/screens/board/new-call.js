// @ts-check
/** The form for a call, made for the keyboard: Tab goes on, Ctrl+Enter saves. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { coordinates, distance, metersBetween, nhsNumberPasses, rough } from '../shared/format.js';
import { FLAGS } from '../shared/words.js';
import { perform } from './actions.js';
import { bookingFields } from './booking-fields.js';
import { draft, draftBody, draftCategory, emptyDraft, keepDraft, listFaults } from './call-draft.js';
import { showPin } from './map.js';
import { say } from './notice.js';
import { openIncidentPane, showPane } from './panes.js';
import { placeBox, setPlaceText } from './place-box.js';
import { changed, copy, paintNow, secondsSince, state } from './store.js';

const FORM_FLAGS = [
  'SCENE_UNSAFE', 'SCENE_SAFETY_UNKNOWN', 'VIOLENCE', 'INFECTION', 'SAFEGUARDING', 'RESPECT_PLAN',
  'REASONABLE_ADJUSTMENT', 'REPEAT_CALLER', 'C2_STANDARD',
  'HEAD_INJURY_ON_BLOOD_THINNERS', 'ALONE_AFTER_FALL', 'REFUSES_CARE', 'UNDER_TWO',
];
const SAME_PLACE_METERS = 300;
const SAME_CALL_SECONDS = 3_600;
const ASKERS = [['C', 'Public'], ['HCP', 'Professional'], ['IFT', 'Transfer']];

let tried = false;

/** @param {number} [incident] that the call is about, where there is one already */
export function startCall(incident) {
  if (incident !== undefined && !draft.saving) {
    draft.incident = incident;
    keepDraft();
  }
  tried = false;
  setPlaceText('place', draft.placeText);
  showPane('new-call');
  showPin(draft.place ?? undefined);
  paintNow('pane');
  document.getElementById('complaint')?.focus();
}

/** A click on the map sets the place and leaves the words as they are. @param {{lat: number, lon: number}} at */
export function pinCall(at) {
  const label = draft.placeText.trim();
  draft.place = { ...at, ...(label && { label }) };
  keepDraft();
  showPin(draft.place);
  changed('pane');
}


export async function saveCall() {
  tried = true;
  if (draft.saving) {
    return;
  }
  if (listFaults().length) {
    paintNow('pane');
    return document.getElementById('faults')?.focus();
  }
  const command = draft.incident ? 'AddCall' : 'OpenIncident';
  const words = draft.incident ? `Add a call to ${draft.incident}` : `Save the ${draftCategory()} call`;
  draft.saving = true;
  keepDraft();
  changed('pane');
  const outcome = await perform(command, draftBody(), words);
  settleCall(outcome);
}

/** Takes the server's answer about the call; the draft goes only once the server has it. @param {any} outcome */
export function settleCall(outcome) {
  draft.saving = false;
  keepDraft();
  if (outcome?.reply) {
    const incident = outcome.reply.incident ?? draft.incident;
    emptyDraft();
    setPlaceText('place', '');
    showPin(undefined);
    tried = false;
    if (state.pane === 'new-call') {
      showWhenKnown(incident);
    }
  }
  changed('pane');
}

/** @param {number} incident @param {number} [tries] */
function showWhenKnown(incident, tries = 40) {
  if (copy.incidents.has(incident) || tries === 0) {
    openIncidentPane(incident);
    say(`${incident} is open.`);
  } else {
    setTimeout(() => showWhenKnown(incident, tries - 1), 50);
  }
}

export function discardCall() {
  emptyDraft();
  setPlaceText('place', '');
  showPin(undefined);
  showPane('none');
}

/** Enter goes on to the next field: a call is saved on purpose only. @param {KeyboardEvent} event */
function goOn(event) {
  const field = /** @type {HTMLElement} */ (event.target);
  if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || field.tagName !== 'INPUT') {
    return;
  }
  event.preventDefault();
  const fields = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('input, select, textarea')];
  /** @type {HTMLElement | undefined} */ (fields[fields.indexOf(field) + 1])?.focus();
}

/** @param {keyof typeof draft} name @param {any} value */
function put(name, value) {
  /** @type {any} */ (draft)[name] = value;
  keepDraft();
  changed('pane');
}

/** @param {string} field */
function isWrong(field) {
  return tried && listFaults().some((it) => it.field === field);
}

/** @param {string} name @param {string} words @param {string} attributes a class of its width */
function field(name, words, attributes = '') {
  const value = /** @type {any} */ (draft)[name];
  return html`<p class="field ${attributes}">
    <label for=${name}>${words}</label>
    <input id=${name} type="text" autocomplete="off" maxlength="200" .value=${live(value)}
      inputmode=${['age', 'nhsNumber'].includes(name) ? 'numeric' : nothing}
      aria-invalid=${isWrong(name) ? 'true' : nothing}
      @input=${(/** @type {any} */ event) => put(/** @type {any} */ (name), event.target.value)} />
  </p>`;
}

function categoryView() {
  return html`<fieldset class="levels">
    <legend>Category <span class="aside">Alt+1 to Alt+5</span></legend>
    ${['1', '2', '3', '4', '5'].map(
      (it) => html`<label class="level l${it}"><input type="radio" name="level" id="level-${it}" value=${it} .checked=${live(draft.level === it)}
        @change=${() => put('level', it)} /> ${draft.asker}${it}</label>`,
    )}
    <select id="asker" aria-label="Asked by" title="Asked by" @change=${(/** @type {any} */ event) => put('asker', event.target.value)}>
      ${ASKERS.map(([code, words]) => html`<option value=${code} ?selected=${draft.asker === code}>${words}</option>`)}
    </select>
  </fieldset>`;
}

function nhsHint() {
  const typed = draft.nhsNumber.replace(/[\s-]/g, '');
  if (!typed) {
    return '';
  }
  if (typed.length < 10) {
    return `${typed.length} of 10 digits`;
  }
  return nhsNumberPasses(typed) ? 'check digit right' : 'check digit wrong: ask again if you can';
}

function patientView() {
  return html`<fieldset class="patient">
    <legend>Patient</legend>
    ${field('name', 'Name', 'wide')} ${field('age', 'Age', 'short')}
    <p class="field short"><label for="sex">Sex</label>
      <select id="sex" @change=${(/** @type {any} */ event) => put('sex', event.target.value)}>
        ${[['', 'not known'], ['female', 'female'], ['male', 'male'], ['other', 'other']].map(
          ([code, words]) => html`<option value=${code} ?selected=${draft.sex === code}>${words}</option>`,
        )}
      </select></p>
    ${field('nhsNumber', 'NHS number')}
    <p class="hint nhs" role="status">${nhsHint()}</p>
    <label class="check"><input type="checkbox" id="unidentified" .checked=${live(draft.unidentified)}
      @change=${(/** @type {any} */ event) => put('unidentified', event.target.checked)} /> not identified</label>
  </fieldset>`;
}

function flagsView() {
  const toggle = (/** @type {string} */ flag, /** @type {boolean} */ on) =>
    put('flags', on ? [...draft.flags, flag] : draft.flags.filter((it) => it !== flag));
  return html`<fieldset class="flag-boxes">
    <legend>Flags</legend>
    ${FORM_FLAGS.map(
      (flag) => html`<label class="check"><input type="checkbox" data-flag=${flag} .checked=${live(draft.flags.includes(flag))}
        @change=${(/** @type {any} */ event) => toggle(flag, event.target.checked)} /> ${FLAGS[flag]}</label>`,
    )}
  </fieldset>`;
}

/** Open incidents nearby and not old: maybe the same. */
function duplicates() {
  const { place } = draft;
  if (!place || draft.incident) {
    return nothing;
  }
  const near = [...copy.incidents.values()].filter(
    (it) => it.place && metersBetween(it.place, place) < SAME_PLACE_METERS && secondsSince(it.openedAt) < SAME_CALL_SECONDS,
  );
  return near.slice(0, 2).map(
    (it) => html`<p class="changed" role="status">
      Maybe the same as <b>${it.incident}</b>, ${it.category}, ${it.complaint}
      (${distance(metersBetween(it.place, place))} away, ${rough(secondsSince(it.openedAt))} ago).
      <button type="button" @click=${() => put('incident', it.incident)}>Add to ${it.incident}</button>
    </p>`,
  );
}

function faultsView() {
  const faults = tried ? listFaults() : [];
  return faults.length
    ? html`<div class="faults" id="faults" role="alert" tabindex="-1">
        <b>The call is not saved yet.</b>
        <ul>${faults.map((it) => html`<li><a href="#${it.field}" @click=${(/** @type {Event} */ event) => {
          event.preventDefault();
          document.getElementById(it.field)?.focus();
        }}>${it.words}</a></li>`)}</ul>
      </div>`
    : nothing;
}

/** @param {any} place none when the text no longer names it */
function choosePlace(place) {
  put('place', place ?? null);
  if (place) {
    put('placeText', place.label);
  }
}

function placeField() {
  const chosen = draft.place ? `Pin at ${coordinates(draft.place)}` : 'No pin yet: choose, or click on the map';
  return html`<div class="field">
    <label for="place">Place <span class="aside" id="pin-says">${chosen}</span></label>
    ${placeBox('place', choosePlace, (text) => put('placeText', text))}
  </div>`;
}

export function newCallPane() {
  return html`<form id="new-call" autocomplete="off" @keydown=${goOn} @submit=${(/** @type {Event} */ event) => { event.preventDefault(); saveCall(); }}>
    <header class="pane-head">
      <h2 id="pane-title">${draft.incident ? `Call about ${draft.incident}` : 'New call'}</h2>
      ${draft.incident ? html`<button type="button" class="quiet" @click=${() => put('incident', 0)}>Make it a new incident</button>` : nothing}
      <span class="spring"></span>
      <button type="submit" id="save-call" class="primary" ?disabled=${draft.saving}>${draft.saving ? 'Sending…' : 'Save'} <kbd>Ctrl Enter</kbd></button>
      <button type="button" class="quiet" id="discard-call" ?disabled=${draft.saving} @click=${discardCall}>Discard</button>
      <button type="button" class="quiet" @click=${() => showPane('none')}>Close, keep the draft <kbd>Esc</kbd></button>
    </header>
    <div class="pane-body">
      <div class="column">
        ${faultsView()} ${duplicates()} ${field('complaint', 'What is wrong')} ${placeField()}
        ${draft.incident ? nothing : categoryView()} ${bookingFields(put, isWrong)} ${flagsView()}
      </div>
      <div class="column">
        ${patientView()}
        <fieldset class="caller"><legend>Caller</legend>${field('callerName', 'Name', 'wide')} ${field('telephone', 'Telephone')}</fieldset>
        <p class="field"><label for="notes">Notes</label>
          <textarea id="notes" rows="4" maxlength="20000" .value=${live(draft.notes)}
            @input=${(/** @type {any} */ event) => put('notes', event.target.value)}></textarea></p>
      </div>
    </div>
  </form>`;
}
