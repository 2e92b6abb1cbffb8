// @ts-check
/** What is to be run: which scenarios beside which base, how often or how exactly, from which seed. */
import { html, nothing } from 'lit-html';
import { changed, page, run } from './state.js';
import { counted } from './words.js';

const order = {
  /** The base first. @type {string[]} */
  scenarios: [],
  how: 'replications',
  days: '28',
  hours: '12',
  replications: '10',
  percent: '5',
  of: 'c2-mean-seconds',
  least: '5',
  most: '40',
  seed: '1',
  live: false,
  title: '',
};

const MEASURES = [['c1-mean-seconds', 'C1 response, mean'], ['c1-p90-seconds', 'C1 response, 90th'], ['c2-mean-seconds', 'C2 response, mean'], ['c2-p90-seconds', 'C2 response, 90th']];

/** Puts a scenario into the order, beside its base. @param {string} name @param {string | undefined} base */
export function orderWith(name, base) {
  order.scenarios = [...new Set([...(base ? [base] : []), name])];
}

/** Begins with the live area: who comes from the board asks about now. */
export function orderLive() {
  order.live = true;
}

/** @param {string} name @param {boolean} on */
function take(name, on) {
  order.scenarios = on ? [...order.scenarios, name] : order.scenarios.filter((it) => it !== name);
  changed();
}

/** @param {string} name */
function asBase(name) {
  order.scenarios = [name, ...order.scenarios.filter((it) => it !== name)];
  changed();
}

/** @param {any} it */
function scenarioRow(it) {
  const on = order.scenarios.includes(it.name);
  const base = order.scenarios[0] === it.name;
  return html`<tr class=${on ? 'on' : ''}><td><input type="checkbox" id="with-${it.name}" .checked=${on} ?disabled=${it.faults > 0 && !on} @change=${(/** @type {any} */ event) => take(it.name, event.target.checked)} /></td>
    <th scope="row"><label for="with-${it.name}">${it.title}</label> <span class="aside">${it.shipped ? 'ships' : it.name}</span>${it.faults ? html` <span class="fault">✕ ${it.faults} wrong</span>` : nothing}</th>
    <td>${on ? html`<label class="radio"><input type="radio" name="base" .checked=${base} aria-label="${it.title} is the base" @change=${() => asBase(it.name)} /> ${base ? html`<b>base</b>` : 'base'}</label>` : nothing}</td></tr>`;
}

/** @param {keyof typeof order} key @param {string} label @param {string} unit */
function field(key, label, unit) {
  return html`<div class="field"><label for="o-${key}">${label}</label><span class="entry"><input id="o-${key}" type="text" inputmode="decimal" autocomplete="off" .value=${order[key]}
    @change=${(/** @type {any} */ event) => { /** @type {any} */ (order)[key] = event.target.value.trim(); }} /><span class="unit">${unit}</span></span></div>`;
}

function howView() {
  return html`<fieldset><legend>How often</legend>
    <p><label class="radio"><input type="radio" name="how" value="replications" .checked=${order.how === 'replications'} @change=${() => { order.how = 'replications'; changed(); }} /> a number of times</label>
    <label class="radio"><input type="radio" name="how" value="precision" .checked=${order.how === 'precision'} @change=${() => { order.how = 'precision'; changed(); }} /> until the answer is exact enough</label></p>
    <div class="fields">${order.how === 'replications'
      ? field('replications', 'Replications', 'of each scenario')
      : html`${field('percent', 'Within', '% of the mean, with 95 % certainty')}
        <div class="field"><label for="o-of">Of</label><select id="o-of" .value=${order.of} @change=${(/** @type {any} */ event) => { order.of = event.target.value; }}>${MEASURES.map(([key, words]) => html`<option value=${key} ?selected=${key === order.of}>${words}</option>`)}</select></div>
        ${field('least', 'At least', 'replications')}${field('most', 'At most', 'replications')}`}</div></fieldset>`;
}

/** @param {string} text */
const number = (text) => Number(text.replaceAll(',', ''));

/** @param {SubmitEvent} event */
function send(event) {
  event.preventDefault();
  run({
    ...(order.title.trim() ? { title: order.title.trim() } : {}),
    scenarios: order.scenarios,
    seed: number(order.seed),
    ...(order.live ? { hoursFromNow: number(order.hours) } : order.days ? { days: number(order.days) } : {}),
    ...(order.how === 'replications'
      ? { replications: number(order.replications) }
      : { precision: { percent: number(order.percent), of: order.of, least: number(order.least), most: number(order.most) } }),
  });
}

export function orderView() {
  const { overview } = page;
  return html`<section aria-labelledby="order-title"><h2 id="order-title">Run an experiment</h2>
    <p class="lead">Scenarios are run side by side on the same chance: the same calls, in the same places, at the same times. What differs between them is what the scenario changes.</p>
    <form id="order" @submit=${send}><div class="two">
      <fieldset><legend>Scenarios</legend><table class="choose"><tbody>${overview.scenarios.map(scenarioRow)}</tbody></table></fieldset>
      <div>${howView()}
        <fieldset><legend>Time and chance</legend><div class="fields">${order.live ? field('hours', 'Hours measured', 'hours from now, 72 at most') : field('days', 'Days measured', 'days; empty: as each scenario says')}${field('seed', 'Seed', 'the same seed, the same numbers')}</div></fieldset>
        <fieldset><legend>What if …?</legend><label class="from-now"><input type="checkbox" id="o-live" .checked=${order.live} @change=${(/** @type {any} */ event) => { order.live = event.target.checked; changed(); }} /> Begin with the live area as it stands when you press Run</label><p class="aside">No warm-up. It says what could follow by the scenario's rules and demand, never what will.</p></fieldset>
        <fieldset><legend>Title</legend><div class="field wide"><label for="o-title">What the experiment is called</label><input id="o-title" type="text" maxlength="100" autocomplete="off" .value=${order.title} @change=${(/** @type {any} */ event) => { order.title = event.target.value; }} placeholder="what is to be found out" /></div></fieldset>
        <p class="deeds"><button type="submit" id="run" class="primary" ?disabled=${!order.scenarios.length || Boolean(page.doing)}>Run</button>
          <span class="aside">${order.scenarios.length ? `${counted(order.scenarios.length, 'scenario')}, ${counted(overview.processes, 'process')} at low priority, ${counted(overview.running, 'experiment')} at a time` : 'Choose a scenario.'}</span></p></div>
    </div></form></section>`;
}
