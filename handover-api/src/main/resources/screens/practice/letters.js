// @ts-check
/** The letters of the practice, in groups by what is to be done with them. */
import { Refused, request } from '../shared/api.js';
import { rough } from '../shared/format.js';
import { changed } from '../shared/painting.js';
import { secondsSince } from '../shared/server-clock.js';
import { HANDOVER_STATES, RETRACTIONS } from '../shared/words.js';
import { keyOf, readSoon, state } from '../care/state.js';

/** Letters, and what takes them back, come as messages: the log of the area says nothing of their coming. */
const AGAIN_MILLIS = 10_000;

/** The newest first. @type {any[]} */
let letters = [];
let open = { id: '', /** @type {any} */ letter: undefined, fault: '' };

export async function readLetters() {
  letters = (await request(`/api/areas/${state.area}/letters`)).letters;
}

/** Looks for letters in between; that the link is lost is said by the page. */
export function keepReading() {
  setInterval(() => state.read && !state.signedOut && !state.fault && void readLetters().then(changed, () => {}), AGAIN_MILLIS);
}

export function openId() {
  return open.id;
}

export function opened() {
  return open;
}

/** @param {any} entry of the list as it is now; the letter's own is of when it was opened */
export function latest(entry) {
  return letters.find((it) => it.id === entry.id) ?? entry;
}

/** Whether a newer letter about the same patient has come. @param {any} entry */
export function isReplaced(entry) {
  return !entry.withdrawn && letters.find((it) => !it.withdrawn && keyOf(it.patient) === keyOf(entry.patient))?.id !== entry.id;
}

/** @param {any} entry */
export function waitsForUs(entry) {
  return !entry.withdrawn && entry.kind === 'ACTION_REQUESTED' && ['SENT', 'RECEIVED'].includes(entry.state) && !isReplaced(entry);
}

/** @param {any} entry */
function waitsForHub(entry) {
  return !entry.withdrawn && entry.state === 'QUERIED' && !isReplaced(entry);
}

/** Accepted by us, and nobody has said yet what became of it. @param {any} entry */
export function waitsForFollowUp(entry) {
  return entry.kind === 'ACTION_REQUESTED' && entry.state === 'ACCEPTED' && !entry.withdrawn && !isReplaced(entry);
}

/** @returns {{unread: any[], answer: any[], doing: any[], done: any[]}} */
export function groups() {
  const answer = letters.filter((it) => waitsForUs(it) || waitsForHub(it)).sort(byDue);
  const doing = letters.filter(waitsForFollowUp).sort(byDue);
  return {
    unread: letters.filter((it) => !it.arrival.readAt && !isReplaced(it) && !it.withdrawn),
    answer,
    doing,
    done: letters.filter((it) => (it.arrival.readAt || isReplaced(it) || it.withdrawn) && !answer.includes(it) && !doing.includes(it)),
  };
}

/** @param {any} a @param {any} b */
function byDue(a, b) {
  return Number(waitsForHub(a)) - Number(waitsForHub(b)) || (dueMillis(a) ?? Infinity) - (dueMillis(b) ?? Infinity);
}

/** @param {any} entry @returns {number | undefined} */
function dueMillis(entry) {
  const { dueAt, dueOn } = entry.arrival;
  return dueAt ? Date.parse(dueAt) : dueOn ? Date.parse(`${dueOn}T23:59:59Z`) : undefined;
}

/** @param {any} entry */
export function isOverdue(entry) {
  const due = dueMillis(entry);
  return waitsForUs(entry) && due !== undefined && secondsSince(new Date(due).toISOString()) > 0;
}

/** Until when something is asked; empty where nothing waits for the practice. @param {any} entry */
export function dueOf(entry) {
  const due = dueMillis(entry);
  if (!waitsForUs(entry)) {
    return '';
  }
  if (due === undefined) {
    return 'no time given';
  }
  const seconds = -secondsSince(new Date(due).toISOString());
  return seconds < 0 ? `overdue by ${days(-seconds)}` : `answer within ${days(seconds)}`;
}

/** @param {number} seconds */
function days(seconds) {
  const whole = Math.floor(seconds / 86_400);
  return whole >= 2 ? `${whole} days` : rough(seconds);
}

/** @param {any} entry */
export function entryWords(entry) {
  if (entry.withdrawn) {
    return `Withdrawn by the sender, do not use: ${RETRACTIONS[entry.withdrawn] ?? 'no reason given'}`;
  }
  if (isReplaced(entry)) {
    return 'Replaced by a newer letter';
  }
  if (waitsForUs(entry)) {
    return 'Action asked';
  }
  switch (entry.state) {
    case 'QUERIED':
      return 'You asked back: waiting for an answer';
    case 'ACCEPTED':
      return 'Accepted by you: say when it is done';
    case 'FOLLOWED_UP':
      return 'Followed up: you have said what became of it';
    case 'REFUSED':
      return 'Refused by you: the hub looks for another way';
    case 'ELSEWHERE':
      return 'Gone to another practice';
    default:
      return entry.kind === 'FOR_INFORMATION' ? 'For information' : `Action asked; ${HANDOVER_STATES[entry.state] ?? 'state not known'}`;
  }
}

/** @param {string} id */
export async function openLetter(id) {
  open = { id, letter: undefined, fault: '' };
  changed();
  try {
    const letter = await request(`/api/areas/${state.area}/letters/${id}`);
    if (open.id === id) {
      open.letter = letter;
      readSoon();
    }
  } catch (fault) {
    if (fault instanceof Refused && fault.problem.status === 401) {
      state.signedOut = true;
    }
    open.fault = fault instanceof Error ? fault.message : String(fault);
  }
  changed();
  setTimeout(() => document.getElementById('letter')?.focus(), 60);
}

export function closeLetter() {
  open = { id: '', letter: undefined, fault: '' };
  changed();
}
