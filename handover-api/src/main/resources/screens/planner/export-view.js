// @ts-check
/** What to take away, and how to have the very same numbers again. */
import { html } from 'lit-html';
import { assumptionsView } from './assumptions-view.js';
import { fileAt, shown } from './state.js';

/** @type {[RegExp, string][]} */
const KINDS = [
  [/^report\.json$/, 'everything, for machines'],
  [/^summary\.csv$/, 'means with intervals'],
  [/^comparison\.csv$/, 'differences from the base, with intervals'],
  [/^measures\.csv$/, 'every measure of every replication'],
  [/^places\.csv$/, 'by place'],
  [/^curves\.csv$/, 'what the plots show'],
  [/^assumptions\.csv$/, 'assumptions'],
  [/^scenario-.*\.yaml$/, 'a scenario as it was run'],
  [/\.png$/, 'a plot'],
  [/^log\.txt$/, 'what happened when'],
];

/** @param {string} name */
const wordsOf = (name) => KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? '';

/** @param {any} report */
export function exportView(report) {
  const it = shown();
  const files = [...it.files].sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));
  return html`<div class="two"><section aria-labelledby="files-title"><h3 id="files-title">Files</h3>
      <table class="data" id="files"><tbody>${files.map((name) => html`<tr><th scope="row"><a href=${fileAt(it.number, name)} download=${`experiment-${it.number}-${name}`}>${name}</a></th><td>${wordsOf(name)}</td></tr>`)}</tbody></table></section>
    <section aria-labelledby="again-title"><h3 id="again-title">The same numbers again</h3>
      <dl class="facts"><div><dt>Seed</dt><dd>${report.seed}</dd></div><div><dt>Version</dt><dd>${report.version}</dd></div><div><dt>State</dt><dd id="report-state">${report.state}</dd></div></dl>
      <p>In a folder with the scenario files above:</p><pre id="command" tabindex="0">${it.command}</pre>
      <p class="deeds"><button type="button" id="copy-command" @click=${() => navigator.clipboard?.writeText(it.command)}>Copy the command</button></p>
      <p class="aside">Every plot on the other pages can be saved as SVG, its table as CSV, by the buttons below it.</p></section></div>
    <section aria-labelledby="export-assumptions"><h3 id="export-assumptions">Assumptions that go with it</h3>${assumptionsView(report)}</section>`;
}

/** @param {string} name */
function rank(name) {
  const at = KINDS.findIndex(([pattern]) => pattern.test(name));
  return at < 0 ? KINDS.length : at;
}
