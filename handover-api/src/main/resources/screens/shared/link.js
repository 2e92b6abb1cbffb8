// @ts-check
/** The state of the link to the server, in words. */
import { dataAgeSeconds } from './server-clock.js';

export const STALE_SECONDS = 5;
export const OLD_SECONDS = 15;

/**
 * @param {{signedOut: boolean, ready: boolean}} state
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
  return age >= STALE_SECONDS ? { word: 'No news', tone: 'stale' } : { word: 'Live', tone: 'good' };
}
