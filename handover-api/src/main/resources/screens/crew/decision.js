// @ts-check
/** What the tables propose, and why, in their own words. It shows and asks; it disables nothing. */
import { html, nothing } from 'lit-html';
import { isAssessed, isDeciding } from './care.js';
import { approvalNote } from './parts.js';
import { unconfirmedView } from '../care/unconfirmed.js';
import { DESTINATION_CLASSES, inputWord, LEVELS } from './words.js';
import { missingForScore } from './vitals.js';

const SCORED_FROM_YEARS = 16;

/** @param {any} assessment @param {any} proposal */
function scoreView(assessment, proposal) {
  if (proposal.news2 !== undefined) {
    return html`<p class="score" id="news2">NEWS2 <b>${proposal.news2}</b></p>`;
  }
  const patient = assessment?.assessment.patient ?? {};
  if (patient.pregnant || patient.ageYears < SCORED_FROM_YEARS) {
    return html`<p class="score none" id="news2">NEWS2 is not valid ${patient.pregnant ? 'in pregnancy' : 'under 16'}: nothing is normal because of that.</p>`;
  }
  const rounds = assessment?.assessment.observations ?? [];
  const missing = missingForScore(rounds[rounds.length - 1]);
  return html`<p class="score none" id="news2">NEWS2 has no total. Not measured: ${missing.join(', ') || 'not known'}.</p>`;
}

/** @param {any} result */
function reasonsView(result) {
  const { reasons, notes } = result.explanation;
  const lines = (/** @type {any[]} */ rows) => rows.map((row) => html`<li><span class="row-id">${row.row}</span> ${row.words}</li>`);
  return html`<h3>Why</h3><ul class="reasons" id="reasons">${lines(reasons)}</ul>
    ${notes.length ? html`<h3>Wishes and plans</h3><ul class="reasons notes">${lines(notes)}</ul>` : nothing}`;
}

/** @param {any} open */
function openView(open) {
  const missing = [...new Set(open.missing.map(inputWord))];
  return html`${missing.length
    ? html`<details class="open-questions"><summary>Not answered: ${missing.length}</summary><p>${missing.join(', ')}</p></details>`
    : nothing}
    ${open.implausible.length ? html`<p class="note bad">Measure again: ${open.implausible.map((/** @type {string} */ it) => it.toLowerCase().replaceAll('_', ' ')).join(', ')}</p>` : nothing}`;
}

/** An assessment that the server has not decided yet. @param {any} tap */
function undecidedView(tap) {
  return html`<div class="note bad" id="undecided" role="status">
    <p><b>The decision needs the server.</b> The assessment is ${tap.fate === 'waiting' ? 'stored here and waits to be sent' : 'sent; its decision is being read'}.</p>
    <p>Treat as the worst until then, and call the hub by voice.</p>
  </div>`;
}

/** @param {import('./care.js').Care} care */
export function decisionView(care) {
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
          <ul class="calls-for">
            ${proposal.hubFirst ? html`<li class="flag danger" id="hub-first">Speak to the hub first</li>` : nothing}
            ${proposal.preAlert ? html`<li class="flag danger">Warn the hospital before arrival</li>` : nothing}
          </ul>
          ${scoreView(assessment, proposal)}
          ${assessment ? html`${reasonsView(assessment.result)} ${openView(assessment.result.open)}` : nothing}
          ${unconfirmedView(care.entry?.unconfirmed)}
          ${rulesView(proposal)}`
      : nothing}
    ${approvalNote()}
  </section>`;
}

/** @param {any} proposal */
function rulesView(proposal) {
  return html`<p class="hint">Tables: ${proposal.rules
    .map((/** @type {any} */ it) => `${it.table} ${it.version} (${it.matched.join(' ') || 'no row'})`)
    .join('; ')}</p>`;
}
