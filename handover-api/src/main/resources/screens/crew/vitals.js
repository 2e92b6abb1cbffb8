// @ts-check
/**
 * What is measured, with the values that can be and those that can be believed: the same ranges as
 * the server's. ENGINEERING DEFAULTS, need clinical approval.
 */

/**
 * @typedef {object} Vital
 * @property {string} key in the draft
 * @property {string} code of the server
 * @property {string} word
 * @property {string} unit
 * @property {number} least that can be
 * @property {number} most that can be
 * @property {number} low from here on it can be believed
 * @property {number} high up to here it can be believed
 * @property {number} [decimals] 1 where the value counts in tenths
 * @property {boolean} [scored] whether NEWS2 needs it
 */

/** @type {Vital[]} */
export const VITALS = [
  { key: 'respiratoryRate', code: 'RESPIRATORY_RATE', word: 'Breathing', unit: 'a minute', least: 0, most: 150, low: 4, high: 60, scored: true },
  { key: 'oxygenSaturation', code: 'OXYGEN_SATURATION', word: 'Oxygen saturation', unit: '%', least: 0, most: 100, low: 50, high: 100, scored: true },
  { key: 'systolicPressure', code: 'SYSTOLIC_PRESSURE', word: 'Systolic pressure', unit: 'mmHg', least: 0, most: 350, low: 40, high: 280, scored: true },
  { key: 'pulse', code: 'PULSE', word: 'Pulse', unit: 'a minute', least: 0, most: 400, low: 20, high: 250, scored: true },
  { key: 'temperatureTenths', code: 'TEMPERATURE', word: 'Temperature', unit: '°C', least: 100, most: 480, low: 300, high: 425, decimals: 1, scored: true },
  { key: 'glucoseTenths', code: 'GLUCOSE', word: 'Glucose', unit: 'mmol/l', least: 0, most: 1500, low: 10, high: 400, decimals: 1 },
  { key: 'pain', code: 'PAIN', word: 'Pain', unit: 'of 10', least: 0, most: 10, low: 0, high: 10 },
  { key: 'comaScale', code: 'COMA_SCALE', word: 'Coma scale', unit: 'of 15', least: 3, most: 15, low: 3, high: 15 },
];

/** @type {Vital} */
export const LITRES = { key: 'litresPerMinute', code: 'OXYGEN', word: 'Oxygen flow', unit: 'l a minute', least: 0, most: 80, low: 0, high: 15 };

/** @type {Vital} */
export const AGE = { key: 'ageYears', code: 'AGE', word: 'Age', unit: 'years', least: 0, most: 130, low: 0, high: 110 };

/** @type {Vital} */
export const MINUTES_ON_FLOOR = { key: 'minutesOnFloor', code: 'FALL', word: 'On the floor for', unit: 'minutes', least: 0, most: 10_080, low: 0, high: 1_440 };

/** @type {Vital} */
export const FALLS_IN_YEAR = { key: 'fallsInYear', code: 'FALL', word: 'Falls in a year, with this one', unit: 'falls', least: 1, most: 400, low: 1, high: 60 };

/** @type {Vital} */
export const ALCOHOL = { key: 'alcoholUnitsPerWeek', code: 'ALCOHOL', word: 'Alcohol', unit: 'units a week', least: 0, most: 500, low: 0, high: 150 };

/** @type {[string, string][]} */
export const CONSCIOUSNESS = [
  ['ALERT', 'A alert'],
  ['CONFUSED', 'C newly confused'],
  ['VOICE', 'V to voice'],
  ['PAIN', 'P to pain'],
  ['UNRESPONSIVE', 'U no response'],
];

/** @param {Vital} vital @param {number} value */
export function shown(vital, value) {
  return vital.decimals ? (value / 10).toFixed(1) : String(value);
}

/** @param {Vital} vital @param {number} value @returns {'fine' | 'unusual' | 'impossible'} */
export function judge(vital, value) {
  if (value < vital.least || value > vital.most) {
    return 'impossible';
  }
  return value < vital.low || value > vital.high ? 'unusual' : 'fine';
}
