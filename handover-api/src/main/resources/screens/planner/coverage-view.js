// @ts-check
/** Where help could be in time: zones on the map by the share of the time that a free unit was near, with the table. */
import { html, nothing, svg } from 'lit-html';
import { figure } from './figure.js';
import { drawZones } from './coverage-map.js';
import { fixed } from './numbers.js';
import { changed, page } from './state.js';
import { scenarioTitle } from './words.js';

/** Which scenario is shown, and whether as its difference from the base. */
const looked = { scenario: '', difference: false };
const KEY = 'covered-share';
const CLASSES = ['up to 10 %', '10 to 30 %', '30 to 50 %', '50 to 70 %', '70 to 80 %', '80 to 90 %', 'over 90 %'];
const ENDS = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9];
const CHANGES = ['10 points or more less', '5 to 10 less', '1 to 5 less', 'within 1 point', '1 to 5 more', '5 to 10 more', '10 points or more more'];
const CHANGE_ENDS = [-0.1, -0.05, -0.01, 0.01, 0.05, 0.1];

/** @param {number} value @param {number[]} ends */
const classIn = (value, ends) => { const at = ends.findIndex((end) => value < end); return at < 0 ? ends.length : at; };

/** @param {any} scenario */
const zonesOf = (scenario) => (scenario.groups ?? []).filter((/** @type {any} */ it) => it.kind === 'zone' && it.measures?.[KEY] && Number.isFinite(it.lat));

/** @param {number} value */
const percent = (value) => `${fixed(value * 100, 1)} %`;

/** @param {number} value */
const points = (value) => `${value >= 0.0005 ? '+' : ''}${fixed(value * 100, 1)}`;

/** The zones as they are to be coloured. @param {any} report @param {any} scenario */
function zones(report, scenario) {
  const before = new Map(zonesOf(report.scenarios[0]).map((/** @type {any} */ it) => [it.name, it.measures[KEY].mean]));
  return zonesOf(scenario).map((/** @type {any} */ it) => {
    const value = it.measures[KEY].mean;
    const by = value - (before.get(it.name) ?? value);
    return { name: `Zone ${it.name}`, lat: it.lat, lon: it.lon, weight: it.weight, value, by, of: looked.difference ? classIn(by, CHANGE_ENDS) : classIn(value, ENDS), words: looked.difference ? points(by) : percent(value) };
  });
}

/** Of all incidents, the share that came from where help was near; the weights are the demand. @param {any[]} all */
function weighted(all) {
  const sum = all.reduce((total, it) => total + (it.weight ?? 1), 0);
  return sum ? all.reduce((total, it) => total + (it.weight ?? 1) * it.value, 0) / sum : NaN;
}

/** @param {any} report */
function table(report) {
  const [base, ...others] = report.scenarios;
  const all = zonesOf(base).sort((/** @type {any} */ one, /** @type {any} */ other) => one.measures[KEY].mean - other.measures[KEY].mean);
  const of = (/** @type {any} */ scenario, /** @type {string} */ name) => zonesOf(scenario).find((/** @type {any} */ it) => it.name === name)?.measures[KEY].mean;
  return {
    head: ['Zone', 'Share of demand', scenarioTitle(report, base.name), ...others.flatMap((/** @type {any} */ it) => [scenarioTitle(report, it.name), 'points'])],
    rows: all.map((/** @type {any} */ zone) => [`Zone ${zone.name}`, zone.weight === undefined ? '–' : percent(zone.weight), percent(zone.measures[KEY].mean), ...others.flatMap((/** @type {any} */ it) => {
      const value = of(it, zone.name);
      return value === undefined ? ['–', '–'] : [percent(value), points(value - zone.measures[KEY].mean)];
    })]),
  };
}

/** The zones without roads, to be taken away as a drawing. @param {any[]} all @param {string[]} words */
function drawing(all, words) {
  const [west, east] = [Math.min(...all.map((it) => it.lon)), Math.max(...all.map((it) => it.lon))];
  const [south, north] = [Math.min(...all.map((it) => it.lat)), Math.max(...all.map((it) => it.lat))];
  // A degree of longitude is shorter than one of latitude, here by that much.
  const scale = 700 / ((east - west) * Math.cos((north * Math.PI) / 180) || 1);
  const x = (/** @type {number} */ lon) => 20 + (lon - west) * Math.cos((north * Math.PI) / 180) * scale;
  const y = (/** @type {number} */ lat) => 20 + (north - lat) * scale;
  const fill = looked.difference ? 'd' : 'k';
  return svg`<svg class="chart zones" viewBox="0 0 940 ${Math.ceil(y(south)) + 20}" aria-hidden="true">${all.map((it) => svg`<circle class="zone ${fill}${it.of}" cx=${x(it.lon)} cy=${y(it.lat)} r="15"/><text x=${x(it.lon)} y=${y(it.lat) + 4} text-anchor="middle" font-size="9">${it.words.replace(/\.\d/, '').replace(' %', '')}</text>`)}
    ${words.map((it, i) => svg`<rect class="zone ${fill}${i}" x="760" y=${20 + i * 22} width="16" height="14"/><text x="782" y=${32 + i * 22}>${it}</text>`)}</svg>`;
}

/** @param {any} report */
export function coverageView(report) {
  const [base] = report.scenarios;
  if (!report.scenarios.some((/** @type {any} */ it) => zonesOf(it).length)) {
    return html`<p class="empty">These results have no zones.</p>`;
  }
  const scenario = report.scenarios.find((/** @type {any} */ it) => it.name === looked.scenario) ?? report.scenarios.at(-1);
  looked.difference = looked.difference && scenario !== base;
  const all = zones(report, scenario);
  const words = looked.difference ? CHANGES : CLASSES;
  const shownClass = (/** @type {number} */ value) => (looked.difference ? { of: classIn(value, CHANGE_ENDS), words: points(value) } : { of: classIn(value, ENDS), words: percent(value) });
  requestAnimationFrame(() => drawZones(all.map((/** @type {any} */ it) => ({ ...it, shown: looked.difference ? it.by : it.value })), shownClass, looked.difference));
  const plot = html`<div class="map-frame"><div id="coverage-map" class="map" tabindex="0" role="application" aria-label="Map of zones; the table holds all that it shows"></div>
      <div class="map-key" role="region" aria-label="Key of the map"><h4>${looked.difference ? 'Against the base' : 'Of the time, a free ambulance within 8 minutes'}</h4>
        <ul>${words.map((it, i) => html`<li><span class="swatch ${looked.difference ? 'd' : 'k'}${i}" aria-hidden="true"></span>${it}</li>`).reverse()}</ul></div>
      <div hidden>${drawing(all, words)}</div>
      ${page.reference.map?.synthetic ? html`<p class="synthetic">Synthetic roads: not for navigation</p>` : nothing}
      <p id="map-lost" class="map-lost" role="status" hidden>Map unavailable. The table holds all that it shows.</p></div>`;
  return html`<div class="switch" role="group" aria-label="Scenario">${report.scenarios.map((/** @type {any} */ it) => html`<button type="button" data-scenario=${it.name} aria-pressed=${it === scenario} @click=${() => { looked.scenario = it.name; changed(); }}>${scenarioTitle(report, it.name)}</button>`)}
      <label class="radio"><input type="checkbox" id="difference" .checked=${looked.difference} ?disabled=${scenario === base} @change=${(/** @type {any} */ event) => { looked.scenario = scenario.name; looked.difference = event.target.checked; changed(); }} /> difference from the base</label></div>
    <p id="covered"><b>${percent(weighted(all))}</b> of demand, where it comes from weighed, had a free ambulance within 8 minutes under <b>${scenarioTitle(report, scenario.name)}</b>${scenario === base ? nothing : html` <span class="base">base: ${percent(weighted(zones(report, base)))}</span>`}.</p>
    ${figure({ id: 'coverage', title: `Cover: ${scenarioTitle(report, scenario.name)}${looked.difference ? ', difference from the base' : ''}`, plot, table: table(report) })}`;
}
