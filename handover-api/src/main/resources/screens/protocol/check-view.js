// @ts-check
/** What a version is worth: the proof, what keeps it from deciding, and exactly what it changes. */
import { html, nothing } from 'lit-html';
import { adopt, page, startShadow } from './state.js';
import { condition, example, many, outcome, RULES, short, TABLES } from './words.js';

/** @param {any[]} rows */
function rowsSay(rows) {
  return rows.length
    ? rows.map((it) => html`<p><span class="row-id">${it.row}</span> <b>${it.then.map(outcome).join(', ')}</b> <span class="aside">${it.words}</span></p>`)
    : html`<p class="muted">no row</p>`;
}

/** @param {any} it */
function changeView(it) {
  return html`<tr>
    <td>${rowsSay(it.before)}</td><td>${rowsSay(it.after)}</td>
    <td class="num">${many(it.inputs)}</td><td class="aside">${example(it.example)}</td>
  </tr>`;
}

/** @param {any} check */
function changesView(check) {
  if (check.running) {
    return html`<p id="changes-none">It is the version that decides: nothing changes.</p>`;
  }
  if (!check.changes.length) {
    return html`<p id="changes-none">Every input is answered as by version ${check.against.version}: by the same rows, with the same outcome.</p>`;
  }
  return html`<p>Against version ${check.against.version}, over all inputs that there are:</p>
    <div class="scroll" tabindex="0" role="region" aria-label="What changes"><table id="changes">
      <thead><tr><th scope="col">Decides now</th><th scope="col">Would decide</th><th scope="col">Inputs</th><th scope="col">For example</th></tr></thead>
      <tbody>${check.changes.map(changeView)}</tbody></table></div>`;
}

/** @param {any} check */
function faultsView(check) {
  return check.faults.length
    ? html`<div class="verdict bad" id="verdict" role="status"><p><b>✕ It cannot be adopted.</b> It can be asked in the shadow, where nothing comes of it.</p>
        <ul>${check.faults.map((/** @type {any} */ it) => html`<li><b>${RULES[it.rule] ?? it.rule}.</b> ${it.words}
          ${it.example.length ? html`<span class="aside">Input: ${example(it.example)}.</span>` : nothing}</li>`)}</ul></div>`
    : html`<div class="verdict good" id="verdict" role="status"><p><b>✓ Every rule holds, for every input, beside the other tables that run.</b></p></div>`;
}

/** A reason to try is none to adopt: the field is empty again once it has been taken. @param {string} reason */
async function shade(reason) {
  await startShadow(reason);
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById('reason'));
  if (field && !page.fault) {
    field.value = '';
  }
}

/** What can be done with it, with the reason first. @param {any} check */
function deedsView(check) {
  if (!page.shelf.mayKeep || check.running) {
    return nothing;
  }
  const shaded = page.shelf.tables.find((/** @type {any} */ it) => it.table === check.table)?.shadow?.sha256 === check.version.sha256;
  const reason = () => /** @type {HTMLInputElement} */ (document.getElementById('reason')).value;
  return html`<form class="deeds" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <p class="field"><label for="reason">Why</label><input id="reason" type="text" maxlength="500" autocomplete="off" placeholder="who agreed, where it is written" /></p>
    ${check.table === 'response-plan' || shaded ? nothing : html`<button type="button" id="start-shadow" @click=${() => shade(reason())}>Ask it in the shadow</button>`}
    <button type="button" class="primary" id="adopt" ?disabled=${check.faults.length > 0} @click=${() => adopt(reason())}>Have it decide from now on</button>
  </form>`;
}

export function checkView() {
  const { check } = page;
  if (!check) {
    return nothing;
  }
  const { version } = check;
  return html`<section class="card looked-at" id="check" aria-labelledby="check-title">
    <h3 id="check-title">${TABLES[check.table]}, version ${version.version} <code>${short(version.sha256)}</code></h3>
    <p class="aside">By ${version.origin.author}; approved by ${version.origin.approver}; from ${version.origin.effective}, review by ${version.origin.review}.</p>
    ${faultsView(check)}
    ${changesView(check)}
    ${deedsView(check)}
    <details><summary>The proof: ${many(check.inputs)} inputs, none sampled</summary>
      <p class="aside">Folded into ${many(check.states)} situations. Some row decides each of them, and no two.</p>
      <ul class="shares">${check.rows.map((/** @type {any} */ it) => html`<li><span class="row-id">${it.row}</span> ${many(it.inputs)}</li>`)}</ul></details>
  </section>`;
}

/** The rows of the version that decides. @param {any} it a table */
export function rowsView(it) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Rows"><table id="rows">
    <thead><tr><th scope="col">Row</th><th scope="col">In words</th><th scope="col">Asks</th><th scope="col">Gives: ${it.outputs.map((/** @type {string} */ name) => name.replace(/([A-Z])/g, ' $1').toLowerCase()).join(', ')}</th></tr></thead>
    <tbody>${it.rows.map((/** @type {any} */ row) => html`<tr>
      <th scope="row"><span class="row-id">${row.row}</span></th>
      <td>${row.words}<span class="aside">${row.source}</span></td>
      <td>${row.when.length ? html`<ul>${row.when.map((/** @type {any} */ cell) => html`<li>${condition(cell)}</li>`)}</ul>` : html`<span class="muted">nothing: always</span>`}</td>
      <td>${row.then.map((/** @type {string} */ code) => html`<p>${outcome(code)}</p>`)}</td></tr>`)}</tbody></table></div>`;
}
