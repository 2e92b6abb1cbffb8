// @ts-check
/** Small charts in SVG: axes, lines, dots with bars, heat maps. Colours and dashes by class. */
import { nothing, svg } from 'lit-html';
import { steps } from './numbers.js';

const MARGIN = { top: 14, right: 132, bottom: 38, left: 52 };

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {number} slot which colour and dash, from 0
 * @property {[number, number][]} points ascending
 */

/**
 * A chart of lines with their names at their ends.
 * @param {{title: string, width: number, height: number, across: string, up: string, x: [number, number], y: [number, number], xSteps?: number[], yText?: (value: number) => string, lines: Line[], marks?: {at: number, words: string}[], stepped?: boolean}} chart
 */
export function lineChart(chart) {
  const { width, height, lines } = chart;
  const inner = { x0: MARGIN.left, x1: width - MARGIN.right, y0: height - MARGIN.bottom, y1: MARGIN.top };
  const x = (/** @type {number} */ value) => inner.x0 + ((inner.x1 - inner.x0) * (value - chart.x[0])) / (chart.x[1] - chart.x[0]);
  const y = (/** @type {number} */ value) => inner.y0 - ((inner.y0 - inner.y1) * (value - chart.y[0])) / (chart.y[1] - chart.y[0] || 1);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${chart.title}>
    ${axes(chart, inner, x, y)}
    ${(chart.marks ?? []).map((mark) => svg`<g class="target"><line x1=${x(mark.at)} x2=${x(mark.at)} y1=${inner.y0} y2=${inner.y1}/><text x=${x(mark.at) + 4} y=${inner.y0 - 6}>${mark.words}</text></g>`)}
    ${lines.map((line) => svg`<path class="line s${line.slot}" d=${path(line.points, x, y, chart)} />`)}
    ${endLabels(lines, y, inner.x1 + 6, inner)}
  </svg>`;
}

/** @param {any} chart @param {any} inner @param {(value: number) => number} x @param {(value: number) => number} y */
function axes(chart, inner, x, y) {
  const ups = steps(chart.y[0], chart.y[1], 5);
  const acrosses = chart.xSteps ?? steps(chart.x[0], chart.x[1], 8).filter(Number.isInteger);
  return svg`<g class="axis">${ups.map((value) => svg`<line class="grid" x1=${inner.x0} x2=${inner.x1} y1=${y(value)} y2=${y(value)}/><text x=${inner.x0 - 6} y=${y(value) + 4} text-anchor="end">${chart.yText ? chart.yText(value) : value}</text>`)}
    ${acrosses.map((/** @type {number} */ value) => svg`<line class="tick" x1=${x(value)} x2=${x(value)} y1=${inner.y0} y2=${inner.y0 + 4}/><text x=${x(value)} y=${inner.y0 + 17} text-anchor="middle">${value}</text>`)}
    <line class="base" x1=${inner.x0} x2=${inner.x1} y1=${inner.y0} y2=${inner.y0}/>
    <text class="name" x=${(inner.x0 + inner.x1) / 2} y=${inner.y0 + 33} text-anchor="middle">${chart.across}</text>
    <text class="name" x="12" y=${(inner.y0 + inner.y1) / 2} text-anchor="middle" transform="rotate(-90 12 ${(inner.y0 + inner.y1) / 2})">${chart.up}</text></g>`;
}

/** @param {[number, number][]} points @param {(value: number) => number} x @param {(value: number) => number} y @param {any} chart */
function path(points, x, y, chart) {
  let d = '';
  let pen = 'M';
  let last = 0;
  for (const [across, up] of points) {
    if (across < chart.x[0] || across > chart.x[1] || !Number.isFinite(up)) {
      pen = Number.isFinite(up) ? pen : 'M';
      continue;
    }
    const at = Math.max(chart.y[0], Math.min(chart.y[1], up));
    d += chart.stepped && pen === 'L' ? `L${x(across).toFixed(1)} ${last.toFixed(1)}` : '';
    last = y(at);
    d += `${pen}${x(across).toFixed(1)} ${last.toFixed(1)}`;
    pen = 'L';
  }
  return d || 'M0 0';
}

/** Names beside the ends of lines, moved apart where they would lie on each other. @param {Line[]} lines @param {(value: number) => number} y @param {number} at @param {any} inner */
function endLabels(lines, y, at, inner) {
  const ends = lines.filter((line) => line.points.length).map((line) => {
    const finite = line.points.filter(([, up]) => Number.isFinite(up));
    return { line, y: Math.max(inner.y1, Math.min(inner.y0, y(finite.at(-1)?.[1] ?? 0))) };
  }).sort((one, other) => one.y - other.y);
  for (let i = 1; i < ends.length; i++) {
    ends[i].y = Math.max(ends[i].y, ends[i - 1].y + 26);
  }
  const over = (ends.at(-1)?.y ?? 0) - inner.y0;
  return ends.map((end) => svg`<g class="end"><line class="line s${end.line.slot}" x1=${at - 2} x2=${at + 14} y1=${end.y - Math.max(0, over)} y2=${end.y - Math.max(0, over)}/>${label(end.line.name, at + 18, end.y - Math.max(0, over) + 4)}</g>`);
}

/** A name in two lines where one is too long. @param {string} name @param {number} x @param {number} y */
function label(name, x, y) {
  const words = name.split(/[ -]/);
  let first = '';
  while (words.length && (first + words[0]).length < 17) {
    first += `${words.shift()} `;
  }
  const rest = words.join(' ');
  return rest
    ? svg`<text x=${x} y=${y - 5}>${first}</text><text x=${x} y=${y + 8}>${rest.length > 16 ? `${rest.slice(0, 15)}…` : rest}</text>`
    : svg`<text x=${x} y=${y}>${first}</text>`;
}

/**
 * A difference from the base with its interval, on a scale with zero in the middle.
 * @param {{mean: number, low?: number, high?: number}} value @param {number} most the end of the scale @param {'better' | 'worse' | 'other' | 'unclear'} meaning @param {string} words
 */
export function differenceBar(value, most, meaning, words) {
  const width = 190;
  const x = (/** @type {number} */ it) => width / 2 + ((width / 2 - 8) * Math.max(-most, Math.min(most, it))) / (most || 1);
  const bar = Number.isFinite(value.low) && Number.isFinite(value.high);
  return svg`<svg class="dot-bar ${meaning}" viewBox="0 0 ${width} 20" width=${width} height="20" role="img" aria-label=${words}>
    <line class="zero" x1=${width / 2} x2=${width / 2} y1="1" y2="19"/>
    ${bar ? svg`<line class="bar" x1=${x(Number(value.low))} x2=${x(Number(value.high))} y1="10" y2="10"/>` : nothing}
    <circle class="dot" cx=${x(value.mean)} cy="10" r="5"/></svg>`;
}

/**
 * Values with intervals, one group a row, one dot a scenario.
 * @param {{title: string, rows: {name: string, dots: {slot: number, mean: number, low?: number, high?: number}[]}[], across: string, text: (value: number) => string}} chart
 */
export function dotChart(chart) {
  const width = 760;
  const left = 190;
  const right = width - 24;
  const per = 13;
  // By the means: an interval of few incidents may be wider than the chart, and ends at its edge.
  const means = chart.rows.flatMap((row) => row.dots.map((dot) => dot.mean)).filter(Number.isFinite);
  const most = Math.max(...means, 1) * 1.5;
  const x = (/** @type {number} */ value) => left + ((right - left) * Math.min(most, Math.max(0, value))) / most;
  const heights = chart.rows.map((row) => row.dots.length * per + 8);
  const height = heights.reduce((sum, it) => sum + it, 0) + 52;
  let top = 10;
  const bottom = height - 42;
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${chart.title}>
    <g class="axis">${steps(0, most, 8).map((value) => svg`<line class="grid" x1=${x(value)} x2=${x(value)} y1="8" y2=${bottom}/><text x=${x(value)} y=${bottom + 16} text-anchor="middle">${chart.text(value)}</text>`)}
    <text class="name" x=${(left + right) / 2} y=${bottom + 33} text-anchor="middle">${chart.across}</text></g>
    ${chart.rows.map((row, i) => {
      const from = top;
      top += heights[i];
      return svg`<text class="row" x=${left - 10} y=${from + heights[i] / 2 + 4} text-anchor="end">${row.name}</text>
        ${row.dots.map((dot, at) => {
          const y = from + 4 + per * (at + 0.5);
          return Number.isFinite(dot.mean) ? svg`<g class="dots s${dot.slot}">${Number.isFinite(dot.low) && Number.isFinite(dot.high) ? svg`<line class="bar" x1=${x(Number(dot.low))} x2=${x(Number(dot.high))} y1=${y} y2=${y}/>` : nothing}${mark(dot.slot, x(dot.mean), y)}</g>` : nothing;
        })}`;
    })}</svg>`;
}

/** Shapes, so that colour is never alone. @param {number} slot @param {number} x @param {number} y */
export function mark(slot, x, y) {
  const shapes = [
    svg`<circle class="dot" cx=${x} cy=${y} r="4.5"/>`,
    svg`<rect class="dot" x=${x - 4} y=${y - 4} width="8" height="8"/>`,
    svg`<path class="dot" d="M${x} ${y - 5.5}l5 9h-10z"/>`,
    svg`<path class="dot" d="M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z"/>`,
  ];
  return shapes[slot % shapes.length];
}

/** A key of scenarios for charts that do not name them at their ends. @param {{name: string, slot: number}[]} all */
export function keyOf(all) {
  return all.map(({ name, slot }) => ({
    name,
    sign: svg`<svg class="sign" viewBox="0 0 30 14" width="30" height="14" aria-hidden="true"><line class="line s${slot}" x1="0" x2="30" y1="7" y2="7"/><g class="dots s${slot}">${mark(slot, 15, 7)}</g></svg>`,
  }));
}
