// @ts-check
/** Closed roads on the map, and the one that is being drawn. */
import { closing, isClosing, meant } from './closure-draft.js';
import { closureOf, hoursInWords, isClosed, listClosures } from './closures.js';
import { fitTo, project, showPlacing, sourceOf } from './map.js';

let shown = '';

/** Draws what holds and what comes. */
export function syncClosures() {
  const source = sourceOf('closures');
  if (!source) {
    return;
  }
  const closures = listClosures('HOLDING', 'COMING').filter((it) => it.laid && it.id !== (isClosing() ? closing.id : ''));
  const mark = closures.map((it) => `${it.id}/${it.version}/${it.state}`).join();
  if (mark !== shown) {
    shown = mark;
    source.clear(true);
    source.addFeatures(closures.flatMap(featuresOf));
  }
  drawClosing();
}

/** @param {import('./closures.js').Closure} closure */
function featuresOf(closure) {
  const { ol } = /** @type {any} */ (globalThis);
  const lines = closure.roads.coordinates.map((line) => line.map(project));
  const coming = closure.state === 'COMING';
  const about = { closure: closure.id, closed: isClosed(closure), coming };
  const words = coming ? `${closure.name}, ${hoursInWords(closure)}` : closure.name;
  return [
    new ol.Feature({ geometry: new ol.geom.MultiLineString(lines), role: 'roads', ...about }),
    new ol.Feature({ geometry: new ol.geom.Point(middle(lines)), role: 'sign', words, ...about }),
  ];
}

/** A point of the roads that is nearest to the middle of all of them. @param {number[][][]} lines */
function middle(lines) {
  const { ol } = /** @type {any} */ (globalThis);
  const all = new ol.geom.MultiLineString(lines);
  return all.getClosestPoint(ol.extent.getCenter(all.getExtent()));
}

function drawClosing() {
  const { ol } = /** @type {any} */ (globalThis);
  const source = sourceOf('closing');
  source.clear(true);
  showPlacing(isClosing());
  if (!isClosing()) {
    return source.changed();
  }
  const points = closing.points.map(project);
  const features = points.map((at, i) => new ol.Feature({ geometry: new ol.geom.Point(at), role: 'point', number: i + 1 }));
  if (meant.lines.length) {
    features.push(new ol.Feature({ geometry: new ol.geom.MultiLineString(meant.lines.map((line) => line.map(project))), role: 'meant', closed: closing.factor === 0 }));
  }
  if (points.length > 1 && (closing.shape === 'Polygon' || !meant.lines.length)) {
    const ring = closing.shape === 'Polygon' ? [...points, points[0]] : points;
    features.push(new ol.Feature({ geometry: new ol.geom.LineString(ring), role: 'outline' }));
  }
  source.addFeatures(features);
  source.changed();
}

/** @param {string} id */
export function fitToClosure(id) {
  const closure = closureOf(id);
  const points = closure?.roads.coordinates.flat().map(project) ?? [];
  if (points.length) {
    fitTo(points);
  }
}
