// @ts-check
/** The results of one experiment: what they are worth first, then part by part. */
import { html, nothing } from 'lit-html';
import { assumptionsView, unmeasured } from './assumptions-view.js';
import { compareView } from './compare-view.js';
import { coverageView } from './coverage-view.js';
import { equityView } from './equity-view.js';
import { exportView } from './export-view.js';
import { stateView } from './experiments-view.js';
import { hoursView } from './hours-view.js';
import { percentilesView } from './percentiles-view.js';
import { isLive, page, shown } from './state.js';
import { counted, experimentTitle, periodWords } from './words.js';

/** @type {[string, string, (report: any) => unknown][]} */
const PARTS = [
  ['compare', 'Compare', compareView],
  ['percentiles', 'Percentiles', percentilesView],
  ['coverage', 'Coverage map', coverageView],
  ['hours', 'By hour and week', hoursView],
  ['equity', 'Equity', equityView],
  ['assumptions', 'Assumptions', assumptionsView],
  ['export', 'Export', exportView],
];

/** That it is not the whole of what was wanted, wherever results are shown. @param {any} it @param {any} report */
function worthView(it, report) {
  const failures = report?.failures?.length ?? 0;
  const parts = [];
  if (it.state === 'STOPPED' || String(report?.state ?? '').startsWith('stopped')) {
    parts.push(html`<p class="notice" id="stopped"><b>◑ Not the whole experiment.</b> ${it.words} Intervals are wider than planned; read differences with care.</p>`);
  }
  if (it.state === 'LOST' || it.state === 'FAILED') {
    parts.push(html`<p class="notice bad" id="lost"><b>✕ These results may not be whole.</b> ${it.words}</p>`);
  }
  if (failures) {
    parts.push(html`<p class="notice bad"><b>✕ ${counted(failures, 'run')} failed</b> and are left out.</p>`);
  }
  return parts;
}

/** @param {any} report */
function replications(report) {
  const counts = report.scenarios.flatMap((/** @type {any} */ it) => Object.values(it.measures).map((/** @type {any} */ each) => each.replications));
  const most = Math.max(...counts, 0);
  return counted(most, 'replication');
}

export function resultsView() {
  const it = shown();
  if (!it) {
    return html`<p class="empty">There is no such experiment.</p>`;
  }
  const report = page.reportNumber === it.number ? page.report : undefined;
  const part = PARTS.find(([id]) => id === page.part) ?? PARTS[0];
  const open = report ? unmeasured(report) : 0;
  return html`<section aria-labelledby="results-title" class="results"><div class="results-head"><h2 id="results-title">${it.number} · ${experimentTitle(page.overview, it)}</h2>${stateView(it)}
      ${report ? html`<span class="aside"><span id="period">${periodWords(report)}</span>, ${replications(report)}, seed ${report.seed}, version ${report.version}</span>` : nothing}
      ${open ? html`<a class="unmeasured" id="unmeasured" href="#/results/${it.number}/assumptions">△ ${open} inputs are not measured</a>` : nothing}</div>
    ${worthView(it, report)}
    <nav class="parts" aria-label="Parts of the results"><ul>${PARTS.map(([id, words]) => html`<li><a href="#/results/${it.number}/${id}" id="part-${id}" aria-current=${id === part[0] ? 'page' : nothing}>${words}</a></li>`)}</ul></nav>
    ${report ? part[2](report) : html`<p class="reading">${isLive(it) ? 'It still runs; results come when it is done.' : it.files.includes('report.json') ? 'Reading the results.' : 'It has left no results.'}</p>`}</section>`;
}
