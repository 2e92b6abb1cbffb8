// @ts-check
/** What a hospital or service says of its room: seen, and changed, in the header of its page. */
import { html } from 'lit-html';
import { Refused, request, sentence } from '../shared/api.js';
import { rough } from '../shared/format.js';
import { changed } from '../shared/painting.js';
import { secondsSince } from '../shared/server-clock.js';
import { state } from './state.js';

const WORDS = { UNKNOWN: 'not said', GREEN: 'room', AMBER: 'under pressure', RED: 'full' };
const AGAIN_MILLIS = 60_000;

/** @type {{capacity: string, reportedAt: string} | undefined} */
let said;
let fault = '';
let begun = false;

async function read() {
  try {
    const { capacities } = await request(`/api/areas/${state.area}/capacities`);
    said = capacities.find((/** @type {any} */ each) => each.service === state.session.service);
    fault = '';
  } catch (problem) {
    fault = problem instanceof Refused ? sentence(problem.problem) : 'The server does not answer.';
  }
  changed('header');
}

/** @param {string} capacity */
async function say(capacity) {
  try {
    await request(`/api/areas/${state.area}/capacities`, { method: 'POST', body: { capacity } });
  } catch (problem) {
    fault = `Not said: ${problem instanceof Refused ? sentence(problem.problem) : 'the server does not answer.'}`;
    changed('header');
    return;
  }
  await read();
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
  const now = said?.capacity ?? 'UNKNOWN';
  return html`<label class="capacity" data-capacity=${now}>Room
      <select id="capacity" @change=${(/** @type {any} */ event) => say(event.target.value)}>
        ${Object.entries(WORDS).map(([code, words]) => html`<option value=${code} ?selected=${code === now}>${words}</option>`)}
      </select>
      <span class="aside" role="status">${fault || (said ? `said ${rough(Math.max(0, secondsSince(said.reportedAt)))} ago` : '')}</span>
    </label>`;
}
