// @ts-check
/** What services say of their room at a glance, and the switch that lets queues count. */
import { request } from '../shared/api.js';
import { shortClock } from '../shared/format.js';
import { say } from './notice.js';
import { changed, state } from './store.js';

const AGAIN_MILLIS = 20_000;
const SHUT = ['FULL', 'PAUSED', 'ADVICE_ONLY', 'NO_MORE_TODAY'];

export const rooms = {
  shut: 0,
  /** Hospitals that have said a queue lately. */
  queued: 0,
  /** @type {any} */
  levelling: undefined,
  fault: '',
};

export function followRooms() {
  readRooms();
  setInterval(readRooms, AGAIN_MILLIS);
  addEventListener('doorstep-queue', (event) => putDownQueue(/** @type {CustomEvent} */ (event).detail));
  addEventListener('doorstep-level', (event) => switchLevelling(/** @type {CustomEvent} */ (event).detail));
}

async function readRooms() {
  try {
    const { services, levelling } = await request(`/api/areas/${state.area}/services/words`);
    rooms.shut = services.filter((/** @type {any} */ it) => SHUT.includes(it.room.room)).length;
    rooms.queued = services.filter((/** @type {any} */ it) => it.handover?.source === 'LIVE').length;
    rooms.levelling = levelling;
    rooms.fault = '';
  } catch (fault) {
    rooms.fault = fault instanceof Error ? fault.message : String(fault);
  }
  changed('header');
}

/** @param {{on: boolean, reason?: string}} wanted */
async function switchLevelling(wanted) {
  try {
    const { levelling } = await request(`/api/areas/${state.area}/load-levelling`, { method: 'PUT', body: wanted });
    rooms.levelling = levelling;
    say(wanted.on ? `Load-levelling is on: ${levelling.reason}. Crews are told; never where minutes count.` : 'Load-levelling is off: destinations are by drive alone.');
  } catch (fault) {
    say(`Load-levelling is not switched. ${fault instanceof Error ? fault.message : fault}`, 'bad');
  }
  changed('header');
}

/** @param {{service: string, name: string, queue: {ambulancesWaiting: number, handoverMinutes: number}}} told */
async function putDownQueue({ service, name, queue }) {
  try {
    await request(`/api/areas/${state.area}/services/${service}/words`, { method: 'POST', body: { queue } });
    say(`${name}: ${queue.ambulancesWaiting} waiting, ${queue.handoverMinutes} min to handover. It holds half an hour.`);
  } catch (fault) {
    say(`${name}: not put down. ${fault instanceof Error ? fault.message : fault}`, 'bad');
  }
  readRooms();
}

/** What the button in the header says aloud. */
export function roomsInWords() {
  const levelling = rooms.levelling?.on ? ` Load-levelling is on since ${shortClock(rooms.levelling.said.at)} by ${String(rooms.levelling.said.by).replace(/^user:/, '')}: ${rooms.levelling.reason}.` : '';
  return rooms.fault ? `What services say cannot be read: ${rooms.fault}`
    : `Open now: ${rooms.shut} full or paused, ${rooms.queued} with a queue said.${levelling}`;
}
