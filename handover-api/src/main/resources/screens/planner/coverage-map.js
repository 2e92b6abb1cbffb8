// @ts-check
/** The map of zones: roads of our own server, a hexagon for each zone, its number where there is room. */
import { colour } from '../shared/theme.js';
import { label, roadStyle, waterStyle, placeStyle, forgetStyles } from '../board/map-style.js';
import { page } from './state.js';

const TILE_ZOOM_MAX = 15;
/** Metres a pixel under which a hexagon has room for its number. */
const NUMBERED = 90;
/** The side of a hexagon, in the map's own metres: some two kilometres on the ground. */
const SIDE = 3_000;

/** @type {any} */
let map;
/** @type {any} */
let source;
let drawn = '';

/**
 * Colours hexagons by the zones in them, each zone counting as much as comes from it.
 * @param {any[]} zones with what is shown of each
 * @param {(value: number) => {of: number, words: string}} shown @param {boolean} difference
 */
export function drawZones(zones, shown, difference) {
  const target = document.getElementById('coverage-map');
  if (!target) {
    return;
  }
  try {
    if (map?.getTargetElement() !== target) {
      build(target);
    }
    const mark = JSON.stringify([zones, difference, document.documentElement.dataset.theme]);
    if (mark !== drawn) {
      drawn = mark;
      fill(zones, shown, difference);
    }
  } catch (fault) {
    console.error('The map could not be started.', fault);
    document.getElementById('map-lost')?.removeAttribute('hidden');
  }
}

/** @param {HTMLElement} target */
function build(target) {
  const { ol } = /** @type {any} */ (globalThis);
  map?.setTarget(undefined);
  drawn = '';
  source = new ol.source.Vector();
  /** @type {Record<string, any>} */
  const styles = { roads: roadStyle, water: waterStyle, places: placeStyle };
  map = new ol.Map({
    target,
    layers: [
      new ol.layer.VectorTile({
        source: new ol.source.VectorTile({ format: new ol.format.MVT(), url: '/tiles/{z}/{x}/{y}.mvt', maxZoom: TILE_ZOOM_MAX, attributions: page.reference.map.attribution }),
        declutter: 'labels',
        style: (/** @type {any} */ feature, /** @type {number} */ resolution) => styles[feature.get('layer')]?.(feature, resolution),
      }),
      // Under the roads and their names, which stay readable.
      new ol.layer.Vector({ source, style: zoneStyle, zIndex: -1, declutter: 'labels' }),
    ],
    controls: ol.control.defaults.defaults({ rotate: false, attributionOptions: { collapsible: false } }).extend([new ol.control.ScaleLine()]),
    interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false, mouseWheelZoom: false }),
    view: new ol.View({ enableRotation: false, minZoom: 8, maxZoom: 15 }),
  });
  Object.assign(window, { doorstepMap: map });
}

/** @param {any[]} zones @param {(value: number) => {of: number, words: string}} shown @param {boolean} difference */
function fill(zones, shown, difference) {
  const { ol } = /** @type {any} */ (globalThis);
  const first = source.isEmpty();
  forgetStyles();
  source.clear(true);
  source.addFeatures(cells(zones).map((cell) => new ol.Feature({ geometry: hexagon(cell.x, cell.y), ...shown(cell.value), difference })));
  if (first && zones.length) {
    map.getView().fit(source.getExtent(), { padding: [20, 20, 20, 20] });
  }
  map.getLayers().forEach((/** @type {any} */ layer) => layer.changed());
}

/** The hexagons that somebody calls from. @param {any[]} zones */
function cells(zones) {
  const { ol } = /** @type {any} */ (globalThis);
  /** @type {Map<string, any>} */
  const all = new Map();
  for (const zone of zones) {
    const [x, y] = centre(ol.proj.fromLonLat([zone.lon, zone.lat]));
    const cell = all.get(`${x} ${y}`) ?? { x, y, weight: 0, sum: 0 };
    const weight = zone.weight || Number.EPSILON;
    all.set(`${x} ${y}`, { ...cell, weight: cell.weight + weight, sum: cell.sum + weight * zone.shown });
  }
  return [...all.values()].map((cell) => ({ ...cell, value: cell.sum / cell.weight }));
}

/** The centre of the hexagon that a point lies in: of the two candidates the nearer. @param {number[]} at */
function centre([x, y]) {
  const width = SIDE * Math.sqrt(3);
  const height = SIDE * 3;
  const candidates = [0, 0.5].map((by) => [(Math.round(x / width - by) + by) * width, (Math.round(y / height - by) + by) * height]);
  return candidates.sort((one, other) => Math.hypot(one[0] - x, one[1] - y) - Math.hypot(other[0] - x, other[1] - y))[0];
}

/** @param {number} x @param {number} y */
function hexagon(x, y) {
  const { ol } = /** @type {any} */ (globalThis);
  const corners = Array.from({ length: 7 }, (_, i) => [x + SIDE * Math.sin((i * Math.PI) / 3), y + SIDE * Math.cos((i * Math.PI) / 3)]);
  return new ol.geom.Polygon([corners]);
}

/** @param {any} feature @param {number} resolution */
function zoneStyle(feature, resolution) {
  const { ol } = /** @type {any} */ (globalThis);
  const { of, words, difference } = feature.getProperties();
  const paint = new ol.style.Style({
    fill: new ol.style.Fill({ color: `${colour(difference ? `diff-${of}` : `share-${of}`)}c8` }),
    stroke: new ol.style.Stroke({ color: colour('map-halo'), width: 1 }),
  });
  return resolution > NUMBERED ? paint : [paint, new ol.style.Style({ text: label(words.replace(' %', ''), 'text', 'bold', 0) })];
}
