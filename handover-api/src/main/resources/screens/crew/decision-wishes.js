// @ts-check
/** Wishes and plans beside the level: each a question with what to do. They show and ask; they disable nothing. */
import { html, nothing } from 'lit-html';
import { changed, state } from './store.js';
import { planConflicts } from './plans.js';

/**
 * What each action of the table asks of the crew, in steps. ENGINEERING DEFAULT, needs clinical approval.
 * @type {Record<string, {asks: string, steps: string[], stop?: boolean}>}
 */
export const ACTIONS = {
  RECOGNISE_DEATH: { asks: 'Has the patient died?', steps: ['Recognise death by your service’s procedure', 'Tell police and practice', 'See to those who are left'] },
  STOP_AND_CALL_SENIOR: { asks: 'Which plan holds?', steps: ['Stop, and treat what threatens life', 'Call a senior clinician now', 'Write down who decided what'], stop: true },
  FOLLOW_ADVANCE_DECISION: { asks: 'Does it name this treatment?', steps: ['It binds in law for the treatment it names', 'Call a senior clinician', 'All other care goes on'], stop: true },
  RESPECT_REFUSAL: { asks: 'Does the patient know the worst that can happen?', steps: ['Say the worst that can happen', 'Respect the refusal', 'Call a senior; tell the practice', 'Say that calling back is always possible'] },
  ASSESS_CAPACITY: { asks: 'Can the patient decide this?', steps: ['Test capacity by its parts', 'Record it before anything is left undone'] },
  CHECK_ADVANCE_DECISION: { asks: 'Valid? Applicable? Original seen?', steps: ['Answer the three for the plan', 'In doubt treat, and call a senior'] },
  SHOW_PLANS: { asks: 'What do the plans recommend?', steps: ['Read them before choosing', 'DNACPR is about resuscitation only'] },
  REASON_AGAINST_PLAN: { asks: 'Is hospital what the patient wants now?', steps: ['Going there: say why, below', 'Staying in line with the plan: no reason is asked'] },
  BEST_INTERESTS_DECISION: { asks: 'Who speaks for the patient?', steps: ['Decide in best interests, with carer or attorney', 'Record who was asked'] },
  PARENTAL_RESPONSIBILITY: { asks: 'Who has parental responsibility?', steps: ['Name them', 'A child who understands may consent; no advance decision'] },
  COMFORT_CONVERSATION: { asks: 'Comfort or cure, today?', steps: ['Speak to the palliative team or the hub at once', 'Both ways stay open'] },
  NAME_RESPONSIBLE_PERSON: { asks: 'Who looks after the patient when you leave?', steps: ['Name a person before leaving', 'Refer'] },
  RECORD_NOT_LOCATED: { asks: 'Who may have the papers?', steps: ['It is recorded that they could not be located', 'That does not mean that there are none'] },
};

/** Where the answer is given. @type {Record<string, [string, string]>} */
const ANSWERED_AT = {
  ASSESS_CAPACITY: ['assess', 'Test capacity'],
  CHECK_ADVANCE_DECISION: ['known', 'Answer for the plan'],
  SHOW_PLANS: ['known', 'Read the plans'],
  STOP_AND_CALL_SENIOR: ['known', 'Read the plans'],
  FOLLOW_ADVANCE_DECISION: ['known', 'Read the plan'],
};

/** @param {any} note */
function noteView({ row, action, words }) {
  const told = ACTIONS[action];
  const [page, button] = ANSWERED_AT[action] ?? [];
  return html`<li class="wish ${told?.stop ? 'stop' : ''}" data-action=${action}>
    <p><span class="row-id">${row}</span> <b>${told?.asks ?? ''}</b></p>
    <p class="row-words">${words}</p>
    ${told ? html`<ul class="steps-to-do">${told.steps.map((step) => html`<li>${step}</li>`)}</ul>` : nothing}
    ${page ? html`<button type="button" @click=${() => {
      state.page = page;
      changed();
    }}>${button}</button>` : nothing}</li>`;
}

/** Those that stop come first. @param {number} incident @param {number} number @param {any[]} notes */
export function wishesView(incident, number, notes) {
  const conflicts = planConflicts(incident, number);
  const ordered = [...notes].sort((a, b) => Number(ACTIONS[b.action]?.stop ?? false) - Number(ACTIONS[a.action]?.stop ?? false));
  return conflicts.length || ordered.length
    ? html`<h3>Wishes and plans</h3>
        ${conflicts.map((sentence) => html`<p class="note bad" data-conflict><b>Stop: plans of the record contradict each other.</b> ${sentence}</p>`)}
        <ul class="wishes" id="wishes">${ordered.map(noteView)}</ul>`
    : nothing;
}
