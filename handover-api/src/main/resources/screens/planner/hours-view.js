// @ts-check
/** Responses by hour of the day, by hour of the week, and by week. */
import { html, nothing } from 'lit-html';
import { lineChart } from './chart.js';
import { figure } from './figure.js';
import { heatMap } from './heat-map.js';
import { curveOf } from './percentiles-view.js';
import { changed } from './state.js';
import { scenarioTitle } from './words.js';

let category = 'C2';
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** @param {number | null | undefined} value */
const minutes = (value) => (value === null || value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(1));

/** @param {any} report @param {string} chart */
const curves = (report, chart) => report.scenarios.map((/** @type {any} */ it, /** @type {number} */ slot) => ({ slot, name: scenarioTitle(report, it.name), curve: curveOf(it, chart, category) })).filter((/** @type {any} */ it) => it.curve);

/** @param {any[]} all */
function highest(all) {
  return Math.max(...all.flatMap((it) => it.curve.values.filter((/** @type {any} */ value) => Number.isFinite(value))), 1) * 1.08;
}

/** @param {any} report @param {string} chart @param {string} title @param {string} across @param {number[]} [xSteps] */
function linesView(report, chart, title, across, xSteps) {
  const all = curves(report, chart);
  if (!all.length) {
    return nothing;
  }
  const count = all[0].curve.values.length;
  const first = all[0].curve.first ?? 0;
  const lines = all.map((/** @type {any} */ it) => ({ name: it.name, slot: it.slot, points: it.curve.values.map((/** @type {any} */ up, /** @type {number} */ i) => [i + first, up ?? NaN]) }));
  return figure({
    id: `${chart}-${category.toLowerCase()}`, title: `${category}: ${title}`,
    plot: lineChart({ title: `${category}: ${title}; the table has the numbers`, width: 900, height: 300, across, up: 'minutes', x: [first, Math.max(first + 1, first + count - 1)], y: [0, highest(all)], lines, xSteps }),
    table: { head: [across, ...all.map((/** @type {any} */ it) => it.name)], rows: Array.from({ length: count }, (_, i) => [i + first, ...all.map((/** @type {any} */ it) => minutes(it.curve.values[i]))]) },
  });
}

/** @param {any} report */
function weekView(report) {
  const all = curves(report, 'by-hour-of-week');
  const values = all.flatMap((/** @type {any} */ it) => it.curve.values.filter(Number.isFinite));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return all.map((/** @type {any} */ it) => figure({
    id: `by-hour-of-week-${category.toLowerCase()}-${it.slot}`,
    title: `${category}: mean response by hour of the week, ${it.name}`,
    note: 'Minutes, in whole numbers; the same key for all scenarios.',
    plot: heatMap({ title: `${category}, ${it.name}: mean response by hour of the week; the table has the numbers`, values: it.curve.values, least, most }),
    table: { head: ['Hour', ...DAYS], rows: Array.from({ length: 24 }, (_, hour) => [`${hour}`, ...DAYS.map((_day, day) => minutes(it.curve.values[day * 24 + hour]))]) },
  }));
}

/** @param {any} report */
export function hoursView(report) {
  return html`<div class="switch" role="group" aria-label="Category">${['C1', 'C2', 'C3', 'C4'].map((it) => html`<button type="button" data-category=${it} aria-pressed=${it === category} @click=${() => { category = it; changed(); }}>${it}</button>`)}</div>
    <div class="figures one">${linesView(report, 'by-hour', 'mean response by hour of the day', 'hour of the day', [0, 3, 6, 9, 12, 15, 18, 21])}
    ${weekView(report)}
    ${linesView(report, 'by-week', 'mean response by week', 'week of the experiment')}</div>`;
}
