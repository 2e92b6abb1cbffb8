// @ts-check
/** Who waits longer: by deprivation and by place. */
import { html, nothing } from 'lit-html';
import { dotChart, keyOf } from './chart.js';
import { figure } from './figure.js';
import { clock, shownValue } from './numbers.js';
import { changed } from './state.js';
import { measureOf, scenarioTitle } from './words.js';

/** Fewer incidents than that in an experiment say little of a place. */
const TELLING = 30;
const PLACES_DRAWN = 25;
let measure = 'c2-mean-seconds';
const MEASURES = ['c1-mean-seconds', 'c2-mean-seconds', 'c3-mean-seconds', 'c4-mean-seconds'];

/** @param {any} scenario @param {string} kind */
const groupsOf = (scenario, kind) => (scenario.groups ?? []).filter((/** @type {any} */ it) => it.kind === kind);

/** @param {any} report @param {string} kind @param {(name: string) => string} words */
function rowsOf(report, kind, words) {
  const names = groupsOf(report.scenarios[0], kind).map((/** @type {any} */ it) => it.name);
  return names.map((/** @type {string} */ name) => ({
    name: words(name),
    of: report.scenarios.map((/** @type {any} */ scenario) => groupsOf(scenario, kind).find((/** @type {any} */ it) => it.name === name)),
  }));
}

/** @param {any} report @param {any[]} rows @param {string} first */
function table(report, rows, first) {
  const [, ...others] = report.scenarios;
  const value = (/** @type {any} */ group) => group?.measures?.[measure];
  const interval = (/** @type {any} */ it) => (it && Number.isFinite(it.low) ? ` (${clock(it.low)} to ${clock(it.high)})` : '');
  return {
    head: [first, 'Incidents', ...report.scenarios.map((/** @type {any} */ it) => scenarioTitle(report, it.name)), ...others.map((/** @type {any} */ it) => `${scenarioTitle(report, it.name)}, against the base`)],
    rows: rows.map((/** @type {any} */ row) => [
      row.name, incidents(row.of[0]),
      ...row.of.map((/** @type {any} */ group) => (value(group) ? `${clock(value(group).mean)}${interval(value(group))}` : '–')),
      ...row.of.slice(1).map((/** @type {any} */ group) => (value(group) && value(row.of[0]) ? `${value(group).mean >= value(row.of[0]).mean ? '+' : ''}${clock(value(group).mean - value(row.of[0]).mean)}` : '–')),
    ]),
  };
}

/** @param {any} group */
const incidents = (group) => (group?.measures?.incidents ? shownValue(group.measures.incidents.mean, 'count') : '–');

/** @param {any[]} rows */
function plotRows(rows) {
  return rows.map((row) => ({
    name: row.name.length > 26 ? `${row.name.slice(0, 25)}…` : row.name,
    dots: row.of.map((/** @type {any} */ group, /** @type {number} */ slot) => ({ slot, ...inMinutes(group?.measures?.[measure]) })),
  }));
}

/** @param {any} it */
const inMinutes = (it) => ({ mean: it ? it.mean / 60 : NaN, low: Number.isFinite(it?.low) ? it.low / 60 : NaN, high: Number.isFinite(it?.high) ? it.high / 60 : NaN });

/** @param {any} report */
export function equityView(report) {
  const words = measureOf(report, measure).words;
  const deciles = rowsOf(report, 'decile', (name) => (/^\d+$/.test(name) ? `Decile ${name}${name === '1' ? ', most deprived' : name === '10' ? ', least deprived' : ''}` : name));
  const places = rowsOf(report, 'place', (name) => name);
  const key = keyOf(report.scenarios.map((/** @type {any} */ it, /** @type {number} */ slot) => ({ slot, name: scenarioTitle(report, it.name) })));
  const text = (/** @type {number} */ value) => String(value);
  const slowest = [...places].sort((one, other) => (other.of[0]?.measures?.[measure]?.mean ?? 0) - (one.of[0]?.measures?.[measure]?.mean ?? 0));
  const drawn = slowest.filter((row) => (row.of[0]?.measures?.incidents?.mean ?? 0) >= TELLING).slice(0, PLACES_DRAWN);
  return html`<div class="switch" role="group" aria-label="Measure">${MEASURES.map((it) => html`<button type="button" data-measure=${it} aria-pressed=${it === measure} @click=${() => { measure = it; changed(); }}>${measureOf(report, it).words}</button>`)}</div>
    <ul class="key" aria-label="Scenarios">${key.map((it) => html`<li>${it.sign} ${it.name}</li>`)}</ul>
    <div class="figures one">${deciles.length ? figure({ id: 'equity-deciles', title: `${words} by deprivation`, note: 'Deciles as the scenario has them: estimated, not the index of deprivation, where its assumptions say so.', plot: dotChart({ title: `${words} by deprivation; the table has the numbers`, rows: plotRows(deciles), across: 'minutes', text }), table: table(report, deciles, 'Deprivation'), open: true }) : nothing}
    ${places.length ? figure({ id: 'equity-places', title: `${words} by place, the slowest first`, note: `The ${drawn.length} slowest of ${places.length} places, of those with ${TELLING} incidents or more; the table has all. An interval that is wider than the plot ends at its edge.`, plot: dotChart({ title: `${words} by place; the table has the numbers`, rows: plotRows(drawn), across: 'minutes', text }), table: table(report, slowest, 'Place') }) : nothing}
    ${deciles.length || places.length ? nothing : html`<p class="empty">These results have no places or deciles.</p>`}</div>`;
}
