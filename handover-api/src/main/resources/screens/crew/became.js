// @ts-check
/**
 * What became of the crew's own patients: read when there is time for it, and kept on the tablet.
 * Neither who they are nor where; nobody is told that somebody did not come back whom nobody knows.
 */
import { html, nothing } from 'lit-html';
import { NoAnswer, Refused, request } from '../shared/api.js';
import { dayAndClock } from '../shared/history.js';
import { TABLES } from '../shared/protocol-words.js';
import { serviceName } from '../shared/services.js';
import { findKept, keep } from './database.js';
import { changed, state } from './store.js';
import { OUTCOMES } from './words.js';

const KEY = 'became';
const AGAIN_MILLIS = 60_000;

/** @type {{value?: any, readAt: number, askedAt: number, reading: boolean, fault: string}} */
const found = { value: undefined, readAt: 0, askedAt: 0, reading: false, fault: '' };

/** Words with a sign of their own, so that colour is never alone. @type {Record<string, [string, string]>} */
const ANSWERS = {
  YES: ['●', 'Yes'],
  NO: ['○', 'No'],
  TOO_EARLY: ['…', 'Too early to say'],
  UNKNOWN: ['?', 'Not known'],
};

/** @type {Record<string, string>} */
const HANDOVERS = {
  SIGNED: 'Signed, not sent yet',
  SENT: 'Sent',
  RECEIVED: 'Received',
  ACCEPTED: 'Accepted',
  QUERIED: 'Asked back',
  REFUSED: 'Refused; the hub has it',
  UNDELIVERABLE: 'Could not be sent; the hub has it',
  BY_HAND: 'Passed on by hand',
};

/** @type {Record<string, string>} */
const REFERRALS = {
  OFFERED: 'Asked, no answer yet',
  INTERIM: 'Looking at it',
  ACCEPTED: 'Accepted, visit not reported',
  REFUSED: 'Refused',
  EXPIRED: 'Did not answer',
  CANCELLED: 'Taken back',
  ATTENDED: 'Has seen the patient',
  NOT_ATTENDED: 'Visit did not happen; the hub has it',
};

async function read() {
  found.reading = true;
  found.askedAt = Date.now();
  try {
    found.value = await request(`/api/areas/${state.area}/outcomes/mine`);
    found.readAt = Date.now();
    found.fault = '';
    keep(KEY, { value: found.value, readAt: found.readAt });
  } catch (fault) {
    found.fault = fault instanceof Error ? fault.message : String(fault);
    const away = fault instanceof NoAnswer || (fault instanceof Refused && fault.problem.status >= 500);
    const kept = found.value || !away ? undefined : await findKept(KEY);
    found.value ??= kept?.value.value;
    found.readAt ||= kept?.value.readAt ?? 0;
  }
  found.reading = false;
  changed();
}

/** @param {string} page */
function visit(page) {
  state.page = page;
  changed();
}

export function becameButton() {
  return html`<button type="button" class="big" id="show-became" @click=${() => visit('became')}>What became of them</button>`;
}

/** @param {any} chosen */
function chosenWords(chosen) {
  const words = OUTCOMES[chosen.disposition] ?? 'Nothing was chosen';
  const place = chosen.destination ? `, ${serviceName(state.reference, chosen.destination)}` : '';
  return `${words}${place}`;
}

/** @param {string} question @param {string} code */
function answerView(question, code) {
  const [sign, words] = ANSWERS[code] ?? ANSWERS.UNKNOWN;
  return html`<div data-answer=${code}><dt>${question}</dt><dd><i aria-hidden="true">${sign}</i> ${words}</dd></div>`;
}

/** @param {any} it */
function patientView(it) {
  const { after, taken } = it;
  return html`<li class="card">
    <h3><span class="num">${dayAndClock(it.at)}</span> <b>${it.category}</b> ${chosenWords(it.chosen)}</h3>
    <dl class="became">
      ${answerView('Called again within 24 hours', after.within24Hours)}
      ${answerView('Called again within 72 hours', after.within72Hours)}
      ${answerView('Taken to an emergency department within 7 days', after.edWithin7Days)}
      ${taken.referral ? html`<div><dt>Service</dt><dd>${REFERRALS[taken.referral] ?? taken.referral}</dd></div>` : nothing}
      <div><dt>Practice</dt><dd>${taken.handover ? HANDOVERS[taken.handover] ?? taken.handover : 'No handover'}</dd></div>
    </dl>
    ${it.rules.length ? html`<p class="muted">Decided by ${it.rules.map((/** @type {any} */ rule) => `${TABLES[rule.table] ?? rule.table}, row ${rule.rule} of version ${rule.version}`).join('; ')}</p>` : nothing}
  </li>`;
}

function listView() {
  if (!found.value) {
    return html`<p class="empty" role="status">${found.fault ? `${found.fault} There is no copy on this tablet yet.` : 'Reading.'}</p>`;
  }
  const { patients, reachedAt, days } = found.value;
  return html`
    ${found.fault ? html`<p class="banner stale" id="became-old"><b>From ${dayAndClock(new Date(found.readAt).toISOString())}.</b> ${found.fault}</p>` : nothing}
    <p class="hint">The patients you assessed or chose for in the last ${days} days${reachedAt ? `, as known ${dayAndClock(reachedAt)}` : ''}. The time runs from when the incident was closed. “Not known” means that nobody gave an NHS number: it does not mean no.</p>
    ${patients.length ? html`<ol class="patients" id="became-list">${patients.map(patientView)}</ol>` : html`<p class="empty">None in the last ${days} days.</p>`}`;
}

export function becamePage() {
  if (!found.reading && Date.now() - found.askedAt > AGAIN_MILLIS) {
    read();
  }
  return html`<section class="became-page" aria-labelledby="became-title">
    <div class="became-head"><h2 id="became-title">What became of them</h2>
      <button type="button" id="leave-became" @click=${() => visit('job')}>Back</button></div>
    ${listView()}</section>`;
}
