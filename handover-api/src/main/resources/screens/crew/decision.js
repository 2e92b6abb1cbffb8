// @ts-check
/** What the tables propose, and why, in their own words. It shows and asks; it disables nothing. */
import { html, nothing } from 'lit-html';
import { isAssessed, isDeciding } from './care.js';
import { contradictedView, openView } from './decision-open.js';
import { decidedScoreView } from './decision-score.js';
import { wishesView } from './decision-wishes.js';
import { approvalNote } from './parts.js';
import { unconfirmedView } from '../care/unconfirmed.js';
import { DESTINATION_CLASSES, LEVELS, TEAMS } from './words.js';

/** @param {any[]} reasons */
function reasonsView(reasons) {
  return html`<h3>Why</h3><ul class="reasons" id="reasons">${reasons.map((row) => html`<li><span class="row-id">${row.row}</span> ${row.words}</li>`)}</ul>`;
}

/** An assessment that the server has not decided yet. @param {any} tap */
function undecidedView(tap) {
  return html`<div class="note bad" id="undecided" role="status">
    <p><b>The decision needs the server.</b> The assessment is ${tap.fate === 'waiting' ? 'stored here and waits to be sent' : 'sent; its decision is being read'}.</p>
    <p>Treat as the worst until then, and call the hub by voice.</p>
  </div>`;
}

/** @param {any} proposal @param {any} result */
function callsForView(proposal, result) {
  const team = TEAMS[result?.onward?.team];
  return html`<ul class="calls-for">
    ${proposal.hubFirst ? html`<li class="flag danger" id="hub-first">Speak to the hub first</li>` : nothing}
    ${proposal.preAlert ? html`<li class="flag danger" id="warn" data-team=${result?.onward?.team ?? ''}>Warn before arrival${team ? `: ${team}` : ' the hospital'}</li>` : nothing}
  </ul>`;
}

/** @param {number} incident @param {import('./care.js').Care} care */
export function decisionView(incident, care) {
  if (!isAssessed(care)) {
    return html`<section class="card" aria-labelledby="decision-title"><h2 id="decision-title">Proposal</h2>
      <p class="empty">Not assessed yet: nothing is proposed, and nothing is thereby normal.</p></section>`;
  }
  const { proposal, assessment } = care;
  return html`<section class="card decision" aria-labelledby="decision-title">
    <h2 id="decision-title">The protocol proposes at least</h2>
    ${isDeciding(care) ? undecidedView(care.ahead.RecordAssessment) : nothing}
    ${proposal
      ? html`<p class="level" id="level" data-level=${proposal.level}>${LEVELS[proposal.level] ?? proposal.level}${isDeciding(care) ? html` <small>(of the assessment before)</small>` : nothing}</p>
          <p class="muted">${DESTINATION_CLASSES[proposal.destination] ?? proposal.destination}</p>
          ${callsForView(proposal, assessment?.result)}
          ${decidedScoreView(assessment, proposal)}
          ${assessment
            ? html`${contradictedView(assessment)} ${reasonsView(assessment.result.explanation.reasons)} ${openView(assessment)}
                ${wishesView(incident, care.number, assessment.result.explanation.notes)}`
            : nothing}
          ${unconfirmedView(care.entry?.unconfirmed)}
          ${rulesView(proposal)}`
      : nothing}
    ${approvalNote()}
  </section>`;
}

/** @param {any} proposal */
function rulesView(proposal) {
  return html`<details class="tables"><summary>Tables that were asked</summary><ul>${proposal.rules
    .map((/** @type {any} */ it) => html`<li>${it.table}, version ${it.version}: ${it.matched.join(' ') || 'no row'}</li>`)}</ul></details>`;
}
