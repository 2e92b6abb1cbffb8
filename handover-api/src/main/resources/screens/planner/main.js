// @ts-check
/** The planner: what would happen, asked of the simulator. Nothing here touches the live area. */
import { html, nothing, render } from 'lit-html';
import { enter } from '../shared/entrance.js';
import { signOut } from '../shared/session.js';
import { restoreTheme, switchTheme, theme } from '../shared/theme.js';
import { openScenario } from './draft.js';
import { experimentsView } from './experiments-view.js';
import { orderLive, orderView, orderWith } from './order-view.js';
import { resultsView } from './results.js';
import { scenarioView } from './scenario-view.js';
import { doing, isLive, page, paintsBy, readExperiments, readOverview, readReport, says } from './state.js';
import { experimentTitle, STATE_SIGNS, STATES } from './words.js';

const LOOK_MILLIS = 1_000;
const LOOK_REST_MILLIS = 5_000;
const SEEING = ['planner', 'admin'];
const RECENT = 8;
/** What was said belongs to where one was. */
const SAID_MILLIS = 2_000;

/** @param {string} id @returns {HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {any} it */
function scenarioLink(it) {
  const here = page.view === 'scenario' && page.of === it.name;
  return html`<li><a href="#/scenario/${it.name}" aria-current=${here ? 'page' : nothing}>${it.title}${it.faults ? html` <span class="fault">✕</span>` : nothing}</a></li>`;
}

/** @param {any} it */
function experimentLink(it) {
  const here = page.view === 'results' && page.of === String(it.number);
  const said = isLive(it) && it.progress?.total ? ` ${it.progress.done}/${it.progress.total}` : '';
  return html`<li><a href=${it.files.includes('report.json') ? `#/results/${it.number}/compare` : '#/experiments'} aria-current=${here ? 'page' : nothing}><i aria-hidden="true" class="sign" data-state=${it.state}>${STATE_SIGNS[it.state]}</i> ${it.number} · ${experimentTitle(page.overview, it)} <span class="aside">${STATES[it.state]}${said}</span></a></li>`;
}

function navView() {
  const { scenarios } = page.overview;
  const own = scenarios.filter((/** @type {any} */ it) => !it.shipped);
  const experiments = page.experiments ?? [];
  return html`<nav aria-label="Scenarios and experiments">
    <p><a class="act primary" href="#/order" id="new-experiment">Run an experiment …</a></p>
    <h2>Your scenarios</h2><ul>${own.length ? own.map(scenarioLink) : html`<li class="aside">None yet: open one below and copy it.</li>`}</ul>
    <h2>Scenarios that ship</h2><ul>${scenarios.filter((/** @type {any} */ it) => it.shipped).map(scenarioLink)}</ul>
    <h2><a href="#/experiments" id="all-experiments" aria-current=${page.view === 'experiments' ? 'page' : nothing}>Experiments</a></h2><ul>${experiments.slice(0, RECENT).map(experimentLink)}${experiments.length > RECENT ? html`<li class="aside">and ${experiments.length - RECENT} more</li>` : nothing}</ul></nav>`;
}

function statusView() {
  return html`<div id="status" role="status" class=${page.fault ? 'bad' : ''}>${page.doing || page.fault || page.done}${page.faults.length ? html`<ul>${page.faults.map((it) => html`<li>${it.file}${it.line ? `, line ${it.line}` : ''}: ${it.path} ${it.rule}</li>`)}</ul>` : nothing}</div>`;
}

/** @type {Record<string, () => unknown>} */
const VIEWS = { order: orderView, scenario: scenarioView, experiments: experimentsView, results: resultsView };

function paint() {
  render(html`<h1>Doorstep <span class="area">${page.reference.name}, planner</span></h1>
    <p class="plan-badge"><b aria-hidden="true">◇</b> Simulation: nothing here is live</p>
    <div class="tools"><button type="button" id="theme" @click=${() => { switchTheme(); paint(); }}>${theme() === 'dark' ? 'Light' : 'Dark'}</button>
      <button type="button" id="sign-out" @click=${signOut}>Sign out</button></div>`, at('header'));
  render(page.overview ? html`<div class="planner">${navView()}<div class="content">${statusView()}${VIEWS[page.view]()}</div></div>` : statusView(), at('page'));
}

/** What the address names. @returns {string} what stands behind its question mark */
function readAddress() {
  const [where, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, of, part] = where.split('/');
  const moved = page.view !== view || page.of !== (of ?? '');
  Object.assign(page, { view: VIEWS[view] ? view : 'order', of: of ?? '', part: part ?? 'compare' }, moved && !page.doing ? { fault: '', faults: [] } : {});
  if (moved && Date.now() - page.saidAt > SAID_MILLIS) {
    page.done = '';
  }
  return query ?? '';
}

async function follow() {
  const query = readAddress();
  if (page.view === 'scenario' && page.draft?.name !== page.of) {
    page.draft = undefined;
    paint();
  }
  try {
    if (page.view === 'scenario') {
      await openScenario(page.of);
    }
    if (page.view === 'results') {
      await readReport();
    }
    if (page.view === 'order' && query === 'live') {
      orderLive();
    } else if (page.view === 'order' && query) {
      await orderFrom(new URLSearchParams(query).get('with') ?? '');
    }
  } catch (fault) {
    says(fault);
  }
  paint();
}

/** @param {string} name */
async function orderFrom(name) {
  if (page.overview.scenarios.some((/** @type {any} */ it) => it.name === name)) {
    await openScenario(name);
    const base = page.overview.scenarios.find((/** @type {any} */ it) => it.title === page.draft.base?.name);
    orderWith(name, base?.name);
  }
}

/** Looks again: often while something runs. */
async function look() {
  try {
    await readExperiments();
    await readReport();
    if (page.fault === 'The server does not answer.') {
      page.fault = '';
    }
  } catch (fault) {
    says(fault);
  }
  paint();
  setTimeout(look, page.experiments?.some(isLive) ? LOOK_MILLIS : LOOK_REST_MILLIS);
}

/** Work that is not saved is not lost without a word. @param {BeforeUnloadEvent} event */
function hold(event) {
  if (page.draft?.dirty) {
    event.preventDefault();
  }
}

async function start() {
  restoreTheme();
  if (!(await enter(page, SEEING, at('start')))) {
    return;
  }
  paintsBy(paint);
  readAddress();
  await doing('Reading scenarios and experiments.', async () => {
    await Promise.all([readOverview(), readExperiments()]);
    return '';
  });
  addEventListener('hashchange', follow);
  addEventListener('beforeunload', hold);
  await follow();
  look();
}

start();
