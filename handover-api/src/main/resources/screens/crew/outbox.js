// @ts-check
/**
 * The taps of this crew. Each is on the tablet's disk with its key before anything else happens, and
 * goes to the server in the order of tapping, one at a time, until an answer is known: through lost
 * answers, reloads and a flat battery. The server does nothing twice for the same key.
 */
import { newKey, NoAnswer, Refused, request, sentence } from '../shared/api.js';
import { addTap, listTaps, putTap, removeTap } from './database.js';
import { changed, state } from './store.js';

const BACK_OFF_MILLIS_MIN = 500;
const BACK_OFF_MILLIS_MAX = 8_000;
const KEPT_HOURS = 24;
/** So often a server that says that it is broken is asked, before the next tap has its turn. */
const BROKEN_TRIES_MAX = 8;

/**
 * @typedef {object} Tap
 * @property {number} [n] its place in the order
 * @property {string} key
 * @property {string} user who tapped; nobody else sends it
 * @property {string} area
 * @property {string} command
 * @property {any} body
 * @property {Saw} [saw] what was on the screen, where the command has to say so
 * @property {string} words
 * @property {string} at by the tablet's clock
 * @property {'waiting' | 'sent' | 'refused'} fate
 * @property {number} tries
 * @property {boolean} urgent goes before all others
 * @property {string} [said] what the server or the link said last
 * @property {string} [code]
 * @property {number} [sequence] the area's last event when it was decided
 * @property {number} [settledAt] when the answer came, by the tablet's clock
 * @property {boolean} [seen] a refusal that the crew has seen
 */

/**
 * A version as read, and the taps that were on their way then: those that the read did not hold yet
 * have moved the version on by the time this one is sent.
 * @typedef {{version: number, sequence: number, after: string[]}} Saw
 */

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('doorstep-crew');

/** Ends the pause of a lane. @type {Record<string, (() => void) | undefined>} */
const wakers = {};
/** Lanes that were woken while they were not asleep. @type {Set<string>} */
const woken = new Set();
const LANES = ['urgent', 'ordered'];
let loading = Promise.resolve();

/** @param {Tap} tap */
function isMine(tap) {
  return tap.user === state.session?.user;
}

/** Those whose fate is not known yet, in order. @returns {Tap[]} */
export function listWaiting() {
  return state.taps.filter((tap) => tap.fate === 'waiting');
}

/** Refusals that the crew has not seen yet. @returns {Tap[]} */
export function listRefused() {
  return state.taps.filter((tap) => tap.fate === 'refused' && !tap.seen);
}

/**
 * Those that what was read at the sequence does not show yet, in order.
 * @param {number} sequence
 * @returns {Tap[]}
 */
export function listAhead(sequence) {
  return state.taps.filter(
    (tap) => tap.fate === 'waiting' || (tap.fate === 'sent' && (tap.sequence ?? 0) > sequence),
  );
}

/**
 * Takes a tap. Nothing waits for the network.
 * @param {string} command
 * @param {any} body
 * @param {string} words what it does, for the list of what was sent
 * @param {{saw?: Saw, urgent?: boolean}} [more]
 */
export async function give(command, body, words, more = {}) {
  /** @type {Tap} */
  const tap = {
    key: newKey(), user: state.session.user, area: state.area, command, body, words,
    at: new Date().toISOString(), fate: 'waiting', tries: 0, urgent: more.urgent ?? false,
    ...(more.saw && { saw: more.saw }),
  };
  try {
    tap.n = await addTap(tap);
  } catch (fault) {
    console.info('A tap could not be stored.', fault);
    state.storageFault = 'This tablet cannot store taps: keep this page open until nothing waits.';
  }
  if (tap.n === undefined) {
    state.taps = [...state.taps, tap];
  }
  await tell();
  wake();
}

/** A refusal has been seen. @param {Tap} tap */
export async function markSeen(tap) {
  tap.seen = true;
  await store(tap);
  await tell();
}

/** @param {Tap} tap */
async function store(tap) {
  if (tap.n !== undefined) {
    try {
      await putTap(tap);
    } catch (fault) {
      // The server knows the key: asking again after a restart does nothing twice.
      console.info('The fate of a tap could not be stored.', fault);
    }
  }
}

async function tell() {
  await load();
  channel?.postMessage('taps');
}

/** Reads the taps of this user again, one reading after the other, so that none is older than the last. */
function load() {
  loading = loading.then(read);
  return loading;
}

/** Those that were never stored stay. */
async function read() {
  try {
    const stored = (await listTaps()).filter(isMine);
    state.taps = [...stored, ...state.taps.filter((tap) => tap.n === undefined && isMine(tap))];
  } catch (fault) {
    console.info('The stored taps could not be read.', fault);
    state.storageFault = 'This tablet cannot read its stored taps. Tell the desk by voice what you did.';
  }
  changed();
}

/** What was settled a day ago is taken away. */
export function cleanOutbox() {
  return removeSettled(Date.now() - KEPT_HOURS * 3_600_000);
}

/** Only what waits for its sender stays. */
export function forgetSettled() {
  return removeSettled(Number.POSITIVE_INFINITY);
}

/** @param {number} before */
async function removeSettled(before) {
  try {
    const old = (await listTaps()).filter((tap) => tap.fate !== 'waiting' && Date.parse(tap.at) < before);
    await Promise.all(old.map((tap) => removeTap(tap.n)));
  } catch (fault) {
    console.info('Old taps could not be taken away.', fault);
  }
}

/** Wakes both lanes: there may be something to send, or a link again. */
export function wake() {
  LANES.forEach((lane) => {
    woken.add(lane);
    wakers[lane]?.();
  });
}

/** @param {() => void} settled called after each answer */
export async function startOutbox(settled) {
  await cleanOutbox();
  await load();
  channel?.addEventListener('message', () => load().then(wake));
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  // A call for help never stands behind another tap that has no answer yet.
  runLane('urgent', (tap) => tap.urgent, settled);
  runLane('ordered', (tap) => !tap.urgent, settled);
}

/** @param {string} name @param {(tap: Tap) => boolean} isOfLane @param {() => void} settled */
async function runLane(name, isOfLane, settled) {
  for (;;) {
    await exclusively(`doorstep-outbox-${name}`, () => drain(name, isOfLane, settled));
    await pause(name, 30_000);
  }
}

/**
 * One tab of the browser sends at a time. Without a secure context there are no locks; there one tab
 * is all there should be.
 * @param {string} name
 * @param {() => Promise<void>} then
 */
function exclusively(name, then) {
  return navigator.locks ? navigator.locks.request(name, then) : then();
}

/** @param {string} name @param {(tap: Tap) => boolean} isOfLane @param {() => void} settled */
async function drain(name, isOfLane, settled) {
  // Another tab may have sent some while this one waited for its turn.
  await load();
  for (;;) {
    const next = listWaiting().find(isOfLane);
    if (!next) {
      return;
    }
    await attempt(next);
    await store(next);
    await tell();
    if (next.fate === 'waiting') {
      const most = Math.min(BACK_OFF_MILLIS_MAX, BACK_OFF_MILLIS_MIN * 2 ** Math.min(next.tries, 8));
      await pause(name, most / 2 + (Math.random() * most) / 2);
    } else {
      settled();
    }
  }
}

/** @param {string} name @param {number} millis */
async function pause(name, millis) {
  if (!woken.has(name)) {
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      wakers[name] = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }
  woken.delete(name);
}

/** @param {Tap} tap */
async function attempt(tap) {
  tap.tries++;
  if (tap.saw && tap.body.saw === undefined) {
    tap.body = { ...tap.body, saw: versionNow(tap.saw) };
    await store(tap);
  }
  try {
    const reply = await request(`/api/areas/${tap.area}/commands/${tap.command}`, {
      method: 'POST',
      body: tap.body,
      headers: { 'Idempotency-Key': tap.key },
    });
    tap.fate = 'sent';
    tap.sequence = reply?.sequence ?? 0;
    tap.settledAt = Date.now();
    delete tap.said;
  } catch (fault) {
    judge(tap, fault);
  }
}

/** All taps before have their answers: the order sees to that. @param {Saw} saw */
function versionNow(saw) {
  const moved = state.taps.filter(
    (tap) => saw.after.includes(tap.key) && tap.fate === 'sent' && (tap.sequence ?? 0) > saw.sequence,
  );
  return saw.version + moved.length;
}

/** @param {Tap} tap @param {unknown} fault */
function judge(tap, fault) {
  if (!(fault instanceof Refused)) {
    tap.said = fault instanceof NoAnswer ? fault.message : String(fault);
    return;
  }
  const { status, code } = fault.problem;
  const broken = status === 500 && tap.tries >= BROKEN_TRIES_MAX;
  tap.said = sentence(fault.problem);
  if ((status < 500 && ![401, 408, 425, 429].includes(status)) || broken) {
    tap.fate = 'refused';
    tap.code = code;
  } else if (status === 401) {
    state.signedOut = true;
    tap.said = 'You are signed out: it goes on once you have signed in.';
  }
}
