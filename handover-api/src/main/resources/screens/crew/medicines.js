// @ts-check
/** Medicines that the crew has given, each with dose, way and time: the letter has them as data. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { shortClock } from '../shared/format.js';
import { changeDraft } from './drafts.js';

const ROUTES = ['oral', 'IV', 'IM', 'SC', 'nebulised', 'inhaled', 'buccal', 'rectal', 'intranasal', 'topical'];
const UNITS = ['mg', 'micrograms', 'g', 'ml', 'units', 'puffs', 'tablets'];
const AMOUNT = /^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,4})?$/;
const MEDICINES_MAX = 40;

/** @param {string} id @param {string} label @param {string} value @param {string[]} options @param {(value: string) => void} choose */
function selectField(id, label, value, options, choose) {
  return html`<p class="field"><label for=${id}>${label}</label>
    <select id=${id} .value=${live(value)} @change=${(/** @type {any} */ event) => choose(event.target.value)}>
      ${options.map((it) => html`<option value=${it} ?selected=${it === value}>${it}</option>`)}</select></p>`;
}

/** @param {string} id @param {string} label @param {string} value @param {(value: string) => void} write @param {string} [mode] */
function lineField(id, label, value, write, mode = 'text') {
  return html`<p class="field"><label for=${id}>${label}</label>
    <input id=${id} type="text" inputmode=${mode} autocomplete="off" maxlength="200" .value=${value} @input=${(/** @type {any} */ event) => write(event.target.value)} /></p>`;
}

/** What lacks before it can be put down; empty where nothing does. @param {any} it */
function lacksOf(it) {
  if (!it.name.trim()) {
    return 'Name the medicine';
  }
  return AMOUNT.test(it.amount.trim()) ? '' : 'Give the dose as a number, such as 500 or 0.4';
}

const EMPTY = { name: '', amount: '', unit: 'mg', route: 'oral', batch: '' };

/** @param {any} it the draft of the handover @param {string} key */
export function medicinesView(it, key) {
  const given = it.medicines ?? [];
  const next = { ...EMPTY, ...it.nextMedicine };
  const lacks = lacksOf(next);
  const write = (/** @type {string} */ name) => (/** @type {string} */ value) => changeDraft(key, (d) => { d.nextMedicine = { ...EMPTY, ...d.nextMedicine, [name]: value }; });
  return html`<section class="card" id="medicines" aria-labelledby="medicines-title"><h2 id="medicines-title">Medicines given</h2>
    ${given.length
      ? html`<ul class="medicines">${given.map((/** @type {any} */ each, /** @type {number} */ index) => html`<li><span><b>${each.name}</b> ${each.amount} ${each.unit}, ${each.route}, ${shortClock(each.at)}${each.batch ? `, batch ${each.batch}` : ''}</span>
          <button type="button" @click=${() => changeDraft(key, (d) => d.medicines.splice(index, 1))} aria-label=${`Leave out ${each.name}`}>Leave out</button></li>`)}</ul>`
      : html`<p class="muted">None put down.</p>`}
    ${given.length < MEDICINES_MAX
      ? html`<div class="grid">${lineField('medicine-name', 'Medicine', next.name, write('name'))}
          ${lineField('medicine-amount', 'Dose', next.amount, write('amount'), 'decimal')}
          ${selectField('medicine-unit', 'Unit', next.unit, UNITS, write('unit'))}
          ${selectField('medicine-route', 'Way', next.route, ROUTES, write('route'))}
          ${lineField('medicine-batch', 'Batch, if read', next.batch, write('batch'))}</div>
        <button type="button" id="add-medicine" ?disabled=${lacks !== ''} @click=${() => changeDraft(key, (d) => {
          d.medicines = [...given, { ...trimmed(next), at: new Date().toISOString() }];
          d.nextMedicine = undefined;
        })}>${lacks || `Put down ${next.name.trim()} as given now`}</button>`
      : nothing}</section>`;
}

/** @param {any} it */
function trimmed(it) {
  const batch = it.batch.trim();
  return { name: it.name.trim(), amount: it.amount.trim(), unit: it.unit, route: it.route, ...(batch && { batch }) };
}
