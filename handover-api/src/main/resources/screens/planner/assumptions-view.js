// @ts-check
/** What the results rest on: every assumption, those that nobody has measured first. */
import { html, nothing } from 'lit-html';
import { scenarioTitle } from './words.js';

/** All assumptions of a report, each once, with the scenarios that make it. @param {any} report */
export function assumptionsOf(report) {
  /** @type {Map<string, any>} */
  const all = new Map();
  for (const scenario of report.scenarios) {
    for (const it of scenario.assumptions ?? []) {
      const id = `${it.key}|${it.words}|${it.source}|${it.measured}`;
      const known = all.get(id);
      if (known) {
        known.of.push(scenario.name);
      } else {
        all.set(id, { ...it, of: [scenario.name] });
      }
    }
  }
  return [...all.values()].sort((one, other) => Number(one.measured === true) - Number(other.measured === true));
}

/** How many are not measured. @param {any} report */
export const unmeasured = (report) => assumptionsOf(report).filter((it) => it.measured !== true).length;

/** What an assumption is about. @param {string} key */
const about = (key) => key.replaceAll('-', ' ');

/** @param {any} report */
export function assumptionsView(report) {
  const all = assumptionsOf(report);
  const count = report.scenarios.length;
  return all.length
    ? html`<p class="notice"><b>△ Read the results as what would follow if these held.</b> ${all.filter((it) => it.measured !== true).length} of ${all.length} are not measured in this area.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Assumptions"><table id="assumptions" class="data"><thead><tr><th scope="col">Measured?</th><th scope="col">Of</th><th scope="col">What is assumed</th><th scope="col">Where it comes from</th>${count > 1 ? html`<th scope="col">Scenarios</th>` : nothing}</tr></thead>
      <tbody>${all.map((it) => html`<tr data-measured=${String(it.measured === true)}><th scope="row">${it.measured === true ? html`<b>✓ measured</b>` : html`<b class="unmeasured">△ not measured</b>`}</th><td>${about(it.key)}</td><td>${it.words}</td><td>${it.source}</td>${count > 1 ? html`<td>${it.of.length === count ? 'all' : it.of.map((/** @type {string} */ name) => scenarioTitle(report, name)).join(', ')}</td>` : nothing}</tr>`)}</tbody></table></div>`
    : html`<p class="empty">These results name no assumptions.</p>`;
}
