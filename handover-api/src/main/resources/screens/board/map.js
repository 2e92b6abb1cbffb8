// @ts-check
/** The map: roads, stations, units and incidents, and what the open incident adds to it. */
import { coordinates } from '../shared/format.js';
import { coverStyle } from './cover-style.js';
import { copy, openIncident, state } from './store.js';
import { statusOf } from './symbols.js';
import {
  drawnStyle, forgetStyles, incidentStyle, placeStyle, roadStyle, stationStyle, unitStyle, waterStyle,
} from './map-style.js';
import { moveStyle } from './move-style.js';
import { closingStyle, closureStyle } from './closure-style.js';
import { isBookedAhead, isWaiting } from './store.js';

const OLD_FIX_SECONDS = 120;
const TILE_ZOOM_MAX = 15;
const HIT_PIXELS = 6;

/** @type {any} */
let map;
/** @type {Record<string, any>} */
const sources = {};
/** @type {any[]} */
let layers = [];
/** The button on the open incident: canvas symbols cannot take focus. @type {any} */
let overlay;

/** @param {any} lonLat */
export const project = (lonLat) => /** @type {any} */ (globalThis).ol.proj.fromLonLat(lonLat);

/** @param {{incident: (n: number) => void, unit: (sign: string) => void, closure: (id: string) => void, place: (at: {lat: number, lon: number}) => boolean}} on */
export function startMap(on) {
  try {
    build(/** @type {HTMLElement} */ (document.getElementById('map')));
    map.on('singleclick', (/** @type {any} */ event) => click(event, on));
    map.on('pointermove', (/** @type {any} */ event) => {
      map.getTargetElement().classList.toggle('hit', !event.dragging && map.hasFeatureAtPixel(event.pixel, { hitTolerance: HIT_PIXELS, layerFilter: (/** @type {any} */ it) => it.get('live') }));
    });
    Object.assign(window, { doorstepMap: map });
    syncStations();
  } catch (fault) {
    map = undefined;
    console.error('The map could not be started.', fault);
    document.getElementById('map-lost')?.removeAttribute('hidden');
  }
}

/** @param {HTMLElement} target */
function build(target) {
  const { ol } = /** @type {any} */ (globalThis);
  const extent = areaExtent();
  layers = [liveLayer('cover', coverStyle, -1), ...roadLayers(), liveLayer('closures', closureStyle, 15), liveLayer('stations', stationStyle, 20), liveLayer('closing', closingStyle, 24), liveLayer('drawn', drawnStyle, 25), liveLayer('moves', moveStyle, 26), liveLayer('units', unitStyle, 30), liveLayer('incidents', incidentStyle, 40)];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-mark';
  button.id = 'map-mark';
  button.addEventListener('click', () => fitToSelection());
  overlay = new ol.Overlay({ element: button, positioning: 'bottom-center', offset: [0, -18], stopEvent: true });
  map = new ol.Map({
    target,
    layers,
    overlays: [overlay],
    controls: ol.control.defaults.defaults({ rotate: false, attributionOptions: { collapsible: false } }).extend([new ol.control.ScaleLine()]),
    interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false }),
    view: new ol.View({ enableRotation: false, minZoom: 8, maxZoom: 18 }),
  });
  map.getView().fit(extent, { padding: [40, 30, 40, 30] });
}

/** The stations that crews start from, else all that the map knows. */
function areaExtent() {
  const { ol } = /** @type {any} */ (globalThis);
  const bases = state.reference.stations.filter((/** @type {any} */ it) => it.kind === 'BASE' || it.kind === 'POST');
  if (bases.length > 1) {
    return ol.extent.boundingExtent(bases.map((/** @type {any} */ it) => project([it.lon, it.lat])));
  }
  const { west, south, east, north } = state.reference.map;
  return [...project([west, south]), ...project([east, north])];
}

function roadLayers() {
  const { ol } = /** @type {any} */ (globalThis);
  const source = new ol.source.VectorTile({
    format: new ol.format.MVT(),
    url: '/tiles/{z}/{x}/{y}.mvt',
    maxZoom: TILE_ZOOM_MAX,
    attributions: state.reference.map.attribution,
  });
  /** @type {Record<string, any>} */
  const styles = { roads: roadStyle, water: waterStyle, places: placeStyle };
  return [new ol.layer.VectorTile({
    source,
    declutter: 'labels',
    style: (/** @type {any} */ feature, /** @type {number} */ resolution) => styles[feature.get('layer')]?.(feature, resolution),
  })];
}

/** @param {string} name @param {any} style @param {number} zIndex */
function liveLayer(name, style, zIndex) {
  const { ol } = /** @type {any} */ (globalThis);
  sources[name] = new ol.source.Vector();
  return new ol.layer.Vector({
    source: sources[name], style, zIndex, declutter: 'labels', updateWhileInteracting: true,
    properties: { name, live: ['units', 'incidents', 'closures'].includes(name) },
  });
}

/** @param {any} event @param {any} on */
function click(event, on) {
  const [lon, lat] = /** @type {any} */ (globalThis).ol.proj.toLonLat(event.coordinate);
  if (on.place({ lat: Number(lat.toFixed(6)), lon: Number(lon.toFixed(6)) })) {
    return;
  }
  const hits = map.getFeaturesAtPixel(event.pixel, { hitTolerance: HIT_PIXELS, layerFilter: (/** @type {any} */ it) => it.get('live') });
  const incident = hits.find((/** @type {any} */ it) => it.get('incident'));
  if (incident) {
    return on.incident(incident.get('incident'));
  }
  const unit = hits.find((/** @type {any} */ it) => it.get('unit'));
  if (unit) {
    return on.unit(unit.get('unit'));
  }
  if (hits.length) {
    on.closure(hits[0].get('closure'));
  }
}

/** What one layer holds; nothing where the map is lost. @param {string} name */
export function sourceOf(name) {
  return map && sources[name];
}

/** Whether a click means a point of a drawing. @param {boolean} on */
export function showPlacing(on) {
  map?.getTargetElement().classList.toggle('placing', on);
}

/** @param {number[][]} points in the map's own projection */
export function fitTo(points) {
  const { ol } = /** @type {any} */ (globalThis);
  map?.getView().fit(ol.extent.boundingExtent(points), { padding: [60, 60, 60, 60], maxZoom: 14.5 });
}

/**
 * Makes a source hold what is wanted, touching only what differs.
 * @param {string} name
 * @param {{id: string | number, at: [number, number], properties: any}[]} wanted
 */
function sync(name, wanted) {
  const { ol } = /** @type {any} */ (globalThis);
  const source = sources[name];
  const ids = new Set(wanted.map((it) => it.id));
  source.getFeatures().filter((/** @type {any} */ it) => !ids.has(it.getId())).forEach((/** @type {any} */ it) => source.removeFeature(it));
  for (const { id, at, properties } of wanted) {
    const mark = at.join();
    let feature = source.getFeatureById(id);
    if (!feature) {
      feature = new ol.Feature({ geometry: new ol.geom.Point(project(at)), mark });
      feature.setId(id);
      feature.setProperties(properties, true);
      source.addFeature(feature);
      continue;
    }
    if (feature.get('mark') !== mark) {
      feature.set('mark', mark, true);
      feature.getGeometry().setCoordinates(project(at));
    }
    if (Object.keys(properties).some((key) => feature.get(key) !== properties[key])) {
      feature.setProperties(properties);
    }
  }
}

function syncStations() {
  sync('stations', state.reference.stations.map((/** @type {any} */ it) => ({
    id: it.name, at: [it.lon, it.lat], properties: { name: it.name, kind: it.kind },
  })));
}

/** Positions and states of units: at most once a second. */
export function syncUnits() {
  if (!map) {
    return;
  }
  /** @type {any[]} */
  const wanted = [];
  for (const unit of copy.units.values()) {
    const fix = copy.positions.get(unit.unit);
    if (fix) {
      wanted.push({
        id: unit.unit,
        at: [fix[2], fix[1]],
        properties: { unit: unit.unit, status: statusOf(unit), old: fix[3] > OLD_FIX_SECONDS, picked: state.unit === unit.unit },
      });
    }
  }
  sync('units', wanted);
}

export function syncIncidents() {
  if (!map) {
    return;
  }
  const open = openIncident()?.incident;
  const wanted = [...copy.incidents.values()].filter((it) => it.place && (!isBookedAhead(it) || it.incident === open)).map((it) => ({
    id: it.incident,
    at: /** @type {[number, number]} */ ([it.place.lon, it.place.lat]),
    properties: { incident: it.incident, category: it.category, waiting: isWaiting(it), open: it.incident === open },
  }));
  sync('incidents', wanted);
  markOpen();
}

function markOpen() {
  const incident = openIncident();
  const place = incident?.place;
  const button = overlay.getElement();
  button.textContent = incident ? `${incident.category} ${incident.incident}` : '';
  button.setAttribute('aria-label', incident ? `${incident.category} ${incident.incident}: show it with its units on the map` : '');
  overlay.setPosition(place ? project([place.lon, place.lat]) : undefined);
}

/**
 * Draws lines to the open incident.
 * @param {{role: 'first' | 'other', line: number[][], unit: string}[]} lines
 */
export function drawLines(lines) {
  if (!map) {
    return;
  }
  const { ol } = /** @type {any} */ (globalThis);
  const pins = sources.drawn.getFeatures().filter((/** @type {any} */ it) => it.get('role') === 'pin');
  sources.drawn.clear(true);
  sources.drawn.addFeatures([
    ...pins,
    ...lines.map(({ role, line, unit }) => new ol.Feature({ geometry: new ol.geom.LineString(line.map(project)), role, unit })),
  ]);
}

/** Confirms a place by a pin; none takes it away. @param {{lat: number, lon: number} | undefined} place */
export function showPin(place) {
  if (!map) {
    return;
  }
  const { ol } = /** @type {any} */ (globalThis);
  sources.drawn.getFeatures().filter((/** @type {any} */ it) => it.get('role') === 'pin').forEach((/** @type {any} */ it) => sources.drawn.removeFeature(it));
  if (place) {
    const at = project([place.lon, place.lat]);
    sources.drawn.addFeature(new ol.Feature({ geometry: new ol.geom.Point(at), role: 'pin', at: coordinates(place) }));
    const view = map.getView();
    view.setCenter(at);
    view.setZoom(Math.max(view.getZoom(), 13));
  }
}

/** Shows the open incident with its first three units, else the chosen unit, else the area. */
export function fitToSelection() {
  if (!map) {
    return;
  }
  const incident = openIncident();
  const units = incident
    ? [...incident.jobs, ...(incident.jobs.length ? [] : (incident.recommendation?.candidates ?? []).slice(0, 3))].map((it) => it.unit)
    : [state.unit];
  const points = units.map((unit) => copy.positions.get(unit ?? '')).filter(Boolean).map((fix) => project([fix[2], fix[1]]));
  if (incident?.place) {
    points.push(project([incident.place.lon, incident.place.lat]));
  }
  const { ol } = /** @type {any} */ (globalThis);
  const extent = points.length ? ol.extent.boundingExtent(points) : areaExtent();
  map.getView().fit(extent, { padding: [60, 60, 40, 60], maxZoom: 14.5 });
}

/** After a switch of the theme: a canvas does not follow the style sheet. */
export function redrawMap() {
  forgetStyles();
  layers.forEach((layer) => layer.changed());
}

/** After the pane has come or gone. */
export function resizeMap() {
  map?.updateSize();
}
