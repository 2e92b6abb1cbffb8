// @ts-check
/** The pane of cover and moves: how well the units stand, and what would help, each by one key. */
import { html, nothing, svg } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { laterInWords, patientsTime, percent } from '../shared/advice-words.js';
import { rough, shortClock, spoken } from '../shared/format.js';
import { askReview, listDeeds, take, whyNot } from './moves.js';
import { showPane } from './panes.js';
import { copy, paintNow, secondsSince, whyNotDeciding } from './store.js';
import { badge, statusOf, symbol } from './symbols.js';

export function showCoverPane() {
  showPane('cover');
  paintNow('pane');
  document.getElementById('pane')?.focus();
}

/** @param {number} number */
export function incidentMark(number) {
  const incident = copy.incidents.get(number);
  return incident ? html`${badge(incident.category)} <b class="num">${number}</b>` : html`<b class="num">${number}</b>`;
}

/** @param {string} sign */
function unitMark(sign) {
  const unit = copy.units.get(sign);
  return html`<span class="who">${unit ? symbol(statusOf(unit)) : nothing}<b class="sign">${sign}</b></span>`;
}

/** @param {any} exchange who goes where, in one sentence */
export function exchangeSentence({ incident, leaves, comes, onto }) {
  return html`${unitMark(comes)} takes over ${incidentMark(incident)} from ${unitMark(leaves)}${onto === undefined
    ? html`, which is then free`
    : html`, which goes to ${incidentMark(onto)}`}`;
}

/** What both gain by it. @param {any} advice */
export function exchangeGain({ exchange, gainSeconds, incidentLaterSeconds }) {
  return `saves ${patientsTime(gainSeconds)} of patients' time; ${exchange.incident} is reached ${laterInWords(incidentLaterSeconds)}`;
}

/** @param {any} it */
function moveView(it) {
  const why = it.kind === 'ON_BECOMING_FREE' ? 'has become free and has to go somewhere' : 'stands, and is wanted there';
  return {
    what: html`${unitMark(it.unit)} to <b>${it.station}</b>`,
    why: `${it.gainTenThousandths > 0 ? `brings ${percent(it.gainTenThousandths)} of calls within reach` : 'covers as well as anywhere'} · ${spoken(it.driveMillis / 1_000)} drive · ${why}`,
  };
}

/** @param {any} it */
function breakView(it) {
  const due = it.secondsLeft < 0 ? `overdue by ${rough(-it.secondsLeft)}` : `has to begin within ${rough(it.secondsLeft)}`;
  return {
    what: html`${unitMark(it.unit)} break of ${it.minutes} min`,
    why: `${due} · ${it.coverLostTenThousandths > 0 ? `leaves ${percent(it.coverLostTenThousandths)} of calls out of reach meanwhile` : 'costs no cover'}`,
  };
}

const DEEDS = { exchange: 'Exchange', move: 'Move', break: 'Begin' };

/** @param {import('./moves.js').Deed} deed */
function deedView(deed) {
  const { what, why } = deed.kind === 'exchange'
    ? { what: exchangeSentence(deed.advice.exchange), why: exchangeGain(deed.advice) }
    : deed.kind === 'move' ? moveView(deed.advice) : breakView(deed.advice);
  const lost = whyNot(deed);
  return html`<li class="deed ${lost ? 'outdated' : ''}" data-deed=${deed.id} data-key=${deed.key}>
    <button type="button" class="send" ?disabled=${Boolean(lost || whyNotDeciding())} @click=${() => take(deed)}
      >${deed.key ? html`<kbd>${deed.key}</kbd>` : nothing} ${DEEDS[deed.kind]}</button>
    <p class="what">${what}</p>
    <p class="why">${lost ? html`<span class="warn">${lost}</span>` : why}</p>
  </li>`;
}

/** @param {string} title @param {string} id @param {import('./moves.js').Deed[]} deeds @param {string} none */
function group(title, id, deeds, none) {
  return html`<section class="block" aria-labelledby=${id}>
    <h3 id=${id}>${title} <span class="count">${deeds.length}</span></h3>
    ${deeds.length
      ? html`<ol class="deeds">${repeat(deeds, (it) => it.id, deedView)}</ol>`
      : html`<p class="empty">${none}</p>`}
  </section>`;
}

/** How much of what is expected is in reach now. @param {any} review */
function shareView(review) {
  const out = review.uncoveredTenThousandths;
  return html`<section class="block" aria-labelledby="share-title">
    <h3 id="share-title">Cover now</h3>
    <p class="share"><b id="uncovered" data-ten-thousandths=${out}>${percent(out)}</b> of the calls that are expected could not be reached in time; ${percent(10_000 - out)} could.</p>
    <svg class="share-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${out / 100} height="3" />`}</svg>
    <p class="muted">Looked at ${shortClock(review.at)}, ${rough(Math.floor(secondsSince(review.at)))} ago, by ${review.policy}. The units are looked at again of themselves soon after they change.</p>
    <button type="button" id="look-at-units" ?disabled=${copy.fleet.asking} @click=${askReview}>${copy.fleet.asking ? 'Being looked at…' : html`Look again <kbd>r</kbd>`}</button>
  </section>`;
}

/** Units that stand by elsewhere than at their base. */
function postedView() {
  const posted = [...copy.units.values()].filter((it) => it.duty.posting && it.duty.posting.station !== it.base);
  return html`<section class="block" aria-labelledby="posted-title">
    <h3 id="posted-title">Away from base <span class="count">${posted.length}</span></h3>
    ${posted.length
      ? html`<ul class="away">${posted.map((it) => html`<li>${unitMark(it.unit)} <span>${it.duty.posting.station}</span>
          <span class="muted">base ${it.base} · since ${shortClock(it.duty.posting.at)} · ${it.duty.moves} ${it.duty.moves === 1 ? 'move' : 'moves'} this shift</span></li>`)}</ul>`
      : html`<p class="empty">Everybody stands by at base.</p>`}
  </section>`;
}

function noneYet() {
  return html`<section class="block"><h3>Cover now</h3>
    <p class="empty">The units have not been looked at yet.</p>
    <button type="button" id="look-at-units" ?disabled=${copy.fleet.asking} @click=${askReview}>${copy.fleet.asking ? 'Being looked at…' : html`Look now <kbd>r</kbd>`}</button></section>`;
}

export function coverPane() {
  const review = copy.fleet.review;
  const deeds = listDeeds();
  const of = (/** @type {string} */ kind) => deeds.filter((it) => it.kind === kind);
  return html`<header class="pane-head"><h2 id="pane-title">Cover and moves <span class="count">${deeds.length}</span></h2>
      <button type="button" class="quiet close" @click=${() => showPane('none')}>Close <kbd>Esc</kbd></button></header>
    <div class="pane-body">
      <div class="column" tabindex="0" role="group" aria-label="What would help">
        ${group('Exchanges', 'exchanges-title', of('exchange'), 'No unit should take over from another.')}
        ${group('Moves', 'moves-title', of('move'), review ? 'No move of a unit would help enough to be worth it.' : 'Nothing is known yet.')}
        ${group('Breaks that fit now', 'breaks-title', of('break'), 'No break has to begin just now.')}
      </div>
      <div class="column" tabindex="0" role="group" aria-label="Cover">${review ? shareView(review) : noneYet()} ${postedView()}</div>
    </div>`;
}
