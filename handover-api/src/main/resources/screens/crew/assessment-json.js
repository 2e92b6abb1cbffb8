// @ts-check
/** The draft of an assessment as the contract has it; what nobody has given is left out. */
import { assessedPlans } from './plans.js';

/** @param {Record<string, any>} fields */
function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Undefined where nothing is in it. @param {Record<string, any>} fields */
function some(fields) {
  const left = given(fields);
  return Object.keys(left).length ? left : undefined;
}

/** @param {any} round */
function observation(round) {
  const parts = round.comaParts;
  const whole = parts?.eyes && parts.voice && parts.movement;
  return given({
    takenAt: round.takenAt,
    breathing: given({
      respiratoryRate: round.respiratoryRate,
      oxygenSaturation: round.oxygenSaturation,
      oxygen: round.oxygenGiven === undefined
        ? undefined
        : given({ given: round.oxygenGiven, litresPerMinute: round.oxygenGiven ? round.litresPerMinute : undefined }),
    }),
    circulation: given({ systolicPressure: round.systolicPressure, pulse: round.pulse }),
    consciousness: round.consciousness,
    temperatureTenths: round.temperatureTenths,
    bedside: given({ glucoseTenths: round.glucoseTenths, pain: round.pain, comaScale: round.comaScale, comaParts: whole ? parts : undefined }),
    device: round.device?.trim() || undefined,
  });
}

/** @param {any} it */
function examination(it) {
  return some({ fast: some(it.fast), trauma: some(it.trauma), frailty: it.frailty, fall: some(it.fall), infectionSuspected: it.infectionSuspected });
}

/** @param {any} it @param {number} incident @param {number} number */
function context(it, incident, number) {
  const { smokes, wantsToStop, alcoholUnitsPerWeek, wantsToDrinkLess, ...well } = it.wellbeing;
  return some({
    capacity: some(it.capacity),
    consent: it.consent,
    ...assessedPlans(incident, number),
    wellbeing: some({
      ...well, smokes, alcoholUnitsPerWeek,
      // Answers to questions that are no longer asked do not count.
      wantsToStop: smokes ? wantsToStop : undefined,
      wantsToDrinkLess: alcoholUnitsPerWeek ? wantsToDrinkLess : undefined,
    }),
  });
}

/** @param {any} it the draft @param {number} incident @param {number} number */
export function assessmentOf(it, incident, number) {
  const answered = Object.entries(it.findings);
  const scale2 = it.scale2 && it.confirmed && it.target;
  return given({
    patient: given({
      ageYears: it.ageYears,
      pregnant: it.pregnant,
      oxygenTarget: scale2 ? { scale: 'SCALE_2', hypercapnicFailureConfirmed: true, targetSetByClinician: true } : undefined,
    }),
    observations: it.rounds.filter((/** @type {any} */ each) => each.takenAt).map(observation),
    findings: {
      present: answered.filter(([, value]) => value === true).map(([code]) => code),
      absent: answered.filter(([, value]) => value === false).map(([code]) => code),
    },
    examination: examination(it),
    context: context(it, incident, number),
  });
}
