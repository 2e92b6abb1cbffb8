// @ts-check
/** The line on top: where, when, how old, how many; and the banners under it. */
import { html, nothing, render } from 'lit-html';
import { percent } from '../shared/advice-words.js';
import { localClock, rough, zulu } from '../shared/format.js';
import { link } from '../shared/link.js';
import { switchTheme, theme } from '../shared/theme.js';
import { acknowledge, listAlerts, soundState, startShift } from './alerts.js';
import { sign } from './closure-style.js';
import { listClosures, roads } from './closures.js';
import { redrawMap } from './map.js';
import { rooms, roomsInWords } from './rooms.js';
import {
  changed, copy, dataAgeSeconds, listWaiting, OLD_SECONDS, serverNow, STALE_SECONDS, state,
  whyLost,
} from './store.js';
import { STATUSES, STATUS_ORDER, statusOf, symbol } from './symbols.js';
import { signOut } from '../shared/session.js';

function counts() {
  /** @type {Record<string, number>} */
  const by = {};
  copy.units.forEach((unit) => {
    const status = statusOf(unit);
    by[status] = (by[status] ?? 0) + 1;
  });
  return STATUS_ORDER.map(
    (status) => html`<li title="${STATUSES[status].word}" data-status=${status}>
      ${symbol(status)}<b>${by[status] ?? 0}</b><span class="unseen">${STATUSES[status].word}</span>
    </li>`,
  );
}

function soundButton() {
  const sound = soundState();
  if (sound === 'off') {
    return html`<button type="button" id="start-shift" class="primary" @click=${startShift}>Start shift</button>`;
  }
  return sound === 'blocked'
    ? html`<button type="button" id="start-shift" class="warn" @click=${startShift}>Sound blocked</button>`
    : html`<button type="button" id="start-shift" @click=${startShift} title="Plays a test sound">Sound on</button>`;
}

export function paintHeader() {
  const now = serverNow();
  const shown = link(state);
  const age = dataAgeSeconds();
  document.documentElement.dataset.age = state.ready && (age >= OLD_SECONDS || state.signedOut) ? 'old' : 'fresh';
  render(
    html`<h1>Doorstep <span class="area">${state.reference?.name ?? state.area}</span></h1>
      <p class="clock" id="clock"><b>${zulu(now)}</b> <span>${localClock(now)} local</span></p>
      <p class="link ${shown.tone}" id="link-state" data-link=${shown.tone}>
        <i aria-hidden="true"></i><b>${shown.word}</b>
        <span>data <span id="data-age" data-seconds=${Math.floor(age)}>${state.ready ? `${Math.floor(age)} s` : '-'}</span> old</span>
      </p>
      <p class="event">event <b id="event-number">${copy.sequence < 0 ? '-' : copy.sequence}</b></p>
      <p class="waiting"><b id="waiting-count">${listWaiting().length}</b> waiting</p>
      <ul class="counts" aria-label="Units by status">${counts()}</ul>
      <div class="tools">
        ${soundButton()}
        ${coverButton()}
        ${roadsButton()}
        ${roomsButton()}
        ${state.session?.roles?.includes('planner') ? html`<a id="what-if" class="button" href="/planner#/order?live" target="_blank" rel="noopener" title="Simulate from the state of this moment; opens the planner beside the board">What if …?</a>` : nothing}
        <button type="button" id="theme" @click=${changeTheme}>${theme() === 'dark' ? 'Light' : 'Dark'}</button>
        <button type="button" id="keys" @click=${showKeys} title="List of keys">Keys <kbd>?</kbd></button>
        <button type="button" id="sign-out" @click=${signOut} title="Sign out ${state.session?.user ?? ''}">Sign out</button>
      </div>`,
    /** @type {HTMLElement} */ (document.getElementById('header')),
  );
  paintBanners(age);
}

/** How many roads are closed or slowed now; it warns of one that drive times do not know. */
function roadsButton() {
  const holding = listClosures('HOLDING');
  const lost = Boolean(roads.fault) || holding.some((it) => !it.laid);
  return html`<button type="button" id="roads" class=${lost ? 'warn' : ''} title="Closed and slowed roads" data-closures=${holding.length}
    @click=${() => dispatchEvent(new CustomEvent('doorstep-closures'))}>${sign(true)}<span class="words">Closed roads</span> <b>${lost ? '!' : ''}${holding.length}</b> <kbd>c</kbd></button>`;
}

/** How many services are shut, and whether queues count; it opens what is open now. */
function roomsButton() {
  const on = Boolean(rooms.levelling?.on);
  return html`<button type="button" id="rooms" class=${rooms.fault || on ? 'warn' : ''} title=${roomsInWords()} data-levelling=${on ? 'on' : 'off'} data-shut=${rooms.shut}
    @click=${() => open('/open-now', 'doorstep-open-now')}><span class="words">Open now</span> <b>${rooms.fault ? '!' : ''}${rooms.shut}</b> shut${on ? html` · <b>levelling on</b>` : nothing}</button>`;
}

/** How much of what is expected is out of reach, and how much advice there is. */
function coverButton() {
  const review = copy.fleet.review;
  const count = review ? review.moves.length + review.exchanges.length + review.breaks.length : 0;
  return html`<button type="button" id="cover-button" title="Cover and moves" data-deeds=${count}
    @click=${() => dispatchEvent(new CustomEvent('doorstep-cover'))}><span class="words">Cover</span> ${review ? html`<b>${percent(10_000 - review.uncoveredTenThousandths)}</b>${count ? html` · <b>${count}</b>` : nothing}` : nothing} <kbd>p</kbd></button>`;
}

function changeTheme() {
  switchTheme();
  redrawMap();
  changed();
}

function showKeys() {
  dispatchEvent(new CustomEvent('doorstep-keys'));
}

/** @param {string} id */
function acknowledgeButton(id) {
  return html`<button type="button" @click=${() => acknowledge(id)}>Acknowledge <kbd>a</kbd></button>`;
}

/** @param {number} age */
function paintBanners(age) {
  const stale = state.ready && age >= STALE_SECONDS && !state.signedOut;
  render(
    html`${state.signedOut
        ? html`<p class="banner bad" id="signed-out" role="status">
            <b>Signed out.</b> What is shown is ${rough(age)} old and nothing can be sent.
            <a href="/sign-in">Sign in</a>
          </p>`
        : nothing}
      ${stale
        ? html`<p class="banner ${age >= OLD_SECONDS ? 'bad' : 'stale'}" id="link-banner">
            <b>${age >= OLD_SECONDS ? 'Link lost.' : 'No news from the server.'}</b>
            <span>What is shown is ${rough(Math.floor(age))} old. Trying again.</span>
            ${listAlerts().some((it) => it.kind === 'link') ? acknowledgeButton('link') : nothing}
          </p>`
        : nothing}
      ${!state.deciding
        ? html`<p class="banner bad" id="not-deciding" role="status">
            <b>This area takes no commands now.</b> ${whyLost()} The board can be read, nothing can be
            sent. ${state.reason === 'NODE_CUT' ? 'Go to the address of another node, or dispatch by voice.' : 'Dispatch by voice.'}
          </p>`
        : nothing}
      ${state.messages.exceptions || state.messages.late
        ? html`<p class="banner ${state.messages.exceptions ? 'bad' : 'stale'}" id="messages-banner" role="status">
            <b>${state.messages.exceptions ? `${state.messages.exceptions} ${state.messages.exceptions === 1 ? 'message needs' : 'messages need'} a person.` : 'Messages are late.'}</b>
            <span>Whoever it is for may not know of the patient.</span> <a href="/hub" target="doorstep-hub">Show them</a>
          </p>`
        : nothing}
      <div id="alerts" role="alert">
        ${listAlerts().map(
          (alert) => alert.kind === 'link'
            // The banner above shows it with its age, which would be read out each second.
            ? html`<p class="unseen" data-alert=${alert.id}>${alert.title} ${alert.text}</p>`
            : html`<p class="banner alert" data-alert=${alert.id}>
                <b>${alert.title}</b> <span>${alert.text}</span> ${acknowledgeButton(alert.id)}
              </p>`,
        )}
      </div>`,
    /** @type {HTMLElement} */ (document.getElementById('banners')),
  );
}
