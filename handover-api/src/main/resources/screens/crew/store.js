// @ts-check
/** What the crew page knows. Whoever changes it says so by `changed`; then the page is painted. */
import { BoardCopy } from '../shared/board-copy.js';
import {
  dataAgeSeconds as ageSeconds, forgetStamps, hasHeard, hearStamp as hearServer, secondsSince, serverNow,
} from '../shared/server-clock.js';

export const STALE_SECONDS = 6;
export const OLD_SECONDS = 20;

export const copy = new BoardCopy();

export const state = {
  area: '',
  /** The call sign. */
  unit: '',
  /** @type {any} */
  session: undefined,
  /** @type {any} */
  reference: undefined,
  /** Whether anything of the area is known, now or from before. */
  ready: false,
  /** When the copy that a start without a network shows was kept; 0 once the server has spoken. */
  keptAt: 0,
  signedOut: false,
  deciding: true,
  /** The page of the job: see pages.js. */
  page: 'job',
  /** Which patient of the incident the pages speak of. */
  patient: 1,
  /** The taps of this user, in order. @type {any[]} */
  taps: [],
  /** Why taps cannot be stored, in words; empty while they can. */
  storageFault: '',
  /** A newer version of this page is there. */
  renewed: false,
  /**
   * A job that has ended without this crew's doing, and why if that is known.
   * @type {{incident: number, reason?: string} | undefined}
   */
  ended: undefined,
  /** The last read of the patients. @type {{sequence: number, patients: any[], at: number} | undefined} */
  patients: undefined,
  /** Calls and history by incident. @type {Map<number, {value: any, at: number}>} */
  details: new Map(),
  /** Why the last read of something failed, in words. @type {Record<string, string>} */
  faults: {},
};

export { forgetStamps, secondsSince, serverNow };

/** @param {string} stamp the server's clock in a message that has just come in */
export function hearStamp(stamp) {
  hearServer(stamp);
  if (hasHeard()) {
    state.keptAt = 0;
  }
}

/** Seconds since the server has told what is on the screen; undefined where it never has. */
export function dataAgeSeconds() {
  if (hasHeard()) {
    return ageSeconds();
  }
  return state.keptAt ? Math.max(0, (Date.now() - state.keptAt) / 1_000) : undefined;
}

/** @type {() => void} */
let paint = () => {};
let scheduled = false;

/** @param {() => void} painter */
export function paintsBy(painter) {
  paint = painter;
}

/** Paints once, soon; also in a tab that gets no frames. */
export function changed() {
  if (!scheduled) {
    scheduled = true;
    const timer = setTimeout(go, 200);
    requestAnimationFrame(go);
    function go() {
      clearTimeout(timer);
      if (scheduled) {
        scheduled = false;
        paint();
      }
    }
  }
}
