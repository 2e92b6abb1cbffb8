// @ts-check
/** What was said wrongly, set right: who it is, two who are one, something to add, a letter to take back. */
import { html, nothing } from 'lit-html';
import { fateView, isBusy } from '../care/acts.js';
import { formView, opener } from '../care/form.js';
import { keyOf, named, state } from '../care/state.js';
import { dayAndClock } from '../shared/history.js';
import { serverNow } from '../shared/server-clock.js';
import { ACTION_REASONS, RETRACTIONS } from '../shared/words.js';
import { give, optionsOf } from './giving.js';

const DAY_MILLIS = 86_400_000;
const SEXES = { female: 'female', male: 'male', other: 'other' };
const DUE = { 1: 'by tomorrow', 3: 'within 3 days', 7: 'within a week' };
const BIRTH = /^(18|19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Weights 10 to 2, modulus 11: the same as the server asks. @param {string} given */
export function isNhsNumber(given) {
  const digits = given.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) {
    return false;
  }
  const sum = [...digits.slice(0, 9)].reduce((all, digit, i) => all + Number(digit) * (10 - i), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** @param {{incident: number, number: number}} patient @param {any} identity as it stands */
function identifying(patient, identity) {
  return {
    id: `identify ${keyOf(patient)}`, title: 'Who the patient is; what was put down before is kept', button: 'Put it down',
    fields: [
      { name: 'name', label: 'Name', kind: 'line', begin: identity?.name ?? '' },
      { name: 'nhsNumber', label: 'NHS number', kind: 'line', begin: identity?.nhsNumber ?? '', check: (/** @type {string} */ value) => (isNhsNumber(value) ? '' : 'The check digit does not fit: two digits may be swapped.') },
      { name: 'birthDate', label: 'Born', kind: 'line', hint: 'As in 1948-03-17', begin: identity?.birthDate ?? '', check: (/** @type {string} */ value) => (BIRTH.test(value) ? '' : 'As in 1948-03-17.') },
      { name: 'sex', label: 'Sex', kind: 'choice', options: SEXES, begin: identity?.sex ?? '' },
    ],
    send: (/** @type {Record<string, string>} */ values) => void give('CorrectIdentity', {
      patient, identity: { ...Object.fromEntries(Object.entries(values).filter(([, value]) => value)), ...(identity?.ageYears !== undefined && !values.birthDate && { ageYears: identity.ageYears }) },
    }, `Who patient ${patient.number} of ${patient.incident} is`),
  };
}

/** The fields of a letter, and the terms that they come to. @param {string} label of what is said @param {string} practice @returns {import('../care/form.js').Field[]} */
function letterFields(label, practice) {
  return [
    { name: 'summary', label, kind: 'text', required: `Say ${label.charAt(0).toLowerCase()}${label.slice(1)}.` },
    { name: 'practice', label: 'Practice', kind: 'choice', options: optionsOf('PRACTICE'), begin: practice, required: 'Choose a practice.' },
    { name: 'asked', label: 'What the practice shall do, if anything', kind: 'text' },
    { name: 'reason', label: 'Reason, as agreed with practices', kind: 'choice', options: ACTION_REASONS, when: (values) => values.asked !== '', required: 'Choose a reason.' },
    { name: 'days', label: 'By when', kind: 'choice', options: DUE, begin: '3', when: (values) => values.asked !== '', required: 'Choose a time.' },
  ];
}

/** @param {{incident: number, number: number}} patient @param {Record<string, string>} values */
function letterOf(patient, { summary, practice, asked, reason, days }) {
  return {
    patient,
    terms: asked
      ? { kind: 'ACTION_REQUESTED', practice, reason, dueAt: new Date(serverNow() + Number(days) * DAY_MILLIS).toISOString() }
      : { kind: 'FOR_INFORMATION', practice },
    words: { summary, ...(asked && { asked }), author: state.session.user },
  };
}

/** @param {{incident: number, number: number}} patient @param {string} practice @returns {import('../care/form.js').Form} */
function amending(patient, practice) {
  return {
    id: `amend ${keyOf(patient)}`, title: 'Something to add: the letter goes out again whole and replaces the one before', button: 'Send it again',
    fields: letterFields('What is added', practice),
    send: (values) => void give('AmendHandover', letterOf(patient, values), `Add to the handover of patient ${patient.number} of ${patient.incident}`),
  };
}

/** In place of one that was taken back. @param {{incident: number, number: number}} patient @param {string} practice @returns {import('../care/form.js').Form} */
function signingAnew(patient, practice) {
  return {
    id: `sign ${keyOf(patient)}`, title: 'Another letter in place of the one that was taken back; it has what was found and done', button: 'Sign it',
    fields: letterFields('What was found and decided', practice),
    send: (values) => void give('SignHandover', letterOf(patient, values), `Sign the handover of patient ${patient.number} of ${patient.incident}`),
  };
}

/** Until another is signed. @param {any} entry */
function retractedView(entry) {
  const { handover, retracted } = entry.care.arrangements;
  if (!retracted || handover) {
    return nothing;
  }
  const form = signingAnew(entry.care.id, entry.practice ?? '');
  return html`<p class="warn">The handover was taken back ${dayAndClock(retracted.at)}: ${RETRACTIONS[retracted.reason] ?? retracted.reason}. Another is to be signed.</p>
    <p class="buttons">${opener(form.id, 'Sign another', { primary: true, disabled: isBusy(keyOf(entry.care.id)) })}</p>${formView(form)}`;
}

/** @param {{incident: number, number: number}} patient */
function retracting(patient) {
  return {
    id: `retract ${keyOf(patient)}`, title: 'Whoever has the letter is told not to use it; then another is to be signed', button: 'Take it back', warns: true,
    fields: [
      { name: 'reason', label: 'Why it must not be used', kind: 'choice', options: RETRACTIONS, required: 'Choose a reason.' },
      { name: 'summary', label: 'A word to whoever has it; never about the patient', kind: 'line' },
    ],
    send: (/** @type {Record<string, string>} */ { reason, summary }) => void give('RetractHandover', {
      patient, reason, words: { ...(summary && { summary }), author: state.session.user },
    }, `Take back the handover of patient ${patient.number} of ${patient.incident}`),
  };
}

/** The others of the incident who could be the same person. @param {any} entry */
function doublesOf(entry) {
  const { id } = entry.care;
  return Object.fromEntries(state.patients
    .filter((it) => it.care.id.incident === id.incident && it.care.id.number !== id.number && !it.care.who?.sameAs && it.care.version > 0)
    .map((it) => [String(it.care.id.number), `Patient ${it.care.id.number}: ${it.identity?.name ?? 'name not known'}`]));
}

/** @param {any} entry */
function mergeView(entry) {
  const patient = entry.care.id;
  const busy = isBusy(keyOf(patient));
  if (entry.care.who?.sameAs) {
    return html`<p class="note">The same person as patient ${entry.care.who.sameAs}, who stands for both.</p>
      <p class="buttons"><button type="button" ?disabled=${busy} @click=${() => give('SeparatePatients', { patient }, `Patient ${patient.number} is somebody else after all`)}>They are two people</button></p>`;
  }
  const options = doublesOf(entry);
  const id = `merge ${keyOf(patient)}`;
  return Object.keys(options).length
    ? html`<p class="buttons">${opener(id, 'Same person as another', { disabled: busy })}</p>${formView({
        id, title: 'The same person was put down twice: the other stands for both', button: 'They are one', warns: true,
        fields: [{ name: 'into', label: 'Who stands for both', kind: 'choice', options, required: 'Choose a patient.' }],
        send: ({ into }) => void give('MergePatients', { patient, into: Number(into) }, `Patient ${patient.number} is patient ${into}`),
      })}`
    : nothing;
}

/** @param {{incident: number, number: number}} patient @param {{identity?: any, practice?: string, signed: boolean}} known */
function formsView(patient, { identity, practice = '', signed }) {
  const busy = isBusy(keyOf(patient));
  const forms = [['Correct who it is', identifying(patient, identity)], ...(signed ? [['Add to the letter', amending(patient, practice)], ['Take the letter back', retracting(patient)]] : [])];
  return html`<div class="buttons" role="group" aria-label="Set right">${forms.map(([words, form]) => opener(/** @type {any} */ (form).id, /** @type {string} */ (words), { disabled: busy }))}</div>
    ${forms.map(([, form]) => formView(/** @type {any} */ (form)))}`;
}

/** What can be set right about somebody who is still owed something. @param {any} entry */
export function correctingView(entry) {
  const handover = entry.care.arrangements.handover;
  return html`${retractedView(entry)}
    ${formsView(entry.care.id, { identity: entry.identity, practice: handover?.terms.practice ?? entry.practice, signed: handover !== undefined })}
    ${mergeView(entry)}`;
}

/** The patients of a closed case, as its history names them. @param {any[]} history */
function patientsOf(history) {
  return [...new Set(history.map((it) => it.facts?.patient).filter(Boolean))].map(Number).sort((a, b) => a - b);
}

/** The practice that was told last. @param {any[]} history @param {number} number */
function practiceOf(history, number) {
  return history.filter((it) => Number(it.facts?.patient) === number && it.facts?.practice).at(-1)?.facts.practice ?? '';
}

/** What can be set right about a case in which nothing is owed any more. @param {number} incident @param {any} read */
export function settledView(incident, read) {
  if (read?.fault && !read.history.length) {
    return html`<h2>Incident ${incident}</h2>`;
  }
  const numbers = patientsOf(read?.history ?? []);
  return html`<header class="detail-head"><div><h2>Incident ${incident}</h2><p class="muted">Nothing is owed here any more. What was said wrongly can be set right.</p></div></header>
    ${numbers.map((number) => {
      const patient = { incident, number };
      const told = read.calls.flatMap((/** @type {any} */ it) => it.call.patients)[number - 1];
      const practice = practiceOf(read.history, number);
      return html`<section class="part"><h3>Patient ${number}${told?.name ? `: ${told.name}` : ''}</h3>
        <p class="muted">${practice ? `Handover last to ${named(practice)}` : 'No practice was told'}</p>
        ${formsView(patient, { identity: told, practice, signed: practice !== '' })} ${fateView(keyOf(patient))}</section>`;
    })}
    ${read && numbers.length === 0 ? html`<p class="empty">Nobody was assessed or handed over in this incident.</p>` : nothing}`;
}
