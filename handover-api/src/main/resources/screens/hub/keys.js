// @ts-check
/** The keys of the hub's page, as on the board: single letters count only while no field has the focus. */
import { html } from 'lit-html';
import { changed } from '../shared/painting.js';

/** @type {[string, string][]} */
const LIST = [
  ['j k', 'next, previous row'],
  ['Enter', 'open the row'],
  ['t', 'take the case by your name'],
  ['c', 'record a call-back'],
  ['w', 'record a welfare call'],
  ['u', 'another category: by call-back or review'],
  ['Esc', 'leave the form'],
  ['?', 'this list'],
];

/** What each letter presses; the first that is there. @type {Record<string, string[]>} */
const PRESSES = {
  t: ['#take'],
  c: ['[id^="open-call-back"]', '[id^="open-queue"]'],
  w: ['[id^="open-welfare"]'],
  u: ['[id^="open-review"]', '[id^="open-call-back"]'],
};

let listed = false;

/** @param {number} step */
function moveRow(step) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.lists .row')]);
  const at = rows.findIndex((it) => it === document.activeElement);
  rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
}

/** @param {string} key */
function press(key) {
  const found = PRESSES[key].map((it) => /** @type {HTMLButtonElement | null} */ (document.querySelector(it)));
  found.find((it) => it && !it.disabled)?.click();
}

/** @param {KeyboardEvent} event */
export function onKey(event) {
  const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
  if (inField || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  if (event.key === 'j' || event.key === 'k') {
    moveRow(event.key === 'j' ? 1 : -1);
  } else if (event.key === '?') {
    listed = !listed;
    changed('page');
  } else if (PRESSES[event.key] && !event.repeat) {
    press(event.key);
  } else {
    return;
  }
  event.preventDefault();
}

export function keysView() {
  return listed
    ? html`<table class="keys" id="keys"><caption>Keys, while no field has the focus</caption>
        ${LIST.map(([keys, words]) => html`<tr><th scope="row"><kbd>${keys}</kbd></th><td>${words}</td></tr>`)}</table>`
    : html`<p class="keys-hint hint"><kbd>j</kbd> <kbd>k</kbd> next · <kbd>t</kbd> take · <kbd>c</kbd> call back · <kbd>?</kbd> all keys</p>`;
}
