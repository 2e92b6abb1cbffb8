// @ts-check
/** What the shadow of a table has shown: how often asked, how often otherwise, and where. */
import { html, nothing } from 'lit-html';
import { dayAndClock } from '../shared/history.js';
import { endShadow, page } from './state.js';
import { CHANGES, GRAVE, many, outcome, short, who } from './words.js';

/** @param {any} it a table */
export function shadowView(it) {
  const totals = page.differences?.totals.filter((/** @type {any} */ each) => each.table === it.table) ?? [];
  const found = page.differences?.differences.filter((/** @type {any} */ each) => each.table === it.table) ?? [];
  if (!it.shadow && !totals.length) {
    return html`<p class="muted" id="shadow-none">No version is asked in the shadow.</p>`;
  }
  const reason = () => /** @type {HTMLInputElement} */ (document.getElementById('end-reason')).value;
  return html`${it.shadow
      ? html`<p id="shadow"><b>Version ${it.shadow.version}</b> <code>${short(it.shadow.sha256)}</code> is asked in the shadow since ${dayAndClock(it.shadow.from)}, by ${who(it.shadow.by)}: ${it.shadow.reason}
          ${page.shelf.mayKeep ? html`<span class="deeds"><label class="unseen" for="end-reason">Why it ends</label><input id="end-reason" type="text" maxlength="500" autocomplete="off" placeholder="why it ends" />
            <button type="button" id="end-shadow" @click=${() => endShadow(it.table, reason())}>End the shadow</button></span>` : nothing}</p>`
      : html`<p class="muted" id="shadow-none">No version is asked in the shadow now.</p>`}
    ${totals.map((/** @type {any} */ each) => totalView(it, each))}
    ${page.differences?.missed ? html`<p class="warn">Not asked since this server started: ${many(page.differences.missed)}.</p>` : nothing}
    ${found.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Differences"><table id="differences">
      <thead><tr><th scope="col">When</th><th scope="col">Case</th><th scope="col">In what</th><th scope="col">Was answered</th><th scope="col">Would have been</th></tr></thead>
      <tbody>${found.map(differenceView)}</tbody></table></div>` : nothing}`;
}

/** @param {any} it a table @param {any} total */
function totalView(it, total) {
  const version = it.versions.find((/** @type {any} */ each) => each.sha256 === total.sha256)?.version ?? short(total.sha256);
  return html`<p class="total" data-version=${version}>Version ${version}: asked <b>${many(total.asked)}</b>, otherwise <b>${many(total.differing)}</b>${
    total.failed ? html`, <span class="warn">could not be asked ${many(total.failed)}</span>` : nothing}
    ${total.kinds.map((/** @type {any} */ kind) => html`<span class="kind ${GRAVE.includes(kind.change) ? 'grave' : ''}">${CHANGES[kind.change]} ${many(kind.count)}</span>`)}</p>`;
}

/** @param {any} it */
function decidedView(it) {
  return html`<b>${outcome(it.outcome.level)}</b>, ${outcome(it.outcome.destination)}${it.outcome.preAlert ? ', warned' : ''}
    <span class="aside">${it.rows.map((/** @type {any} */ use) => use.matched.join(' ')).filter(Boolean).join(' · ')}${
      it.followUp ? html`; practice within ${it.followUp.withinHours} h` : nothing}</span>`;
}

/** The hub sees the case; who keeps tables sees its number. @param {any} it */
function caseView(it) {
  const name = `${it.patient.incident}/${it.patient.number}`;
  return page.session.roles.includes('hub') ? html`<a href="/hub?patient=${name}">${name}</a>` : name;
}

/** @param {any} it */
function differenceView(it) {
  return html`<tr data-record=${it.record}>
    <td class="num">${dayAndClock(it.at)}</td><td class="num">${caseView(it)}</td>
    <td>${it.changes.map((/** @type {string} */ change) => html`<span class="kind ${GRAVE.includes(change) ? 'grave' : ''}">${CHANGES[change]}</span>`)}</td>
    <td>${decidedView(it.before)}</td><td>${decidedView(it.after)}</td></tr>`;
}
