// @ts-check
/** Hear and treat: an incident that waits, treated by telephone, handed back and closed. */
import { html, nothing } from 'lit-html';
import { act, fateView, isBusy } from '../care/acts.js';
import { closeForm, formView, opener } from '../care/form.js';
import { knownView } from '../care/known.js';
import { ageAndSex, nameOf, nhsView } from '../care/patient.js';
import { keyOf, state } from '../care/state.js';
import { request } from '../shared/api.js';
import { shortClock } from '../shared/format.js';
import { serverNow } from '../shared/server-clock.js';
import { contactView } from './contact.js';
import { optionsOf } from './giving.js';
import { historyView } from './history-view.js';
import { details } from './reading.js';

const DAY_MILLIS = 86_400_000;
const DUE = { 1: 'by tomorrow', 3: 'within 3 days', 7: 'within a week', 14: 'within two weeks' };

/**
 * Chooses, signs and closes, one after the other; where a step was refused, the next try goes on
 * from there, because what was accepted holds.
 * @param {any} incident @param {any} entry @param {Record<string, string>} values
 */
async function treat(incident, entry, values) {
  const patient = entry.care.id;
  const name = nameOf(entry);
  if (!entry.care.choice && !(await act('ChooseDisposition', { patient, choice: { disposition: 'HEAR_AND_TREAT' }, saw: entry.care.version }, `Treat ${name} by telephone`))) {
    return;
  }
  const practice = values.practice || (await practiceOf(patient));
  if (!entry.care.arrangements.handover && !(await act('SignHandover', { patient, terms: termsOf({ ...values, practice }), words: wordsOf(values) }, `Sign the handover of ${name}`))) {
    return;
  }
  if (await act('CloseIncident', { incident: incident.incident, reason: 'HEARD_AND_TREATED', saw: incident.version }, `Close ${incident.incident}: treated by telephone`)) {
    closeForm();
  }
}

/**
 * The practice of the patient as the server knows it now: the form can be filled in before the
 * reading that names it has come. @param {{incident: number, number: number}} patient
 */
async function practiceOf(patient) {
  try {
    const { patients } = await request(`/api/areas/${state.area}/patients`);
    return patients.find((/** @type {any} */ it) => keyOf(it.care.id) === keyOf(patient))?.practice ?? '';
  } catch {
    // Without an answer nothing can be signed either, and that is said.
    return '';
  }
}

/** @param {Record<string, string>} values */
function termsOf({ practice, asked, days }) {
  const to = practice ? { practice } : {};
  return asked
    ? { kind: 'ACTION_REQUESTED', ...to, dueAt: new Date(serverNow() + Number(days) * DAY_MILLIS).toISOString() }
    : { kind: 'FOR_INFORMATION', ...to };
}

/** @param {Record<string, string>} values */
function wordsOf({ summary, advice, asked }) {
  return { summary, advice, ...(asked && { asked }), author: state.session.user };
}

/** @param {any} incident @param {any} entry @param {string} form @returns {import('../care/form.js').Form} */
function treating(incident, entry, form) {
  return {
    id: form, title: `Treat ${nameOf(entry)} by telephone: signs the handover and closes the incident`, button: 'Treated: sign and close',
    fields: [
      { name: 'summary', label: 'What you found', kind: 'text', required: 'Say what you found.' },
      { name: 'advice', label: 'Advice and safety net', kind: 'text', hint: 'What to expect, what to watch for, when and how to call again', required: 'Say what was advised: nobody goes to this patient.' },
      { name: 'practice', label: 'Practice', kind: 'choice', options: optionsOf('PRACTICE'), begin: entry.practice ?? '', hint: 'Left open, a person must find it' },
      { name: 'asked', label: 'What the practice shall do, if anything', kind: 'text' },
      { name: 'days', label: 'By when', kind: 'choice', options: DUE, begin: '3', when: (values) => values.asked !== '', required: 'Choose a time.' },
    ],
    send: (values) => void treat(incident, entry, values),
  };
}

/** @param {any} incident @param {any[]} known its patients */
export function telephoneView(incident, known) {
  const number = incident.incident;
  const patients = known.length ? known : [{ care: { id: { incident: number, number: 1 }, version: 0, arrangements: { referrals: [] } } }];
  const read = details(number);
  return html`<header class="detail-head"><div><h2>${incident.complaint} <span class="muted">incident ${number}</span></h2>
      <p><b class="cat">${incident.category}</b>, waiting since ${shortClock(incident.clockStartedAt)} · ${incident.place?.label ?? 'no place yet'}</p></div></header>
    ${contactView(incident)}
    ${patients.map((entry) => {
      const form = `treat ${number}/${entry.care.id.number}`;
      return html`<section class="card"><p><b class="who">${nameOf(entry)}</b> ${ageAndSex(entry)} · ${nhsView(entry)}</p>
        ${knownView(entry.care.id)}
        <div class="buttons">${opener(form, 'Treat by telephone', { primary: true, disabled: isBusy(`${number}/${entry.care.id.number}`) })}</div>
        ${formView(treating(incident, entry, form))} ${fateView(`${number}/${entry.care.id.number}`)} ${fateView(String(number))}</section>`;
    })}
    <section class="part"><h3>Calls</h3>${(read?.calls ?? []).map((/** @type {any} */ it) => html`<p><span class="num">${shortClock(it.at)}</span> <b>${it.call.complaint}</b> ${it.call.narrative ?? ''}
      ${it.call.caller?.telephone ? html`<br />Caller ${it.call.caller.name ?? ''} <span class="num">${it.call.caller.telephone}</span>` : nothing}</p>`)}</section>
    <section class="part"><h3>What happened</h3>${historyView(read)}</section>`;
}
