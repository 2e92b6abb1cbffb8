// @ts-check
/** Words about those who wait: what is owed to them, what was said, and what hub and crew agreed. */
import { rough, shortClock } from './format.js';
import { dayAndClock, person } from './history.js';
import { DISPOSITIONS, FLAGS } from './words.js';

/** @type {Record<string, string>} */
export const DUES = {
  CALL_BACK: 'Call-back',
  WELFARE_CALL: 'Welfare call',
  REVIEW_CONTACT: "Clinician's review",
  DECIDE_UNREACHED: 'Does not answer: decide',
  ANSWER_CREW: 'Crew asks for the hub',
};

/** @type {Record<string, string>} */
export const WELFARE_OUTCOMES = {
  NO_CHANGE: 'No change',
  WORSE: 'Worse',
  NO_ANSWER: 'No answer',
  NOT_NEEDED: 'No further calls needed',
};

/** @type {Record<string, string>} */
export const CALL_BACK_REASONS = {
  CATEGORY: 'the category',
  LONG_WAIT: 'a long wait',
  VALIDATION: 'to validate the category',
  ASKED_FOR: 'it was asked for',
  OTHER: 'another reason',
};

/** What is done about somebody who does not answer. @type {Record<string, string>} */
export const UNREACHED_DECISIONS = {
  KEEP_TRYING: 'Keep trying',
  SEND_CREW: 'A crew has to go',
  CHECK_ASKED: 'Police or a neighbour asked to look',
};

/** Which earlier incident a repeat contact repeats; empty where none is known. @param {any} incident */
export function earlierWords(incident) {
  const { earlier } = incident;
  return earlier ? `Called before: ${earlier.incident}, ${earlier.samePerson ? 'the same person' : 'the same house'}, ${dayAndClock(earlier.openedAt)}` : '';
}

/** What is owed first. @param {any} incident */
export function firstDue(incident) {
  return [...(incident.contact?.due ?? [])].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
}

/** For example "Welfare call 12 min late". @param {{kind: string, at: string}} due @param {(at: string) => number} since seconds since then */
export function dueWords(due, since) {
  const late = since(due.at);
  return `${DUES[due.kind] ?? due.kind} ${late >= 0 ? `${rough(late)} late` : `due in ${rough(-late)}`}`;
}

/** Why only a clinician may end it; empty where anybody may. @param {any} incident */
export function clinicianWords(incident) {
  const why = incident.clinicianNeeded ?? [];
  return why.length ? why.map((/** @type {string} */ it) => (it === 'REPEAT_CALLER' ? 'review open' : FLAGS[it] ?? it)).join(', ') : '';
}

/** Who has the case, for example "Taken by mary 14:05"; empty where nobody. @param {any} incident */
export function takenWords(incident) {
  const taken = incident.contact?.taken;
  return taken ? `Taken by ${person(taken.by)} ${shortClock(taken.at)}` : '';
}

/** What hub and crew have come to; empty where they have not spoken. @param {any} agreement @param {(id: string) => string} named */
export function agreementWords(agreement, named) {
  if (!agreement) {
    return '';
  }
  const { outcome, parties, state, at } = agreement;
  const to = outcome.service ? `, ${named(outcome.service)}` : '';
  const what = `${DISPOSITIONS[outcome.disposition] ?? outcome.disposition}${to}`;
  const hub = parties[0]?.user ? person(parties[0].user) : 'the hub';
  switch (state) {
    case 'AGREED':
      return `Agreed with ${hub} ${shortClock(at)}: ${what}`;
    case 'DISAGREED':
      return `The crew decides otherwise than ${hub} proposed (${what}), ${shortClock(at)}`;
    default:
      return `${hub} proposes, ${shortClock(at)}: ${what}`;
  }
}
