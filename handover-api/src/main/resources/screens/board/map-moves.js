// @ts-check
/** The moves that are advised, on the map, while their pane is open: from where a unit is to its post. */
import { project, sourceOf } from './map.js';
import { isOverseeing, listDeeds, whyNot } from './moves.js';
import { copy, state } from './store.js';

let drawn = '';

/** Draws what stands; touches the map only where that has changed. */
export function syncMoves() {
  const source = sourceOf('moves');
  if (!source) {
    return;
  }
  const moves = isOverseeing() ? listDeeds().filter((it) => it.kind === 'move' && !whyNot(it)) : [];
  const lines = moves.flatMap((it) => lineOf(it.advice));
  const mark = JSON.stringify(lines);
  if (mark === drawn) {
    return;
  }
  drawn = mark;
  const { ol } = /** @type {any} */ (globalThis);
  source.clear(true);
  source.addFeatures(lines.map(({ unit, line }) => new ol.Feature({ geometry: new ol.geom.LineString(line.map(project)), move: unit })));
  source.changed();
}

/** @param {any} advice @returns {{unit: string, line: number[][]}[]} */
function lineOf({ unit, station }) {
  const fix = copy.positions.get(unit);
  const from = fix ? [fix[2], fix[1]] : placeOf(copy.units.get(unit)?.base);
  const to = placeOf(station);
  return from && to ? [{ unit, line: [from, to] }] : [];
}

/** @param {string | undefined} name */
function placeOf(name) {
  const found = state.reference.stations.find((/** @type {any} */ it) => it.name === name);
  return found && [found.lon, found.lat];
}
