// @ts-check
/** Every tap with its time by this tablet, and what became of it. */
import { html, nothing } from 'lit-html';
import { localClock } from '../shared/format.js';

/** @type {Record<string, string>} */
const FATES = { waiting: 'waiting to send', sent: 'sent', refused: 'refused' };

/** @param {any} tap */
function tapView(tap) {
  return html`<li data-fate=${tap.fate} data-command=${tap.command}>
    <span class="num">${localClock(Date.parse(tap.at))}</span>
    <b>${tap.words}</b>
    <span class="fate">${FATES[tap.fate]}${tap.fate === 'waiting' && tap.tries ? `, tried ${tap.tries} times` : ''}</span>
    ${tap.said && tap.fate !== 'sent' ? html`<span class="why">${tap.said}</span>` : nothing}
  </li>`;
}

/** @param {any[]} taps */
export function sentPage(taps) {
  return html`<section class="card" aria-labelledby="sent-title">
    <h2 id="sent-title">What was tapped, newest first</h2>
    ${taps.length ? html`<ol class="taps" id="taps">${[...taps].reverse().map(tapView)}</ol>` : html`<p class="empty">Nothing was tapped in the last 24 hours.</p>`}
    <p class="hint">Times are those of this tablet; the log has the server’s time of receipt.</p>
  </section>`;
}
