// @ts-check
/** Fields of the form: each writes one value of the scenario, and says what the base has there. */
import { html, nothing } from 'lit-html';
import { baseAt, set, valueAt } from './draft.js';
import { plain } from './numbers.js';
import { page } from './state.js';

/** What is wrong at a path, or below it. @param {string[]} path @returns {any[]} */
export function faultsAt(path) {
  const place = path.join('.');
  return (page.draft?.faults ?? []).filter((/** @type {any} */ it) => it.path === place || it.path.startsWith(`${place}.`));
}

/** @param {string} id @param {any[]} faults */
export const faultView = (id, faults) => (faults.length
  ? html`<p class="fault" id="${id}-fault"><b aria-hidden="true">✕</b> ${faults.map((it) => it.rule).join(' ')}</p>`
  : nothing);

/** @param {string[]} path */
const idOf = (path) => `f-${path.join('-')}`;

/** @param {string[]} path @param {any} value */
function baseView(path, value) {
  const base = baseAt(path);
  return page.draft.base && JSON.stringify(base) !== JSON.stringify(value)
    ? html`<span class="base">base: ${base === undefined ? 'none' : plain(base)}</span>`
    : nothing;
}

/**
 * A number with its unit.
 * @param {string[]} path @param {string} label @param {{unit?: string, least?: number, most?: number, step?: string, hint?: string, usual?: string, write?: (text: string) => {path: string[], value?: any}[]}} [more]
 */
export function numberField(path, label, more = {}) {
  const id = idOf(path);
  const value = valueAt(path);
  const faults = faultsAt(path);
  const take = (/** @type {any} */ event) => {
    const text = event.target.value.trim().replaceAll(',', '');
    set(more.write ? more.write(text) : [{ path, value: text === '' ? undefined : text }]);
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <span class="entry"><input id=${id} type="text" inputmode="decimal" autocomplete="off" ?readonly=${page.draft.shipped}
      .value=${value ?? more.usual ?? ''} aria-invalid=${faults.length ? 'true' : 'false'} aria-describedby=${faults.length ? `${id}-fault` : nothing}
      @change=${take} /><span class="unit">${more.unit ?? ''}</span>${baseView(path, value)}</span>
    ${more.hint ? html`<p class="hint">${more.hint}</p>` : nothing}${faultView(id, faults)}</div>`;
}

/** Words. @param {string[]} path @param {string} label */
export function textField(path, label) {
  const id = idOf(path);
  const faults = faultsAt(path);
  return html`<div class="field wide"><label for=${id}>${label}</label>
    <input id=${id} type="text" autocomplete="off" maxlength="100" ?readonly=${page.draft.shipped} .value=${valueAt(path) ?? ''}
      aria-invalid=${faults.length ? 'true' : 'false'} aria-describedby=${faults.length ? `${id}-fault` : nothing}
      @change=${(/** @type {any} */ event) => set([{ path, value: event.target.value }])} />${faultView(id, faults)}</div>`;
}

/**
 * A number in a row of a list that has no keys of its own: the whole list is written.
 * @param {{id: string, label: string, list: string[], index: number, key: string}} cell
 */
export function listCell({ id, label, list, index, key }) {
  const rows = valueAt(list);
  const base = baseAt(list)?.[index]?.[key];
  const faults = faultsAt([...list.slice(0, -1), `${list.at(-1)}[${index}]`]);
  const take = (/** @type {any} */ event) => set([{
    path: list, value: rows.map((/** @type {any} */ row, /** @type {number} */ i) => (i === index ? { ...row, [key]: event.target.value.trim() } : row)),
  }]);
  return html`<input id=${id} class="small" type="text" inputmode="numeric" autocomplete="off" aria-label=${label} ?readonly=${page.draft.shipped}
      .value=${rows[index][key]} aria-invalid=${faults.length ? 'true' : 'false'} @change=${take} />
    ${base !== undefined && base !== rows[index][key] ? html`<span class="base">base: ${base}</span>` : nothing}${faultView(id, faults)}`;
}
