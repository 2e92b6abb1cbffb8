// @ts-check
/** The page of a practice: letters to read and to answer, and its own patients in our hands. */
import { html, nothing } from 'lit-html';
import { startPage } from '../care/page.js';
import { alsoRead, keyOf, state } from '../care/state.js';
import { changed } from '../shared/painting.js';
import { ageAndSex, nameOf, nhsView } from '../care/patient.js';
import { shortClock } from '../shared/format.js';
import { letterView } from './letter.js';
import { returnHomeView } from './return-home.js';
import { closeLetter, dueOf, entryWords, groups, isOverdue, keepReading, openId, openLetter, readLetters } from './letters.js';

/** @typedef {'unread' | 'answer' | 'doing' | 'done' | 'now'} Tab */

/** @type {Record<Tab, string>} */
const TABS = { unread: 'Unread', answer: 'To answer', doing: 'To do', done: 'Done', now: 'Our patients now' };
/** @type {Record<Tab, string>} */
const NOTHING = {
  unread: 'Nothing is unread.',
  answer: 'Nothing waits for your answer.',
  doing: 'Nothing that you have accepted is open.',
  done: 'Nothing here yet.',
  now: 'None of your patients is in our hands now.',
};

/** @type {Tab} */
let tab = 'unread';

/** What a practice is told of a crew that is with its patient. @type {Record<string, string>} */
const WHERE = {
  ALLOCATED: 'A crew has been sent',
  ACKNOWLEDGED: 'A crew has been sent',
  MOBILE: 'A crew is on the way to the patient',
  AT_SCENE: 'A crew is with the patient',
  AT_PATIENT: 'A crew is with the patient',
  LEFT_SCENE: 'On the way to hospital',
  AT_DESTINATION: 'At hospital, not handed over yet',
  HANDED_OVER: 'Handed over at hospital',
};

function patientsNow() {
  return state.patients.filter((it) => it.incident);
}

/** @param {Tab} chosen */
function choose(chosen) {
  tab = chosen;
  closeLetter();
  changed();
}

/** @param {KeyboardEvent} event */
function moveTab(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const names = /** @type {Tab[]} */ (Object.keys(TABS));
    const next = names[(names.indexOf(tab) + step + names.length) % names.length];
    choose(next);
    document.getElementById(`tab-${next}`)?.focus();
  }
}

/** @param {Record<string, any[]>} letters */
function tabsView(letters) {
  const counts = { ...letters, now: patientsNow() };
  return html`<div role="tablist" aria-label="Letters and patients" class="tabs" @keydown=${moveTab}>
    ${/** @type {Tab[]} */ (Object.keys(TABS)).map((name) => html`<button type="button" role="tab" id="tab-${name}"
      aria-selected=${name === tab} aria-controls="list" tabindex=${name === tab ? 0 : -1} @click=${() => choose(name)}>
      ${TABS[name]} ${name === 'done' ? nothing : html`<b class="count ${name === 'answer' && letters.answer.some(isOverdue) ? 'late' : ''}">${counts[name].length}</b>`}
    </button>`)}
  </div>`;
}

/** @param {any} entry */
function rowView(entry) {
  const words = entryWords(entry);
  return html`<li><button type="button" class="row ${isOverdue(entry) ? 'late' : ''}" data-letter=${entry.id}
      aria-current=${openId() === entry.id ? 'true' : 'false'} ?disabled=${Boolean(entry.withdrawn)} @click=${() => openLetter(entry.id)}>
    <span class="row-name">${entry.arrival.readAt || entry.withdrawn ? nothing : html`<span class="dot" title="unread"></span><span class="unseen">Unread. </span>`}${entry.withdrawn ? 'Withdrawn letter' : (entry.name ?? 'Patient not identified')}</span>
    <span class="row-time num">${shortDay(entry.arrival.receivedAt)}</span>
    <span class="row-kind">${words}</span>
    ${dueOf(entry) ? html`<span class="row-due ${isOverdue(entry) ? 'late-word' : ''}">${dueOf(entry)}</span>` : nothing}
  </button></li>`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short' });

/** @param {string} instant */
function shortDay(instant) {
  return `${DAY.format(Date.parse(instant))} ${shortClock(instant)}`;
}

/** @param {any} entry */
function nowView(entry) {
  const { incident } = entry;
  const unit = incident.units.at(-1);
  return html`<li class="now" data-patient=${keyOf(entry.care.id)}>
    <b class="who">${nameOf(entry)}</b> <span>${ageAndSex(entry)} · ${nhsView(entry)}</span>
    <p><b>${unit ? (WHERE[unit.stage] ?? unit.stage) : 'Waiting for a crew'}</b>
      <span class="muted">since ${shortClock(unit ? unit.since : incident.openedAt)}; called ${shortClock(incident.openedAt)}</span></p>
    ${returnHomeView(entry)}
  </li>`;
}

function view() {
  const letters = groups();
  const shown = tab === 'now' ? [] : letters[tab];
  const open = openId() !== '';
  return html`<div class="split inbox" data-open=${open ? 'letter' : 'list'}>
    <section class="split-list side" aria-label="Inbox">
      ${tabsView(letters)}
      <div id="list" role="tabpanel" aria-labelledby="tab-${tab}" tabindex="0">
        ${tab === 'now'
          ? html`<ul>${patientsNow().map(nowView)}</ul>`
          : html`<ul>${shown.map(rowView)}</ul>`}
        ${(tab === 'now' ? patientsNow() : shown).length ? nothing : html`<p class="empty">${NOTHING[tab]}</p>`}
      </div>
    </section>
    <section class="split-one letter" aria-label="Letter" tabindex="0" id="letter">${letterView(tab === 'now' ? 'Letters are in the other tabs.' : 'Choose a letter.')}</section>
  </div>`;
}

alsoRead(readLetters);
keepReading();
startPage({ role: 'practice', word: 'letters', view });
