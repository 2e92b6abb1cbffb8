// @ts-check
/** The roster as a form: crews of each line, new lines, and how many crew hours a day come of it. */
import { html, nothing } from 'lit-html';
import { set, valueAt } from './draft.js';
import { lineAs } from './differences.js';
import { faultsAt, faultView } from './fields.js';
import { changed, page } from './state.js';

let adding = false;

/** Crew hours of a day, on average over the week. @param {any} tree */
export function crewHours(tree) {
  const lines = [...(tree?.fleet?.lines ?? []).map((/** @type {any} */ it) => lineAs(tree, it)), ...(tree?.fleet?.added ?? [])];
  return lines.reduce((sum, it) => sum + (Number(it.crews) * Number(it.hours) * (it.weekdays?.length ?? 7)) / 7, 0);
}

/** @param {any} line */
function crewsCell(line) {
  const sign = line['call-sign'];
  const now = lineAs(page.draft.tree, line);
  const baseLine = page.draft.base?.fleet?.lines?.find((/** @type {any} */ it) => it['call-sign'] === sign);
  const base = baseLine && lineAs(page.draft.base, baseLine).crews;
  const path = ['fleet', 'changes', sign, 'crews'];
  const faults = faultsAt(path);
  const id = `crews-${sign}`;
  const take = (/** @type {any} */ event) => {
    const text = event.target.value.trim();
    // As in the base: nothing is written.
    set([{ path, value: text === '' || text === base ? undefined : text }]);
  };
  return html`<input id=${id} class="small" type="text" inputmode="numeric" autocomplete="off" aria-label="Crews of ${sign}" ?readonly=${page.draft.shipped}
    .value=${String(now.crews)} aria-invalid=${faults.length ? 'true' : 'false'} @change=${take} />${base !== undefined && base !== String(now.crews) ? html` <span class="base">base: ${base}</span>` : nothing}${faultView(id, faults)}`;
}

/** @param {any} line */
function lineView(line) {
  const now = lineAs(page.draft.tree, line);
  return html`<tr><th scope="row">${line['call-sign']}</th><td>${String(now.kind).replaceAll('-', ' ')}</td><td>${now.base}${now.post ? html` <span class="aside">waits at ${now.post}</span>` : nothing}</td>
    <td class="num">${now.from}, ${now.hours} h</td><td>${crewsCell(line)}</td></tr>`;
}

/** @param {any} line @param {number} index */
function addedView(line, index) {
  const rest = () => valueAt(['fleet', 'added']).filter((/** @type {any} */ _, /** @type {number} */ i) => i !== index);
  return html`<tr class="added"><th scope="row">${line['call-sign']} <span class="mark">new</span></th><td>${String(line.kind).replaceAll('-', ' ')}</td><td>${line.base}</td>
    <td class="num">${line.from}, ${line.hours} h</td><td>${line.crews} ${page.draft.shipped ? nothing : html`<button type="button" class="quiet" @click=${() => {
      const value = rest();
      set([{ path: ['fleet', 'added'], value: value.length ? value : undefined }]);
    }}>Remove</button>`}</td></tr>`;
}

/** @param {SubmitEvent} event */
function add(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const { sign, kind, base, from, hours, crews } = /** @type {any} */ (Object.fromEntries(new FormData(form)));
  const line = { 'call-sign': String(sign).toUpperCase(), kind, base, crews, from, hours };
  adding = false;
  set([{ path: ['fleet', 'added'], value: [...(valueAt(['fleet', 'added']) ?? []), line] }]);
  changed();
}

function addView() {
  if (page.draft.shipped) {
    return nothing;
  }
  if (!adding) {
    return html`<button type="button" id="add-line" @click=${() => { adding = true; changed(); }}>Add a line of crews</button>`;
  }
  const bases = valueAt(['fleet', 'bases']) ?? [];
  const kinds = valueAt(['fleet', 'kinds']) ?? [];
  return html`<form id="new-line" @submit=${add}>
    <p><label for="new-sign">Call sign</label><input id="new-sign" name="sign" type="text" required maxlength="12" pattern="[A-Za-z0-9][A-Za-z0-9-]*" autocomplete="off" /></p>
    <p><label for="new-kind">Kind</label><select id="new-kind" name="kind">${kinds.map((/** @type {any} */ it) => html`<option value=${it.kind}>${it.kind.replaceAll('-', ' ')}</option>`)}</select></p>
    <p><label for="new-base">Base</label><select id="new-base" name="base">${bases.map((/** @type {any} */ it) => html`<option>${it.name}</option>`)}</select></p>
    <p><label for="new-from">Begins</label><input id="new-from" name="from" type="text" required pattern="[0-2][0-9]:[0-5][0-9]" value="07:00" autocomplete="off" /></p>
    <p><label for="new-hours">Hours</label><input id="new-hours" name="hours" type="text" inputmode="decimal" required value="12" autocomplete="off" /></p>
    <p><label for="new-crews">Crews</label><input id="new-crews" name="crews" type="text" inputmode="numeric" required value="1" autocomplete="off" /></p>
    <p><button type="submit" class="primary">Add</button> <button type="button" @click=${() => { adding = false; changed(); }}>Cancel</button></p></form>`;
}

export function rosterView() {
  const { tree, base } = page.draft;
  const now = crewHours(tree);
  const before = base ? crewHours(base) : now;
  const by = now - before;
  const faults = faultsAt(['fleet']).filter((/** @type {any} */ it) => !/^fleet\.changes\..*crews$/.test(it.path));
  return html`<p id="crew-hours"><b>${now.toFixed(0)} crew hours a day</b>${by ? html` <span class="base">base: ${before.toFixed(0)} (${by > 0 ? '+' : '−'}${Math.abs(by).toFixed(0)})</span>` : nothing}</p>
    ${faultView('fleet', faults)}
    <div class="scroll" tabindex="0" role="region" aria-label="Crews by roster line"><table class="roster"><thead><tr><th scope="col">Line</th><th scope="col">Kind</th><th scope="col">Base</th><th scope="col">Shift</th><th scope="col">Crews</th></tr></thead>
    <tbody>${(tree?.fleet?.lines ?? []).map(lineView)}${(tree?.fleet?.added ?? []).map(addedView)}</tbody></table></div>
    ${addView()}`;
}
