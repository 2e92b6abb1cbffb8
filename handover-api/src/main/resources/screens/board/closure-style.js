// @ts-check
/** How closed and slowed roads are drawn: by sign and pattern, so that colour is never alone. */
import { html, svg } from 'lit-html';
import { colour } from '../shared/theme.js';
import { cached, icon, label, NAMED_RESOLUTION } from './map-style.js';

/* global ol */
const { ol } = /** @type {any} */ (globalThis);

/** As on the roads themselves, in both themes. */
const RED = '#c1121f';
const WHITE = '#ffffff';
const AMBER = '#ffb000';
const BLACK = '#101010';

const NO_ENTRY = `<circle cx="8" cy="8" r="9" fill="${WHITE}"/><circle cx="8" cy="8" r="8" fill="${RED}"/><rect x="2.6" y="6.2" width="10.8" height="3.6" rx=".6" fill="${WHITE}"/>`;
const SLOW = `<path d="M8 -.6L17 15.6H-1z" fill="${BLACK}"/><path d="M8 1.6L15 14.4H1z" fill="${AMBER}"/><rect x="7" y="5.4" width="2" height="5" fill="${BLACK}"/><rect x="7" y="11.4" width="2" height="2" fill="${BLACK}"/>`;

/** The sign beside words. @param {boolean} closed */
export function sign(closed) {
  return html`<svg class="road-sign" viewBox="-2 -2 20 20" aria-hidden="true">${closed
    ? svg`<circle cx="8" cy="8" r="9" fill="#ffffff" /><circle cx="8" cy="8" r="8" fill="#c1121f" /><rect x="2.6" y="6.2" width="10.8" height="3.6" rx=".6" fill="#ffffff" />`
    : svg`<path d="M8 -.6L17 15.6H-1z" fill="#101010" /><path d="M8 1.6L15 14.4H1z" fill="#ffb000" /><rect x="7" y="5.4" width="2" height="5" fill="#101010" /><rect x="7" y="11.4" width="2" height="2" fill="#101010" />`}</svg>`;
}

/** @param {string} color @param {number} width @param {number} zIndex @param {number[]} [lineDash] */
function stroke(color, width, zIndex, lineDash) {
  return new ol.style.Style({ stroke: new ol.style.Stroke({ color, width, lineDash, lineCap: 'butt' }), zIndex });
}

/** Metres a pixel above which roads lie so close that broad lines would run into each other. */
const BROAD_RESOLUTION = 25;

/** @param {boolean} closed @param {boolean} coming @param {boolean} drawn as it would be @param {boolean} broad */
function lines(closed, coming, drawn, broad) {
  if (coming) {
    return [stroke(colour('map-halo'), 6, 0), stroke(closed ? colour('c1') : colour('c2'), 3, 0.5, [3, 5])];
  }
  const by = broad ? 1 : 0.6;
  const edge = drawn ? stroke(colour('focus'), 17 * by, 1) : stroke(colour('map-halo'), 13 * by, 1);
  return closed
    ? [edge, stroke(BLACK, 10 * by, 2), stroke(WHITE, 7 * by, 3), stroke(RED, 7 * by, 4, [11 * by, 9 * by])]
    : [edge, stroke(BLACK, 10 * by, 2), stroke(AMBER, 6 * by, 3, [18 * by, 5 * by])];
}

/** @param {any} feature @param {number} resolution */
export function closureStyle(feature, resolution) {
  const { role, closed, coming, words } = feature.getProperties();
  if (role === 'roads') {
    const broad = resolution < BROAD_RESOLUTION;
    return cached(`cl/${closed}/${coming}/${broad}`, () => lines(closed, coming, false, broad));
  }
  const mark = cached(`cs/${closed}/${coming}`, () => new ol.style.Style({
    image: icon(coming ? `<g opacity=".6">${closed ? NO_ENTRY : SLOW}</g>` : closed ? NO_ENTRY : SLOW, coming ? 22 : 28),
    zIndex: 10,
  }));
  if (resolution > NAMED_RESOLUTION) {
    return mark;
  }
  return [mark, cached(`cn/${words}`, () => new ol.style.Style({ text: label(words, 'text', 'bold', 24), zIndex: 11 }))];
}

/** What is being drawn. @param {any} feature @param {number} resolution */
export function closingStyle(feature, resolution) {
  const { role, number, closed } = feature.getProperties();
  if (role === 'meant') {
    const broad = resolution < BROAD_RESOLUTION;
    return cached(`cm/${closed}/${broad}`, () => lines(closed, false, true, broad));
  }
  if (role === 'outline') {
    return cached('co', () => [stroke(colour('map-halo'), 4, 5), stroke(colour('focus'), 2, 6, [4, 5])]);
  }
  return cached(`cp/${number}`, () => new ol.style.Style({
    image: icon(`<circle cx="8" cy="8" r="8" fill="${colour('focus')}" stroke="${colour('map-halo')}" stroke-width="1.6"/><text x="8" y="11.6" text-anchor="middle" font-family="sans-serif" font-weight="bold" font-size="10" fill="${colour('map-halo')}">${number}</text>`, 22),
    zIndex: 20,
  }));
}
