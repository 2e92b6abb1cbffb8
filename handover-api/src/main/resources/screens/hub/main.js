// @ts-check
/** The page of clinical navigation: who needs something, worst first; one patient whole; the waiting. */
import { html, nothing } from 'lit-html';
import { startPage } from '../care/page.js';
import { nameOf, newsView } from '../care/patient.js';
import { findPatient, gatherFor, keyOf, state } from '../care/state.js';
import { rough, running } from '../shared/format.js';
import { BoardCopy } from '../shared/board-copy.js';
import { changed } from '../shared/painting.js';
import { secondsSince } from '../shared/server-clock.js';
import { dueWords, firstDue, takenWords } from '../shared/contact-words.js';
import { person } from '../shared/history.js';
import { FLAGS, flagsInOrder, level } from '../shared/words.js';
import { isMine } from './contact.js';
import { keysView, onKey } from './keys.js';
import { detailView } from './detail.js';
import { settledView } from './correcting.js';
import { historyView } from './history-view.js';
import { findMessage, hearMessages, messageView, messagesAlert, messagesView } from './messages.js';
import { details, refresh } from './reading.js';
import { telephoneView } from './telephone.js';
import { listWork } from './worklist.js';

/** @typedef {{patient?: string, incident?: number, asked?: boolean, message?: string}} Choice */

const copy = new BoardCopy();
const HIGHEST_LEVEL = 3;
const GATHER_MILLIS = 1_000;

/** A patient's key, the number of a waiting incident, of one that was asked for, or the id of a message. @type {Choice} */
let chosen = asked();

/** Who the address names, so that other pages can point here. @returns {{patient?: string}} */
function asked() {
  const patient = new URL(location.href).searchParams.get('patient') ?? '';
  return /^[1-9][0-9]{0,14}\/[1-9][0-9]?$/.test(patient) ? { patient } : {};
}

/** @param {Choice} next */
function choose(next) {
  chosen = next;
  refresh(chosenIncident());
  changed();
  setTimeout(() => document.getElementById('detail')?.focus(), 60);
}

/** @param {string} message */
function chooseMessage(message) {
  choose({ message });
}

function chosenIncident() {
  return chosen.incident ?? (chosen.patient ? Number(chosen.patient.split('/')[0]) : 0);
}

/** Whether nobody is on it, and a clinician might help by telephone. @param {any} it */
const waits = (it) => !it.jobs.length && !it.attended && level(it.category) >= HIGHEST_LEVEL;

/** Whether something is owed that is late or a clinician's. @param {any} it */
const owes = (it) => it.contact.callBack || it.contact.reviewSince || it.contact.hubAskedAt
  || it.contact.due.some((/** @type {any} */ due) => secondsSince(due.at) >= 0);

/** @type {Record<string, {words: string, keeps: (it: any) => boolean}>} */
const FILTERS = {
  all: { words: 'All', keeps: (it) => waits(it) || owes(it) },
  waiting: { words: 'Waiting', keeps: waits },
  calls: { words: 'Call-backs', keeps: (it) => it.contact.callBack !== undefined },
  scene: { words: 'On scene', keeps: (it) => it.jobs.some((/** @type {any} */ job) => ['AT_SCENE', 'AT_PATIENT'].includes(job.stage)) },
  mine: { words: 'Mine', keeps: isMine },
};
let filter = 'all';

/** What is owed soonest or longest overdue first, then the longest wait. The order is an engineering default. */
function listWaiting() {
  const rank = (/** @type {any} */ it) => Date.parse(firstDue(it)?.at ?? '9999-12-31');
  return [...copy.incidents.values()]
    .filter(FILTERS[filter].keeps)
    .sort((a, b) => rank(a) - rank(b) || Date.parse(a.clockStartedAt) - Date.parse(b.clockStartedAt));
}

function filtersView() {
  return html`<div class="filters" role="group" aria-label="Show">${Object.entries(FILTERS).map(([key, { words, keeps }]) => html`<button type="button" class="quiet"
    aria-pressed=${filter === key} data-filter=${key} @click=${() => { filter = key; changed(); }}>${words} <b class="count">${[...copy.incidents.values()].filter(keeps).length}</b></button>`)}</div>`;
}

/** Whether a message speaks of the incident. @param {number} incident @param {any} data */
function isAbout(incident, data) {
  return [...(data.incidents ?? []), ...(data.patients ?? [])].some((it) => it.incident === incident) || (data.closed ?? []).includes(incident);
}

/** @param {string} kind @param {any} data */
function hear(kind, data) {
  if (kind === 'snapshot') {
    copy.replace(data);
  } else if (kind === 'delta') {
    copy.move(data);
  }
  if (kind === 'heartbeat') {
    hearMessages(data.messages);
  }
  if (kind === 'snapshot' || isAbout(chosenIncident(), data)) {
    refresh(chosenIncident());
  }
}

/** @param {import('./worklist.js').Work} work */
function workView({ entry, need }) {
  const key = keyOf(entry.care.id);
  const owner = entry.care.arrangements.owner;
  return html`<li><button type="button" class="row ${need.tone}" data-patient=${key} aria-current=${chosen.patient === key ? 'true' : 'false'}
      @click=${() => choose({ patient: key })}>
    <span class="row-need">${need.words}</span>
    <span class="row-time num">${need.since ? rough(secondsSince(need.since)) : ''}</span>
    <span class="row-name">${nameOf(entry)} <span class="muted">${entry.care.id.incident}</span></span>
    ${newsView(entry)}
    ${owner || need.tone !== 'calm' ? html`<span class="row-owner muted">${owner ? `owned by ${person(owner)}` : 'nobody at the hub owns it'}</span>` : nothing}
  </button></li>`;
}

/** @param {any} incident */
function waitingView(incident) {
  const seconds = secondsSince(incident.clockStartedAt);
  const late = incident.targetSeconds !== undefined && seconds > incident.targetSeconds;
  return html`<li><button type="button" class="row ${late ? 'soon' : ''}" data-incident=${incident.incident}
      aria-current=${chosen.incident === incident.incident ? 'true' : 'false'} @click=${() => choose({ incident: incident.incident })}>
    <span class="row-need"><b class="cat l${level(incident.category)}">${incident.category}</b> ${incident.complaint}</span>
    <span class="row-time num">${running(seconds)}${late ? ' past target' : ''}</span>
    <span class="row-owner muted">${incident.incident} · ${incident.place?.label ?? 'no place yet'}
      ${firstDue(incident) ? html`· <span class=${secondsSince(firstDue(incident).at) >= 0 ? 'warn' : ''}>${dueWords(firstDue(incident), secondsSince)}</span>` : nothing}
      ${takenWords(incident) ? html`· <b>${takenWords(incident)}</b>` : nothing}
      ${incident.flags.length ? html`· <span class="warn">${flagsInOrder(incident.flags).map((/** @type {string} */ it) => FLAGS[it] ?? it).join(', ')}</span>` : nothing}</span>
  </button></li>`;
}

function rightView() {
  const entry = chosen.patient ? findPatient(chosen.patient) : undefined;
  if (entry) {
    return detailView(entry, copy.incidents.get(entry.care.id.incident));
  }
  const incident = chosen.incident ? copy.incidents.get(chosen.incident) : undefined;
  if (incident) {
    return telephoneView(incident, state.patients.filter((it) => it.care.id.incident === incident.incident));
  }
  const message = chosen.message ? findMessage(chosen.message) : undefined;
  if (message) {
    return messageView(message, (patient) => choose({ patient }));
  }
  if (chosen.message) {
    return html`<p class="empty" role="status"><b>Done.</b> Nothing more is to be done about this message.</p>`;
  }
  return chosen.patient || chosen.incident
    ? html`${chosen.asked ? nothing : html`<p class="empty" role="status"><b>Done.</b> Nothing more is owed here, or the incident has left the waiting list.</p>`}
        ${settledView(chosenIncident(), details(chosenIncident()))}${historyView(details(chosenIncident()))}`
    : html`<p class="empty">Choose a patient or a waiting incident.</p>`;
}

/** @param {any} event */
function findClosed(event) {
  event.preventDefault();
  choose({ incident: Number(event.target.querySelector('#closed-number').value), asked: true });
}

function view() {
  const work = listWork(copy);
  const waiting = listWaiting();
  return html`<div class="split">
    <div class="split-list lists" tabindex="0" role="group" aria-label="Lists">
      <section aria-labelledby="work-title"><h2 id="work-title">Patients, worst first <b class="count">${work.length}</b></h2>
        ${work.length ? html`<ul id="work">${work.map(workView)}</ul>` : html`<p class="empty">Nobody needs the hub now.</p>`}</section>
      <section aria-labelledby="waiting-title"><h2 id="waiting-title">Waiting and to be called <b class="count">${waiting.length}</b></h2>
        ${filtersView()}${keysView()}
        ${waiting.length ? html`<ul id="waiting">${waiting.map(waitingView)}</ul>` : html`<p class="empty">No such incident waits.</p>`}</section>
      ${messagesView(chosen.message ?? '', chooseMessage)}
      <section aria-labelledby="closed-title"><h2 id="closed-title">A case that is closed</h2>
        <form class="find-closed" @submit=${findClosed}><label for="closed-number">Incident number</label>
          <input id="closed-number" type="text" inputmode="numeric" pattern="[1-9][0-9]{0,14}" required autocomplete="off" />
          <button type="submit">Open it</button></form></section>
    </div>
    <section id="detail" class="split-one detail" aria-label="Patient" tabindex="0">${rightView()}</section>
  </div>`;
}

// The hub sees everybody: of a busy area it reads once a second at most.
gatherFor(GATHER_MILLIS);
addEventListener('keydown', onKey);
startPage({ role: 'hub', word: 'worklist', view, hear, alerts: () => messagesAlert(chooseMessage) });
