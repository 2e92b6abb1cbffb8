// @ts-check
/** How soon help came: for each category the share of responses within so many minutes, with targets. */
import { html, nothing } from 'lit-html';
import { lineChart } from './chart.js';
import { figure } from './figure.js';
import { scenarioTitle } from './words.js';

/** National standards in minutes. @type {Record<string, {at: number, words: string}[]>} */
export const TARGETS = {
  C1: [{ at: 7, words: 'mean 7' }, { at: 15, words: '90th 15' }],
  C2: [{ at: 18, words: 'mean 18' }, { at: 40, words: '90th 40' }],
  C3: [{ at: 120, words: '90th 120' }],
  C4: [{ at: 180, words: '90th 180' }],
};
/** @type {Record<string, number>} */
const WIDEST = { C1: 30, C2: 120, C3: 240, C4: 240 };
const PERCENTILES = [10, 50, 90, 95, 99];

/** @param {any} scenario @param {string} chart @param {string} line */
export const curveOf = (scenario, chart, line) => scenario.curves?.find((/** @type {any} */ it) => it.chart === chart && it.line === line);

/** The minutes within which so many in a hundred had come. @param {any} curve @param {number} percent */
export function minutesAt(curve, percent) {
  const i = curve.values.findIndex((/** @type {number | null} */ it) => it !== null && it >= percent);
  if (i < 0) {
    return undefined;
  }
  const before = i ? curve.values[i - 1] : 0;
  const up = curve.values[i];
  const first = curve.first ?? 1;
  return first + i - 1 + (up > before ? (percent - before) / (up - before) : 0);
}

/** @param {number | undefined} minutes */
const shownMinutes = (minutes) => (minutes === undefined ? 'over 240' : minutes.toFixed(1));

/** @param {any} report @param {string} category */
function categoryView(report, category) {
  const with_ = report.scenarios.map((/** @type {any} */ it, /** @type {number} */ slot) => ({ slot, name: scenarioTitle(report, it.name), curve: curveOf(it, 'response-times', category) })).filter((/** @type {any} */ it) => it.curve);
  if (!with_.length) {
    return nothing;
  }
  const widest = WIDEST[category];
  const lines = with_.map((/** @type {any} */ it) => ({
    name: it.name, slot: it.slot, points: [[0, 0], ...it.curve.values.slice(0, widest).map((/** @type {number | null} */ up, /** @type {number} */ i) => [i + (it.curve.first ?? 1), up ?? NaN])],
  }));
  return figure({
    id: `percentiles-${category.toLowerCase()}`,
    title: `${category}: responses within so many minutes`,
    plot: lineChart({ title: `${category}: per cent of responses within minutes; the table has the numbers`, width: 640, height: 300, across: 'minutes', up: '% of responses', x: [0, widest], y: [0, 100], lines, marks: TARGETS[category], stepped: true }),
    table: { head: ['Minutes within which', ...PERCENTILES.map((it) => `${it} % came`), ...TARGETS[category].map((it) => `within ${it.at} min`)], rows: with_.map((/** @type {any} */ it) => [it.name, ...PERCENTILES.map((percent) => shownMinutes(minutesAt(it.curve, percent))), ...TARGETS[category].map(({ at }) => `${(it.curve.values[at - (it.curve.first ?? 1)] ?? 0).toFixed(1)} %`)]) },
    open: true,
  });
}

/** @param {any} report */
export function percentilesView(report) {
  return html`<p class="aside">Lines are means over replications of the share of responses that had come. Dotted: the national standards for the mean and the 90th percentile.</p><div class="figures">${['C1', 'C2', 'C3', 'C4'].map((it) => categoryView(report, it))}</div>`;
}
