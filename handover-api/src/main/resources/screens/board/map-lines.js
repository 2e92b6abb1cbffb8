// @ts-check
/** The way of the first suggested unit, and plain lines for the next two. */
import { request } from '../shared/api.js';
import { roads } from './closures.js';
import { drawLines, fitToSelection } from './map.js';
import { pinned } from './pin.js';
import { copy, openIncident, state } from './store.js';

const DRAWN_MAX = 3;

let mark = '';
/** @type {{mark: string, line: number[][]} | undefined} */
let route;
let shown = '';

/** Draws what is pinned; asks for the way once for each recommendation. */
export function syncLines() {
  const incident = openIncident();
  const seen = pinned()?.incident;
  if (!incident?.place || !seen || incident.jobs.length) {
    mark = '';
    drawLines([]);
  } else {
    const candidates = (seen.recommendation?.candidates ?? []).slice(0, DRAWN_MAX);
    drawAll(incident, candidates);
    const wanted = `${incident.incident}/${seen.recommendation?.number}/${candidates[0]?.unit}/${roads.changedAt}`;
    if (candidates.length && wanted !== mark) {
      mark = wanted;
      readRoute(incident.incident, candidates[0].unit, wanted);
    }
  }
  const view = incident ? `${incident.incident}/${Boolean(incident.recommendation)}` : '';
  if (view && incident.place && shown !== view) {
    fitToSelection();
  }
  shown = view;
}

/** @param {any} incident @param {any[]} candidates */
function drawAll(incident, candidates) {
  const end = [incident.place.lon, incident.place.lat];
  /** @type {{role: 'first' | 'other', line: number[][], unit: string}[]} */
  const lines = [];
  candidates.forEach((it, i) => {
    const fix = copy.positions.get(it.unit);
    if (i === 0 && route && route.mark === mark) {
      lines.push({ role: 'first', line: route.line, unit: it.unit });
    } else if (fix) {
      lines.push({ role: 'other', line: [[fix[2], fix[1]], end], unit: it.unit });
    }
  });
  drawLines(lines.reverse());
}

/** @param {number} incident @param {string} unit @param {string} wanted */
async function readRoute(incident, unit, wanted) {
  try {
    const read = await request(`/api/areas/${state.area}/routes?unit=${encodeURIComponent(unit)}&incident=${incident}`);
    if (mark === wanted) {
      route = { mark: wanted, line: read.line };
      syncLines();
    }
  } catch {
    // The plain line stays.
  }
}
