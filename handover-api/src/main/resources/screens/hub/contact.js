// @ts-check
/** An incident whose people wait or whose crew asks: what is owed, who has it, and what was said. */
import { html, nothing } from 'lit-html';
import { isBusy } from '../care/acts.js';
import { formView, opener } from '../care/form.js';
import { state } from '../care/state.js';
import {
  CALL_BACK_REASONS, clinicianWords, dueWords, earlierWords, takenWords, UNREACHED_DECISIONS, WELFARE_OUTCOMES,
} from '../shared/contact-words.js';
import { secondsSince } from '../shared/server-clock.js';
import { CATEGORIES } from '../shared/words.js';
import { give } from './giving.js';

const CALLED_BACK = {
  NO_ANSWER: 'No answer',
  ADVISED: 'Advice given: closes as hear and treat',
  REFERRED: 'Somebody else takes it on: closes',
  UPGRADED: 'More urgent',
  DOWNGRADED: 'Less urgent',
};
const OPTIONS = Object.fromEntries(CATEGORIES.map((it) => [it, it]));

/** Whether the user has the case. @param {any} incident */
export function isMine(incident) {
  return incident.contact?.taken?.by === `user:${state.session.user}`;
}

/** @param {any} incident */
export function take(incident) {
  const from = incident.contact.taken?.by;
  return give('TakeCase', { incident: incident.incident, ...(from && { from }) }, `Take ${incident.incident}`);
}

/** @param {Record<string, string>} values */
function wordsOf({ summary, advice, asked }) {
  return summary || advice || asked
    ? { words: { ...(summary && { summary }), ...(advice && { advice }), ...(asked && { asked }), author: state.session.user } }
    : {};
}

/** @param {any} incident @returns {import('../care/form.js').Form} */
function callingBack(incident) {
  const number = incident.incident;
  const closes = (/** @type {any} */ it) => it.outcome === 'ADVISED' || it.outcome === 'REFERRED';
  return {
    id: `call-back ${number}`, title: `Call-back of ${number}: what came of it`, button: 'Record it',
    fields: [
      { name: 'outcome', label: 'Outcome', kind: 'choice', options: CALLED_BACK, required: 'Choose what came of it.' },
      { name: 'category', label: 'New category', kind: 'choice', options: OPTIONS, when: (it) => it.outcome === 'UPGRADED' || it.outcome === 'DOWNGRADED', required: 'Choose the category.' },
      { name: 'summary', label: 'What you found', kind: 'text', when: (it) => it.outcome !== 'NO_ANSWER', required: 'Say what you found.' },
      { name: 'advice', label: 'Advice, what to watch for, how to call again', kind: 'text', when: (it) => it.outcome === 'ADVISED', required: 'Say what was advised: nobody goes to this patient.' },
      { name: 'asked', label: 'Follow-up: who, by when', kind: 'text', when: closes, required: 'Name who follows up.' },
    ],
    send: (it) => void give('RecordCallBack', { incident: number, outcome: it.outcome, ...(it.category && { category: it.category }), ...wordsOf(it) }, `Call-back of ${number}: ${CALLED_BACK[/** @type {keyof typeof CALLED_BACK} */ (it.outcome)]}`),
  };
}

/** @param {any} incident @returns {import('../care/form.js').Form} */
function welfare(incident) {
  const number = incident.incident;
  return {
    id: `welfare ${number}`, title: `Welfare call to ${number}`, button: 'Record it',
    fields: [
      { name: 'outcome', label: 'How they are', kind: 'choice', options: WELFARE_OUTCOMES, required: 'Choose how they are.' },
      { name: 'category', label: 'New category', kind: 'choice', options: OPTIONS, hint: 'Left open, a clinician reviews it', when: (it) => it.outcome === 'WORSE' },
      { name: 'summary', label: 'What was said', kind: 'text' },
    ],
    send: (it) => void give('RecordWelfareCall', { incident: number, outcome: it.outcome, ...(it.category && { category: it.category }), ...wordsOf(it) }, `Welfare call to ${number}: ${WELFARE_OUTCOMES[it.outcome]}`),
  };
}

/** @param {any} incident @returns {import('../care/form.js').Form} */
function reviewing(incident) {
  const number = incident.incident;
  return {
    id: `review ${number}`, title: `Your review of ${number}: they called again, or are worse`, button: 'Reviewed',
    fields: [
      { name: 'outcome', label: 'What holds', kind: 'choice', options: { STANDS: `${incident.category} stands`, RECATEGORISED: 'Another category' }, required: 'Choose what holds.' },
      { name: 'category', label: 'New category', kind: 'choice', options: OPTIONS, when: (it) => it.outcome === 'RECATEGORISED', required: 'Choose the category.' },
      { name: 'summary', label: 'Why', kind: 'text', required: 'Say why.' },
    ],
    send: (it) => void give('RecordReview', { incident: number, outcome: it.outcome, ...(it.category && { category: it.category }), ...wordsOf(it) }, `Review of ${number}`),
  };
}

/** @param {any} incident @returns {import('../care/form.js').Form} */
function deciding(incident) {
  const number = incident.incident;
  return {
    id: `unreached ${number}`, title: `${number} does not answer: a person has to decide`, button: 'Decide',
    fields: [
      { name: 'decision', label: 'What is done', kind: 'choice', options: UNREACHED_DECISIONS, required: 'Choose what is done.' },
      { name: 'summary', label: 'Why', kind: 'text' },
    ],
    send: (it) => void give('DecideUnreached', { incident: number, decision: it.decision, ...wordsOf(it) }, `${number} does not answer`),
  };
}

/** @param {any} incident @returns {import('../care/form.js').Form} */
function queueing(incident) {
  const number = incident.incident;
  return {
    id: `queue ${number}`, title: `Put ${number} on the queue of call-backs; it goes on waiting`, button: 'Put on the queue',
    fields: [{ name: 'reason', label: 'Because of', kind: 'choice', options: CALL_BACK_REASONS, required: 'Choose a reason.' }],
    send: ({ reason }) => void give('QueueCallBack', { incident: number, reason }, `Call-back of ${number}`),
  };
}

/** @param {any} incident */
export function contactView(incident) {
  const { contact } = incident;
  const number = incident.incident;
  const busy = isBusy(String(number));
  const owes = (/** @type {string} */ kind) => contact.due.some((/** @type {any} */ it) => it.kind === kind);
  const mine = isMine(incident);
  const only = clinicianWords(incident);
  const [back, called, review, unreached, queue] = ['call-back', 'welfare', 'review', 'unreached', 'queue'].map((it) => `${it} ${number}`);
  return html`<section class="card" id="contact" aria-label="Who waits">
    <p><b>${takenWords(incident) || 'Nobody has the case'}</b>${contact.callBack ? html` · on the queue because of ${CALL_BACK_REASONS[contact.callBack.reason]}, ${contact.callBack.attempts} of 3 calls unanswered` : nothing}</p>
    ${contact.due.length ? html`<ul class="dues">${contact.due.map((/** @type {any} */ it) => html`<li class=${secondsSince(it.at) >= 0 ? 'warn' : ''} data-due=${it.kind}>${dueWords(it, secondsSince)}</li>`)}</ul>` : nothing}
    ${earlierWords(incident) ? html`<p id="earlier"><b>${earlierWords(incident)}</b></p>` : nothing}
    ${only ? html`<p class="warn" id="clinician-needed"><b>Ends only by a named clinician:</b> ${only}.</p>` : nothing}
    <div class="buttons" role="group" aria-label="About those who wait">
      <button type="button" id="take" class=${mine ? '' : 'primary'} ?disabled=${busy || (mine && !contact.hubAskedAt)} @click=${() => void take(incident)}>${contact.taken && !mine ? 'Take over' : 'Take'} <kbd>t</kbd></button>
      ${mine ? html`<button type="button" id="release" ?disabled=${busy} @click=${() => void give('ReleaseCase', { incident: number }, `Give ${number} back`)}>Give back</button>` : nothing}
      ${contact.callBack ? opener(back, 'Called back', { primary: mine, disabled: busy || !mine }) : owes('WELFARE_CALL') || owes('REVIEW_CONTACT') ? opener(queue, 'Queue a call-back', { disabled: busy }) : nothing}
      ${owes('WELFARE_CALL') ? opener(called, 'Welfare call', { disabled: busy }) : nothing}
      ${owes('REVIEW_CONTACT') ? opener(review, 'Review', { primary: true, disabled: busy }) : nothing}
      ${owes('DECIDE_UNREACHED') ? opener(unreached, 'Does not answer: decide', { primary: true, disabled: busy }) : nothing}
    </div>
    ${formView(callingBack(incident))} ${formView(welfare(incident))} ${formView(reviewing(incident))} ${formView(deciding(incident))} ${formView(queueing(incident))}
  </section>`;
}
