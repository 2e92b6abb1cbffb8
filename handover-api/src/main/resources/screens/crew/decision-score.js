// @ts-check
/** The score that counts, the rounds behind it, and why there may be none. */
import { html } from 'lit-html';
import { factsOf, flatRound, scoreOf } from '../shared/news2.js';
import { trendView } from '../shared/news2-trend.js';

/** @param {any} assessment as the server keeps it @param {any} proposal */
export function decidedScoreView(assessment, proposal) {
  const facts = factsOf(assessment?.assessment.patient);
  const rounds = (assessment?.assessment.observations ?? []).map(flatRound);
  const last = scoreOf(rounds[rounds.length - 1] ?? {}, facts);
  return html`${headView(proposal, last)} ${trendView(rounds, facts)}`;
}

/** @param {any} proposal @param {import('../shared/news2.js').Score} last */
function headView(proposal, last) {
  if (last.notValid) {
    return html`<p class="score none" id="news2">NEWS2 is not valid ${last.notValid === 'PREGNANT' ? 'in pregnancy' : 'under 16'}: nothing is normal because of that.</p>`;
  }
  return proposal.news2 === undefined
    ? html`<p class="score none" id="news2">NEWS2 has no total. Not measured: ${last.missing.join(', ') || 'not known'}.</p>`
    : html`<p class="score" id="news2">NEWS2 <b>${proposal.news2}</b> <small>the worse of the last two rounds</small></p>`;
}
