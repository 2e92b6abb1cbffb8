// @ts-check
/** What advice says, in the words of the desk: every factor with its number, in its own unit. */
import { rough, spoken } from './format.js';

/** @typedef {{code: string, amount: number}} Reason */

const HOURS_FROM_MINUTES = 120;
const EQUAL_SECONDS = 3;
/** Below these a factor is said, but it does not stand out. */
const COVER_WARNS_TEN_THOUSANDTHS = 100;
const BREAK_WARNS_SECONDS = 600;

/** Ten-thousandths of the expected calls, for example 3.2 %. @param {number} tenThousandths */
export function percent(tenThousandths) {
  return `${(tenThousandths / 100).toFixed(1)} %`;
}

/**
 * Seconds of patients' waiting, weighted by how urgent each is; for example 2.4 min, or 3.1 h.
 * @param {number} seconds
 */
export function patientsTime(seconds) {
  const minutes = seconds / 60;
  return minutes >= HOURS_FROM_MINUTES ? `${(minutes / 60).toFixed(1)} h` : `${minutes.toFixed(1)} min`;
}

/** @type {Record<string, (amount: number) => string>} */
const REASONS = {
  BEST: () => 'best for all patients together',
  CLOSEST: () => 'the quickest',
  SLOWER_THAN_FIRST: (amount) => (amount === 0 ? 'as quick as the first' : `${spoken(amount)} slower than the first`),
  CAPABLE: () => '',
  DRIVE_ESTIMATED: () => 'drive estimated, no roads',
  POSITION_OLD: (amount) => `position ${rough(amount)} old`,
  SHIFT_ENDS_SOON: (amount) => `shift ends in ${rough(amount)}`,
  DEARER_THAN_FIRST: (amount) => amount < EQUAL_SECONDS ? 'as good as the first' : `dearer by ${patientsTime(amount)} of patients' time`,
  COVER_LOST: (amount) => `leaves ${percent(amount)} of calls out of reach`,
  FREE_SOON: (amount) => `free in about ${rough(Math.max(60, amount))}`,
  BUSY_FOR: (amount) => `then busy for about ${amount} min`,
  WORKLOAD: (amount) => `${amount} % busier than other crews this shift`,
  BREAK_DUE: (amount) => (amount < 0 ? `break overdue by ${rough(-amount)}` : `break due in ${rough(amount)}`),
};

const WARNINGS = ['DRIVE_ESTIMATED', 'POSITION_OLD', 'SHIFT_ENDS_SOON', 'DIVERTS', 'FREE_SOON'];

/** Whether a factor stands out. @param {Reason} reason */
export function warns({ code, amount }) {
  return WARNINGS.includes(code)
    || (code === 'COVER_LOST' && amount >= COVER_WARNS_TEN_THOUSANDTHS)
    || (code === 'BREAK_DUE' && amount < BREAK_WARNS_SECONDS);
}

/**
 * One factor of a candidate; empty where there is nothing to say.
 * @param {Reason} reason
 * @param {string} [left] the incident that it would leave, in words
 */
export function reasonInWords(reason, left = 'another patient') {
  if (reason.code === 'DIVERTS') {
    return `would leave ${left}${reason.amount > 0 ? `, at ${patientsTime(reason.amount)} of patients' time` : ''}`;
  }
  return REASONS[reason.code]?.(reason.amount) ?? reason.code.toLowerCase().replaceAll('_', ' ');
}

/** Why a unit is not on the list, by the first thing in its way. @type {Record<string, string>} */
export const EXCLUDED = {
  ON_A_JOB: 'on a job',
  UNAVAILABLE: 'unavailable',
  LACKS_CAPABILITY: 'cannot do what is needed',
  NO_ROUTE: 'no drive to the place is known',
  DIVERT_FORBIDDEN: 'on its way to a patient whom the rules do not let it leave',
};

/** Why the area did not send by itself. @type {Record<string, string>} */
export const HELD = {
  RATE: 'so many were sent in the last minute that something may be wrong',
  CHURN: 'it has lost its unit too often',
  DISTANCE: 'the drive is longer than the area lets pass',
  DOUBTFUL_DRIVE: 'the drive is estimated, or the position is old',
  DIVERT: 'it would take a unit away from somebody else',
};

/** How much later, or sooner, a patient is reached. @param {number} seconds */
export function laterInWords(seconds) {
  return seconds === 0 ? 'at the same time' : `${spoken(Math.abs(seconds))} ${seconds > 0 ? 'later' : 'sooner'}`;
}
