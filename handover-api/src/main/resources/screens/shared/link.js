// @ts-check
/** The state of the link to the server, in words. */
import { dataAgeSeconds } from './server-clock.js';

export const STALE_SECONDS = 5;
export const OLD_SECONDS = 15;

/**
 * @param {{signedOut: boolean, ready: boolean, reason?: string}} state `reason` as the heartbeat
 *     gives it while nothing is decided
 * @returns {{word: string, tone: 'good' | 'stale' | 'old'}}
 */
export function link(state) {
  if (state.signedOut) {
    return { word: 'Signed out', tone: 'old' };
  }
  if (!state.ready) {
    return { word: 'Connecting', tone: 'stale' };
  }
  const age = dataAgeSeconds();
  if (age >= OLD_SECONDS) {
    return { word: 'Link lost', tone: 'old' };
  }
  if (age >= STALE_SECONDS) {
    return { word: 'No news', tone: 'stale' };
  }
  return state.reason === 'NODE_CUT' ? { word: 'Cut off', tone: 'old' } : { word: 'Live', tone: 'good' };
}

/** @type {Record<string, string>} */
const LOST = {
  NODE_CUT: 'This server is cut off from the other nodes.',
  DATABASE_LOST: 'The database is lost.',
  OWNER_LOST: 'Nobody decides for this area just now.',
};

/** Why an area takes no commands. @param {string} reason as the heartbeat gives it */
export function lostInWords(reason) {
  return LOST[reason] ?? 'The database or the owner of the area is lost.';
}
