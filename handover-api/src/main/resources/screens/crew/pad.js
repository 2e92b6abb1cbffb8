// @ts-check
/** The number pad: big keys for gloves. What cannot be is refused, what can hardly be is asked about. */
import { html, nothing } from 'lit-html';
import { changed } from './store.js';
import { judge, shown } from './vitals.js';

const DIGITS_MAX = 4;

/** @type {{vital: import('./vitals.js').Vital, text: string, asked: boolean, take: (value: number | undefined) => void} | undefined} */
let open;

/**
 * @param {import('./vitals.js').Vital} vital
 * @param {number | undefined} value
 * @param {(value: number | undefined) => void} take undefined where it was not measured
 */
export function openPad(vital, value, take) {
  open = { vital, text: '', asked: false, take };
  changed();
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('pad')?.focus()));
}

/** @param {string} key */
export function isPadFor(key) {
  return open?.vital.key === key;
}

function close() {
  open = undefined;
  changed();
}

/** @param {string} digit */
function press(digit) {
  if (open && open.text.length < DIGITS_MAX) {
    open.text = digit === '0' && open.text === '0' ? '0' : (open.text + digit).replace(/^0(?=\d)/, '');
    open.asked = false;
    changed();
  }
}

function wipe() {
  if (open) {
    open.text = open.text.slice(0, -1);
    open.asked = false;
    changed();
  }
}

function take() {
  if (!open || open.text === '') {
    return;
  }
  const value = Number(open.text);
  const verdict = judge(open.vital, value);
  if (verdict === 'fine' || (verdict === 'unusual' && open.asked)) {
    open.take(value);
    return close();
  }
  open.asked = true;
  changed();
}

function leaveOut() {
  open?.take(undefined);
  close();
}

/** Digits of a keyboard count as well. @param {KeyboardEvent} event */
function hearKey(event) {
  if (/^\d$/.test(event.key)) {
    press(event.key);
  } else if (event.key === 'Backspace') {
    wipe();
  } else if (event.key === 'Escape') {
    close();
  } else if (event.key === 'Enter' && event.target === document.getElementById('pad')) {
    take();
  } else {
    return;
  }
  event.preventDefault();
}

function says() {
  if (!open || !open.asked || open.text === '') {
    return nothing;
  }
  const { vital } = open;
  const value = Number(open.text);
  return judge(vital, value) === 'impossible'
    ? html`<p class="pad-says bad" role="alert">${vital.word} can be ${shown(vital, vital.least)} to ${shown(vital, vital.most)} ${vital.unit}. Not taken.</p>`
    : html`<p class="pad-says unusual" role="alert">Unusual: ${shown(vital, value)} ${vital.unit}. Sure? Measure again if you can.</p>`;
}

export function padView() {
  if (!open) {
    return html`<section class="pad empty-pad" aria-label="Number pad"><p class="hint">Tap a value to enter it. What is left out counts as not measured, never as normal.</p></section>`;
  }
  const { vital, text, asked } = open;
  const sure = asked && text !== '' && judge(vital, Number(text)) === 'unusual';
  return html`<section class="pad" id="pad" tabindex="-1" aria-label="Number pad: ${vital.word}" @keydown=${hearKey}>
    <p class="pad-value"><span>${vital.word}</span><output id="pad-value">${text === '' ? '–' : shown(vital, Number(text))}</output><span>${vital.unit}</span></p>
    ${says()}
    <div class="keys">
      ${['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => html`<button type="button" @click=${() => press(digit)}>${digit}</button>`)}
      <button type="button" @click=${wipe} aria-label="Wipe the last digit">⌫</button>
      <button type="button" @click=${() => press('0')}>0</button>
      <button type="button" class="primary" id="pad-take" @click=${take}>${sure ? 'Sure' : 'OK'}</button>
    </div>
    <div class="pad-foot">
      <button type="button" id="pad-leave" @click=${leaveOut}>Not measured</button>
      <button type="button" @click=${close}>Cancel</button>
    </div>
  </section>`;
}
