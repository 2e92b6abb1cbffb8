// @ts-check
/** How soon help would come, on the map: areas by the drive of the nearest unit that is free. */
import { html, nothing, render } from 'lit-html';
import { request } from '../shared/api.js';
import { sourceOf } from './map.js';
import { say } from './notice.js';
import { state } from './store.js';

const MINUTES = [7, 8, 15, 18, 30, 40];
const READ_AGAIN_MILLIS = 20_000;
let shown = false;
let drawnAt = '';
let fault = '';
let timer = 0;

/** Shows the areas, or takes them away. */
export function toggleCover() {
  shown = !shown;
  clearTimeout(timer);
  if (shown) {
    say('Reading how soon help would come.');
    readCover();
  } else {
    sourceOf('cover')?.clear(true);
    sourceOf('cover')?.changed();
    say('Cover is off the map.');
  }
  paintLegend();
}

async function readCover() {
  try {
    const bands = await request(`/api/areas/${state.area}/cover?minutes=${MINUTES.join()}`);
    draw(bands);
    drawnAt = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Europe/London' }).format(new Date());
    fault = '';
  } catch (found) {
    fault = found instanceof Error ? found.message : String(found);
  }
  paintLegend();
  if (shown) {
    timer = setTimeout(readCover, READ_AGAIN_MILLIS);
  }
}

/** @param {any} bands */
function draw(bands) {
  const { ol } = /** @type {any} */ (globalThis);
  const source = sourceOf('cover');
  if (!source || !shown) {
    return;
  }
  const features = new ol.format.GeoJSON().readFeatures(bands, { featureProjection: 'EPSG:3857' });
  for (const feature of features) {
    const to = feature.get('toSeconds');
    feature.set('band', to ? MINUTES.indexOf(to / 60) : MINUTES.length, true);
  }
  source.clear(true);
  source.addFeatures(features);
}

function paintLegend() {
  const place = document.getElementById('cover');
  if (!place) {
    return;
  }
  place.toggleAttribute('hidden', !shown);
  render(shown ? legend() : nothing, place);
}

function legend() {
  const names = [...MINUTES.map((minutes, i) => `${i ? `${MINUTES[i - 1]} to ` : 'up to '}${minutes} min`), `over ${MINUTES.at(-1)} min`];
  return html`
    <h2>Nearest free unit, on blue lights</h2>
    <ul>${names.map((name, i) => html`<li><span class="swatch" data-band=${i}></span>${name}</li>`)}</ul>
    <p>${fault ? html`<strong>Not read anew: ${fault}</strong>` : drawnAt ? `At ${drawnAt}, without turn-out time` : 'Being read'}</p>`;
}
