// @ts-check
/** Scenarios side by side: one row a measure, one column a scenario, each with its difference from the base. */
import { html, nothing } from 'lit-html';
import { differenceBar } from './chart.js';
import { shownChange, shownInterval, shownValue } from './numbers.js';
import { changed, page } from './state.js';
import { goodWay, measureOf, measureSections, scenarioTitle } from './words.js';

const CHANGES_FIRST = 4;
let all = false;

/** @param {any} report @param {string} scenario @param {string} measure */
const findChange = (report, scenario, measure) => report.comparisons.find((/** @type {any} */ it) => it.scenario === scenario && it.measure === measure);

/** How a difference is to be read: colour only says again what the words say. @param {any} change @param {string} key */
export function meaningOf(change, key) {
  if (!change.excludesZero) {
    return { meaning: /** @type {const} */ ('unclear'), sign: '○', words: 'no clear difference' };
  }
  const up = change.difference.mean > 0;
  const way = goodWay(key) * (up ? 1 : -1);
  const sign = up ? '▲' : '▼';
  return way === 0
    ? { meaning: /** @type {const} */ ('other'), sign, words: up ? 'more' : 'less' }
    : way > 0
      ? { meaning: /** @type {const} */ ('better'), sign, words: key.includes('seconds') ? 'quicker' : 'better' }
      : { meaning: /** @type {const} */ ('worse'), sign, words: key.includes('seconds') ? 'slower' : 'worse' };
}

/** The ends of one row's scale: the farthest end of any interval. @param {any[]} changes */
function scale(changes) {
  const ends = changes.flatMap((it) => [it.difference.mean, it.difference.low, it.difference.high]).filter(Number.isFinite).map(Math.abs);
  return Math.max(...ends, 0) || 1;
}

/** @param {any} measured @param {any} change @param {any} measure @param {number} most */
function cell(measured, change, measure, most) {
  if (!measured) {
    return html`<td class="none">–</td>`;
  }
  if (!change) {
    return html`<td><b class="num">${shownValue(measured.mean, measure.kind)}</b></td>`;
  }
  const { meaning, sign, words } = meaningOf(change, measure.key);
  const text = `${shownChange(change.difference.mean, measure.kind)} (${shownInterval(change.difference, measure.kind)})`;
  return html`<td class="change-cell" data-meaning=${meaning}><div class="pair"><b class="num">${shownValue(measured.mean, measure.kind)}</b>
    ${differenceBar(change.difference, most, meaning, `${measure.words}: ${text}, ${words}`)}</div>
    <span class="num by">${shownChange(change.difference.mean, measure.kind)}</span> <span class="num aside">${shownInterval(change.difference, measure.kind)}</span>
    <span class="meaning ${meaning}"><i aria-hidden="true">${sign}</i> ${words}</span></td>`;
}

/** @param {any} report @param {string} key */
function row(report, key) {
  const [base, ...others] = report.scenarios;
  const measure = measureOf(report, key);
  const changes = others.map((/** @type {any} */ it) => findChange(report, it.name, key));
  const most = scale(changes.filter(Boolean));
  const measured = base.measures[key];
  return html`<tr data-measure=${key}><th scope="row">${measure.words}</th>
    <td>${measured ? html`<b class="num">${shownValue(measured.mean, measure.kind)}</b> <span class="num aside">${shownInterval(measured, measure.kind)}</span>` : '–'}</td>
    ${others.map((/** @type {any} */ it, /** @type {number} */ i) => cell(it.measures[key], changes[i], measure, most))}</tr>`;
}

/** @param {any} report */
export function compareView(report) {
  const sections = measureSections(report);
  const count = sections.reduce((sum, [, keys]) => sum + keys.length, 0);
  const [, rest] = sections.at(-1) ?? ['', []];
  const [base, ...others] = report.scenarios;
  return html`<div class="compare">${changesView(report)}<p class="aside">Means over replications with 95 % intervals.${others.length ? html` Differences are pair by pair on the same chance, against <b>${scenarioTitle(report, base.name)}</b>: the dot is the difference, the bar its interval, the line in the middle no difference. Grey and hollow: the interval covers zero, so it may be chance.` : nothing}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Comparison"><table id="compare" class=${others.length ? '' : 'alone'}><thead><tr><th scope="col">Measure</th><th scope="col">${scenarioTitle(report, base.name)} <span class="mark">base</span></th>${others.map((/** @type {any} */ it) => html`<th scope="col">${scenarioTitle(report, it.name)}</th>`)}</tr></thead>
    ${sections.filter((_, i) => all || i < sections.length - 1).map(([words, keys]) => html`<tbody><tr class="section"><th scope="rowgroup" colspan=${report.scenarios.length + 1}>${words}</th></tr>${keys.map((key) => row(report, key))}</tbody>`)}</table></div>
    ${rest.length ? html`<p><button type="button" id="all-measures" aria-expanded=${all} @click=${() => { all = !all; changed(); }}>${all ? 'Show the first measures only' : `Show all ${count} measures`}</button></p>` : nothing}</div>`;
}

/** @param {any[]} list */
function listView(list) {
  const item = (/** @type {any} */ it) => html`<li>${it.words}${it.change ? html` <span class="change">${it.change}</span>` : nothing}</li>`;
  return html`<ul>${list.slice(0, CHANGES_FIRST).map(item)}${list.length ? nothing : html`<li>Nothing: the same world.</li>`}</ul>
    ${list.length > CHANGES_FIRST ? html`<details><summary>and ${list.length - CHANGES_FIRST} more</summary><ul>${list.slice(CHANGES_FIRST).map(item)}</ul></details>` : nothing}`;
}

/** What each scenario says otherwise than the first: what the differences in the results come from. @param {any} report */
function changesView(report) {
  const [, ...others] = report.scenarios;
  return others.length
    ? html`<section class="changes" aria-labelledby="changes-title"><h3 id="changes-title">What the scenarios change</h3><div class="columns">${others.map((/** @type {any} */ it) => {
      const list = page.changes[it.name];
      return html`<div class="card" data-scenario=${it.name}><b>${scenarioTitle(report, it.name)}</b>
        ${list ? listView(list) : html`<p class="aside">Being read.</p>`}</div>`;
    })}</div></section>`
    : nothing;
}
