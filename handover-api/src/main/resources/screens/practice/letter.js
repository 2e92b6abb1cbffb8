// @ts-check
/** One letter as a page: what is asked, how the patient was, what was found, done, decided, said. */
import { html, nothing } from 'lit-html';
import { act, fateView, isBusy } from '../care/acts.js';
import { closeForm, formView, opener } from '../care/form.js';
import { keyOf, readSoon, state } from '../care/state.js';
import { shortClock } from '../shared/format.js';
import { dayAndClock } from '../shared/history.js';
import { HANDOVER_REFUSALS, RETRACTIONS } from '../shared/words.js';
import { closeLetter, dueOf, entryWords, isOverdue, latest, opened, openLetter, waitsForFollowUp, waitsForUs } from './letters.js';

/** @type {Record<string, string>} */
const FOLLOWED_UP = { DONE: 'Done', NOT_POSSIBLE: 'Could not be done', PASSED_ON: 'Passed on to somebody who has taken it' };
/** @type {Record<string, string>} */
const TRENDS = {
  RISING: '↗ rising: the patient got worse',
  STEADY: '→ steady',
  FALLING: '↘ falling: the patient got better',
  UNKNOWN: 'trend not known: fewer than two complete scores',
};
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** @param {string} day */
const dayWords = (day) => DAY.format(Date.parse(`${day}T12:00:00Z`));

/** @param {any} patient */
function patientView(patient) {
  return html`<h2>${patient.name ?? 'Patient not identified'}</h2>
    <p class="ids">
      ${patient.birthDate ? `Born ${dayWords(patient.birthDate).replace(/^\w+, /, '')}` : patient.ageYears === undefined ? 'Age not known' : `About ${patient.ageYears} years`}
      · ${patient.nhsNumber
        ? html`NHS <span class="num">${patient.nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')}</span> (${patient.nhsNumberStatus === 'VERIFIED' ? 'verified' : 'not traced: check it is your patient'})`
        : 'No NHS number'}
    </p>`;
}

/** @param {any} score */
function scoreView(score) {
  if (!score.rounds.length) {
    return html`<p class="unknown">No observations were made.</p>`;
  }
  return html`<div class="score"><h3>NEWS2</h3>
    <ol class="score-rounds">${score.rounds.map((/** @type {any} */ it) => html`<li>
      <b class="num ${it.total >= 7 ? 'high' : it.total >= 5 ? 'medium' : ''}">${it.total ?? '–'}</b>
      <span class="num">${shortClock(it.at)}${it.total === undefined ? ' not complete' : ''}</span></li>`)}</ol>
    <p>${TRENDS[score.trend] ?? score.trend}</p></div>`;
}

/** "Place: 1 Lane" as term and text; a line without a term stays a line. @param {string} text */
function lineView(text) {
  const at = text.indexOf(': ');
  return at > 0 && at < 40
    ? html`<li class="pair"><span class="term">${text.slice(0, at)}</span> <span>${text.slice(at + 2)}</span></li>`
    : html`<li>${text}</li>`;
}

/** @param {any} entry @param {any} asked */
function askedView(entry, asked) {
  if (entry.kind !== 'ACTION_REQUESTED') {
    return html`<p class="asked info"><b>For information.</b> Nothing is asked of you.</p>`;
  }
  return html`<section class="asked ${isOverdue(entry) ? 'late' : ''}" aria-label="What is asked">
    <h3>Asked of you ${dueOf(entry) ? html`<span class=${isOverdue(entry) ? 'late-word' : ''}>${dueOf(entry)}</span>` : nothing}</h3>
    <ul>${asked.actions.map((/** @type {any} */ it) => html`<li><b>${it.what}</b> by ${dayWords(it.by)}${it.why ? html`<br /><span class="muted">${it.why}</span>` : nothing}</li>`)}</ul>
    ${waitsForUs(entry) ? answerView(entry) : html`<p><b>${entryWords(entry)}.</b></p>`}
    ${waitsForFollowUp(entry) ? followUpView(entry) : nothing}
    ${fateView(keyOf(entry.patient))}
  </section>`;
}

/** @param {any} entry @param {any} more @param {string} words */
async function answer(entry, more, words) {
  if (await act('AnswerHandover', { patient: entry.patient, ...more }, words)) {
    closeForm();
  }
}

/** @param {any} entry */
function answerView(entry) {
  const name = entry.name ?? 'the patient';
  const busy = isBusy(keyOf(entry.patient));
  const ask = `ask ${entry.id}`;
  const refuse = `refuse ${entry.id}`;
  return html`<div class="buttons" role="group" aria-label="Answer">
      <button type="button" id="accept" class="primary" ?disabled=${busy} @click=${() => answer(entry, { kind: 'ACCEPTED' }, `Accept what is asked for ${name}`)}>Accept: we do it</button>
      ${opener(ask, 'Ask a question', { disabled: busy })}
      ${opener(refuse, 'Refuse', { disabled: busy })}
    </div>
    ${formView({
      id: ask, title: 'What do you need to know? The hub answers, and the letter comes again.', button: 'Send the question',
      fields: [{ name: 'asked', label: 'Question', kind: 'text', required: 'Write the question.' }],
      send: ({ asked }) => answer(entry, { kind: 'ASKED_BACK', words: { asked } }, `Question about ${name}`),
    })}
    ${formView({
      id: refuse, title: 'Refuse: the hub then finds another way for the patient', button: 'Refuse', warns: true,
      fields: [{ name: 'reason', label: 'Why', kind: 'choice', options: HANDOVER_REFUSALS, required: 'Choose a reason.' }],
      send: ({ reason }) => answer(entry, { kind: 'REFUSED', reason }, `Refuse what is asked for ${name}`),
    })}`;
}

/** What became of what was accepted. @param {any} entry */
function followUpView(entry) {
  const form = `follow-up ${entry.id}`;
  return html`<div class="buttons">${opener(form, 'Say what became of it', { primary: true, disabled: isBusy(keyOf(entry.patient)) })}</div>
    ${formView({
      id: form, title: 'What became of what you have accepted; the crew hears of it', button: 'Record it',
      fields: [
        { name: 'outcome', label: 'Outcome', kind: 'choice', options: FOLLOWED_UP, begin: 'DONE', required: 'Choose an outcome.' },
        { name: 'summary', label: 'In a few words', kind: 'text', required: 'Say what was done, or why it could not be.' },
      ],
      send: async ({ outcome, summary }) => {
        if (await act('RecordFollowUp', { patient: entry.patient, outcome, words: { summary } }, `Follow-up of ${entry.name ?? 'the patient'}`)) {
          closeForm();
          readSoon();
        }
      },
    })}`;
}

/** What was sent by mistake is not shown any more, also to whoever has it open. @param {any} entry */
function withdrawnView(entry) {
  return html`<p class="withdrawn" role="status"><b>This letter was withdrawn: do not use it.</b> The sender says: ${RETRACTIONS[entry.withdrawn] ?? 'no reason given'}.</p>`;
}

/** @param {string} nobody what to say where no letter is open */
export function letterView(nobody) {
  const { id, letter, fault } = opened();
  if (!id) {
    return html`<p class="empty choose">${nobody}</p>`;
  }
  const back = html`<button type="button" class="quiet back" @click=${closeLetter}>← Back to the list</button>`;
  if (fault) {
    return html`${back}<p class="empty" role="status"><b class="fault">The letter could not be opened.</b> ${fault}
      <button type="button" @click=${() => openLetter(id)}>Try again</button></p>`;
  }
  if (!letter) {
    return html`${back}<p class="empty" role="status">Opening the letter.</p>`;
  }
  const entry = latest(letter.entry);
  if (entry.withdrawn) {
    return html`${back}${withdrawnView(entry)}`;
  }
  return html`${back}<article>
    ${patientView(letter.patient)}
    <p class="decision"><b>${letter.asked.decision}</b> · written ${dayAndClock(letter.asked.writtenAt)} by ${letter.asked.from}</p>
    ${askedView(entry, letter.asked)}
    ${scoreView(letter.score)}
    ${letter.sections.map((/** @type {any} */ it) => html`<section class="part"><h3>${it.heading}</h3><ul>${it.lines.map(lineView)}</ul></section>`)}
    <p class="buttons"><a class="act" id="print" target="_blank" rel="noopener" href="/api/areas/${state.area}/letters/${id}.pdf">Print, or keep as PDF</a></p>
    <p class="signed">Signed by ${letter.asked.author}, ${dayAndClock(letter.asked.writtenAt)}.</p>
    <p class="aside">Rules are engineering defaults and need clinical approval.</p>
  </article>`;
}
