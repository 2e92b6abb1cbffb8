// @ts-check
/** Who waits: what is owed to them by when, who of the hub has the case, and the desk's own acts. */
import { html, nothing } from 'lit-html';
import { CALL_BACK_REASONS, clinicianWords, DUES, takenWords, WELFARE_OUTCOMES } from '../shared/contact-words.js';
import { rough } from '../shared/format.js';
import { perform } from './actions.js';
import { ask, optionsOf } from './choice.js';
import { secondsSince } from './store.js';

/** @param {any} incident */
function askCallBack(incident) {
  ask(`Call-back of ${incident.incident}: why?`, 'pane', optionsOf(CALL_BACK_REASONS, (reason) =>
    perform('QueueCallBack', { incident: incident.incident, reason }, `Call-back of ${incident.incident} (${CALL_BACK_REASONS[reason]})`)));
}

/** @param {any} incident */
function askWelfare(incident) {
  ask(`Welfare call to ${incident.incident}: how are they?`, 'pane', optionsOf(WELFARE_OUTCOMES, (outcome) =>
    perform('RecordWelfareCall', { incident: incident.incident, outcome }, `Welfare call to ${incident.incident} (${WELFARE_OUTCOMES[outcome]})`)));
}

/** @param {{kind: string, at: string}} due */
function dueView(due) {
  const late = secondsSince(due.at);
  return html`<li class=${late >= 0 ? 'warn' : 'muted'} data-due=${due.kind}>${DUES[due.kind] ?? due.kind} ${late >= 0 ? `${rough(late)} late` : `due in ${rough(-late)}`}</li>`;
}

/** @param {any} incident */
export function contactView(incident) {
  const { contact } = incident;
  const only = clinicianWords(incident);
  const owes = (/** @type {string} */ kind) => contact.due.some((/** @type {any} */ it) => it.kind === kind);
  if (!contact.due.length && !only && !contact.taken) {
    return nothing;
  }
  return html`<section class="block" id="contact" aria-labelledby="contact-title">
    <h3 id="contact-title">Who waits</h3>
    ${only ? html`<p class="warn" id="clinician-needed"><b>Ends only by a named clinician:</b> ${only}. Ask the hub: queue a call-back.</p>` : nothing}
    ${contact.taken ? html`<p><b>${takenWords(incident)}</b></p>` : nothing}
    <ul class="dues">${contact.due.map(dueView)}</ul>
    <div class="actions" role="group" aria-label="About those who wait">
      ${owes('WELFARE_CALL') && !contact.callBack ? html`<button type="button" id="queue-call-back" @click=${() => askCallBack(incident)}>Queue a call-back</button>` : nothing}
      ${owes('WELFARE_CALL') ? html`<button type="button" id="welfare-call" @click=${() => askWelfare(incident)}>Welfare call</button>` : nothing}
    </div>
  </section>`;
}
