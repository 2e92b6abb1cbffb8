// @ts-check
/** Puts the crew page together: who it is, the stream, what was last known, the pages. */
import { html, nothing, render } from 'lit-html';
import { NoAnswer, Refused, request } from '../shared/api.js';
import { homeOf } from '../shared/home.js';
import { LiveFeed } from '../shared/live-feed.js';
import { play, wakeSound } from '../shared/sound.js';
import { restoreTheme } from '../shared/theme.js';
import { findKept, keep } from './database.js';
import { restoreDrafts } from './drafts.js';
import { author } from './handover.js';
import { bannersView, headerView, link } from './header.js';
import { cleanOutbox, startOutbox, wake } from './outbox.js';
import { aboveView, footerView, pageView } from './pages.js';
import { forgetOld, keepBoard, readCalls, readPatients, restore } from './reading.js';
import { situation } from './situation.js';
import { changed, copy, forgetStamps, hearStamp, paintsBy, state } from './store.js';

const START_PAUSE_MILLIS = 2_000;
const SOUND_EVERY_SECONDS = 3;
const REVIVE_MILLIS_MIN = 2_000;
const CLEAN_MILLIS = 3_600_000;

let ticks = 0;
let audible = true;
let shown = '';
/** @type {LiveFeed | undefined} */
let feed;
let revivedAt = 0;

/** @param {{kind: string, data?: any}} message */
function hear({ kind, data }) {
  if (kind === 'signed-out') {
    state.signedOut = true;
    return changed();
  }
  if (data.epoch && copy.epoch && data.epoch !== copy.epoch) {
    forgetStamps();
  }
  if (state.signedOut) {
    state.signedOut = false;
    wake();
  }
  hearStamp(data.now);
  HEARERS[kind]?.(data);
  changed();
}

/** @type {Record<string, (data: any) => void>} */
const HEARERS = {
  snapshot: (board) => {
    const before = copy.units.get(state.unit)?.job?.incident;
    copy.replace(board);
    state.ready = true;
    // The link is back: what waits need not wait longer.
    wake();
    afterBoard(board, before);
    readPatients();
  },
  delta: (delta) => {
    const before = copy.units.get(state.unit)?.job?.incident;
    if (copy.move(delta) === 'moved') {
      afterBoard(delta, before);
      if (delta.incidents.length) {
        readPatients();
      }
    }
  },
  patients: () => readPatients(),
  heartbeat: (data) => {
    state.deciding = data.deciding;
  },
};

/** @param {any} message @param {number | undefined} before the job that there was */
function afterBoard(message, before) {
  const job = copy.units.get(state.unit)?.job?.incident;
  if (job !== before) {
    // A new job takes the screen, whatever was on it.
    state.page = 'job';
    state.patient = 1;
    const mine = state.taps.some((tap) => tap.body.incident === before && (tap.body.stage === 'CLEAR' || tap.command === 'RefuseJob'));
    state.ended = before !== undefined && !mine ? endOf(before) : undefined;
    if (state.ended && job === undefined) {
      play('link');
    }
    // Those of another job are not shown for this one.
    state.patients = undefined;
  }
  keepBoard(message.now, message.at);
  readCalls();
}

/** @param {number} incident */
function endOf(incident) {
  const told = copy.units.get(state.unit)?.stoodDown;
  return { incident, reason: told?.incident === incident ? told.reason : undefined };
}

function paint() {
  const now = situation();
  /** @param {string} id @param {any} view */
  const put = (id, view) => render(view, /** @type {HTMLElement} */ (document.getElementById(id)));
  put('header', headerView(now));
  put('banners', bannersView());
  const above = state.ready ? aboveView(now) : undefined;
  /** @type {HTMLElement} */ (document.getElementById('steps')).hidden = above === undefined;
  put('steps', above ?? nothing);
  put('page', state.ready || now.onShift ? pageView(now, audible) : html`<p class="empty">Waiting for the first word of the server.</p>`);
  const footer = /** @type {HTMLElement} */ (document.getElementById('next'));
  const next = state.ready ? footerView(now) : undefined;
  footer.hidden = next === undefined;
  render(next ?? nothing, footer);
  toTop(`${now.job?.incident} ${now.job?.stage === 'ALLOCATED'} ${state.page} ${state.patient}`);
}

/** Another page begins at its top. @param {string} page */
function toTop(page) {
  if (page !== shown) {
    shown = page;
    document.getElementById('page')?.scrollTo(0, 0);
  }
}

/** Clocks go on without news; a new job sounds until it is acknowledged. */
function tick() {
  ticks++;
  if (situation().job?.stage === 'ALLOCATED' && ticks % SOUND_EVERY_SECONDS === 0) {
    audible = play('job');
  }
  changed();
}

/** @param {string} words */
function showStart(words) {
  const start = /** @type {HTMLElement} */ (document.getElementById('start'));
  start.hidden = words === '';
  start.textContent = words;
}

/** From the server, else as it was last known. @param {string} key @param {string} path */
async function readOrKept(key, path) {
  try {
    const value = await request(path);
    await keep(key, value);
    return value;
  } catch (fault) {
    const kept = fault instanceof NoAnswer || (fault instanceof Refused && fault.problem.status >= 500) ? await findKept(key) : undefined;
    if (kept) {
      return kept.value;
    }
    throw fault;
  }
}

/** Reads who is signed in and the reference data, again and again until both are here. */
async function readStart() {
  for (;;) {
    try {
      state.session = await readOrKept('session', '/api/session');
      state.area = state.session.areas[0] ?? '';
      state.unit = state.session.unit ?? '';
      if (!state.area || !state.unit || !state.session.roles.includes('crew')) {
        location.replace(homeOf(state.session) === '/crew' ? '/sign-in' : homeOf(state.session));
        return new Promise(() => {});
      }
      state.reference = await readOrKept('reference', `/api/areas/${state.area}/reference`);
      return;
    } catch (fault) {
      if (fault instanceof Refused && fault.problem.status === 401) {
        location.replace('/sign-in');
        return new Promise(() => {});
      }
      showStart(`${fault instanceof Error ? fault.message : fault} Trying again.`);
      await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MILLIS));
    }
  }
}

/** An answer has come: there is a link, so the stream need not wait for its next try. */
function afterAnswer() {
  readPatients();
  if (link().tone !== 'good') {
    revive();
  }
}

function revive() {
  if (Date.now() - revivedAt > REVIVE_MILLIS_MIN) {
    revivedAt = Date.now();
    feed?.open();
  }
}

/** The page without a network; where the browser has no worker, it needs the network to load. */
async function keepShell() {
  if (!navigator.serviceWorker) {
    return;
  }
  const before = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    state.renewed = before !== null;
    changed();
  });
  try {
    await navigator.serviceWorker.register('/crew-worker.js', { scope: '/crew' });
    await navigator.storage?.persist?.();
  } catch (fault) {
    console.info('The page could not be kept for use without a network.', fault);
  }
}

async function start() {
  restoreTheme();
  keepShell();
  await forgetOld();
  await readStart();
  author.name = (await findKept('author'))?.value ?? '';
  await Promise.all([restore(), restoreDrafts()]);
  await startOutbox(afterAnswer);
  showStart('');
  document.title = `${state.unit} · Doorstep`;
  paintsBy(paint);
  feed = new LiveFeed(state.area, hear);
  feed.start();
  addEventListener('online', revive);
  addEventListener('pointerdown', () => wakeSound(), { capture: true });
  setInterval(tick, 1_000);
  setInterval(() => Promise.all([forgetOld(), cleanOutbox()]), CLEAN_MILLIS);
  changed();
}

start();
