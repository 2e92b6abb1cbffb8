// @ts-check
/** The keys. Single letters count only while no field has the focus, and can be turned off. */
import { html } from 'lit-html';
import { askForDriveTimes, exchangePinned, lookAgain, sendCandidate } from './actions.js';
import { acknowledge } from './alerts.js';
import { leaveWindow, showBooked } from './booked-pane.js';
import { answer, dropChoice, isAsking } from './choice.js';
import { finishClosing, leaveClosing, showClosures } from './closures-pane.js';
import { showCoverPane } from './cover-pane.js';
import { focusCommandLine, reverseLast } from './command-line.js';
import { VERBS } from './command-parse.js';
import { focusRow, moveRow } from './incidents.js';
import { stopCorrecting } from './incident-pane.js';
import { fitToSelection } from './map.js';
import { toggleCover } from './map-cover.js';
import { askReview, isOverseeing, takeByKey } from './moves.js';
import { saveCall, startCall } from './new-call.js';
import { say } from './notice.js';
import { openIncidentPane, showPane } from './panes.js';
import { changed, openIncident, state } from './store.js';

const KEPT = 'doorstep-letters-off';
const PANES = ['incidents', 'map', 'pane', 'units', 'footer'];

/** @type {[string, string][]} */
const LIST = [
  ['/ or F2', 'command line'],
  ['j k or arrows', 'next, previous incident'],
  ['Enter', 'open the incident'],
  ['1 2 3', 'send the suggested unit, or divert it'],
  ['x', 'exchange units, where that is advised'],
  ['p', 'cover and moves; there 1 to 9 do what is advised'],
  ['r', 'look again after a change; in cover and moves, at the units'],
  ['f', 'fresh drive times'],
  ['m', 'map to the selection'],
  ['n', 'new call'],
  ['b', 'booked journeys; release one, change one'],
  ['c', 'closed roads; close one, lift one'],
  ['v', 'cover on the map: how soon help would come'],
  ['a', 'acknowledge the oldest alert'],
  ['u or Ctrl Z', 'stand down the unit just sent'],
  ['[ ]', 'previous, next pane'],
  ['Alt 1 to 5', 'category, in the call form'],
  ['Ctrl Enter', 'save the call, or the closure'],
  ['?', 'this list'],
  ['Esc', 'back to the list'],
];

function lettersAreOff() {
  try {
    return localStorage.getItem(KEPT) === 'yes';
  } catch {
    return false;
  }
}

/** @param {boolean} off */
function keepLetters(off) {
  try {
    localStorage.setItem(KEPT, off ? 'yes' : 'no');
  } catch {
    // Then it is not remembered.
  }
  changed('pane');
}

/** @type {Record<string, () => void>} */
const LETTERS = {
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: () => (isOverseeing() ? say('There, exchanges have a number.', 'bad') : exchangePinned()),
  p: showCoverPane,
  r: () => (isOverseeing() ? askReview() : lookAgain()),
  f: () => askTimes(),
  m: fitToSelection,
  n: () => startCall(0),
  b: () => showBooked(),
  c: () => showClosures(),
  v: toggleCover,
  a: () => (acknowledge() ? focusRow() : say('There is nothing to acknowledge.')),
  u: reverseLast,
  '[': () => turnPane(-1),
  ']': () => turnPane(1),
  '?': () => showPane(state.pane === 'keys' ? 'none' : 'keys'),
  '/': focusCommandLine,
};

function askTimes() {
  const incident = openIncident();
  if (incident) {
    askForDriveTimes(incident);
  } else {
    say('Open an incident first: Enter on its row.', 'bad');
  }
}

/** Numbers do what is advised: in the pane of cover and moves all of them, else the first three. */
for (let number = 1; number <= 9; number++) {
  LETTERS[number] = () => (isOverseeing() ? takeByKey(String(number)) : number <= 3 ? sendCandidate(number - 1) : undefined);
}

/** @param {number} step */
function turnPane(step) {
  const there = PANES.filter((id) => document.getElementById(id)?.offsetParent || id === 'footer');
  const at = there.findIndex((id) => document.getElementById(id)?.contains(document.activeElement));
  const id = there[(at + step + there.length) % there.length];
  if (id === 'incidents') {
    return focusRow();
  }
  const pane = document.getElementById(id);
  const target = id === 'footer' ? document.getElementById('command-line') : pane;
  target?.focus();
}

function escape() {
  if (dropChoice() || stopCorrecting() || leaveClosing() || leaveWindow()) {
    return;
  }
  if (state.pane !== 'none') {
    showPane('none');
  }
  focusRow();
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.defaultPrevented || event.isComposing) {
    return;
  }
  if (chord(event) || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const inField = isField(event.target);
  if (event.key === 'Escape') {
    event.preventDefault();
    escape();
  } else if (event.key === 'F2') {
    event.preventDefault();
    focusCommandLine();
  } else if (!inField && isAsking() && answer(event.key)) {
    event.preventDefault();
  } else if (!inField && !event.repeat && arrowOrEnter(event)) {
    event.preventDefault();
  } else if (!inField && !lettersAreOff() && LETTERS[event.key] && !(event.repeat && !/[jk]/.test(event.key))) {
    event.preventDefault();
    LETTERS[event.key]();
  }
}

/** Keys that count in fields too. @param {KeyboardEvent} event */
function chord(event) {
  const form = document.getElementById('new-call');
  if (event.ctrlKey && event.key === 'Enter' && form) {
    event.preventDefault();
    saveCall();
    return true;
  }
  if (event.ctrlKey && event.key === 'Enter' && document.getElementById('close-road')) {
    event.preventDefault();
    finishClosing();
    return true;
  }
  if (event.altKey && /^[1-5]$/.test(event.key) && form) {
    event.preventDefault();
    document.getElementById(`level-${event.key}`)?.click();
    return true;
  }
  if (event.ctrlKey && event.key === 'z' && !isField(event.target)) {
    event.preventDefault();
    reverseLast();
    return true;
  }
  return false;
}

/** Arrows move the row unless the focus is where arrows mean something else. @param {KeyboardEvent} event */
function arrowOrEnter(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const elsewhere = target.closest?.('#map, #pane, #units-panel, [role="tablist"], #footer');
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !elsewhere) {
    moveRow(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (event.key === 'Enter' && target === document.body && state.current !== undefined) {
    openIncidentPane(state.current);
    return true;
  }
  return false;
}

export function startKeys() {
  addEventListener('keydown', onKey);
  addEventListener('doorstep-keys', () => showPane(state.pane === 'keys' ? 'none' : 'keys'));
  addEventListener('doorstep-list', () => focusRow());
}

export function keysPane() {
  const rows = (/** @type {[string, string][]} */ list) =>
    list.map(([keys, words]) => html`<tr><th scope="row"><kbd>${keys}</kbd></th><td>${words}</td></tr>`);
  return html`<header class="pane-head"><h2 id="pane-title">Keys</h2><span class="spring"></span>
      <label class="check"><input type="checkbox" id="letters-off" .checked=${lettersAreOff()}
        @change=${(/** @type {any} */ event) => keepLetters(event.target.checked)} /> single letters off</label>
      <button type="button" class="quiet close" @click=${() => showPane('none')}>Close <kbd>Esc</kbd></button></header>
    <div class="pane-body">
      <div class="column" tabindex="0" role="group" aria-label="Keys"><section class="block"><h3>Everywhere but in a field</h3><table class="keys">${rows(LIST)}</table></section></div>
      <div class="column" tabindex="0" role="group" aria-label="Commands"><section class="block"><h3>Command line</h3><table class="keys">${rows(VERBS)}</table></section></div>
    </div>`;
}
