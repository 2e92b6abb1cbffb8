// @ts-check
/**
 * Regions of a screen and when they are painted: one a frame, so that no frame carries them all.
 */

const FRAME_MILLIS_MAX = 250;

/** @type {Map<string, () => void>} */
const painters = new Map();
/** @type {Set<string>} */
const dirty = new Set();
let scheduled = false;
let painted = '';

/** @param {string} region @param {() => void} paint */
export function paints(region, paint) {
  painters.set(region, paint);
}

/** @param {...string} regions all of them where none is named */
export function changed(...regions) {
  (regions.length ? regions : painters.keys()).forEach((region) => dirty.add(region));
  schedule();
}

/** At once, where the next key must already find what it is for. @param {string} region */
export function paintNow(region) {
  dirty.delete(region);
  painters.get(region)?.();
}

/** A tab behind others gets few frames or none: there the timer paints. */
function schedule() {
  if (!scheduled && dirty.size) {
    scheduled = true;
    const frame = requestAnimationFrame(() => paintNext(frame, timer));
    const timer = setTimeout(() => paintNext(frame, timer), FRAME_MILLIS_MAX);
  }
}

/** In turn, so that a region that changes often never keeps another waiting. */
function findNext() {
  const regions = [...painters.keys()];
  const from = regions.indexOf(painted) + 1;
  return [...regions.slice(from), ...regions.slice(0, from)].find((region) => dirty.has(region));
}

/** @param {number} frame @param {any} timer */
function paintNext(frame, timer) {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  scheduled = false;
  const next = findNext();
  if (next) {
    painted = next;
    dirty.delete(next);
    try {
      painters.get(next)?.();
    } catch (fault) {
      console.error(`The region (${next}) could not be painted.`, fault);
    }
  } else {
    dirty.clear();
  }
  schedule();
}

