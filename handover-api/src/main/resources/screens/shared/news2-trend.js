// @ts-check
/** The score of each round in figures, oldest first, and how it went in words; never by colour alone. */
import { html, nothing } from 'lit-html';
import { shortClock } from './format.js';
import { changeOf, scoreOf } from './news2.js';

const ROUNDS_MAX = 8;

/** @param {number | undefined} change */
export function changeWords(change) {
  if (change === undefined) {
    return 'No trend yet: it takes two complete rounds.';
  }
  if (change === 0) {
    return '→ The same as the round before.';
  }
  return change > 0 ? `↗ Getting worse: ${change} more than the round before.` : `↘ Getting better: ${-change} less than the round before.`;
}

/**
 * @param {(import('./news2.js').Round & {takenAt?: string})[]} rounds
 * @param {import('./news2.js').Facts} facts
 */
export function trendView(rounds, facts) {
  const taken = rounds.filter((it) => it.takenAt).slice(-ROUNDS_MAX);
  if (!taken.length || scoreOf({}, facts).notValid) {
    return nothing;
  }
  return html`<div class="trend" data-trend>
    <ol>${taken.map((round) => {
      const score = scoreOf(round, facts);
      return html`<li><span class="num">${shortClock(/** @type {string} */ (round.takenAt))}</span>
        <b class="num">${score.complete ? score.total : html`≥ ${score.total}`}</b>
        <span class="bar" aria-hidden="true"><i data-height=${Math.min(score.total, 12)}></i></span>
        <span>${score.complete ? (score.three ? 'one part 3' : 'complete') : 'not complete'}</span></li>`;
    })}</ol>
    <p>${changeWords(changeOf(taken, facts))}</p>
  </div>`;
}
