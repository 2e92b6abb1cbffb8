// @ts-check
/** Messages that have not arrived: which, why, what the receiver said, and what a person does. */
import { html, nothing } from 'lit-html';
import { closeForm, formView, opener } from '../care/form.js';
import { nameOf } from '../care/patient.js';
import { findPatient, keyOf, state } from '../care/state.js';
import { request } from '../shared/api.js';
import { rough } from '../shared/format.js';
import { dayAndClock } from '../shared/history.js';
import { changed } from '../shared/painting.js';
import { secondsSince, serverNow } from '../shared/server-clock.js';

/** @type {Record<string, string>} */
const KINDS = {
  HANDOVER: 'Handover',
  HANDOVER_COPY: 'Copy of a handover',
  WITHDRAWAL: 'Withdrawal of a handover',
  REFERRAL: 'Offer to a service',
  PRE_ALERT: 'Pre-alert',
  RESPONSE: 'Answer to a request',
};
/** @type {Record<string, string>} */
const STATES = {
  WAITING: 'is tried again by itself',
  SENT: 'taken, without an answer so far',
  REFUSED: 'refused by the receiver',
  DEAD: 'cannot be delivered',
};
const WAYS = { TELEPHONE: 'By telephone', PRINT: 'On paper', EMAIL: 'By e-mail' };
/** How long ago it was, in minutes. */
const WHEN = { 0: 'Just now', 10: '10 minutes ago', 30: 'Half an hour ago', 60: 'An hour ago', 180: 'Three hours ago' };

const known = {
  /** @type {any} */
  figures: { exceptions: 0, late: false },
  /** @type {any[]} */
  messages: [],
  alarmSeconds: 0,
  fault: '',
  /** What the last act has come to. */
  told: '',
};
let heard = '';
let reading = false;

/** What the heartbeat says; another figure than before is read. @param {any} figures */
export function hearMessages(figures) {
  const now = JSON.stringify(figures ?? {});
  if (now !== heard) {
    heard = now;
    void readMessages();
  }
}

export async function readMessages() {
  if (reading) {
    return;
  }
  reading = true;
  try {
    Object.assign(known, await request(`/api/areas/${state.area}/messages/exceptions`), { fault: '' });
  } catch (fault) {
    known.fault = fault instanceof Error ? fault.message : String(fault);
    heard = '';
  } finally {
    reading = false;
    changed();
  }
}

/** @param {string} id */
export function findMessage(id) {
  return known.messages.find((it) => it.id === id);
}

/** @param {any} message */
function whose(message) {
  const entry = findPatient(keyOf(message.patient));
  return entry ? nameOf(entry) : `Incident ${message.patient.incident}, patient ${message.patient.number}`;
}

/** @param {any} message */
const isException = (message) => ['REFUSED', 'DEAD'].includes(message.progress.state);

/** What is said of messages on top of the page. @param {(id: string) => void} choose */
export function messagesAlert(choose) {
  const { exceptions, late, oldest } = known.figures;
  const first = known.messages[0];
  return exceptions || late
    ? html`<p class="banner ${exceptions ? 'bad' : 'stale'}" id="messages-banner" role="status">
        <b>${exceptions ? `${exceptions} ${exceptions === 1 ? 'message needs' : 'messages need'} a person.` : 'Messages are late.'}</b>
        <span>${late && oldest ? `The oldest has waited ${rough(secondsSince(oldest))}; whoever it is for may not know of the patient.` : 'Whoever it is for may not know of the patient.'}</span>
        ${first ? html`<button type="button" @click=${() => choose(first.id)}>Show the first</button>` : nothing}
      </p>`
    : nothing;
}

/** @param {string} chosen @param {(id: string) => void} choose */
export function messagesView(chosen, choose) {
  const { messages, fault } = known;
  return html`<section aria-labelledby="messages-title"><h2 id="messages-title">Messages that have not arrived <b class="count">${messages.length}</b></h2>
    ${fault ? html`<p class="empty" role="status"><b class="fault">They could not be read.</b> ${fault} <button type="button" class="quiet" @click=${() => void readMessages()}>Read again</button></p>` : nothing}
    ${messages.length
      ? html`<ul id="messages">${messages.map((it) => html`<li><button type="button" class="row ${isException(it) ? 'now' : 'soon'}" data-message=${it.id}
          aria-current=${chosen === it.id ? 'true' : 'false'} @click=${() => choose(it.id)}>
        <span class="row-need">${KINDS[it.kind] ?? it.kind} ${STATES[it.progress.state] ?? it.progress.state}</span>
        <span class="row-time num">${rough(secondsSince(it.progress.since))}</span>
        <span class="row-name">${whose(it)} <span class="muted">to ${it.receiver.name}</span></span>
      </button></li>`)}</ul>`
      : html`<p class="empty">Everything has arrived, or is on its way within ${rough(known.alarmSeconds || 1_800)}.</p>`}</section>`;
}

/** @param {any} message @param {string} act @param {any} body @param {string} done */
async function give(message, act, body, done) {
  try {
    await request(`/api/areas/${state.area}/messages/${message.id}/${act}`, { method: 'POST', body });
    known.told = done;
    closeForm();
  } catch (fault) {
    known.told = `${fault instanceof Error ? fault.message : fault} Nothing else was done.`;
  }
  await readMessages();
}

/** @param {any} message */
function passedOnView(message) {
  return formView({
    id: `passed ${message.id}`, title: 'You have passed it on yourself; it is not sent any more', button: 'Record it', warns: true,
    fields: [
      { name: 'way', label: 'How', kind: 'choice', options: WAYS, required: 'Choose how.' },
      { name: 'to', label: 'To whom, by name', kind: 'line', required: 'Say to whom, by name.' },
      { name: 'ago', label: 'When', kind: 'choice', options: WHEN, begin: '0', required: 'Choose when.' },
      { name: 'words', label: 'What was agreed', kind: 'text' },
    ],
    send: ({ way, to, ago, words }) => void give(
      message, 'passed-on',
      { way, to, at: new Date(serverNow() - Number(ago) * 60_000 - 1_000).toISOString(), ...(words ? { words } : {}) },
      `Recorded: passed on to ${to}.`,
    ),
  });
}

/** @param {any} message @param {(key: string) => void} choosePatient */
export function messageView(message, choosePatient) {
  const { progress, receiver, receipts, patient } = message;
  return html`<header class="detail-head"><div>
      <h2>${KINDS[message.kind] ?? message.kind} to ${receiver.name} <span class="muted">${receiver.code}</span></h2>
      <p>${whose(message)} <button type="button" class="quiet" @click=${() => choosePatient(keyOf(patient))}>Show the patient</button></p></div></header>
    <p class="why ${isException(message) ? 'now' : 'soon'}"><b>${isException(message) ? 'Only a person gets this further.' : 'Late.'}</b> It ${STATES[progress.state] ?? progress.state}.</p>
    ${message.kind === 'PRE_ALERT' && isException(message) ? html`<p class="why now" id="not-warned"><b>The hospital was not warned by this message.</b> Telephone it; its page here shows the patient all the same.</p>` : nothing}
    <dl><div><dt>Here since</dt><dd>${dayAndClock(progress.since)}, ${rough(secondsSince(progress.since))}</dd></div>
      <div><dt>Tried</dt><dd>${progress.attempts === 1 ? 'once' : `${progress.attempts} times`}${progress.nextAt ? `, next ${dayAndClock(progress.nextAt)}` : ''}</dd></div>
      <div><dt>Why</dt><dd>${progress.reason ?? html`<span class="unknown">not known</span>`}</dd></div></dl>
    <div class="buttons" role="group" aria-label="This message">
      ${isException(message) ? html`<button type="button" id="retry" class="primary" @click=${() => void give(message, 'retry', {}, 'It is sent again.')}>Try again now</button>` : nothing}
      ${opener(`passed ${message.id}`, 'Passed on by hand')}
      ${message.kind === 'HANDOVER' ? printLink(patient) : nothing}
    </div>
    ${passedOnView(message)}
    ${known.told ? html`<p class="fate" role="status">${known.told}</p>` : nothing}
    <section class="part"><h3>What the receiver has said</h3>
      ${receipts.length
        ? html`<ol>${receipts.map((/** @type {any} */ it) => html`<li><b>${it.words}</b> <span class="muted">${it.by}, ${dayAndClock(it.at)}</span></li>`)}</ol>`
        : html`<p class="muted">Nothing.</p>`}</section>`;
}

/** The letter on paper, to read out on the telephone or to take along. @param {{incident: number, number: number}} patient */
export function printLink(patient) {
  return html`<a class="act" target="_blank" rel="noopener" href="/api/areas/${state.area}/patients/${patient.incident}/${patient.number}/letter.pdf">Print the letter</a>`;
}
