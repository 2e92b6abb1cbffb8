// @ts-check
/** First versions of texts, from what is known; people read and change them before they go. */
import { shortClock } from '../shared/format.js';
import { findingWord } from './findings-list.js';
import { carePlanWords } from './plans.js';
import { state } from './store.js';
import { shown, VITALS } from './vitals.js';
import { incidentOf } from './situation.js';

/** @param {any} assessment as the server keeps it */
function present(assessment) {
  return (assessment?.assessment.findings.present ?? []).map(findingWord).join(', ');
}

/** @param {any} round */
function signs(round) {
  const flat = { ...round?.breathing, ...round?.circulation, ...round?.bedside, temperatureTenths: round?.temperatureTenths };
  const values = VITALS.filter((vital) => flat[vital.key] !== undefined)
    .map((vital) => `${vital.word.toLowerCase()} ${shown(vital, flat[vital.key])} ${vital.unit}`);
  const oxygen = round?.breathing?.oxygen;
  const on = oxygen?.given ? [`on oxygen${oxygen.litresPerMinute === undefined ? '' : ` ${oxygen.litresPerMinute} l a minute`}`] : [];
  const awake = round?.consciousness ? [`consciousness ${round.consciousness.toLowerCase()}`] : [];
  return [...values, ...on, ...awake].join(', ');
}

/** @param {import('./care.js').Care} care */
function lastRound(care) {
  const rounds = care.assessment?.assessment.observations ?? [];
  return rounds[rounds.length - 1];
}

/** @param {number} incident */
export function complaintOf(incident) {
  return incidentOf(incident)?.complaint ?? state.details.get(incident)?.value.calls[0]?.call.complaint ?? '';
}

/** @param {number} incident @param {import('./care.js').Care} care */
export function summaryText(incident, care) {
  const round = lastRound(care);
  const score = care.proposal?.news2 === undefined ? '' : `NEWS2 ${care.proposal.news2}.`;
  return [
    complaintOf(incident) && `${complaintOf(incident)}.`,
    present(care.assessment) && `Found: ${present(care.assessment)}.`,
    round && `At ${shortClock(round.takenAt)}: ${signs(round)}.`,
    score,
    carePlanWords(incident, care.number),
  ].filter(Boolean).join(' ');
}

/** @param {number} incident @param {import('./care.js').Care} care */
export function atmistText(incident, care) {
  const age = care.assessment?.assessment.patient.ageYears ?? care.identity?.ageYears;
  const round = lastRound(care);
  return {
    age: age === undefined ? '' : `${age}${care.identity?.sex ? `, ${care.identity.sex}` : ''}`,
    time: '',
    mechanism: complaintOf(incident),
    injuries: present(care.assessment),
    signs: [signs(round), care.proposal?.news2 === undefined ? '' : `NEWS2 ${care.proposal.news2}`].filter(Boolean).join(', '),
    treatment: '',
  };
}
