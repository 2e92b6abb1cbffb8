// @ts-check
/** The line on top of every page: who, the link and the age of what is shown, what waits, urgent help. */
import { html, nothing } from 'lit-html';
import { rough, shortClock } from '../shared/format.js';
import { signOut } from '../shared/session.js';
import { soundState, wakeSound, play } from '../shared/sound.js';
import { switchTheme, theme } from '../shared/theme.js';
import { emergencyView } from './emergency.js';
import { forgetSettled, listRefused, listWaiting, markSeen } from './outbox.js';
import { forgetAll } from './reading.js';
import { changed, dataAgeSeconds, OLD_SECONDS, STALE_SECONDS, state } from './store.js';

let leaving = false;

/** @returns {{word: string, tone: 'good' | 'stale' | 'old'}} */
export function link() {
  const age = dataAgeSeconds();
  if (state.signedOut) {
    return { word: 'Signed out', tone: 'old' };
  }
  if (age === undefined) {
    return { word: 'Connecting', tone: 'stale' };
  }
  if (age >= OLD_SECONDS || !navigator.onLine) {
    return { word: 'No link', tone: 'old' };
  }
  return age >= STALE_SECONDS ? { word: 'No news', tone: 'stale' } : { word: 'Live', tone: 'good' };
}

function linkView() {
  const { word, tone } = link();
  const age = dataAgeSeconds();
  return html`<p class="link ${tone}" id="link-state" data-link=${tone}><b><i aria-hidden="true"></i>${word}</b>
    <span>data ${age === undefined ? 'not here yet' : `${rough(Math.floor(age))} old`}</span></p>`;
}

function waitingView() {
  const count = listWaiting().length;
  const refused = listRefused().length;
  return html`<button type="button" id="show-sent" aria-pressed=${state.page === 'sent'} @click=${toggleSent}>
    <b id="waiting-count" data-waiting=${count}>${count} waiting to send</b>
    <span>${refused ? html`<b class="bad">${refused} refused</b>` : 'what was sent'}</span></button>`;
}

function toggleSent() {
  state.page = state.page === 'sent' ? 'job' : 'sent';
  changed();
}

async function testSound() {
  await wakeSound();
  play('test');
  changed();
}

async function leave() {
  if (listWaiting().length && !leaving) {
    leaving = true;
    return changed();
  }
  await Promise.all([forgetAll(), forgetSettled()]);
  await signOut();
}

/** @param {import('./situation.js').Situation} now */
export function headerView(now) {
  const sound = soundState();
  return html`<h1>${state.unit || 'Crew'}</h1>
    ${linkView()} ${waitingView()} ${emergencyView(now)}
    <div class="tools">
      <button type="button" id="sound" class=${sound === 'on' ? '' : 'warn'} @click=${testSound}>${sound === 'on' ? 'Sound on' : 'Sound blocked'}</button>
      <button type="button" id="theme" @click=${() => {
        switchTheme();
        changed();
      }}>${theme() === 'dark' ? 'Light' : 'Dark'}</button>
      <button type="button" id="sign-out" class=${leaving ? 'warn' : ''} @click=${leave}>${leaving ? 'Taps wait for your next sign-in. Sign out' : 'Sign out'}</button>
    </div>`;
}

/** What everybody has to know at once; nothing here takes the focus. */
export function bannersView() {
  const refused = listRefused();
  return html`
    ${state.signedOut ? html`<p class="banner bad" id="signed-out" role="status"><b>Signed out.</b>
      ${listWaiting().length} waiting to send: they go once you have signed in. <a href="/sign-in">Sign in</a></p>` : nothing}
    ${!state.deciding && !state.signedOut ? html`<p class="banner bad" id="not-deciding" role="status"><b>The area takes no commands now.</b> Taps wait here. Speak to the desk by voice.</p>` : nothing}
    ${state.storageFault ? html`<p class="banner bad" role="alert">${state.storageFault}</p>` : nothing}
    ${link().tone === 'old' && !state.signedOut ? html`<p class="banner stale" id="link-banner"><b>No link.</b> Go on as usual: taps wait here in order and go by themselves.</p>` : nothing}
    ${refused.map((tap) => html`<p class="banner bad" data-refused=${tap.command} role="alert"><b>Refused: ${tap.words}</b>
      <span>tapped ${shortClock(tap.at)}. ${tap.said}</span>
      <button type="button" @click=${() => markSeen(tap)}>Seen</button></p>`)}
    ${state.renewed ? html`<p class="banner" id="renewed" role="status">A newer version of this page is ready.
      <button type="button" @click=${() => location.reload()}>Load it</button></p>` : nothing}`;
}
