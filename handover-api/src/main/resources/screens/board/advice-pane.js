// @ts-check
/** What a recommendation comes to when the whole area is weighed: one sentence, and what to do. */
import { html, nothing } from 'lit-html';
import { HELD } from '../shared/advice-words.js';
import { exchangeGain, exchangeSentence, incidentMark } from './cover-pane.js';
import { whyNotExchanged } from './moves.js';
import { exchangePinned } from './actions.js';
import { copy, isWaiting, whyNotDeciding } from './store.js';

/** The other patient for whom a unit is advised, if there is one. @param {any} incident @param {string} sign */
function neededBy(incident, sign) {
  return [...copy.incidents.values()].find(
    (it) => it.incident !== incident.incident && isWaiting(it)
      && it.recommendation?.advice?.verdict === 'SEND' && it.recommendation.candidates[0]?.unit === sign,
  );
}

/** @param {any} incident @param {any} recommendation */
function holdView(incident, recommendation) {
  const [first] = recommendation.candidates;
  const free = recommendation.candidates.find((/** @type {any} */ it) => it.reasons.some((/** @type {any} */ why) => why.code === 'FREE_SOON'));
  const other = first && neededBy(incident, first.unit);
  if (recommendation.advice.exchange) {
    return html`<b>Hold, or exchange:</b> nobody is free to come, but one unit can take over from another.`;
  }
  if (other) {
    return html`<b>Hold:</b> ${first.unit} is needed more at ${incidentMark(other.incident)}.`;
  }
  if (free && free.unit === first?.unit) {
    return html`<b>Hold:</b> nobody can come now; ${free.unit} is free soonest.`;
  }
  return html`<b>Hold:</b> whoever could come is needed more by other patients, or for calls that are expected.`;
}

/** Where automatic dispatch doubts, the list is the plain one; where it would divert, the weighed one. @param {any} advice */
function showsClosest(advice) {
  return Boolean(advice.automatic) && advice.automatic !== 'DIVERT';
}

/** @param {any} incident @param {any} recommendation */
function verdictWords(incident, recommendation) {
  const [first] = recommendation.candidates;
  if (showsClosest(recommendation.advice)) {
    return first
      ? html`<b>You decide:</b> ${first.unit} is the closest that is free.`
      : html`<b>You decide:</b> nobody is free. A unit on its way to somebody else can be diverted: <kbd>/</kbd> div.`;
  }
  switch (recommendation.advice.verdict) {
    case 'SEND':
      return html`<b>Send ${first?.unit ?? ''}</b>${first?.divertsFrom !== undefined ? html`, diverted from ${incidentMark(first.divertsFrom)}` : nothing}.`;
    case 'HOLD':
      return holdView(incident, recommendation);
    default:
      return html`<b>Nobody can be sent</b> of those on shift. Below is why not.`;
  }
}

/** @param {any} advice */
function exchangeView(advice) {
  const lost = whyNotExchanged(advice.exchange);
  return html`<div class="exchange" id="exchange">
    <button type="button" class="send" ?disabled=${Boolean(lost || whyNotDeciding())} @click=${exchangePinned}><kbd>x</kbd> Exchange</button>
    <p class="what">${exchangeSentence(advice.exchange)}</p>
    <p class="why">${lost ? html`<span class="warn">${lost}</span>` : exchangeGain(advice)}</p>
  </div>`;
}

/** Those who were sent after this advice was given. @param {any} incident @param {any} recommendation */
function sentSince(incident, recommendation) {
  return incident.jobs
    .filter((/** @type {any} */ job) => Date.parse(job.allocatedAt) >= Date.parse(recommendation.at))
    .map((/** @type {any} */ job) => job.unit);
}

/** @param {any} incident as it is now @param {any} recommendation as pinned */
export function adviceView(incident, recommendation) {
  const advice = recommendation?.advice;
  if (!advice) {
    return nothing;
  }
  const sent = sentSince(incident, recommendation);
  if (sent.length) {
    return html`<p class="verdict v-sent" id="verdict" data-verdict="SENT">${sent.join(' and ')} ${sent.length === 1 ? 'was' : 'were'} sent since this was advised.</p>`;
  }
  return html`<p class="verdict v-${advice.verdict.toLowerCase()}" id="verdict" data-verdict=${advice.verdict}>${verdictWords(incident, recommendation)}</p>
    ${advice.automatic
      ? html`<p class="changed" id="held"><b>Left to you by automatic dispatch:</b> ${HELD[advice.automatic] ?? advice.automatic}.${showsClosest(advice) ? ' The list shows the closest units.' : ''}</p>`
      : nothing}
    ${advice.exchange ? exchangeView(advice.exchange) : nothing}`;
}
