// @ts-check
/** The protocol: which version of each decision table decides, what another would change, and the shadow. */
import { html, nothing, render } from 'lit-html';
import { enter } from '../shared/entrance.js';
import { dayAndClock } from '../shared/history.js';
import { signOut } from '../shared/session.js';
import { restoreTheme, switchTheme, theme } from '../shared/theme.js';
import { becameView } from './became-view.js';
import { checkView, rowsView } from './check-view.js';
import { shadowView } from './shadow-view.js';
import { choose, load, look, page, paintsBy, read, table } from './state.js';
import { short, STATES, TABLES, who } from './words.js';

const AGAIN_MILLIS = 30_000;
const SEEING = ['admin', 'hub'];

/** @param {any} version */
function reviewView(version) {
  return version.unconfirmed
    ? html`<span class="unconfirmed"><i aria-hidden="true">△</i> unconfirmed: review was due ${version.origin.review}</span>`
    : html`review by ${version.origin.review}`;
}

/** @param {any} it */
function tabView(it) {
  return html`<li><button type="button" data-table=${it.table} aria-current=${it === table() ? 'true' : 'false'} @click=${() => choose(it.table)}>
    <b>${TABLES[it.table] ?? it.table}</b>
    <span class="aside">version ${it.running.version}, ${reviewView(it.running)}</span>
    ${it.shadow ? html`<span class="aside">shadow: version ${it.shadow.version}</span>` : nothing}</button></li>`;
}

/** @param {any} it */
function runningView(it) {
  const { running, since } = it;
  return html`<section class="card" id="running" data-sha256=${running.sha256}>
    <h3>Version ${running.version} decides <code>${short(running.sha256)}</code></h3>
    <dl><div><dt>Since</dt><dd>${dayAndClock(since.from)}, by ${who(since.by)}: ${since.reason}</dd></div>
      <div><dt>Author</dt><dd>${running.origin.author}</dd></div>
      <div><dt>Approved by</dt><dd id="approver">${running.origin.approver}</dd></div>
      <div><dt>Source</dt><dd>${running.origin.source}</dd></div>
      <div><dt>Effective</dt><dd>${running.origin.effective}; ${reviewView(running)}</dd></div>
      <div><dt>Hash</dt><dd class="hash">${running.sha256}</dd></div></dl></section>`;
}

/** @param {any} it */
function versionsView(it) {
  return html`<ul class="versions">${it.versions.map((/** @type {any} */ each) => html`<li data-version=${each.version}>
    <b>Version ${each.version}</b> <code>${short(each.sha256)}</code> ${each.sha256 === it.running.sha256 ? html`<b class="mark">● decides</b>` : nothing}${each.sha256 === it.shadow?.sha256 ? html`<b class="mark">◌ in the shadow</b>` : nothing}
    <span class="aside">loaded ${dayAndClock(each.loadedAt)} by ${who(each.loadedBy)}; ${reviewView(each)}</span>
    <button type="button" @click=${() => look(each.sha256)}>What would it change?</button>
    <a href="/api/areas/${page.area}/protocol/versions/${each.sha256}/file" download="${it.table}-${each.version}.dmn">File</a></li>`)}</ul>`;
}

/** @param {any} it */
function historyView(it) {
  return html`<ol class="history" id="history">${[...it.history].reverse().map((/** @type {any} */ line) => html`<li>
    <span class="num">${dayAndClock(line.from)}</span> version ${line.version} <b>${STATES[line.state]}</b>, by ${who(line.by)}: ${line.reason}</li>`)}</ol>`;
}

function loadView() {
  return page.shelf.mayKeep
    ? html`<section class="card"><h2><label for="file">Load a table</label></h2>
        <p class="aside">A .dmn file of 2 MB at most. It is proved and kept; nothing is decided by it.</p>
        <input id="file" type="file" accept=".dmn,.xml" ?disabled=${Boolean(page.doing)} @change=${(/** @type {any} */ event) => take(event.target)} /></section>`
    : html`<p class="aside">Tables are loaded and adopted by an admin.</p>`;
}

/** @param {HTMLInputElement} input */
async function take(input) {
  const [file] = input.files ?? [];
  if (file) {
    await load(file);
    input.value = '';
  }
}

function statusView() {
  return html`<div id="status" role="status" class=${page.fault ? 'bad' : ''}>${page.doing || page.fault || page.done}</div>`;
}

function pageView() {
  const it = table();
  if (!it) {
    return html`${statusView()}`;
  }
  return html`<div class="shelf">
    <nav aria-label="Tables"><ul>${page.shelf.tables.map(tabView)}</ul>${loadView()}</nav>
    <div class="table">
      <h2>${TABLES[it.table] ?? it.table}</h2>
      <p class="approval">Engineering default, needs clinical approval, unless the approver below says otherwise.</p>
      ${statusView()}
      ${checkView()}
      ${runningView(it)}
      <section class="card"><h3>Shadow</h3>${shadowView(it)}</section>
      <section class="card"><h3>Versions on the shelf</h3>${versionsView(it)}</section>
      <section class="card"><h3>What became of them</h3>${becameView(it)}</section>
      <section class="card"><h3>Rows that decide</h3>${rowsView(it)}</section>
      <section class="card"><h3>History</h3>${historyView(it)}</section>
    </div></div>`;
}

/** @param {string} id @returns {HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

function paint() {
  render(html`<h1>Doorstep <span class="area">${page.reference.name}, protocol</span></h1>
    <div class="tools">
      <button type="button" id="theme" @click=${() => { switchTheme(); paint(); }}>${theme() === 'dark' ? 'Light' : 'Dark'}</button>
      <button type="button" id="sign-out" @click=${signOut}>Sign out</button>
    </div>`, at('header'));
  render(pageView(), at('page'));
}

async function start() {
  restoreTheme();
  if (!(await enter(page, SEEING, at('start')))) {
    return;
  }
  paintsBy(paint);
  await read();
  setInterval(() => (page.doing || page.done || page.fault ? undefined : read()), AGAIN_MILLIS);
}

start();
