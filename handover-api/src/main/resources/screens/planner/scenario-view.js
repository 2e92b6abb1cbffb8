// @ts-check
/** A scenario: the form or the text on the left, what it says otherwise than its base on the right. */
import { html, nothing } from 'lit-html';
import { differences } from './differences.js';
import { baseAt, copy, discard, removeScenario, save, set, type, valueAt } from './draft.js';
import { faultView, listCell, numberField, textField } from './fields.js';
import { whole } from './numbers.js';
import { rosterView } from './roster-view.js';
import { changed, page } from './state.js';

let asText = false;

/** Where no share is moved yet: what has to be said with it. An engineering default, needs clinical approval. */
const MOVED = {
  categories: ['C2', 'C3', 'C4'], 'community-percent': '30', 'recontact-percent': '8',
  recontact: { p10: '120', p50: '720', p90: '2880', p99: '4320' }, 'recontact-conveyed-percent': '40',
};

/** @param {string} text */
function movedChange(text) {
  const path = ['work', 'care', 'moved'];
  if (valueAt(path)) {
    return [{ path: [...path, 'percent'], value: text === '' ? undefined : text }];
  }
  return text === '' || Number(text) === 0 ? [] : [{ path, value: { ...MOVED, percent: text } }];
}

/** Growth is both a percentage and years. @param {'percent' | 'years'} key @param {string} text */
function growthChange(key, text) {
  const path = ['demand', 'growth'];
  const now = valueAt(path) ?? { percent: '0', years: '5' };
  const next = { ...now, [key]: text || '0' };
  return Number(next.percent) === 0 && !baseAt(path) ? [{ path }] : [{ path, value: next }];
}

function demandView() {
  const { tree } = page.draft;
  const growth = 1 + Number(tree.demand?.growth?.percent ?? 0) / 100;
  const year = (Number(tree.demand?.population) * Number(tree.demand?.['incidents-per-thousand']) / 1000) * growth;
  return html`<fieldset><legend>People and demand</legend>
    <div class="fields">${numberField(['demand', 'population'], 'People', { unit: 'people' })}
    ${numberField(['demand', 'incidents-per-thousand'], 'Incidents a year', { unit: 'for each 1,000 people' })}
    ${numberField(['demand', 'growth', 'percent'], 'Growth', { unit: '%', usual: '0', write: (text) => growthChange('percent', text) })}
    ${numberField(['demand', 'growth', 'years'], 'Over', { unit: 'years', usual: '5', write: (text) => growthChange('years', text) })}</div>
    <p class="sum" id="incidents-a-year">${Number.isFinite(year) ? html`<b>${whole(year)} incidents a year</b>, ${whole(year / 365)} a day` : nothing}</p></fieldset>`;
}

function careView() {
  const moved = valueAt(['work', 'care', 'moved']);
  return html`<fieldset><legend>Where care happens</legend><div class="fields">
    ${numberField(['work', 'care', 'moved', 'percent'], 'Treated at the scene instead of taken to hospital', { unit: '% of those taken today', usual: '0', write: movedChange })}
    ${moved ? html`${numberField(['work', 'care', 'moved', 'community-percent'], 'Of those, a community service takes over', { unit: '%' })}
      ${numberField(['work', 'care', 'moved', 'recontact-percent'], 'Of those, call again', { unit: '%' })}` : nothing}</div>
    <p class="hint">Engineering defaults, need clinical approval.</p></fieldset>`;
}

function hospitalView() {
  const bays = valueAt(['work', 'hospitals', 'bays']) ?? [];
  return html`<fieldset><legend>Hospitals</legend><div class="fields">
    ${numberField(['work', 'hospitals', 'handover-factor'], 'Handover takes', { unit: 'times as long', usual: '1', write: (text) => [{ path: ['work', 'hospitals', 'handover-factor'], value: text === '' || (Number(text) === 1 && !baseAt(['work', 'hospitals', 'handover-factor'])) ? undefined : text }] })}
    ${numberField(['work', 'hospitals', 'handover', 'p50'], 'Handover, half within', { unit: 'minutes' })}
    ${numberField(['work', 'hospitals', 'handover', 'p90'], 'Handover, nine in ten within', { unit: 'minutes' })}</div>
    <table class="bays"><caption>Bays where handing over takes one</caption><tbody>${bays.map((/** @type {any} */ it, /** @type {number} */ i) => html`<tr><th scope="row">${serviceName(it.service)}</th><td>${listCell({ id: `bays-${it.service}`, label: `Bays at ${serviceName(it.service)}`, list: ['work', 'hospitals', 'bays'], index: i, key: 'count' })}</td></tr>`)}</tbody></table></fieldset>`;
}

/** @param {string} id */
const serviceName = (id) => id.toLowerCase().split('-').map((it) => it.replace(/^./, (first) => first.toUpperCase())).join(' ').replace(/ Ed$/, ', emergency department').replace(/ Utc$/, ', urgent treatment centre').replace(/ Miu$/, ', minor injuries unit');

const OPENING = [['weekdays', 'Monday to Friday'], ['saturday', 'Saturdays'], ['sunday', 'Sundays'], ['bank-holiday', 'Bank holidays']];

/** @param {string} service */
function openingView(service) {
  return html`<tr><th scope="row">${serviceName(service)}</th>${OPENING.map(([key, words]) => html`<td><input type="text" class="span" aria-label="${serviceName(service)}, ${words}" autocomplete="off" ?readonly=${page.draft.shipped} .value=${valueAt(['work', 'openings', service, key]) ?? ''}
    @change=${(/** @type {any} */ event) => set([{ path: ['work', 'openings', service, key], value: event.target.value.trim() }])} /></td>`)}</tr>`;
}

/** @param {any} event */
function addOpening(event) {
  const service = event.target.value;
  event.target.value = '';
  if (service) {
    set([{ path: ['work', 'openings', service], value: { weekdays: '00:00-24:00', saturday: '00:00-24:00', sunday: '00:00-24:00', 'bank-holiday': '00:00-24:00' } }]);
  }
}

function openingsView() {
  const openings = Object.keys(valueAt(['work', 'openings']) ?? {});
  const services = (page.reference.services ?? []).map((/** @type {any} */ it) => it.id ?? it.service).filter((/** @type {string} */ it) => it && !openings.includes(it));
  return html`<fieldset><legend>Opening hours</legend>
    ${openings.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Opening hours"><table class="openings"><thead><tr><th scope="col">Service</th>${OPENING.map(([, words]) => html`<th scope="col">${words}</th>`)}</tr></thead><tbody>${openings.map(openingView)}</tbody></table></div>` : html`<p class="aside">All services as the directory has them.</p>`}
    ${page.draft.shipped || !services.length ? nothing : html`<p class="field"><label for="add-opening">Open a service at other hours</label><select id="add-opening" @change=${addOpening}><option value="">choose a service</option>${services.map((/** @type {string} */ it) => html`<option value=${it}>${serviceName(it)}</option>`)}</select></p>`}
    ${faultView('openings', (page.draft.faults ?? []).filter((/** @type {any} */ it) => it.path.startsWith('work.openings')))}</fieldset>`;
}

function formView() {
  if (!page.draft.tree) {
    return html`<p class="notice bad">The text cannot be read; its faults are named above. Put them right in the text.</p>`;
  }
  return html`<div class="form">${textField(['name'], 'What the scenario is called')}
    ${demandView()}${careView()}
    <fieldset><legend>Crews</legend>${rosterView()}</fieldset>
    ${hospitalView()}${openingsView()}
    <fieldset><legend>Time</legend><div class="fields">${numberField(['span', 'days'], 'Days measured', { unit: 'days', hint: 'An experiment can set other days for all its scenarios.' })}
      ${numberField(['span', 'warm-up-days'], 'Days before measuring begins', { unit: 'days' })}</div></fieldset>
    <p class="aside">Everything else that a scenario can say is in the text.</p></div>`;
}

/** @param {any} event */
function jump(event, /** @type {number} */ line) {
  event.preventDefault();
  asText = true;
  changed();
  requestAnimationFrame(() => {
    const area = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('text'));
    if (area) {
      const from = area.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      const end = area.value.indexOf('\n', from);
      area.focus();
      area.setSelectionRange(from, end < 0 ? area.value.length : end);
      area.scrollTop = Math.max(0, (line - 6) * 20);
    }
  });
}

function faultsView() {
  const { faults } = page.draft;
  return faults.length
    ? html`<section class="notice bad" id="faults" aria-label="What is wrong"><h3><b aria-hidden="true">✕</b> ${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} wrong; it cannot be run like this</h3>
      <ul>${faults.map((/** @type {any} */ it) => html`<li>${it.line ? html`<a href="#" @click=${(/** @type {any} */ event) => jump(event, it.line)}>Line ${it.line}</a>: ` : nothing}<b>${it.path}</b>${it.value ? html` (${it.value})` : nothing} ${it.rule}</li>`)}</ul></section>`
    : nothing;
}

function textView() {
  const { draft } = page;
  const lines = draft.text.split('\n').length;
  const wrong = new Set(draft.faults.map((/** @type {any} */ it) => it.line));
  return html`<div class="text"><ol class="lines" aria-hidden="true">${Array.from({ length: lines }, (_, i) => html`<li class=${wrong.has(i + 1) ? 'wrong' : ''}>${wrong.has(i + 1) ? '✕ ' : ''}${i + 1}</li>`)}</ol>
    <textarea id="text" aria-label="The scenario as YAML" spellcheck="false" wrap="off" rows=${Math.max(16, lines + 1)} ?readonly=${draft.shipped} .value=${draft.text}
      @input=${(/** @type {any} */ event) => type(event.target.value)}></textarea></div>`;
}

function differencesView() {
  const { draft } = page;
  if (!draft.base) {
    return html`<p>It is the base on which others stand: calibrated on what was published, compared with by all.</p>`;
  }
  const all = differences(draft.base, draft.tree);
  return all.length
    ? html`<ul id="differences">${all.map((it) => html`<li><span><b>${it.words}</b>${it.change ? html` <span class="change">${it.change}</span>` : nothing}</span>
      ${draft.shipped ? nothing : html`<button type="button" class="quiet" aria-label="Undo: ${it.words}" @click=${() => set([{ path: it.undo }])}>Undo</button>`}</li>`)}</ul>`
    : html`<p id="no-differences">Nothing yet: it is the same world.</p>`;
}

/** @param {SubmitEvent} event */
function takeCopy(event) {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (document.getElementById('copy-title'));
  const title = field.value.trim();
  if (title) {
    field.value = '';
    copy(title);
  }
}

function deedsView() {
  const { draft } = page;
  return html`<div class="deeds">
    ${draft.shipped ? nothing : html`<button type="button" id="save" class="primary" ?disabled=${!draft.dirty || Boolean(page.doing)} @click=${save}>Save</button>
      <button type="button" id="discard" ?disabled=${!draft.dirty} @click=${discard}>Discard changes</button>`}
    <a class="act" id="run-it" href="#/order?with=${draft.name}">Run it …</a>
    ${draft.shipped ? nothing : html`<button type="button" id="delete-scenario" class="quiet" @click=${removeScenario}>Delete</button>`}
    <form class="copy" @submit=${takeCopy}><label for="copy-title">Copy as</label><input id="copy-title" type="text" maxlength="60" autocomplete="off" placeholder="its name" /><button type="submit" id="copy">Copy</button></form></div>`;
}

export function scenarioView() {
  const { draft } = page;
  if (!draft) {
    return html`<p class="reading">Reading the scenario.</p>`;
  }
  const baseName = draft.base?.name;
  return html`<div class="scenario"><section class="left" aria-labelledby="scenario-title">
    <h2 id="scenario-title">${draft.tree?.name ?? draft.name} ${draft.shipped ? html`<span class="mark">ships, stays as it is</span>` : nothing}${draft.dirty ? html`<span class="mark warn">not saved</span>` : nothing}</h2>
    ${deedsView()}
    ${faultsView()}
    <div class="switch" role="group" aria-label="How it is shown"><button type="button" aria-pressed=${!asText} @click=${() => { asText = false; changed(); }}>Form</button><button type="button" id="as-text" aria-pressed=${asText} @click=${() => { asText = true; changed(); }}>Text</button></div>
    ${asText ? textView() : formView()}</section>
    <section class="right" aria-labelledby="differences-title"><h2 id="differences-title">${baseName ? html`Otherwise than <i>${baseName}</i>` : 'The base'}</h2>${differencesView()}${assumptionsAside()}</section></div>`;
}

function assumptionsAside() {
  const all = Object.values(page.draft.tree?.assumptions ?? {});
  const unmeasured = all.filter((/** @type {any} */ it) => it.measured !== 'true');
  return all.length
    ? html`<details id="scenario-assumptions"><summary><span class="unmeasured">△ ${unmeasured.length} of ${all.length} assumptions are not measured</span></summary>
      <ul>${all.map((/** @type {any} */ it) => html`<li>${it.measured === 'true' ? html`<b>✓ measured</b>` : html`<b class="unmeasured">△ not measured</b>`} ${it.words} <span class="aside">${it.source}</span></li>`)}</ul></details>`
    : nothing;
}
