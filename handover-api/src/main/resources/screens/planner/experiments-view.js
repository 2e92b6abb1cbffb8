// @ts-check
/** Experiments: what runs, how far it is and what it says so far; what is done. */
import { html, nothing, svg } from 'lit-html';
import { spoken } from '../shared/format.js';
import { dayAndClock } from '../shared/history.js';
import { clock } from './numbers.js';
import { isLive, page, remove, stop } from './state.js';
import { counted, experimentTitle, measureOf, shelfTitle, STATE_SIGNS, STATES } from './words.js';

/** @param {any} it */
export const stateView = (it) => html`<span class="state" data-state=${it.state}><i aria-hidden="true">${STATE_SIGNS[it.state]}</i> ${STATES[it.state]}</span>`;

/** @param {any} it */
function progressView(it) {
  const said = it.progress;
  if (!isLive(it) || !said) {
    return html`<p class="words">${it.words}</p>`;
  }
  const left = Number.isFinite(said.leftSeconds) ? `, about ${spoken(said.leftSeconds)} left` : '';
  return html`<div class="progress"><progress aria-label="Runs done" max=${said.total || 1} value=${said.done ?? 0}></progress>
    <span class="num">${said.done ?? 0} of ${said.total ?? '?'} runs${said.failed ? `, ${said.failed} failed` : ''}${left}</span></div>
    ${it.state === 'STOPPING' ? html`<p class="words">${it.words}</p>` : said.state === 'running' ? nothing : html`<p class="words">${said.words}</p>`}`;
}

/** Mean and interval of one measure for all scenarios, on one scale. @param {any} it @param {string} measure @param {string} words */
function liveMeans(it, measure, words) {
  const all = (it.progress?.means ?? []).filter((/** @type {any} */ mean) => mean.measure === measure);
  if (!all.length) {
    return nothing;
  }
  const ends = all.flatMap((/** @type {any} */ mean) => [mean.mean, mean.low, mean.high]).filter(Number.isFinite);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const x = (/** @type {number} */ value) => 6 + (148 * (value - least)) / (most - least || 1);
  return html`<table class="means"><caption>${words}, so far</caption><tbody>${all.map((/** @type {any} */ mean) => html`<tr><th scope="row">${shelfTitle(page.overview, mean.scenario)}</th>
    <td class="num">${clock(mean.mean)}</td><td class="aside num">${Number.isFinite(mean.low) ? `${clock(mean.low)} to ${clock(mean.high)}` : 'one run so far'}</td>
    <td><svg class="dot-bar" viewBox="0 0 160 16" width="160" height="16" aria-hidden="true">${Number.isFinite(mean.low) ? svg`<line class="bar" x1=${x(mean.low)} x2=${x(mean.high)} y1="8" y2="8"/>` : nothing}<circle class="dot" cx=${x(mean.mean)} cy="8" r="4"/></svg></td></tr>`)}</tbody></table>`;
}

/** @param {any} it */
function row(it) {
  const live = isLive(it);
  const results = it.files.includes('report.json');
  return html`<li class="experiment card" data-number=${it.number} data-state=${it.state}>
    <div class="head"><h3>${it.number} · ${experimentTitle(page.overview, it)}</h3>${stateView(it)}
      <span class="aside">${it.by}, ${dayAndClock(it.at)}</span>
      <span class="deeds">${results ? html`<a class="act" href="#/results/${it.number}/compare" aria-label="Results of ${it.number}">Results</a>` : nothing}
      ${live ? html`<button type="button" class=${it.state === 'STOPPING' ? 'warn' : ''} aria-label="${it.state === 'STOPPING' ? 'End at once' : 'Stop'} ${it.number}" @click=${() => stop(it.number)}>${it.state === 'STOPPING' ? 'End at once, losing what is in hand' : 'Stop, keep what is done'}</button>` : nothing}
      ${it.state === 'QUEUED' || !live ? html`<button type="button" class="quiet" aria-label="Delete ${it.number}" @click=${() => remove(it.number)}>Delete</button>` : nothing}</span></div>
    <p class="aside">${it.order.scenarios.map((/** @type {string} */ name) => shelfTitle(page.overview, name)).join(' · ')}; ${it.order.replications ? counted(it.order.replications, 'replication') : `until ${measureOf({}, it.order.precision.of).words} is known within ${it.order.precision.percent} %`}${it.order.days ? `, ${counted(it.order.days, 'day')}` : ''}${it.order.hoursFromNow ? `, ${counted(it.order.hoursFromNow, 'hour')}` : ''}, seed ${it.order.seed}</p>
    ${it.order.hoursFromNow ? html`<p class="words from-live">From the live area as it stood at ${dayAndClock(it.at)}</p>` : nothing}
    ${progressView(it)}
    ${live ? html`<div class="live">${liveMeans(it, 'c1-mean-seconds', 'C1 response, mean')}${liveMeans(it, 'c2-mean-seconds', 'C2 response, mean')}</div>` : nothing}</li>`;
}

export function experimentsView() {
  const all = page.experiments ?? [];
  return html`<section aria-labelledby="experiments-title"><h2 id="experiments-title">Experiments</h2>
    ${all.length ? html`<ul id="experiments">${all.map(row)}</ul>` : html`<p class="empty">None yet. <a href="#/order">Run one</a>.</p>`}</section>`;
}
