// @ts-check
/** The words for what the protocol tables ask, whom they warn, and what was measured. */

/** The decision tables by their ids. @type {Record<string, string>} */
export const TABLES = {
  'minimum-level-of-care': 'Least level of care',
  'destination-class': 'Kind of place',
  'pre-alert': 'Whom to warn',
  'follow-up': 'What follows',
  'wishes-and-plans': 'Wishes and plans',
  'response-plan': 'Whom an incident needs',
};

/** Whom a destination is asked to have ready. @type {Record<string, string>} */
export const TEAMS = {
  RESUSCITATION: 'resuscitation team',
  CARDIAC: 'cardiac team, with the ECG',
  STROKE: 'stroke team, with the time of onset',
  TRAUMA: 'trauma team',
  OBSTETRIC_OR_PAEDIATRIC: 'obstetric or children’s team',
  EMERGENCY: 'emergency department',
};

/** Inputs of the tables. @type {Record<string, string>} */
const INPUTS = {
  news2: 'NEWS2', singleThree: 'whether one observation scores 3', validScore: 'a whole score that is valid for this patient',
  allAsked: 'every clinical question', riskBand: 'NEWS2', requiredMissing: 'what the tables need',
  twoSets: 'a second round of observations', redFlag: 'red flags', longLie: 'how long on the floor',
  hasCapacity: 'capacity', refuses: 'whether the patient refuses', lifeThreat: 'threats to life', heartAttack: 'a heart attack on the ECG',
  stroke: 'stroke', fastPositive: 'FAST', majorTrauma: 'major trauma', specialistEmergency: 'obstetric emergency, or acutely ill under 16',
  sameDayCriteria: 'criteria of same-day emergency care', mentalHealthCrisis: 'mental health crisis',
  urgentCommunityCondition: 'conditions of the two-hour response', expectedDeterioration: 'whether getting worse was expected',
  uninjuredFall: 'whether a fall left no injury', minorInjuryOrIllness: 'whether it is minor', ambulatory: 'whether the patient can walk',
  safeAtHome: 'whether the patient is safe at home', followUpNamed: 'who follows up',
  recognitionOfDeath: 'whether the patient has died', advanceDecision: 'an advance decision', advanceDecisionSettled: 'whether the advance decision holds',
  under18: 'age', planSeen: 'plans', plansConflict: 'whether plans contradict', plansNotLocated: 'whether plans were looked for',
  comfortPlan: 'a plan for comfort', supportConcern: 'who is there', suspectedSepsis: 'sepsis', fallsRisk: 'risk of falls', lowGlucose: 'glucose',
};

/** @param {string} input */
export function inputWord(input) {
  return INPUTS[input] ?? input.replace(/([A-Z])/g, ' $1').toLowerCase();
}

/** @type {Record<string, string>} */
export const VITAL_WORDS = {
  RESPIRATORY_RATE: 'breathing', OXYGEN_SATURATION: 'oxygen saturation', OXYGEN: 'oxygen flow', SYSTOLIC_PRESSURE: 'systolic pressure',
  PULSE: 'pulse', CONSCIOUSNESS: 'consciousness', TEMPERATURE: 'temperature', GLUCOSE: 'glucose', PAIN: 'pain', COMA_SCALE: 'coma scale',
};
