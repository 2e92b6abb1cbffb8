// @ts-check
/** The words that a screen uses for booked journeys, and for the plan of them. */
import { rough } from './format.js';

/** @type {Record<string, string>} */
export const BOOKING_PLACES = {
  HOSPITAL_WARD: 'hospital ward',
  COMMUNITY_HOSPITAL: 'community hospital',
  CARE_HOME: 'care home',
  HOME: 'home',
  CLINIC: 'clinic',
};

/** @type {Record<string, string>} */
export const MOBILITIES = {
  WALKS: 'walks',
  CHAIR: 'wheelchair',
  STRETCHER: 'stretcher',
  BARIATRIC: 'bariatric stretcher',
};

/** With the seats they take. @type {Record<string, string>} */
export const ESCORTS = {
  NONE: 'no escort',
  CARER: 'carer (1 seat)',
  NURSE: 'nurse (1 seat)',
  CLINICAL_TEAM: 'clinical team (2 seats)',
};

/** @type {Record<string, string>} */
export const EQUIPMENT = {
  OXYGEN: 'oxygen',
  SYRINGE_DRIVER: 'syringe driver',
  MONITORING: 'monitoring',
};

/** What a reason of the plan says, with its number. @param {{code: string, amount: number}} reason @returns {string} */
export function planReason({ code, amount }) {
  switch (code) {
    case 'TRANSFER_UNIT':
      return 'a transfer unit';
    case 'LOAD_IS_LOW':
      return `few emergencies expected (${amount} % of usual)`;
    case 'WINDOW_CLOSES':
      return `the window closes in ${rough(amount)}`;
    case 'DRIVE':
      return `${rough(amount)} of drive`;
    case 'AFTER_OPENING':
      return amount ? `${rough(amount)} after the window opens` : 'as the window opens';
    case 'BEFORE_SHIFT_END':
      return `back ${rough(amount)} before the shift ends`;
    case 'NONE_CAPABLE':
      return `none of ${amount} units on shift can do what is needed`;
    case 'NO_SEAT':
      return `no unit has the ${amount} seats for the escort`;
    case 'KEPT_FOR_EMERGENCIES':
      return `ambulances are kept for emergencies (${amount} % of usual)`;
    case 'TOO_LATE_FOR_WINDOW':
      return `the first to be free comes ${rough(amount)} after the window closes`;
    case 'TOO_LATE_FOR_APPOINTMENT':
      return `the first to be free comes ${rough(amount)} after the appointment`;
    case 'SHIFT_ENDS':
      return `the shift ends ${rough(amount)} too soon`;
    case 'BREAK_DUE':
      return `a break would be ${rough(amount)} late`;
    case 'UNITS_TAKEN':
      return amount === 1 ? 'the one unit that could is taken by other journeys' : `the ${amount} units that could are taken by other journeys`;
    default:
      return code.toLowerCase().replaceAll('_', ' ');
  }
}
