// @ts-check
/** Why a destination stands where it stands, in words. */
import { destinationReason } from '../shared/destination-words.js';
import { rough } from '../shared/format.js';

/** @type {Record<string, (amount: number) => string>} */
const WORDS = {
  QUICKEST: () => 'quickest',
  SLOWER_THAN_QUICKEST: (amount) => `${rough(amount)} slower than the quickest`,
  BYPASSES_NEARER: (amount) => `passes a nearer department that lacks what is needed, ${rough(amount)} further`,
  FALLBACK: () => 'only if no other will',
  COMES_TO_PATIENT: () => 'comes to the patient',
  DRIVE_ESTIMATED: () => 'drive is a straight-line estimate',
  CAPACITY_AMBER: (amount) => `busy, said ${rough(amount)} ago`,
  CAPACITY_RED: (amount) => `very busy, said ${rough(amount)} ago`,
  CAPACITY_UNKNOWN: () => 'capacity not known',
};

/** @param {{code: string, amount: number}} reason */
export function reasonWords(reason) {
  return WORDS[reason.code]?.(reason.amount) ?? destinationReason(reason);
}
