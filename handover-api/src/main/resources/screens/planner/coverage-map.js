// @ts-check
/** The map of zones: roads of our own server, a hexagon for each zone, its number where there is room. */
import { colour } from '../shared/theme.js';
import { label, roadStyle, waterStyle, placeStyle, forgetStyles } from '../board/map-style.js';
import { page } from './state.js';

const TILE_ZOOM_MAX = 15;
/** Metres a pixel under which a hexagon has room for its number. */
const NUMBERED = 60;
const SIDE_METERS_MAX = 2_600;

/** @type {any} */
let map;
/** @type {any} */
let source;
let drawn = '';

/** @param {any[]} zones @param {boolean} difference */
export function drawZones(zones, difference) {
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
      fill(zones, difference);
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
      new ol.layer.Vector({ source, style: zoneStyle, declutter: 'labels' }),
    ],
    controls: ol.control.defaults.defaults({ rotate: false, attributionOptions: { collapsible: false } }).extend([new ol.control.ScaleLine()]),
    interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false, mouseWheelZoom: false }),
    view: new ol.View({ enableRotation: false, minZoom: 8, maxZoom: 15 }),
  });
  Object.assign(window, { doorstepMap: map });
}

/** @param {any[]} zones @param {boolean} difference */
function fill(zones, difference) {
  const { ol } = /** @type {any} */ (globalThis);
  const first = source.isEmpty();
  const side = sideOf(zones);
  forgetStyles();
  source.clear(true);
  source.addFeatures(zones.map((zone) => new ol.Feature({ geometry: hexagon(zone, side), of: zone.of, words: zone.words, difference })));
  if (first && zones.length) {
    map.getView().fit(source.getExtent(), { padding: [20, 20, 20, 20] });
  }
  map.getLayers().forEach((/** @type {any} */ layer) => layer.changed());
}

/** So that neighbours touch: from the middle distance to the nearest other. @param {any[]} zones */
function sideOf(zones) {
  const { ol } = /** @type {any} */ (globalThis);
  const at = zones.map((it) => ol.proj.fromLonLat([it.lon, it.lat]));
  const nearest = at.map((one, i) => Math.min(...at.map((other, k) => (k === i ? Infinity : Math.hypot(one[0] - other[0], one[1] - other[1]))))).filter(Number.isFinite).sort((one, other) => one - other);
  return Math.min(SIDE_METERS_MAX, (nearest[Math.floor(nearest.length / 2)] ?? SIDE_METERS_MAX) * 0.56);
}

/** @param {any} zone @param {number} side */
function hexagon(zone, side) {
  const { ol } = /** @type {any} */ (globalThis);
  const [x, y] = ol.proj.fromLonLat([zone.lon, zone.lat]);
  const corners = Array.from({ length: 7 }, (_, i) => [x + side * Math.sin((i * Math.PI) / 3), y + side * Math.cos((i * Math.PI) / 3)]);
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
