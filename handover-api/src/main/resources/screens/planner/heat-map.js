// @ts-check
/** Hours of a week as cells: darker is longer, with the number in each. */
import { svg } from 'lit-html';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const CLASSES = 7;
const CELL = { width: 34, height: 26 };
const LEFT = 44;
const TOP = 22;

/** The class of a value on a scale of seven. @param {number} value @param {number} least @param {number} most */
export function classOf(value, least, most) {
  return most > least ? Math.min(CLASSES - 1, Math.floor((CLASSES * (value - least)) / (most - least))) : 0;
}

/** @param {{title: string, values: (number | null)[], least: number, most: number}} map */
export function heatMap({ title, values, least, most }) {
  const width = LEFT + 24 * CELL.width + 4;
  const height = TOP + 7 * CELL.height + 44;
  const key = TOP + 7 * CELL.height + 16;
  const step = (most - least) / CLASSES;
  return svg`<svg class="chart heat" viewBox="0 0 ${width} ${height}" role="img" aria-label=${title}>
    ${Array.from({ length: 24 }, (_, hour) => svg`<text class="head" x=${LEFT + (hour + 0.5) * CELL.width} y=${TOP - 7} text-anchor="middle">${hour}</text>`)}
    ${DAYS.map((day, at) => svg`<text class="head" x=${LEFT - 8} y=${TOP + (at + 0.5) * CELL.height + 4} text-anchor="end">${day}</text>
      ${Array.from({ length: 24 }, (_, hour) => cell(values[at * 24 + hour], LEFT + hour * CELL.width, TOP + at * CELL.height, least, most))}`)}
    ${Array.from({ length: CLASSES }, (_, i) => svg`<rect class="cell h${i}" x=${LEFT + i * 100} y=${key} width="18" height="14"/><text class="key" x=${LEFT + i * 100 + 24} y=${key + 11}>${(least + i * step).toFixed(step < 2 ? 1 : 0)} to ${(least + (i + 1) * step).toFixed(step < 2 ? 1 : 0)}</text>`)}
  </svg>`;
}

/** @param {number | null | undefined} value @param {number} x @param {number} y @param {number} least @param {number} most */
function cell(value, x, y, least, most) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return svg`<rect class="cell none" x=${x} y=${y} width=${CELL.width - 1} height=${CELL.height - 1}/><text class="none" x=${x + CELL.width / 2} y=${y + 17} text-anchor="middle">–</text>`;
  }
  const at = classOf(value, least, most);
  return svg`<rect class="cell h${at}" x=${x} y=${y} width=${CELL.width - 1} height=${CELL.height - 1}/><text class="t${at}" x=${x + CELL.width / 2 - 0.5} y=${y + 17} text-anchor="middle">${value.toFixed(0)}</text>`;
}
