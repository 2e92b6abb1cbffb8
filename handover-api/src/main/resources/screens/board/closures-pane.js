// @ts-check
/** The pane of closed roads: those that hold, come or have ended, and the form that closes one. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { distance, rough, shortClock } from '../shared/format.js';
import { person } from '../shared/history.js';
import { ask, choiceView } from './choice.js';
import {
  addPoint, beginChanging, beginClosing, closing, dropLastPoint, isClosing, liftClosure, listLacks, meant,
  POINTS_MIN, put, saveClosure, stopClosing, takeShape,
} from './closure-draft.js';
import { sign } from './closure-style.js';
import { closureOf, effectInWords, hoursInWords, isClosed, isOld, listClosures, roads, whenInWords } from './closures.js';
import { showPin } from './map.js';
import { fitToClosure } from './map-closures.js';
import { say } from './notice.js';
import { showPane } from './panes.js';
import { placeBox, setPlaceText } from './place-box.js';
import { paintNow, secondsSince, state } from './store.js';

const SOURCES = ['Police', 'Highways authority', 'Fire service', 'Council', 'Crew', 'Caller', 'Other'];

/** @type {[import('./closure-draft.js').Shape, string, string][]} */
const SHAPES = [
  ['LineString', 'Stretch', 'Click along the road: from its one end to the other.'],
  ['Point', 'One place', 'Click on the road: it is closed there, to the next junctions.'],
  ['Polygon', 'Area', 'Click round the area: every road in it or into it is closed.'],
];

/** @type {[string, string][]} */
const ENDS = [['1h', 'in 1 h'], ['4h', 'in 4 h'], ['lifted', 'until lifted'], ['at', 'at a time']];

/** @type {[number, string][]} */
const EFFECTS = [[0, 'Closed'], [0.5, 'Half speed'], [0.25, 'Quarter speed']];

/** @param {string} [id] the closure to be seen */
export function showClosures(id) {
  showPane('closures');
  paintNow('pane');
  const target = id ? document.querySelector(`[data-closure="${CSS.escape(id)}"]`) : document.getElementById('close-road-begin');
  /** @type {HTMLElement | null} */ (target ?? document.getElementById('pane'))?.focus();
}

export function startClosing() {
  if (state.pane !== 'closures') {
    showPane('closures');
  }
  beginClosing();
  focusForm();
}

/** @param {import('./closures.js').Closure} closure */
function change(closure) {
  beginChanging(closure);
  fitToClosure(closure.id);
  focusForm();
}

function focusForm() {
  paintNow('pane');
  document.getElementById('closure-place')?.focus();
}

export async function finishClosing() {
  const id = await saveClosure();
  if (id) {
    return showClosures(id);
  }
  paintNow('pane');
  const first = listLacks()[0];
  document.getElementById(first?.field ?? 'closure-fault')?.focus();
}

/** @returns {boolean} whether a drawing was left */
export function leaveClosing() {
  const was = isClosing() && stopClosing();
  if (was) {
    paintNow('pane');
    document.getElementById('close-road-begin')?.focus();
  }
  return was;
}

/** @param {import('./closures.js').Closure} closure */
function askLift(closure) {
  ask(`Lift "${closure.name}": are its roads open again?`, 'pane', [{
    key: 'y',
    words: 'Yes, they are open',
    run: async () => {
      await liftClosure(closureOf(closure.id) ?? closure);
      showClosures();
    },
  }]);
  paintNow('pane');
  /** @type {HTMLElement | null} */ (document.querySelector('#choice button'))?.focus();
}

/** @param {import('./closures.js').Closure} closure */
function stateInWords(closure) {
  const who = `${person(closure.by)}, ${whenInWords(closure.at)}`;
  if (closure.state === 'LIFTED') {
    return `lifted by ${who}`;
  }
  return closure.state === 'OVER' ? `ended ${whenInWords(closure.until ?? closure.at)}` : `${hoursInWords(closure)} · ${closure.source} · ${who}`;
}

/** @param {import('./closures.js').Closure} closure */
function closureView(closure) {
  const live = closure.state === 'HOLDING' || closure.state === 'COMING';
  return html`<li class="closure" data-closure=${closure.id} data-state=${closure.state} tabindex="-1">
    ${sign(isClosed(closure))}
    <p class="what"><b>${closure.name}</b> <span>${effectInWords(closure)}${closure.laid ? `, ${distance(closure.lengthMeters)}` : ''}</span></p>
    <p class="who muted">${stateInWords(closure)}</p>
    ${closure.laid ? nothing : html`<p class="warn">Not on this map, so drive times do not know of it. ${closure.fault}</p>`}
    ${isOld(closure) ? html`<p class="warn">For ${rough(secondsSince(closure.at))} and without an end: is it still so?</p>` : nothing}
    ${live
      ? html`<p class="deeds">
          <button type="button" @click=${() => fitToClosure(closure.id)} ?disabled=${!closure.laid}>Show<span class="unseen"> ${closure.name} on the map</span></button>
          <button type="button" @click=${() => change(closure)}>Change<span class="unseen"> ${closure.name}</span></button>
          <button type="button" data-lift=${closure.id} @click=${() => askLift(closure)}>Lift<span class="unseen"> ${closure.name}</span></button>
        </p>`
      : nothing}
  </li>`;
}

/** @param {string} title @param {string} id @param {import('./closures.js').Closure[]} closures @param {string} none */
function group(title, id, closures, none = '') {
  if (!closures.length && !none) {
    return nothing;
  }
  return html`<section class="block" aria-labelledby=${id}>
    <h3 id=${id}>${title} <span class="count">${closures.length}</span></h3>
    ${closures.length ? html`<ul class="closures">${closures.map(closureView)}</ul>` : html`<p class="empty">${none}</p>`}
  </section>`;
}

function meantView() {
  const more = POINTS_MIN[closing.shape] - closing.points.length;
  if (meant.fault) {
    return html`<span class="warn">${meant.fault}</span>`;
  }
  if (more > 0) {
    return closing.points.length ? `${more} more point${more > 1 ? 's' : ''}.` : '';
  }
  return meant.asking
    ? 'Looking up the roads…'
    : html`<b>${meant.lines.length} ${meant.lines.length === 1 ? 'stretch' : 'stretches'}, ${distance(meant.lengthMeters)}</b> of road, marked on the map.`;
}

/** @param {string} name @param {string} id @param {string} words @param {boolean} on @param {() => void} choose */
function radio(name, id, words, on, choose) {
  return html`<label class="pick"><input type="radio" name=${name} id=${id} .checked=${live(on)} @change=${choose} /> ${words}</label>`;
}

function whereView() {
  return html`<fieldset>
      <legend>Where</legend>
      <div class="picks">${SHAPES.map(([shape, words]) => radio('closure-shape', `shape-${shape}`, words, closing.shape === shape, () => takeShape(shape)))}</div>
    </fieldset>
    <p class="hint">${SHAPES.find(([shape]) => shape === closing.shape)?.[2]} Or find a point by name and Enter:</p>
    ${placeBox('closure-place', (place) => place && takePlace(place))}
    <p class="meant" id="closure-meant"><span role="status">${meantView()}</span>
      <button type="button" class="quiet" id="closure-undo" ?disabled=${!closing.points.length} @click=${dropLastPoint}>Undo last point</button></p>`;
}

/** @param {any} place */
function takePlace(place) {
  showPin(undefined);
  addPoint(place);
  if (!closing.name && /[a-z]{3}/i.test(place.label)) {
    put({ name: place.label.slice(0, 200) });
  }
  setPlaceText('closure-place', '');
}

function hoursView() {
  const time = (/** @type {string} */ id, /** @type {string} */ label, /** @type {'from' | 'until'} */ field) =>
    html`<input type="datetime-local" id=${id} aria-label=${label} .value=${live(closing[field])} @input=${(/** @type {any} */ event) => put({ [field]: event.target.value })} />`;
  return html`<fieldset>
      <legend>Ends</legend>
      <div class="picks">${ENDS.map(([ends, words]) => radio('closure-ends', `ends-${ends}`, words, closing.ends === ends, () => put({ ends })))}
      ${closing.ends === 'at' ? time('closure-until', 'Ends at', 'until') : nothing}</div>
    </fieldset>
    <fieldset>
      <legend>Begins</legend>
      <div class="picks">${radio('closure-begins', 'begins-now', 'now', closing.begins === 'now', () => put({ begins: 'now' }))}
      ${radio('closure-begins', 'begins-at', 'at a time', closing.begins === 'at', () => put({ begins: 'at' }))}
      ${closing.begins === 'at' ? time('closure-from', 'Begins at', 'from') : nothing}</div>
    </fieldset>`;
}

function effectView() {
  return html`<fieldset>
      <legend>Effect</legend>
      <div class="picks">${EFFECTS.map(([factor, words]) => radio('closure-effect', `effect-${factor * 100}`, words, closing.factor === factor, () => put({ factor })))}
      <label class="pick"><input type="checkbox" id="closure-blue" .checked=${live(closing.bluePasses)} @change=${(/** @type {any} */ event) => put({ bluePasses: event.target.checked })} /> blue lights may pass</label></div>
    </fieldset>`;
}

function faultsView() {
  const lacks = closing.tried ? listLacks() : [];
  if (!lacks.length && !closing.fault) {
    return nothing;
  }
  return html`<div class="faults" id="closure-fault" role="alert" tabindex="-1"><b>Not done yet.</b> ${closing.fault}
    ${lacks.map((it) => it.words).join('. ')}${lacks.length ? '.' : ''}</div>`;
}

/** Enter goes on: a road is closed on purpose only. @param {KeyboardEvent} event */
function keepOpen(event) {
  if (event.key === 'Enter' && !event.ctrlKey && /** @type {HTMLElement} */ (event.target).tagName === 'INPUT') {
    event.preventDefault();
  }
}

function formView() {
  const deed = closing.version ? 'Save the change' : closing.factor === 0 ? 'Close this road' : 'Slow this road';
  const wrong = (/** @type {string} */ field) => (closing.tried && listLacks().some((it) => it.field === field) ? 'true' : nothing);
  return html`<form id="close-road" class="pane-body" autocomplete="off" @keydown=${keepOpen} @submit=${(/** @type {Event} */ event) => { event.preventDefault(); finishClosing(); }}>
    <div class="column" tabindex="0" role="group" aria-label="Which road">
      ${faultsView()} ${whereView()}
      <div class="pair">
        <p class="field"><label for="closure-name">Name</label>
          <input id="closure-name" type="text" maxlength="200" .value=${live(closing.name)} aria-invalid=${wrong('closure-name')}
            @input=${(/** @type {any} */ event) => put({ name: event.target.value })} /></p>
        <p class="field"><label for="closure-source">Who says so</label>
          <select id="closure-source" aria-invalid=${wrong('closure-source')} @change=${(/** @type {any} */ event) => put({ source: event.target.value })}>
            ${['', ...new Set([...SOURCES, closing.source])].filter((it, i) => it || !i).map((it) => html`<option value=${it} ?selected=${closing.source === it}>${it || 'choose'}</option>`)}
          </select></p>
      </div>
    </div>
    <div class="column" tabindex="0" role="group" aria-label="How and until when">
      ${effectView()} ${hoursView()}
      <p class="deeds">
        <button type="submit" class="primary" id="closure-save" ?disabled=${closing.saving}>${closing.saving ? 'Saving…' : deed} <kbd>Ctrl Enter</kbd></button>
        <button type="button" class="quiet" @click=${leaveClosing}><kbd>Esc</kbd> leave it</button>
      </p>
    </div>
  </form>`;
}

function introView() {
  return html`<div class="intro">
    <button type="button" class="primary" id="close-road-begin" @click=${startClosing}>Close a road</button>
    <p class="muted">Drive times and drawn ways keep off a closed road at once, and take a slowed one more slowly. A place on a closed road is reached by the nearest open one.</p>
    <ul class="signs">
      <li>${sign(true)} closed</li>
      <li>${sign(false)} slowed</li>
    </ul>
    ${roads.changedAt && roads.closures.length ? html`<p class="muted">Last change of the roads ${shortClock(roads.changedAt)}.</p>` : nothing}
  </div>`;
}

function listView() {
  return html`<div class="pane-body">
    <div class="column" tabindex="0" role="group" aria-label="Closures">
      ${choiceView('pane')}
      ${roads.fault ? html`<p class="changed" role="status"><b>Closures cannot be read.</b> ${roads.fault} What is shown may be old.</p>` : nothing}
      ${group('Now', 'closures-now', listClosures('HOLDING'), 'No road is closed.')}
      ${group('Coming', 'closures-coming', listClosures('COMING'))}
      ${group('Ended in the last day', 'closures-ended', listClosures('OVER', 'LIFTED'))}
    </div>
    <div class="column" tabindex="0" role="group" aria-label="About closures">${introView()}</div>
  </div>`;
}

export function closuresPane() {
  const title = !isClosing() ? 'Closed roads' : closing.version ? 'Change a closure' : 'Close a road';
  return html`<header class="pane-head"><h2 id="pane-title">${title}</h2>
      <button type="button" class="quiet close" @click=${closePane}>Close ${isClosing() ? nothing : html`<kbd>Esc</kbd>`}</button></header>
    ${isClosing() ? formView() : listView()}`;
}

function closePane() {
  stopClosing();
  say('');
  showPane('none');
}
