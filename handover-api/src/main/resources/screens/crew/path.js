// @ts-check
/** The next step of a job: a stage to report, or a page to fill in first. */
import { STAGE_ORDER } from '../shared/words.js';
import { isAssessed, isSigned, isTakenOn, listCare, listPatients, missingOf } from './care.js';
import { give } from './outbox.js';
import { place } from './situation.js';
import { changed, state } from './store.js';
import { STEP_WORDS } from './words.js';

/** @typedef {{words: string, hint?: string, why?: string, page?: string, again?: boolean, act?: () => void}} Action */

/** @param {number} incident @param {string} stage @returns {Action} */
function report(incident, stage) {
  return {
    words: STEP_WORDS[stage],
    act: () => give('ReportJobStage', { incident, unit: state.unit, stage }, `${STEP_WORDS[stage]}, job ${incident}`),
  };
}

/** @param {string} page @param {string} words @param {number} patient @returns {Action} */
function visit(page, words, patient) {
  return {
    words,
    page,
    act: () => {
      state.page = page;
      state.patient = patient;
      changed();
    },
  };
}

/** What has to be done for a patient before the crew goes on. @param {import('./care.js').Care} care @returns {Action | undefined} */
function careStep(care) {
  if (!isAssessed(care) && !isSigned(care)) {
    return visit('assess', 'Assess the patient', care.number);
  }
  if (!care.choice) {
    return visit('decide', 'Choose where care happens', care.number);
  }
  if (care.choice.disposition === 'ACUTE') {
    return undefined;
  }
  if (care.choice.disposition === 'COMMUNITY' && !isTakenOn(care) && !care.ahead.OfferReferral && !isAsked(care)) {
    return visit('arrange', 'Ask the service', care.number);
  }
  return isSigned(care) ? undefined : visit('handover', 'Sign the handover', care.number);
}

/** @param {import('./care.js').Care} care */
function isAsked(care) {
  return ['OFFERED', 'INTERIM'].includes(care.referrals[care.referrals.length - 1]?.state);
}

/** @param {import('./situation.js').Job} job @returns {Action} */
export function nextStep(job) {
  const { incident, stage } = job;
  const patients = listCare(incident);
  if (place(stage) < place('AT_PATIENT')) {
    return report(incident, STAGE_ORDER[place(stage) + 1]);
  }
  const acute = patients.some((care) => care.choice?.disposition === 'ACUTE');
  if (stage === 'AT_PATIENT') {
    const owed = patients.map(careStep).find((step) => step !== undefined);
    return owed ?? (acute ? report(incident, 'LEFT_SCENE') : clear(incident));
  }
  if (place(stage) < place('HANDED_OVER')) {
    return report(incident, STAGE_ORDER[place(stage) + 1]);
  }
  const unsigned = listPatients(incident).find((care) => !isSigned(care));
  return unsigned ? visit('handover', 'Sign the handover', unsigned.number) : clear(incident);
}

/** What keeps the last crew from clearing, by patient, in words. @param {number} incident */
export function obstacles(incident) {
  const patients = listPatients(incident);
  return patients.flatMap((care) => missingOf(care).map((what) => ({
    number: care.number,
    words: patients.length > 1 ? `Patient ${care.number}: ${what}` : what,
  })));
}

/** Shows what is missing before it is tried; the server has the last word. @param {number} incident @returns {Action} */
function clear(incident) {
  const missing = obstacles(incident);
  return missing.length
    ? { words: 'Clear', hint: `Not yet: ${missing.map((it) => it.words).join('; ')}`, why: 'lacks' }
    : report(incident, 'CLEAR');
}

/** Every later stage, for when the usual path does not fit. @param {import('./situation.js').Job} job */
export function laterSteps(job) {
  return STAGE_ORDER.slice(place(job.stage) + 1).map((stage) => ({ stage, ...report(job.incident, stage) }));
}
