// @ts-check
/** Numbers as people read them, by what they count. */

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const SOME = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 8 });

/** @param {number} seconds for example 18:04 or 2:03:10 */
export function clock(seconds) {
  const whole = Math.round(Math.abs(seconds));
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  const text = minutes < 60 ? `${minutes}:${two(whole % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
  return seconds < 0 && whole > 0 ? `−${text}` : text;
}

/** @param {any} value as written in a scenario */
export function plain(value) {
  const number = Number(value);
  return value !== '' && Number.isFinite(number) ? SOME.format(number).replace('-', '−') : String(value);
}

/** @param {number} value */
export const whole = (value) => WHOLE.format(value).replace('-', '−');

/** @param {number} value */
const some = (value) => (Math.abs(value) >= 100 ? whole(value) : fixed(value, Math.abs(value) >= 10 ? 1 : 2));

/** With so many places; nothing is never less than nothing. @param {number} value @param {number} places */
export function fixed(value, places) {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/**
 * A value of a measure.
 * @param {number | undefined} value @param {string} kind of the measure
 */
export function shownValue(value, kind) {
  if (value === undefined || value === null || !Number.isFinite(value)) {
    return '–';
  }
  if (kind === 'seconds') {
    return clock(value);
  }
  if (kind === 'share') {
    return `${fixed(value * 100, 1)} %`;
  }
  if (kind === 'pounds') {
    return `${value < 0 ? '−' : ''}£${WHOLE.format(Math.abs(value))}`;
  }
  if (kind === 'kilometers') {
    return `${whole(value)} km`;
  }
  return some(value);
}

/** With its sign. @param {number | undefined} value @param {string} kind */
export function shownChange(value, kind) {
  const text = kind === 'share' && value !== undefined ? `${fixed(value * 100, 1)} points` : shownValue(value, kind);
  return value !== undefined && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The 95 % interval. @param {any} interval @param {string} kind */
export function shownInterval(interval, kind) {
  return interval && Number.isFinite(interval.low) && Number.isFinite(interval.high)
    ? `${shownValue(interval.low, kind)} to ${shownValue(interval.high, kind)}`
    : 'not known';
}

/** Round steps for an axis. @param {number} least @param {number} most @param {number} about how many */
export function steps(least, most, about) {
  const rough = (most - least) / Math.max(1, about) || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((it) => it * power).find((it) => it >= rough) ?? rough;
  const all = [];
  for (let at = Math.ceil(least / step) * step; at <= most + step / 1e6; at += step) {
    all.push(Number(at.toPrecision(10)));
  }
  return all;
}
