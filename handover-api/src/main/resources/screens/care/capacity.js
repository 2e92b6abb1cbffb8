// @ts-check
/** What a hospital or service says of its room and its door: seen in the header, said in a card. */
import { html, nothing } from 'lit-html';
import { Refused, request, sentence } from '../shared/api.js';
import { handoverWords, minutesOf, ROOM_NOTES, ROOMS, roomWords } from '../shared/destination-words.js';
import { rough, shortClock } from '../shared/format.js';
import { changed } from '../shared/painting.js';
import { secondsSince, serverNow } from '../shared/server-clock.js';
import { state } from './state.js';

const WORDS = { UNKNOWN: 'not said', GREEN: 'room', AMBER: 'under pressure', RED: 'full' };
/** What each colour says. @type {Record<string, string>} */
const OF_COLOUR = { UNKNOWN: 'UNKNOWN', GREEN: 'OPEN', AMBER: 'LIMITED', RED: 'FULL' };
/** @type {Record<string, string>} */
const COLOURS = { OPEN: 'GREEN', LIMITED: 'AMBER', PAUSED: 'RED', FULL: 'RED', ADVICE_ONLY: 'RED', NO_MORE_TODAY: 'RED', UNKNOWN: 'UNKNOWN' };
const SAYABLE = ['OPEN', 'LIMITED', 'PAUSED', 'FULL', 'ADVICE_ONLY'];
const AGAIN_MILLIS = 30_000;
const DAY_MILLIS = 86_400_000;

/** What the server has of the own service. @type {any} */
let said;
let fault = '';
let begun = false;
const draft = { room: '', until: '', places: '', note: '', waiting: '', minutes: '' };

async function read() {
  try {
    const { services } = await request(`/api/areas/${state.area}/services/words`);
    said = services.find((/** @type {any} */ each) => each.service === state.session.service);
    fault = '';
  } catch (problem) {
    fault = inWords(problem);
  }
  changed('header', 'page');
}

/** @param {unknown} problem */
function inWords(problem) {
  return problem instanceof Refused ? sentence(problem.problem) : 'The server does not answer.';
}

/** @param {any} body @returns {Promise<boolean>} */
async function say(body) {
  try {
    await request(`/api/areas/${state.area}/services/${state.session.service}/words`, { method: 'POST', body });
  } catch (problem) {
    fault = `Not said: ${inWords(problem)}`;
    changed('header', 'page');
    return false;
  }
  await read();
  return true;
}

function begin() {
  if (!begun && state.session?.service) {
    begun = true;
    read();
    setInterval(read, AGAIN_MILLIS);
  }
}

/** For crews who choose where to go; an old word is shown as old. */
export function capacityView() {
  begin();
  const now = COLOURS[said?.room.room ?? 'UNKNOWN'];
  const age = said?.said ? `said ${rough(Math.max(0, secondsSince(said.said.at)))} ago` : '';
  return html`<label class="capacity" data-capacity=${now}>Room
      <select id="capacity" @change=${(/** @type {any} */ event) => say({ room: OF_COLOUR[event.target.value] })}>
        ${Object.entries(WORDS).map(([code, words]) => html`<option value=${code} ?selected=${code === now}>${words}</option>`)}
      </select>
      <span class="aside" role="status">${fault || age}</span>
    </label>`;
}

/** The next moment with that time on the clock. @param {string} clock */
function nextMoment(clock) {
  const at = new Date(serverNow());
  const [hours, minutes] = clock.split(':').map(Number);
  at.setHours(hours, minutes, 0, 0);
  return new Date(at.getTime() <= serverNow() ? at.getTime() + DAY_MILLIS : at.getTime()).toISOString();
}

/** @param {SubmitEvent} event */
async function sayRoom(event) {
  event.preventDefault();
  const done = await say({
    room: draft.room || said?.room.room,
    ...(draft.until && { until: nextMoment(draft.until) }),
    ...(draft.places !== '' && { placesLeft: Number(draft.places) }),
    ...(draft.note && { note: draft.note }),
  });
  if (done) {
    Object.assign(draft, { room: '', until: '', places: '', note: '' });
    changed('page');
  }
}

/** @param {SubmitEvent} event */
async function sayQueue(event) {
  event.preventDefault();
  if (await say({ queue: { ambulancesWaiting: Number(draft.waiting), handoverMinutes: Number(draft.minutes) } })) {
    Object.assign(draft, { waiting: '', minutes: '' });
    changed('page');
  }
}

/** @param {'room' | 'until' | 'places' | 'note' | 'waiting' | 'minutes'} name */
const put = (name) => (/** @type {any} */ event) => {
  draft[name] = event.target.value;
  changed('page');
};

function roomForm() {
  const paused = draft.room === 'PAUSED';
  return html`<form id="room-form" @submit=${sayRoom}>
    <fieldset><legend>We are</legend><div class="rooms">${SAYABLE.map((code) => html`<label><input type="radio" name="room" value=${code}
      required .checked=${draft.room === code} @change=${put('room')} /> ${ROOMS[code]}</label>`)}</div></fieldset>
    <label>${paused ? 'Paused until' : 'Take patients until'} <input type="time" id="room-until" .value=${draft.until} @input=${put('until')} /></label>
    <label>Places left <input type="number" id="room-places" min="0" max="500" inputmode="numeric" .value=${draft.places} @input=${put('places')} /></label>
    <label>Why <select id="room-note" @change=${put('note')}><option value="">not said</option>
      ${Object.entries(ROOM_NOTES).map(([code, words]) => html`<option value=${code} ?selected=${draft.note === code}>${words}</option>`)}</select></label>
    <button type="submit" class="primary" id="say-room">Say our room</button>
  </form>`;
}

function queueForm() {
  return html`<form id="queue-form" @submit=${sayQueue}>
    <label>Ambulances waiting <input type="number" id="queue-waiting" required min="0" max="60" inputmode="numeric" .value=${draft.waiting} @input=${put('waiting')} /></label>
    <label>Minutes to handover now <input type="number" id="queue-minutes" required min="0" max="720" inputmode="numeric" .value=${draft.minutes} @input=${put('minutes')} /></label>
    <button type="submit" class="primary" id="say-queue">Say our queue</button>
  </form>`;
}

/** The card in which a service speaks; a hospital says its queue as well. @param {boolean} hasDoor */
export function roomView(hasDoor) {
  begin();
  const holds = said ? minutesOf(said.holdsSeconds) : '';
  return html`<section class="said" aria-labelledby="said-title">
    <h2 id="said-title">What crews see of us</h2>
    <p id="said-room" data-room=${said?.room.room ?? nothing}><b>${said ? roomWords(said.room) : 'Reading.'}</b>
      ${said?.said ? html`<span class="aside">at ${shortClock(said.said.at)} by ${String(said.said.by).replace(/^user:/, '')}</span>` : nothing}</p>
    ${hasDoor && said?.handover ? html`<p id="said-queue"><b>${handoverWords(said.handover)}</b></p>` : nothing}
    ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
    <details id="say"><summary>Say something else</summary>
      ${roomForm()}
      ${hasDoor ? queueForm() : nothing}
      <p class="aside">A word holds ${holds}, then crews read “not said”; a pause ends at its time, and then too. A queue holds 30 min.</p>
    </details>
  </section>`;
}
