// @ts-check
/** The words for where a patient could go: reasons, room, queue, and what is driven past. */
import { shortClock } from './format.js';

/** What each need is called. @type {Record<string, string>} */
export const NEEDS = {
  EMERGENCY: 'Emergency department',
  STROKE_UNIT: 'Stroke unit',
  PRIMARY_PCI: 'Heart attack centre',
  MAJOR_TRAUMA_CENTRE: 'Major trauma centre',
  TRAUMA_UNIT: 'Trauma unit',
  PAEDIATRIC: 'Children’s team',
  OBSTETRIC: 'Obstetric unit',
  PLACE_OF_SAFETY: 'Place of safety',
  BURNS_UNIT: 'Burns unit',
  VASCULAR_UNIT: 'Vascular surgery',
  SAME_DAY_EMERGENCY_CARE: 'Same-day emergency care',
  ACUTE_FRAILTY_UNIT: 'Acute frailty unit',
  MINOR_INJURY_OR_ILLNESS: 'Urgent treatment, minor injuries',
  OUT_OF_HOURS_GP: 'Out-of-hours GP',
  OWN_PRACTICE: 'Own practice, same day',
  PHARMACY: 'Pharmacy',
  DENTAL: 'Dentist',
  CLINICAL_HUB: 'Clinical hub',
  URGENT_COMMUNITY_RESPONSE: 'Urgent community response',
  FALLS_RESPONSE: 'Falls response',
  VIRTUAL_WARD: 'Virtual ward',
  COMMUNITY_BED: 'Step-up bed',
  MENTAL_HEALTH_CRISIS: 'Mental health crisis team',
  MENTAL_HEALTH_ADVICE: 'Mental health crisis line',
  SAFE_HAVEN: 'Safe haven',
  PALLIATIVE_CARE: 'Hospice',
  PALLIATIVE_ADVICE: 'Hospice advice line',
  STOP_SMOKING: 'Stop smoking',
  ALCOHOL_SUPPORT: 'Alcohol support',
  FALLS_PREVENTION: 'Strength and balance',
  BEFRIENDING_AND_CARERS: 'Befriending, carers',
  SELF_CARE: 'Self-care leaflets',
};

/** @type {Record<string, string>} */
export const ROOMS = {
  OPEN: 'open', LIMITED: 'under pressure', PAUSED: 'paused', FULL: 'full', ADVICE_ONLY: 'telephone advice only',
  NO_MORE_TODAY: 'no more today', UNKNOWN: 'not said',
};

/** @type {Record<string, string>} */
export const ROOM_NOTES = {
  STAFFING: 'staffing', BEDS: 'beds', DEMAND: 'demand', XRAY_DOWN: 'no x-ray', EQUIPMENT: 'equipment', INFECTION: 'infection',
  BUILDING: 'building', OTHER: 'other reason',
};

/** A drive, a wait or an age. @param {number} seconds */
export function minutesOf(seconds) {
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How old a word is. @param {number} seconds */
function saidWords(seconds) {
  return seconds < 60 ? 'said just now' : `said ${minutesOf(seconds)} ago`;
}

/** What is held of a service's room, with the age of its word. @param {any} status */
export function roomWords(status) {
  const until = status.until && ['PAUSED', 'OPEN', 'LIMITED', 'ADVICE_ONLY'].includes(status.room) ? ` until ${shortClock(status.until)}` : '';
  const places = status.placesLeft === undefined ? '' : `, ${status.placesLeft} ${status.placesLeft === 1 ? 'place' : 'places'} left`;
  const why = status.note && status.room !== 'UNKNOWN' && status.room !== 'OPEN' ? ` (${ROOM_NOTES[status.note]})` : '';
  const age = status.ageSeconds === undefined ? '' : status.room === 'UNKNOWN'
    ? `, last word ${minutesOf(status.ageSeconds)} old` : `, ${saidWords(status.ageSeconds)}`;
  return `${ROOMS[status.room] ?? status.room}${until}${places}${why}${age}`;
}

/** How long handing over will take, and who says so. @param {any} handover */
export function handoverWords(handover) {
  return handover.source === 'LIVE'
    ? `handover ${handover.minutes} min (${handover.ambulancesWaiting} waiting, ${saidWords(handover.ageSeconds)})`
    : `handover ${handover.minutes} min (usual)`;
}

/** What is driven past and why. @param {any} passed */
export function passedWords(passed) {
  const why = passed.lacks ? `no ${NEEDS[passed.lacks].toLowerCase()}`
    : ['FULL', 'PAUSED', 'ADVICE_ONLY', 'NO_MORE_TODAY'].includes(passed.room) ? `says it is ${ROOMS[passed.room]}` : 'its queue is longer';
  return `passes ${passed.name} (${minutesOf(passed.driveMillis / 1000)}): ${why}`;
}

/** @param {{code: string, amount: number}} reason */
export function destinationReason(reason) {
  const minutes = Math.round(reason.amount / 60);
  /** @type {Record<string, string>} */
  const words = {
    QUICKEST: 'the quickest',
    SLOWER_THAN_QUICKEST: `${minutes} min slower than the quickest`,
    BYPASSES_NEARER: `${minutes} min past a nearer department that lacks what is needed`,
    FALLBACK: 'only if none of the first kind takes the patient',
    COMES_TO_PATIENT: 'comes to the patient',
    DRIVE_ESTIMATED: 'drive estimated, no roads',
    CAPACITY_AMBER: `busy, ${saidWords(reason.amount)}`,
    CAPACITY_RED: `very busy, ${saidWords(reason.amount)}`,
    CAPACITY_PAUSED: `says it takes nobody, ${saidWords(reason.amount)}`,
    CAPACITY_UNKNOWN: 'capacity not known',
    ALL_SHUT: 'all that could take the patient say they are full: ring before you go',
    LEVELLED: `put first for its shorter queue: clear ${minutes} min earlier`,
    LEVELLED_BEHIND: `nearer, but its queue costs ${minutes} min`,
    CALL_FIRST: 'ring its clinician first',
    ANSWERS_WITHIN: `answers within ${reason.amount} min`,
    VISITS_WITHIN: `sees the patient within ${minutesOf(reason.amount * 60)}`,
    PLACES_LEFT: `${reason.amount} places left`,
    NO_XRAY: 'no x-ray on arrival',
    CLOSES_SOON: `closes ${minutes} min after arrival`,
    SEX_UNKNOWN: 'women or men only: ask',
    PRACTICE_UNKNOWN: 'some practices only: ask',
    DISTRICT_UNKNOWN: 'some districts only: ask where the patient lives',
    MUST_WALK: 'for those who walk',
    MUST_SIT: 'for those who can sit in a chair',
    LACKS_NEED: 'does not have what is needed',
    OTHER_DISPOSITION: 'not for this outcome of triage',
    OTHER_SYMPTOM: 'not for this symptom',
    REFERRER_NOT_TAKEN: 'takes no patients from whoever asks',
    OTHER_SEX: 'not for the patient’s sex',
    OTHER_PRACTICE: 'not for the patient’s practice',
    OTHER_DISTRICT: 'not for where the patient lives',
    NOT_AMBULATORY: 'for those who walk only',
    OUT_OF_REACH: reason.amount ? `does not come so far, ${reason.amount} km beyond` : 'does not come to that district',
    CLOSED: 'closed now',
    CLOSED_ON_ARRIVAL: 'closed by the time of arrival',
    LAST_REFERRAL_PAST: 'past its last referral of the day',
    TOO_YOUNG: 'patient too young for it',
    TOO_OLD: 'patient too old for it',
    AGE_UNKNOWN: 'takes some ages only, and the age is not known',
    SCORE_TOO_HIGH: `takes NEWS2 up to ${reason.amount} only`,
    SCORE_MISSING: 'takes low NEWS2 only, and there is no score',
    FULL: `full, ${saidWords(reason.amount)}`,
    PAUSED: `paused, ${saidWords(reason.amount)}`,
    ADVICE_ONLY: `telephone advice only, ${saidWords(reason.amount)}`,
    NO_MORE_TODAY: 'takes no more today',
    TOO_FAR: `${minutes} min too far`,
    NO_ROUTE: 'no drive to it is known',
  };
  return words[reason.code] ?? reason.code.toLowerCase().replaceAll('_', ' ');
}
