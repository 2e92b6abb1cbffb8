// @ts-check
/** How a move is drawn: a dashed line with a head, in the colour of what the person can do. */
import { colour } from '../shared/theme.js';
import { cached, label } from './map-style.js';

const { ol } = /** @type {any} */ (globalThis);

/** @param {any} feature */
export function moveStyle(feature) {
  const [from, to] = feature.getGeometry().getCoordinates();
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const line = cached('move/line', () => [
    new ol.style.Style({ stroke: new ol.style.Stroke({ color: colour('map-halo'), width: 6 }) }),
    new ol.style.Style({ stroke: new ol.style.Stroke({ color: colour('accent'), width: 2.5, lineDash: [8, 6] }) }),
  ]);
  const head = new ol.style.Style({
    geometry: new ol.geom.Point(to),
    image: new ol.style.RegularShape({
      points: 3, radius: 9, rotation: Math.PI / 2 - angle, rotateWithView: true,
      fill: new ol.style.Fill({ color: colour('accent') }),
      stroke: new ol.style.Stroke({ color: colour('map-halo'), width: 1.5 }),
    }),
  });
  const name = new ol.style.Style({
    geometry: new ol.geom.Point([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]),
    text: label(feature.get('move'), 'text', 'bold', -10),
  });
  return [...line, head, name];
}
