// @ts-check
/** The server's clock as this page knows it, and how old its news are. */

let stampMillis = 0;
let clockAhead = Number.NEGATIVE_INFINITY;

/** A clock that no change of the system's time moves. */
function steadyMillis() {
  return performance.timeOrigin + performance.now();
}

/** @param {string} stamp the server's clock in a message that has just come in */
export function hearStamp(stamp) {
  const millis = Date.parse(stamp);
  if (!Number.isFinite(millis)) {
    return;
  }
  stampMillis = Math.max(stampMillis, millis);
  clockAhead = Math.max(clockAhead, millis - steadyMillis());
}

/** Forgets the clocks: a new epoch may come from another machine. */
export function forgetStamps() {
  stampMillis = 0;
  clockAhead = Number.NEGATIVE_INFINITY;
}

/** The server's clock as it must be now. */
export function serverNow() {
  return stampMillis ? steadyMillis() + clockAhead : Date.now();
}

/** Whether the server has told its time to this page. */
export function hasHeard() {
  return stampMillis > 0;
}

/** Seconds since the server made the newest message that we have. */
export function dataAgeSeconds() {
  return stampMillis ? Math.max(0, (serverNow() - stampMillis) / 1_000) : 0;
}

/** @param {string} instant */
export function secondsSince(instant) {
  return (serverNow() - Date.parse(instant)) / 1_000;
}
