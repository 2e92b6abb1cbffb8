// @ts-check
/**
 * What each patient needs of the hub, and in which order. The order is an engineering default and
 * needs clinical approval.
 */
import { choiceWords, isLate, leftWords } from '../care/patient.js';
import { named, state } from '../care/state.js';
import { secondsSince } from '../shared/server-clock.js';
import { OVERDUE } from '../shared/words.js';

/** As the area's own deadlines have it. */
const DELIVER_SECONDS_MAX = 30 * 60;

/** @typedef {{rank: number, words: string, tone: 'now' | 'soon' | 'calm', since?: string}} Need */
/** @typedef {{entry: any, need: Need}} Work */

/** @param {number} rank @param {string} words @param {'now' | 'soon' | 'calm'} tone @param {string} [since] @returns {Need} */
const need = (rank, words, tone, since) => ({ rank, words, tone, since });

/** @param {any} care @returns {Need | undefined} */
function ofReferral(care) {
  const last = care.arrangements.referrals.at(-1);
  if (!last || care.choice?.disposition !== 'COMMUNITY') {
    return undefined;
  }
  const who = named(last.service);
  switch (last.state) {
    case 'NOT_ATTENDED':
      return need(0, `Visit did not happen: ${who}. Arrange something else`, 'now', last.dueAt);
    case 'REFUSED':
      return need(1, `No service has taken the patient on: ${who} declined, nobody is next`, 'now', last.dueAt);
    case 'EXPIRED':
      return need(1, `No service has taken the patient on: ${who} gave no answer, nobody is next`, 'now', last.dueAt);
    case 'CANCELLED':
      return need(1, 'No service has taken the patient on: the offer was taken back', 'now');
    case 'ACCEPTED':
      return isLate(last.dueAt)
        ? need(5, `No visit yet: ${who}, ${leftWords(last.dueAt)}`, 'soon', last.dueAt)
        : need(8, `To be seen by ${who}, ${leftWords(last.dueAt)}`, 'calm');
    case 'ATTENDED':
      return undefined;
    default:
      return need(7, `${who} is asked, ${leftWords(last.dueAt)} to answer`, 'calm');
  }
}

/** @param {any} care @returns {Need | undefined} */
function ofHandover(care) {
  const handover = care.arrangements.handover;
  if (!handover) {
    const taken = care.arrangements.retracted;
    return taken ? need(2, 'The handover was taken back: another is to be signed', 'now', taken.at) : undefined;
  }
  const practice = handover.terms.practice ? named(handover.terms.practice) : 'no known practice';
  switch (handover.state) {
    case 'REFUSED':
      return need(2, `${practice} has refused the handover: find another way`, 'now', handover.since);
    case 'UNDELIVERABLE':
      return need(2, `Handover to ${practice} cannot be delivered: find another way`, 'now', handover.since);
    case 'QUERIED':
      return need(3, `${practice} asks a question`, 'now', handover.since);
    case 'RECEIVED':
      return isLate(handover.terms.dueAt)
        ? need(5, `${practice} has not answered, ${leftWords(handover.terms.dueAt)}`, 'soon', handover.since)
        : need(9, `${practice} has the handover`, 'calm');
    case 'SIGNED':
    case 'SENT':
      return secondsSince(handover.since) > DELIVER_SECONDS_MAX
        ? need(5, `Handover to ${practice} has not been received`, 'soon', handover.since)
        : need(9, `Handover is on its way to ${practice}`, 'calm');
    default:
      return undefined;
  }
}

/** @param {any} care @returns {Need | undefined} */
function ofAssessment(care) {
  const proposal = care.assessed?.proposal;
  if (care.choice || !proposal) {
    return undefined;
  }
  return proposal.hubFirst
    ? need(4, 'Hub first: the crew waits for a word with you', 'now', care.assessed.at)
    : need(8, 'Assessed, nothing chosen yet', 'calm', care.assessed.at);
}

/** What the area has said to be late about the patient. @param {any} entry @param {any} incident @returns {Need | undefined} */
function ofOverdue(entry, incident) {
  const late = (incident?.overdue ?? []).find((/** @type {any} */ it) => it.patient === entry.care.id.number);
  return late ? need(5, `Late: ${OVERDUE[late.kind] ?? late.kind}`, 'soon') : undefined;
}

/** @param {any} entry @param {any} incident @returns {Need} */
export function needOf(entry, incident) {
  const { care } = entry;
  if (care.who?.sameAs) {
    return need(11, `The same person as patient ${care.who.sameAs}, who stands for both`, 'calm');
  }
  const needs = [ofReferral(care), ofHandover(care), ofAssessment(care), ofOverdue(entry, incident)];
  const found = needs.filter((it) => it !== undefined).sort((a, b) => a.rank - b.rank)[0];
  return found ?? need(10, care.arrangements.reception ? `Taken over by ${named(care.choice?.destination)}` : care.choice ? choiceWords(entry) : 'With the crew or waiting', 'calm');
}

/** Worst first; whoever has waited longer comes first among equals. @param {import('../shared/board-copy.js').BoardCopy} copy @returns {Work[]} */
export function listWork(copy) {
  return state.patients
    .filter((it) => it.care.version > 0)
    .map((entry) => ({ entry, need: needOf(entry, copy.incidents.get(entry.care.id.incident)) }))
    .sort((a, b) => a.need.rank - b.need.rank || Date.parse(a.need.since ?? '9999-12-31') - Date.parse(b.need.since ?? '9999-12-31') || a.entry.care.id.incident - b.entry.care.id.incident);
}
