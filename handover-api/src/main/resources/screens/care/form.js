// @ts-check
/** Short forms inside a card: one open at a time, its faults said at the field. */
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { changed } from '../shared/painting.js';

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {'line' | 'text' | 'choice' | 'check'} kind
 * @property {Record<string, string>} [options] of a choice: code to words
 * @property {string} [hint]
 * @property {string} [required] what to say where it is empty
 * @property {(value: string) => string} [check] what is wrong with a value; empty where nothing
 * @property {string} [begin] the value at first
 * @property {(values: Record<string, string>) => boolean} [when] whether it is asked at all
 */

/**
 * @typedef {object} Form
 * @property {string} id of its own on the page
 * @property {string} title
 * @property {string} button
 * @property {boolean} [warns] whether the act takes something away
 * @property {Field[]} fields
 * @property {(values: Record<string, string>) => void} send
 */

/** @type {{id: string, values: Record<string, string>, faults: Record<string, string>} | undefined} */
let open;

/** @param {string} id */
export function isOpen(id) {
  return open?.id === id;
}

/** @param {string} id */
export function openForm(id) {
  open = { id, values: {}, faults: {} };
  changed();
  afterPaint(() => firstField(id)?.focus());
}

/** @param {string} [id] only this one; any where it is left out */
export function closeForm(id) {
  const was = open;
  if (was && (!id || was.id === id)) {
    open = undefined;
    changed();
    afterPaint(() => document.getElementById(`open-${domId(was.id)}`)?.focus());
  }
}

/** @param {() => void} run */
function afterPaint(run) {
  setTimeout(() => requestAnimationFrame(run), 60);
}

/** @param {string} id @returns {HTMLElement | null} */
function firstField(id) {
  return document.querySelector(`#form-${domId(id)} :is(input, select, textarea)`);
}

/** @param {string} id */
export function domId(id) {
  return id.replace(/[^A-Za-z0-9-]/g, '-');
}

/** The button that opens a form. @param {string} id @param {string} words @param {{primary?: boolean, disabled?: boolean}} [how] */
export function opener(id, words, { primary = false, disabled = false } = {}) {
  return html`<button type="button" id="open-${domId(id)}" class=${primary ? 'primary' : ''} ?disabled=${disabled}
    aria-expanded=${isOpen(id)} @click=${() => (isOpen(id) ? closeForm(id) : openForm(id))}>${words}</button>`;
}

/** @param {Form} form */
export function formView(form) {
  if (!isOpen(form.id)) {
    return nothing;
  }
  return html`<form class="ask" id="form-${domId(form.id)}" aria-label=${form.title} novalidate @submit=${(/** @type {Event} */ event) => submit(event, form)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && closeForm(form.id)}>
    <p class="ask-title">${form.title}</p>
    ${asked(form).map((field) => fieldView(form.id, field))}
    <p class="buttons">
      <button type="submit" class=${form.warns ? 'warn' : 'primary'}>${form.button}</button>
      <button type="button" class="quiet" @click=${() => closeForm(form.id)}>Leave it</button>
    </p>
  </form>`;
}

/** The fields that are asked, as the others now stand. @param {Form} form */
function asked(form) {
  const values = Object.fromEntries(form.fields.map((field) => [field.name, valueOf(field)]));
  return form.fields.filter((field) => field.when?.(values) ?? true);
}

/** @param {Field} field */
function valueOf(field) {
  return open?.values[field.name] ?? field.begin ?? '';
}

/** @param {Field} field @param {string} value */
function keep(field, value) {
  if (open) {
    open.values[field.name] = value;
    delete open.faults[field.name];
    changed();
  }
}

/** @param {string} form @param {Field} field */
function fieldView(form, field) {
  const id = `${domId(form)}-${field.name}`;
  const fault = open?.faults[field.name] ?? '';
  if (field.kind === 'check') {
    return html`<p class="field"><label class="check">${control(id, field, fault)} ${field.label}</label></p>`;
  }
  return html`<p class="field">
    <label for=${id}>${field.label}</label>
    ${field.hint ? html`<span class="hint" id="${id}-hint">${field.hint}</span>` : nothing}
    ${fault ? html`<span class="fault" id="${id}-fault">${fault}</span>` : nothing}
    ${control(id, field, fault)}
  </p>`;
}

/** @param {string} id @param {Field} field @param {string} fault */
function control(id, field, fault) {
  const value = valueOf(field);
  const about = [field.hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim();
  const heard = (/** @type {any} */ event) => keep(field, field.kind === 'check' ? String(event.target.checked) : event.target.value);
  const wrong = fault ? 'true' : 'false';
  switch (field.kind) {
    case 'check':
      return html`<input type="checkbox" id=${id} .checked=${live(value === 'true')} @change=${heard} />`;
    case 'choice':
      return html`<select id=${id} aria-describedby=${about || nothing} aria-invalid=${wrong} .value=${live(value)} @change=${heard}>
        <option value="" ?selected=${value === ''}>Choose</option>
        ${Object.entries(field.options ?? {}).map(([code, words]) => html`<option value=${code} ?selected=${value === code}>${words}</option>`)}
      </select>`;
    case 'text':
      return html`<textarea id=${id} rows="3" maxlength="4000" aria-describedby=${about || nothing} aria-invalid=${wrong} .value=${live(value)} @input=${heard}></textarea>`;
    default:
      return html`<input type="text" id=${id} maxlength="200" autocomplete="off" aria-describedby=${about || nothing} aria-invalid=${wrong} .value=${live(value)} @input=${heard} />`;
  }
}

/** @param {Event} event @param {Form} form */
function submit(event, form) {
  event.preventDefault();
  if (!open) {
    return;
  }
  /** @type {Record<string, string>} */
  const values = {};
  open.faults = {};
  for (const field of asked(form)) {
    const value = valueOf(field).trim();
    values[field.name] = value;
    const fault = value ? (field.check?.(value) ?? '') : (field.required ?? '');
    if (fault) {
      open.faults[field.name] = fault;
    }
  }
  const wrong = form.fields.find((field) => open?.faults[field.name]);
  changed();
  if (wrong) {
    afterPaint(() => document.getElementById(`${domId(form.id)}-${wrong.name}`)?.focus());
    return;
  }
  form.send(values);
}
