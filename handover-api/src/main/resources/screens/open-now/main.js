// @ts-check
/** What is open now: by need, near a place, until when, with room and telephone; and why not others. */
import { html, nothing, render } from 'lit-html';
import { Refused, request } from '../shared/api.js';
import { destinationReason, handoverWords, minutesOf, NEEDS, ROOMS, roomWords } from '../shared/destination-words.js';
import { enter } from '../shared/entrance.js';
import { shortClock } from '../shared/format.js';
import { signOut } from '../shared/session.js';
import { restoreTheme, switchTheme, theme } from '../shared/theme.js';

const AGAIN_MILLIS = 30_000;
const OLD_MILLIS = 90_000;
const SAYABLE = ['OPEN', 'LIMITED', 'PAUSED', 'FULL', 'ADVICE_ONLY', 'UNKNOWN'];
const SHUT = ['PAUSED', 'FULL', 'ADVICE_ONLY', 'NO_MORE_TODAY'];
const SEEING = ['desk', 'hub', 'crew', 'hospital', 'service', 'practice'];
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'Europe/London' });

const page = {
  area: '',
  /** @type {any} */
  session: undefined,
  /** @type {any} */
  reference: undefined,
  /** @type {any} */
  found: undefined,
  /** @type {any} */
  levelling: undefined,
  readAt: 0,
  fault: '',
  need: new URL(location.href).searchParams.get('need') ?? '',
  near: new URL(location.href).searchParams.get('near') ?? '',
};
let asked = 0;

/** Bases and posts by name: towns that everybody knows. @returns {any[]} */
function places() {
  return (page.reference?.stations ?? [])
    .filter((/** @type {any} */ it) => it.place ?? it.position ?? it.lat !== undefined)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => a.name.localeCompare(b.name));
}

async function read() {
  const mine = ++asked;
  const query = new URLSearchParams();
  if (page.need) {
    query.set('need', page.need);
  }
  const near = places().find((it) => it.name === page.near);
  const at = near?.place ?? near?.position ?? near;
  if (at) {
    query.set('lat', at.lat);
    query.set('lon', at.lon);
  }
  try {
    const [found, switched] = await Promise.all([
      request(`/api/areas/${page.area}/services/search?${query}`),
      request(`/api/areas/${page.area}/load-levelling`),
    ]);
    if (mine !== asked) {
      return;
    }
    Object.assign(page, { found, levelling: switched.levelling, readAt: Date.now(), fault: '' });
  } catch (fault) {
    if (fault instanceof Refused && fault.problem.status === 401) {
      location.replace('/sign-in');
    }
    page.fault = fault instanceof Error ? fault.message : String(fault);
  }
  paint();
}

/** When hours change, with the day where it is another. @param {string} instant */
function moment(instant) {
  const day = DAY.format(new Date(instant));
  return day === DAY.format(new Date(page.found.asOf)) ? shortClock(instant) : `${day} ${shortClock(instant)}`;
}

/** @param {any} it */
function hoursWords(it) {
  if (!it.hours.changesAt) {
    return it.hours.open ? 'day and night' : 'no hours known';
  }
  return `${it.hours.open ? 'until' : 'opens'} ${moment(it.hours.changesAt)}`;
}

/** @param {any} it */
function foundView(it) {
  const { service } = it;
  const kinds = service.needs.map((/** @type {string} */ need) => NEEDS[need] ?? need).join(', ');
  const reasons = it.reasons.filter((/** @type {any} */ each) => each.code !== 'CAPACITY_UNKNOWN').map(destinationReason);
  return html`<tr data-service=${service.service} data-room=${it.room.room}>
    <th scope="row">${service.name}<span class="aside">${kinds}</span></th>
    <td class="num">${it.driveMillis === undefined ? (service.comesToPatient ? html`<span class="aside">comes or rings</span>` : '') : minutesOf(it.driveMillis / 1000)}</td>
    <td>${hoursWords(it)}</td>
    <td class="room"><i aria-hidden="true"></i>${roomWords(it.room)}${it.handover ? html`<span class="aside">${handoverWords(it.handover)}</span>` : nothing}</td>
    <td class="tel">${telephone(service)}</td>
    <td class="know">${reasons.join('; ')}${leafletsView(it.leaflets)}</td>
    ${mayPutDown() ? html`<td>${putDownView(service)}</td>` : nothing}
  </tr>`;
}

/** Desk and hub put down what they were told on the telephone. */
function mayPutDown() {
  return page.session.roles.some((/** @type {string} */ role) => role === 'desk' || role === 'hub');
}

/** @param {any} service */
function putDownView(service) {
  return mayPutDown()
    ? html`<select class="put-down" aria-label=${`Put down for ${service.name}`} @change=${(/** @type {any} */ event) => putDown(service, event.target)}>
        <option value="">put down</option>${SAYABLE.map((code) => html`<option value=${code}>${code === 'UNKNOWN' ? 'take back' : ROOMS[code]}</option>`)}</select>`
    : nothing;
}

/** @param {any} service @param {HTMLSelectElement} select */
async function putDown(service, select) {
  const room = select.value;
  select.value = '';
  try {
    await request(`/api/areas/${page.area}/services/${service.service}/words`, { method: 'POST', body: { room } });
  } catch (fault) {
    page.fault = `${service.name}: ${fault instanceof Error ? fault.message : fault}`;
    return paint();
  }
  read();
}

/** An invented number is never dialled by a touch. @param {any} service */
function telephone(service) {
  return service.invented ? html`<span>${service.telephone}</span> <span class="aside">invented</span>`
    : html`<a href="tel:${service.telephone.replace(/\s/g, '')}">${service.telephone}</a>`;
}

/** @param {any[]} leaflets */
function leafletsView(leaflets) {
  return leaflets.length ? html`<details><summary>Leaflets: ${leaflets.length}</summary>${leaflets.map((it) => html`<p><b>${it.title}.</b> ${it.text ?? ''}
    ${it.link ? html`<a href=${it.link} rel="noreferrer">${it.link}</a>` : nothing}</p>`)}</details>` : nothing;
}

/** @param {any} it */
function rejectedView(it) {
  return html`<li data-service=${it.service.service}><b>${it.service.name}</b>: ${destinationReason(it.reason)}${it.reason.code === 'CLOSED' && it.hours.changesAt ? `, ${hoursWords(it)}` : ''}${it.room.room === 'PAUSED' && it.room.until ? `, until ${shortClock(it.room.until)}` : ''}
    <span class="aside">${it.service.telephone}</span> ${SHUT.includes(it.reason.code) ? putDownView(it.service) : nothing}</li>`;
}

function filtersView() {
  return html`<form class="filters" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <label>What is needed <select id="need" @change=${choose('need')}><option value="">anything</option>
      ${Object.entries(NEEDS).map(([code, words]) => html`<option value=${code} ?selected=${page.need === code}>${words}</option>`)}</select></label>
    <label>Near <select id="near" @change=${choose('near')}><option value="">no place</option>
      ${places().map((it) => html`<option ?selected=${page.near === it.name}>${it.name}</option>`)}</select></label>
    <button type="button" id="refresh" @click=${read}>Read again <kbd>r</kbd></button>
    <button type="button" id="print" @click=${() => print()}>Print</button>
  </form>`;
}

/** @param {'need' | 'near'} name */
function choose(name) {
  return (/** @type {any} */ event) => {
    page[name] = event.target.value;
    const url = new URL(location.href);
    page[name] ? url.searchParams.set(name, page[name]) : url.searchParams.delete(name);
    history.replaceState(null, '', url);
    read();
  };
}

function ageView() {
  const old = page.fault || Date.now() - page.readAt > OLD_MILLIS;
  return html`<p class="age ${old ? 'old' : ''}" role="status">${page.found ? `As at ${moment(page.found.asOf)}.` : ''}
    ${page.fault ? html`<b>Not read again: ${page.fault} What is shown grows old.</b>` : ''}
    ${page.levelling?.on ? html`<b id="levelling">Load-levelling is on since ${shortClock(page.levelling.said.at)}: ${page.levelling.reason}.</b>` : nothing}</p>`;
}

function pageView() {
  const found = page.found?.found ?? [];
  const telling = (page.found?.rejected ?? []).filter((/** @type {any} */ it) => it.reason.code !== 'LACKS_NEED');
  return html`${filtersView()}${ageView()}
    ${page.found && !found.length ? html`<p class="note bad" id="none">Nothing of this kind takes patients now. Ring the hub, or look below why.</p>` : nothing}
    ${found.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Services that take patients now"><table id="found">
      <thead><tr><th scope="col">Service</th><th scope="col">Drive</th><th scope="col">Open</th><th scope="col">Room</th><th scope="col">Telephone</th><th scope="col">To know first</th>
        ${mayPutDown() ? html`<th scope="col">It has said</th>` : nothing}</tr></thead>
      <tbody>${found.map(foundView)}</tbody></table></div>` : nothing}
    ${telling.length ? html`<details id="rejected"><summary>Why not others: ${telling.length}</summary><ul>${telling.map(rejectedView)}</ul></details>` : nothing}
    ${page.found ? html`<p class="aside" id="source">${page.found.note}</p>` : nothing}`;
}

/** @param {string} id @returns {HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

function paint() {
  render(html`<h1>Doorstep <span class="area">${page.reference.name}, open now</span></h1>
    <div class="tools">
      <button type="button" id="theme" @click=${() => { switchTheme(); paint(); }}>${theme() === 'dark' ? 'Light' : 'Dark'}</button>
      <button type="button" id="sign-out" @click=${signOut}>Sign out</button>
    </div>`, at('header'));
  render(pageView(), at('page'));
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const typing = event.target instanceof HTMLElement && ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName);
  if (event.key === 'r' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    read();
  }
}

async function start() {
  restoreTheme();
  if (!(await enter(page, SEEING, at('start')))) {
    return;
  }
  addEventListener('keydown', onKey);
  await read();
  setInterval(read, AGAIN_MILLIS);
}

start();
