// @ts-check
/** Urgent help: held for a second, so that no sleeve calls for it; always on the screen. */
import { html } from 'lit-html';
import { shortClock } from '../shared/format.js';
import { give, listRefused } from './outbox.js';
import { changed, state } from './store.js';

const HOLD_MILLIS = 1_000;

/** @type {any} */
let holding;

/** @param {Event} event */
function begin(event) {
  if (event instanceof KeyboardEvent && ![' ', 'Enter'].includes(event.key)) {
    return;
  }
  event.preventDefault();
  if (holding === undefined) {
    holding = setTimeout(raise, HOLD_MILLIS);
    changed();
  }
}

function end() {
  clearTimeout(holding);
  holding = undefined;
  changed();
}

function raise() {
  end();
  give('RaiseEmergency', { unit: state.unit }, 'Urgent help', { urgent: true });
}

/** @param {import('./situation.js').Situation} now */
export function emergencyView(now) {
  const raised = now.emergency;
  if (raised) {
    const says = raised.waiting ? 'waiting to send: call by voice too' : raised.acknowledged ? 'the desk knows' : 'sent, the desk has not answered yet';
    return html`<p class="emergency-state ${raised.acknowledged ? 'known' : ''}" id="emergency-state" role="alert">
      <b>Urgent help called ${shortClock(raised.at)}</b> <span>${says}</span></p>`;
  }
  const refused = listRefused().some((tap) => tap.command === 'RaiseEmergency');
  return html`<button type="button" id="emergency" class=${holding === undefined ? '' : 'holding'} aria-describedby="emergency-how"
    @pointerdown=${begin} @pointerup=${end} @pointerleave=${end} @pointercancel=${end} @keydown=${begin} @keyup=${end} @blur=${end}
    @contextmenu=${(/** @type {Event} */ event) => event.preventDefault()}>
    <b>Urgent help</b><span id="emergency-how">${refused ? 'not taken: call by voice' : holding === undefined ? 'hold for 1 second' : 'keep holding'}</span></button>`;
}
