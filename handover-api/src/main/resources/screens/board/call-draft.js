// @ts-check
/** The call that is being taken. It outlives a reload of the page until the server has it. */
import { bookingBody, emptyBooking, listBookingFaults } from './booking-draft.js';

const KEPT = 'doorstep-call-draft';

const EMPTY = {
  /** The incident that the call is added to; 0 for a new one. */
  incident: 0,
  complaint: '',
  placeText: '',
  /** @type {{lat: number, lon: number, label?: string} | null} */
  place: null,
  level: '',
  /** Who asks: the public, a health professional or a hospital for a transfer. */
  asker: 'C',
  name: '',
  nhsNumber: '',
  age: '',
  sex: '',
  unidentified: false,
  callerName: '',
  telephone: '',
  notes: '',
  /** @type {string[]} */
  flags: [],
  /** Whether it is for later. */
  booked: false,
  booking: emptyBooking(),
  /** Whether it is on its way to the server. */
  saving: false,
};

/** @typedef {typeof EMPTY} Draft */

/** @type {Draft} */
export const draft = restore();

/** @returns {Draft} */
function restore() {
  try {
    return { ...EMPTY, ...JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') };
  } catch {
    return { ...EMPTY };
  }
}

export function keepDraft() {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(draft));
  } catch {
    // Then a reload loses it; the form itself goes on.
  }
}

export function emptyDraft() {
  Object.assign(draft, EMPTY, { flags: [], booking: emptyBooking() });
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // As above.
  }
}

/** Whether anything has been put in. */
export function isDraftBegun() {
  return Boolean(draft.complaint || draft.placeText || draft.notes || draft.name || draft.telephone);
}

/** Whether it can be for later: a new request of a professional, or for a transfer. */
export function isBookable() {
  return draft.asker !== 'C' && !draft.incident;
}

function isBooked() {
  return draft.booked && isBookable();
}

/** @returns {string} the category, or nothing while none is chosen */
export function draftCategory() {
  return draft.level ? `${draft.asker}${draft.level}` : '';
}

/** What keeps it from being saved, the field first. @returns {{field: string, words: string}[]} */
export function listFaults() {
  const faults = [];
  if (!draft.complaint.trim()) {
    faults.push({ field: 'complaint', words: 'Say what is wrong' });
  }
  if (!draft.incident && !draft.level) {
    faults.push({ field: 'level-1', words: 'Choose a category' });
  }
  if (draft.asker !== 'C' && draft.level === '5') {
    faults.push({ field: 'level-5', words: 'Level 5 is for calls of the public only' });
  }
  if (draft.age !== '' && !(Number.isInteger(Number(draft.age)) && Number(draft.age) >= 0 && Number(draft.age) <= 130)) {
    faults.push({ field: 'age', words: 'The age is a whole number of years, 0 to 130' });
  }
  return isBooked() ? [...faults, ...listBookingFaults(draft.booking)] : faults;
}

/** Nobody where nothing is known of the patient yet. */
function patients() {
  const { name, nhsNumber, age, sex, unidentified } = draft;
  return name.trim() || nhsNumber.trim() || age !== '' || sex || unidentified ? [patient()] : [];
}

function patient() {
  return {
    ...(draft.name.trim() && { name: draft.name.trim() }),
    ...(draft.nhsNumber.trim() && { nhsNumber: draft.nhsNumber.replace(/[\s-]/g, '') }),
    ...(draft.age !== '' && { ageYears: Number(draft.age) }),
    ...(draft.sex && { sex: draft.sex }),
    unidentified: draft.unidentified,
  };
}

/** The body of the command that saves it. */
export function draftBody() {
  const caller = {
    ...(draft.callerName.trim() && { name: draft.callerName.trim() }),
    ...(draft.telephone.trim() && { telephone: draft.telephone.trim() }),
  };
  const call = {
    complaint: draft.complaint.trim(),
    ...(draft.notes.trim() && { narrative: draft.notes.trim() }),
    ...(draft.placeText.trim() && { placeLabel: draft.placeText.trim() }),
    ...(Object.keys(caller).length && { caller }),
    patients: patients(),
  };
  const flags = draft.flags.length ? { flags: draft.flags } : {};
  return draft.incident
    ? { incident: draft.incident, call, ...flags }
    : { call, category: draftCategory(), ...(draft.place && { place: draft.place }), ...flags, ...(isBooked() && { booking: bookingBody(draft.booking) }) };
}
