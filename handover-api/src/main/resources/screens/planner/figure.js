// @ts-check
/** A plot with its table beside it, and both to take away. */
import { html, nothing } from 'lit-html';

/** What of a computed style a drawing needs to look the same elsewhere. */
const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-family', 'font-size', 'font-weight', 'opacity', 'fill-opacity'];

/**
 * @typedef {object} Table
 * @property {string[]} head
 * @property {(string | number)[][]} rows
 */

/**
 * @param {{id: string, title: string, plot: unknown, table: Table, note?: string | undefined, open?: boolean}} figure
 */
export function figure({ id, title, plot, table, note, open }) {
  return html`<figure id=${id} class="figure"><figcaption><h3>${title}</h3>${note ? html`<p class="aside">${note}</p>` : nothing}</figcaption>
    ${plot}
    <details ?open=${open ?? false}><summary>Table</summary>${tableView(table, title)}
      <p class="deeds"><button type="button" class="quiet" aria-label="Save as CSV: ${title}" @click=${() => saveText(`${id}.csv`, 'text/csv', csv(table))}>Save as CSV</button></p></details>
    <p class="deeds take"><button type="button" class="quiet" aria-label="Save as SVG: ${title}" @click=${(/** @type {any} */ event) => saveDrawing(id, event.target)}>Save as SVG</button></p></figure>`;
}

/** @param {Table} table @param {string} name */
export function tableView(table, name) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${name}"><table class="data"><thead><tr>${table.head.map((it) => html`<th scope="col">${it}</th>`)}</tr></thead>
    <tbody>${table.rows.map((row) => html`<tr>${row.map((it, i) => (i ? html`<td class="num">${it}</td>` : html`<th scope="row">${it}</th>`))}</tr>`)}</tbody></table></div>`;
}

/** @param {Table} table */
export function csv(table) {
  const cell = (/** @type {string | number} */ it) => (/[",\n]/.test(String(it)) ? `"${String(it).replaceAll('"', '""')}"` : String(it));
  return [table.head, ...table.rows].map((row) => row.map(cell).join(',')).join('\n') + '\n';
}

/** @param {string} name @param {string} type @param {string} text */
export function saveText(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The drawing as a file of its own, with the colours that it has here. @param {string} id @param {HTMLElement} button */
function saveDrawing(id, button) {
  const drawing = button.closest('figure')?.querySelector('svg.chart');
  if (drawing) {
    saveText(`${id}.svg`, 'image/svg+xml', drawn(/** @type {SVGElement} */ (drawing)));
  }
}

/** @param {SVGElement} drawing */
export function drawn(drawing) {
  const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
  const sources = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((to, i) => {
    const from = getComputedStyle(sources[i]);
    STYLES.forEach((name) => to.setAttribute(name, from.getPropertyValue(name)));
    to.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--panel').trim());
  copy.prepend(ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${copy.outerHTML.replaceAll(/<!--.*?-->/g, '')}\n`;
}
