// @ts-check
/** How the map draws: one cached style for each symbol and theme, the same paths as the tables. */
import { colour } from '../shared/theme.js';
import { STATUSES, STATUS_ORDER } from './symbols.js';

/* global ol */
const { ol } = /** @type {any} */ (globalThis);

const FONT = '"Noto Sans", "DejaVu Sans", system-ui, sans-serif';
/** Metres a pixel under which units and stations bear their names (about zoom 12). */
export const NAMED_RESOLUTION = 42;
const SYMBOL_PIXELS = 17;

/** @type {Map<string, any>} */
let cache = new Map();

/** After a switch of the theme. */
export function forgetStyles() {
  cache = new Map();
}

/** @param {string} key @param {() => any} make */
export function cached(key, make) {
  let style = cache.get(key);
  if (!style) {
    style = make();
    cache.set(key, style);
  }
  return style;
}

/** @param {string} body @param {number} size */
export function icon(body, size) {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-2 -2 20 20">${body}</svg>`;
  return new ol.style.Icon({ src: `data:image/svg+xml;utf8,${encodeURIComponent(source)}`, declutterMode: 'none' });
}

/** @param {string} text @param {string} fill @param {string} weight @param {number} offsetY */
export function label(text, fill, weight, offsetY) {
  return new ol.style.Text({
    text,
    font: `${weight} 12px ${FONT}`,
    offsetY,
    fill: new ol.style.Fill({ color: colour(fill) }),
    stroke: new ol.style.Stroke({ color: colour('map-halo'), width: 3 }),
    declutterMode: 'declutter',
  });
}

/** @param {string} status @param {boolean} old @param {boolean} picked */
function unitIcon(status, old, picked) {
  const { path } = STATUSES[/** @type {import('./symbols.js').Status} */ (status)];
  const ring = picked ? `<circle cx="8" cy="8" r="9" fill="none" stroke="${colour('focus')}" stroke-width="2"/>` : '';
  return icon(
    `${ring}<path d="${path}" fill="${colour(`st-${status}`)}" fill-opacity="${old ? 0.35 : 1}" stroke="${old ? colour(`st-${status}`) : colour('map-halo')}" stroke-width="1.4"/>`,
    picked ? SYMBOL_PIXELS + 8 : SYMBOL_PIXELS,
  );
}

/** @param {any} feature @param {number} resolution */
export function unitStyle(feature, resolution) {
  const { unit, status, old, picked } = feature.getProperties();
  const mark = cached(`u/${status}/${old}/${picked}`, () => {
    const image = unitIcon(status, old, picked);
    return new ol.style.Style({ image, zIndex: 10 + STATUS_ORDER.length - STATUS_ORDER.indexOf(status) });
  });
  if (resolution > NAMED_RESOLUTION && !picked) {
    return mark;
  }
  return [mark, cached(`n/${unit}`, () => new ol.style.Style({ text: label(unit, 'text', 'bold', 16), zIndex: 20 }))];
}

/** @param {any} feature @param {number} resolution */
export function incidentStyle(feature, resolution) {
  const { incident, category, waiting, open } = feature.getProperties();
  const level = category.slice(-1);
  const mark = cached(`i/${level}/${waiting}/${open}`, () => {
    const tone = colour(`c${level}`);
    const ring = open ? `<circle cx="8" cy="8" r="9" fill="none" stroke="${colour('text')}" stroke-width="2"/>` : '';
    const body = waiting
      ? `<rect x="1" y="1" width="14" height="14" rx="3" fill="${tone}" stroke="${colour('map-halo')}" stroke-width="1.4"/><text x="8" y="12" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="11" fill="${colour('panel')}">${level}</text>`
      : `<rect x="2" y="2" width="12" height="12" rx="3" fill="${colour('panel')}" stroke="${tone}" stroke-width="2"/><text x="8" y="12" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="10" fill="${tone}">${level}</text>`;
    return new ol.style.Style({ image: icon(ring + body, open ? 30 : waiting ? 24 : 20), zIndex: (waiting ? 40 : 30) + 5 - Number(level) });
  });
  if (open || resolution > NAMED_RESOLUTION || !waiting) {
    return mark;
  }
  return [mark, cached(`in/${incident}`, () => new ol.style.Style({ text: label(String(incident), 'text', 'bold', -20), zIndex: 50 }))];
}

/** @type {Record<string, string>} */
const STATION_LETTERS = { HOSPITAL: 'H', UTC: 'U', COMMUNITY_HOSPITAL: 'h', HOSPICE: 'h', MENTAL_HEALTH: 'M' };

/** @param {any} feature @param {number} resolution */
export function stationStyle(feature, resolution) {
  const { name, kind } = feature.getProperties();
  const letter = STATION_LETTERS[kind];
  const mark = cached(`s/${letter ?? kind}`, () => new ol.style.Style({
    image: icon(
      letter
        ? `<rect x="1" y="1" width="14" height="14" fill="${colour('panel2')}" stroke="${colour('line')}" stroke-width="1.2"/><text x="8" y="12" text-anchor="middle" font-family="sans-serif" font-size="11" font-weight="bold" fill="${colour('muted')}">${letter}</text>`
        : `<path d="M2 15V6l6-4.5L14 6v9z" fill="${colour('panel2')}" stroke="${colour('muted')}" stroke-width="1.2"/>`,
      19,
    ),
    zIndex: 5,
  }));
  if (resolution > NAMED_RESOLUTION) {
    return mark;
  }
  return [mark, cached(`sn/${name}`, () => new ol.style.Style({ text: label(name, 'muted', 'normal', -15), zIndex: 4 }))];
}

/** @param {any} feature */
export function drawnStyle(feature) {
  const { role } = feature.getProperties();
  return cached(`d/${role}`, () => {
    if (role === 'pin') {
      const body = `<path d="M8 15.5C4 10 3 8 3 6a5 5 0 0 1 10 0c0 2-1 4-5 9.5z" fill="${colour('focus')}" stroke="${colour('map-halo')}" stroke-width="1.4"/>`;
      return new ol.style.Style({ image: icon(body, 34), zIndex: 60 });
    }
    const first = role === 'first';
    return [
      new ol.style.Style({ stroke: new ol.style.Stroke({ color: colour('map-halo'), width: first ? 7 : 4 }), zIndex: 1 }),
      new ol.style.Style({
        stroke: new ol.style.Stroke({ color: colour('accent'), width: first ? 4 : 1.8, lineDash: first ? undefined : [6, 6] }),
        zIndex: 2,
      }),
    ];
  });
}

/** Class to rank: 1 is drawn from afar. @type {Record<string, number>} */
const ROAD_RANKS = {
  motorway: 1, motorway_link: 2, trunk: 1, trunk_link: 2, primary: 2, primary_link: 2, secondary: 3,
  secondary_link: 3, tertiary: 4, tertiary_link: 4,
};
const WIDTHS = [0, 3.4, 2.6, 2, 1.5, 1];
/** Metres a pixel above which a rank is left out. */
const COARSEST = [0, Infinity, Infinity, 260, 130, 40];

/** @param {any} feature @param {number} resolution */
export function roadStyle(feature, resolution) {
  const rank = ROAD_RANKS[feature.get('class')] ?? 5;
  if (resolution > COARSEST[rank]) {
    return undefined;
  }
  const near = resolution < 10 ? 2.2 : resolution < 40 ? 1.4 : 1;
  const line = cached(`r/${rank}/${near}`, () => new ol.style.Style({
    stroke: new ol.style.Stroke({ color: colour(`map-road-${rank}`), width: WIDTHS[rank] * near }),
    zIndex: 10 - rank,
  }));
  const words = resolution < 6 ? feature.get('name') || feature.get('ref') : resolution < 80 && rank <= 3 ? feature.get('ref') : '';
  if (!words) {
    return line;
  }
  return [line, cached(`rn/${words}`, () => {
    const text = label(words, 'map-label', 'normal', 0);
    text.setPlacement('line');
    text.setRepeat(420);
    text.setFont(`11px ${FONT}`);
    return new ol.style.Style({ text, zIndex: 11 });
  })];
}

/** @param {any} feature */
export function waterStyle(feature) {
  const area = feature.getType().endsWith('Polygon');
  return cached(`w/${area}`, () => new ol.style.Style({
    fill: area ? new ol.style.Fill({ color: colour('map-water') }) : undefined,
    stroke: new ol.style.Stroke({ color: colour('map-water'), width: 2 }),
  }));
}

/** Metres a pixel above which a place of that rank is not named. */
const PLACE_COARSEST = [Infinity, Infinity, 200, 90, 45, 25];

/** @param {any} feature @param {number} resolution */
export function placeStyle(feature, resolution) {
  const rank = Math.max(1, Math.min(5, Number(feature.get('rank')) || 5));
  if (resolution > PLACE_COARSEST[rank]) {
    return undefined;
  }
  const name = feature.get('name');
  return cached(`p/${rank}/${name}`, () => {
    const text = label(name, 'map-label', rank <= 2 ? 'bold' : 'normal', 0);
    text.setFont(`${rank <= 2 ? 'bold 13' : '12'}px ${FONT}`);
    return new ol.style.Style({ text, zIndex: 100 - rank });
  });
}
