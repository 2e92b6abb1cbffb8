// @ts-check
/** Who waits: what is owed to them by when, who of the hub has the case, and the desk's own acts. */
import { html, nothing } from 'lit-html';
import {
  CALL_BACK_REASONS, clinicianWords, dueWords, earlierWords, takenWords, UNREACHED_DECISIONS, WELFARE_OUTCOMES,
} from '../shared/contact-words.js';
import { CATEGORIES } from '../shared/words.js';
import { askHubFor, isClinician, perform } from './actions.js';
import { ask, optionsOf } from './choice.js';
import { openIncidentPane } from './panes.js';
import { secondsSince } from './store.js';

/** @param {any} incident */
function askCallBack(incident) {
  ask(`Call-back of ${incident.incident}: why?`, 'pane', optionsOf(CALL_BACK_REASONS, (reason) => askHubFor(incident, reason)));
}

/** @param {any} incident */
function askWelfare(incident) {
  ask(`Welfare call to ${incident.incident}: how are they?`, 'pane', optionsOf(WELFARE_OUTCOMES, (outcome) =>
    perform('RecordWelfareCall', { incident: incident.incident, outcome }, `Welfare call to ${incident.incident} (${WELFARE_OUTCOMES[outcome]})`)));
}

/** @param {any} incident */
function askUnreached(incident) {
  ask(`${incident.incident} does not answer: what is done?`, 'pane', optionsOf(UNREACHED_DECISIONS, (decision) =>
    perform('DecideUnreached', { incident: incident.incident, decision }, `${incident.incident} does not answer (${UNREACHED_DECISIONS[decision]})`)));
}

/** @param {any} incident @param {string} [category] the new one; left out where the old one stands */
function review(incident, category) {
  return perform('RecordReview', {
    incident: incident.incident, outcome: category ? 'RECATEGORISED' : 'STANDS', ...(category && { category }),
  }, `Review of ${incident.incident}: ${category ?? `${incident.category} stands`}`);
}

/** @param {any} incident */
function askReview(incident) {
  const others = CATEGORIES.filter((it) => it !== incident.category && it.startsWith(incident.category.replace(/\d/, '')));
  ask(`Your review of ${incident.incident}, by your name`, 'pane', [
    { key: 's', words: `${incident.category} stands`, run: () => review(incident) },
    ...others.map((category) => ({ key: category.slice(-1), words: category, run: () => review(incident, category) })),
  ]);
}

/** @param {{kind: string, at: string}} due */
function dueView(due) {
  return html`<li class=${secondsSince(due.at) >= 0 ? 'warn' : 'muted'} data-due=${due.kind}>${dueWords(due, secondsSince)}</li>`;
}

/** @param {any} incident */
function earlierView({ earlier, ...rest }) {
  return earlier
    ? html`<p id="earlier">${earlierWords({ earlier, ...rest })}
        <button type="button" class="quiet" @click=${() => openIncidentPane(earlier.incident)}>Open ${earlier.incident}</button></p>`
    : nothing;
}

/** @param {any} incident */
export function contactView(incident) {
  const { contact } = incident;
  const only = clinicianWords(incident);
  const owes = (/** @type {string} */ kind) => contact.due.some((/** @type {any} */ it) => it.kind === kind);
  if (!contact.due.length && !only && !contact.taken && !incident.earlier) {
    return nothing;
  }
  const queued = contact.callBack !== undefined;
  const waits = owes('WELFARE_CALL') || owes('REVIEW_CONTACT');
  return html`<section class="block" id="contact" aria-labelledby="contact-title">
    <h3 id="contact-title">Who waits</h3>
    ${earlierView(incident)}
    ${only ? html`<p class="warn" id="clinician-needed"><b>Ends only by a named clinician:</b> ${only}.${isClinician() ? '' : queued ? ' The hub is asked.' : ' Ask the hub.'}</p>` : nothing}
    ${contact.taken ? html`<p><b>${takenWords(incident)}</b></p>` : nothing}
    <ul class="dues">${contact.due.map(dueView)}</ul>
    <div class="actions" role="group" aria-label="About those who wait">
      ${waits && !queued ? html`<button type="button" id="queue-call-back" @click=${() => askCallBack(incident)}>Ask the hub: call-back</button>` : nothing}
      ${owes('WELFARE_CALL') ? html`<button type="button" id="welfare-call" @click=${() => askWelfare(incident)}>Welfare call</button>` : nothing}
      ${owes('REVIEW_CONTACT') && isClinician() ? html`<button type="button" id="review" @click=${() => askReview(incident)}>Review</button>` : nothing}
      ${owes('DECIDE_UNREACHED') ? html`<button type="button" id="decide-unreached" @click=${() => askUnreached(incident)}>Does not answer: decide</button>` : nothing}
    </div>
  </section>`;
}
