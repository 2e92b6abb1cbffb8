// @ts-check
/** Small parts that several pages are made of. */
import { html, nothing } from 'lit-html';
import { shortClock } from '../shared/format.js';

/** Stands beside whatever only this tablet knows. @param {boolean} waiting */
export function waitingMark(waiting) {
  return waiting ? html`<span class="waiting-mark">waiting to send</span>` : nothing;
}

/**
 * A question with three answers; nobody asked is one of them.
 * @param {string} code
 * @param {string} words
 * @param {boolean | undefined} value
 * @param {(value: boolean | undefined) => void} answer
 */
export function threeWay(code, words, value, answer) {
  const choice = (/** @type {string} */ says, /** @type {boolean | undefined} */ of) =>
    html`<button type="button" aria-pressed=${value === of} data-answer=${says} @click=${() => answer(of)}>${says}</button>`;
  return html`<div class="three-way" role="group" aria-label=${words} data-question=${code} data-value=${value ?? 'open'}>
    <span class="asks">${words}</span>
    <span class="answers">${choice('Yes', true)}${choice('No', false)}${choice('Not asked', undefined)}</span>
  </div>`;
}

/**
 * One of several, as big buttons.
 * @param {string} name of the group
 * @param {[string, string][]} options code and words
 * @param {string | undefined} value
 * @param {(value: string) => void} choose
 */
export function oneOf(name, options, value, choose) {
  return html`<div class="one-of" role="group" aria-label=${name}>${options.map(
    ([code, words]) => html`<button type="button" aria-pressed=${value === code} data-code=${code} @click=${() => choose(code)}>${words}</button>`,
  )}</div>`;
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} write
 * @param {number} [rows]
 */
export function textField(id, label, value, write, rows = 3) {
  const hear = (/** @type {any} */ event) => write(event.target.value);
  return html`<p class="field"><label for=${id}>${label}</label>${rows === 1
    ? html`<input id=${id} type="text" autocomplete="off" .value=${value} @input=${hear} />`
    : html`<textarea id=${id} rows=${rows} maxlength="4000" .value=${value} @input=${hear}></textarea>`}</p>`;
}

/** How old a copy is, where it is not fresh. @param {number | undefined} at @param {string | undefined} fault */
export function ageNote(at, fault) {
  if (!fault) {
    return nothing;
  }
  return html`<p class="note old" role="status">${at
    ? `As last read at ${shortClock(new Date(at).toISOString())}. ${fault}`
    : `Not read yet. ${fault}`} Trying again.</p>`;
}

/** What is a default of engineers, on everything clinical. */
export function approvalNote() {
  return html`<p class="approval">Engineering default: needs clinical approval.</p>`;
}
