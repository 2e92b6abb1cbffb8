// @ts-check
/** Times, distances and numbers as a desk reads them. */

const LOCAL_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const EARTH_RADIUS_METERS = 6_371_000;

/** For example 14:03:22Z. @param {number} millis */
export function zulu(millis) {
  return new Date(millis).toISOString().slice(11, 19) + 'Z';
}

/** For example 15:03:22 in summer. @param {number} millis */
export function localClock(millis) {
  return LOCAL_CLOCK.format(millis);
}

/** For example 15:03. @param {string} instant */
export function shortClock(instant) {
  return LOCAL_CLOCK.format(Date.parse(instant)).slice(0, 5);
}

/** A running clock: 09:12, or 1:02:34 from an hour on. @param {number} seconds */
export function running(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60
    ? `${two(minutes)}:${rest}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** In words: 8 min 12 s, 45 s, 2 h 5 min. @param {number} seconds */
export function spoken(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) {
    return `${whole} s`;
  }
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    return whole % 60 ? `${minutes} min ${whole % 60} s` : `${minutes} min`;
  }
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** In words, whole minutes from a minute on. @param {number} seconds */
export function rough(seconds) {
  return seconds < 60 ? `${Math.max(0, Math.round(seconds))} s` : spoken(Math.floor(seconds / 60) * 60);
}

/** @param {number} meters */
export function distance(meters) {
  return meters < 1000 ? `${Math.round(meters / 10) * 10} m` : `${(meters / 1000).toFixed(1)} km`;
}

/**
 * Metres as the crow flies; equirectangular, good to a percent within a county.
 * @param {{lat: number, lon: number}} a
 * @param {{lat: number, lon: number}} b
 */
export function metersBetween(a, b) {
  const radians = Math.PI / 180;
  const x = (b.lon - a.lon) * radians * Math.cos(((a.lat + b.lat) / 2) * radians);
  const y = (b.lat - a.lat) * radians;
  return Math.hypot(x, y) * EARTH_RADIUS_METERS;
}

/** Five decimals are about a metre. @param {{lat: number, lon: number}} place */
export function coordinates(place) {
  return `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`;
}

/** Whether the digits pass the check of an NHS number (modulo 11). @param {string} text */
export function nhsNumberPasses(text) {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) {
    return false;
  }
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    sum += Number(digits[i]) * (10 - i);
  }
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
