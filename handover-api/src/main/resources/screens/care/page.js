// @ts-check
/** The frame of a page: who is signed in, the line on top, the banners, the stream, the foot. */
import { html, nothing, render } from 'lit-html';
import { Refused, request } from '../shared/api.js';
import { localClock, rough, zulu } from '../shared/format.js';
import { link, lostInWords, OLD_SECONDS, STALE_SECONDS } from '../shared/link.js';
import { followArea } from '../shared/live.js';
import { changed, paints } from '../shared/painting.js';
import { dataAgeSeconds, forgetStamps, hearStamp, serverNow } from '../shared/server-clock.js';
import { signOut } from '../shared/session.js';
import { restoreTheme, switchTheme, theme } from '../shared/theme.js';
import { lastActView, resumeActs } from './acts.js';
import { named, readSoon, state } from './state.js';

const START_PAUSE_MILLIS = 2_000;

/**
 * @typedef {object} Page
 * @property {string} role whose page it is
 * @property {string} word what kind of page it is, for the line on top
 * @property {() => unknown} view the page's own part
 * @property {() => unknown} [tools] buttons of its own in the line on top
 * @property {() => unknown} [alerts] banners of its own
 * @property {() => void} [tick] is called each second
 * @property {(kind: string, data: any) => void} [hear] every message of the stream
 */

let epoch = '';

/** @param {Page} page @param {{kind: string, data?: any}} message */
function hear(page, { kind, data }) {
  if (kind === 'signed-out') {
    state.signedOut = true;
    return changed();
  }
  if (data.epoch && epoch && data.epoch !== epoch) {
    forgetStamps();
  }
  epoch = data.epoch ?? epoch;
  const wasOut = state.signedOut;
  state.signedOut = false;
  hearStamp(data.now);
  if (kind === 'snapshot') {
    state.ready = true;
  }
  // After a gap nobody can say what was missed, so all is read again.
  if (kind === 'patients' || kind === 'snapshot' || wasOut) {
    readSoon();
  }
  if (kind === 'heartbeat') {
    state.deciding = data.deciding;
    state.reason = data.reason ?? '';
  }
  page.hear?.(kind, data);
  changed('header', 'page');
}

/** @param {Page} page */
function headerView(page) {
  const now = serverNow();
  const shown = link(state);
  const age = dataAgeSeconds();
  document.documentElement.dataset.age = state.ready && (age >= OLD_SECONDS || state.signedOut) ? 'old' : 'fresh';
  return html`<h1>Doorstep <span class="area">${ownName()}</span></h1>
    <p class="clock" id="clock"><b>${localClock(now)}</b> <span>${zulu(now)}</span></p>
    <p class="link ${shown.tone}" id="link-state" data-link=${shown.tone}>
      <i aria-hidden="true"></i><b>${shown.word}</b>
      <span>${state.ready ? `data ${rough(Math.floor(age))} old` : ''}</span>
    </p>
    <div class="tools">
      ${page.tools?.() ?? nothing}
      <button type="button" id="theme" @click=${changeTheme}>${theme() === 'dark' ? 'Light' : 'Dark'}</button>
      <button type="button" id="sign-out" @click=${signOut} title="Sign out ${state.session?.user ?? ''}">Sign out</button>
    </div>`;

  function ownName() {
    return state.session?.service ? `${named(state.session.service)}, ${page.word}` : `${state.reference?.name ?? state.area}, ${page.word}`;
  }
}

function changeTheme() {
  switchTheme();
  changed();
}

/** @param {Page} page */
function bannersView(page) {
  const age = dataAgeSeconds();
  const stale = state.ready && age >= STALE_SECONDS && !state.signedOut;
  return html`${state.signedOut
      ? html`<p class="banner bad" id="signed-out" role="status">
          <b>Signed out.</b> What is shown is ${rough(age)} old and nothing can be sent. <a href="/sign-in">Sign in</a>
        </p>`
      : nothing}
    ${stale
      ? html`<p class="banner ${age >= OLD_SECONDS ? 'bad' : 'stale'}" id="link-banner">
          <b>${age >= OLD_SECONDS ? 'Link lost.' : 'No news from the server.'}</b>
          <span>What is shown is ${rough(Math.floor(age))} old. Trying again. If it is urgent, use the telephone.</span>
        </p>`
      : nothing}
    ${!state.deciding
      ? html`<p class="banner bad" id="not-deciding" role="status">
          <b>Nothing can be sent now.</b> ${lostInWords(state.reason)} What is shown can be read. Use the telephone.
        </p>`
      : nothing}
    ${state.fault
      ? html`<p class="banner bad" id="not-read" role="status"><b>The patients could not be read.</b> ${state.fault} Trying again.</p>`
      : nothing}
    ${page.alerts?.() ?? nothing}`;
}

/** @param {string} id @returns {HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} words */
function showStart(words) {
  at('start').hidden = words === '';
  at('start').textContent = words;
}

/** Whether the user has a part to play on this page. @param {Page} page */
function mayBeHere(page) {
  const { roles } = state.session;
  return page.role === 'hub' ? roles.includes('hub') || roles.includes('desk') : roles.includes(page.role) && state.session.service;
}

/** @param {Page} page @returns {Promise<boolean>} whether the page goes on */
async function readStart(page) {
  for (;;) {
    try {
      state.session = await request('/api/session');
      if (!mayBeHere(page)) {
        showStart(`Your name (${state.session.user}) has no part in this page: ask whoever runs this server.`);
        return false;
      }
      const wanted = new URL(location.href).searchParams.get('area');
      state.area = state.session.areas.includes(wanted) ? wanted : state.session.areas[0];
      state.reference = await request(`/api/areas/${state.area}/reference`);
      return true;
    } catch (fault) {
      if (fault instanceof Refused && fault.problem.status === 401) {
        location.replace('/sign-in');
        return false;
      }
      showStart(`${fault instanceof Error ? fault.message : fault} Trying again.`);
      await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MILLIS));
    }
  }
}

/** @param {Page} page */
export async function startPage(page) {
  restoreTheme();
  if (!(await readStart(page))) {
    return;
  }
  showStart('');
  document.title = `${state.session.service ? named(state.session.service) : state.reference.name}: ${page.word} · Doorstep`;
  paints('header', () => {
    render(headerView(page), at('header'));
    render(bannersView(page), at('banners'));
  });
  paints('page', () => render(html`${state.read ? page.view() : html`<p class="empty reading" role="status">Reading the patients.</p>`}`, at('page')));
  paints('footer', () => render(lastActView(), at('footer')));
  const live = followArea(state.area, (message) => hear(page, message));
  addEventListener('online', () => live.reopen());
  resumeActs();
  readSoon();
  setInterval(() => {
    page.tick?.();
    changed('header', 'page');
  }, 1_000);
  changed();
}
