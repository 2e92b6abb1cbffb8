// @ts-check
/** What became of those about whom the rows of a table decided: of the ones not conveyed, who came back. */
import { html, nothing } from 'lit-html';
import { dayAndClock } from '../shared/history.js';
import { page } from './state.js';
import { many } from './words.js';

/** A number that is not shown is none. @param {number | undefined} count */
function cell(count) {
  return html`<td class="num">${count === undefined ? html`<span class="muted">not shown</span>` : many(count)}</td>`;
}

/** @param {any} it */
function rowView(it) {
  const { returned } = it;
  return html`<tr data-rule=${it.rule} data-version=${it.version}>
    <th scope="row"><span class="row-id">${it.rule}</span> <span class="aside">version ${it.version}</span></th>
    ${cell(it.patients)} ${cell(it.notConveyed)} ${cell(returned.within24Hours)} ${cell(returned.within72Hours)}
    ${cell(returned.edWithin7Days)} ${cell(returned.tooEarly)} ${cell(returned.unknown)}</tr>`;
}

/** @param {any} it a table */
export function becameView(it) {
  if (page.outcomesFault) {
    return html`<p class="muted" id="outcomes-fault">${page.outcomesFault}</p>`;
  }
  const rules = page.outcomes?.rules.filter((/** @type {any} */ each) => each.table === it.table) ?? [];
  if (!rules.length) {
    return html`<p class="muted" id="outcomes-none">No row of this table has decided about anybody whose incident is closed.</p>`;
  }
  const { days, reachedAt } = page.outcomes;
  return html`<p class="aside">Incidents of the last ${days} days${reachedAt ? `, as known ${dayAndClock(reachedAt)}` : ''}. A row counts where it decided; all but the first number are of those who were not conveyed. The time runs from when the incident was closed. Too early: not all of it can be said yet. Unknown: nobody gave an NHS number; it is not counted as no.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="What became of them"><table id="outcomes">
      <thead><tr><th scope="col">Row</th><th scope="col">Patients</th><th scope="col">Not conveyed</th>
        <th scope="col">Called again in 24 h</th><th scope="col">in 72 h</th><th scope="col">Taken to ED in 7 days</th>
        <th scope="col">Too early</th><th scope="col">Unknown</th></tr></thead>
      <tbody>${rules.map(rowView)}</tbody></table></div>
    ${page.outcomes.suppressed ? html`<p class="aside">Numbers below five are not shown.</p>` : nothing}`;
}
