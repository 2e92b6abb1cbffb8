// @ts-check
/** The words of the crew page for the codes of the protocol tables and of the assessment. */
export { inputWord, TEAMS, VITAL_WORDS } from '../shared/protocol-words.js';
export { destinationReason } from '../shared/destination-words.js';

/** What the button says for each next stage. @type {Record<string, string>} */
export const STEP_WORDS = {
  ACKNOWLEDGED: 'Acknowledge',
  MOBILE: 'On the way',
  AT_SCENE: 'At scene',
  AT_PATIENT: 'At patient',
  LEFT_SCENE: 'Leave scene',
  AT_DESTINATION: 'At destination',
  HANDED_OVER: 'Handed over',
  CLEAR: 'Clear',
};

/** @type {Record<string, string>} */
export const LEVELS = {
  ED_PREALERT: 'Emergency department, warned before arrival',
  ED: 'Emergency department',
  HUB: 'Hub decides; emergency department until it has',
  SDEC: 'Same-day emergency care',
  MENTAL_HEALTH: 'Mental health crisis service',
  UCR: 'Urgent community response',
  PALLIATIVE: 'Palliative team',
  FALLS: 'Falls service',
  UTC: 'Urgent treatment centre',
  TREAT_AT_SCENE: 'Treat at scene, stay at home',
};

/** Where care happens at each level. @type {Record<string, string>} */
export const LEVEL_DISPOSITIONS = {
  ED_PREALERT: 'ACUTE', ED: 'ACUTE', HUB: 'ACUTE', SDEC: 'ACUTE',
  MENTAL_HEALTH: 'COMMUNITY', UCR: 'COMMUNITY', PALLIATIVE: 'COMMUNITY', FALLS: 'COMMUNITY', UTC: 'COMMUNITY',
  TREAT_AT_SCENE: 'TREAT_AT_SCENE',
};

/** @type {Record<string, string>} */
export const OUTCOMES = {
  TREAT_AT_SCENE: 'Treat at scene',
  COMMUNITY: 'Community service',
  ACUTE: 'Take to acute care',
};

/** @type {Record<string, string>} */
export const DESTINATION_CLASSES = {
  NEAREST_SUITABLE_EMERGENCY_DEPARTMENT: 'Nearest suitable emergency department',
  HEART_ATTACK_CENTRE: 'Heart attack centre',
  STROKE_UNIT: 'Stroke unit',
  TRAUMA_CENTRE: 'Trauma centre',
  OBSTETRIC_OR_PAEDIATRIC_SITE: 'Obstetric or children’s site',
  EMERGENCY_DEPARTMENT: 'Emergency department',
  CLINICAL_HUB: 'Clinical hub',
  SAME_DAY_EMERGENCY_CARE: 'Same-day emergency care',
  URGENT_COMMUNITY_RESPONSE: 'Urgent community response',
  FALLS_SERVICE: 'Falls service',
  URGENT_TREATMENT_CENTRE: 'Urgent treatment centre',
  MENTAL_HEALTH_CRISIS_SERVICE: 'Mental health crisis service',
  PALLIATIVE_TEAM: 'Palliative team',
  HOME: 'Home',
};

/** Which classes of place each outcome can lead to. @type {Record<string, string[]>} */
export const CLASSES_OF = {
  ACUTE: [
    'EMERGENCY_DEPARTMENT', 'SAME_DAY_EMERGENCY_CARE', 'HEART_ATTACK_CENTRE', 'STROKE_UNIT', 'TRAUMA_CENTRE',
    'OBSTETRIC_OR_PAEDIATRIC_SITE', 'NEAREST_SUITABLE_EMERGENCY_DEPARTMENT',
  ],
  COMMUNITY: [
    'URGENT_COMMUNITY_RESPONSE', 'FALLS_SERVICE', 'URGENT_TREATMENT_CENTRE', 'MENTAL_HEALTH_CRISIS_SERVICE', 'PALLIATIVE_TEAM',
  ],
};

/** What a service has to be able to do, where only the directory is at hand. @type {Record<string, string[]>} */
export const NEEDS_OF = {
  ACUTE: ['EMERGENCY', 'SAME_DAY_EMERGENCY_CARE'],
  COMMUNITY: [
    'URGENT_COMMUNITY_RESPONSE', 'FALLS_RESPONSE', 'MINOR_INJURY_OR_ILLNESS', 'MENTAL_HEALTH_CRISIS', 'PALLIATIVE_CARE',
  ],
};

/** @param {string} practiceOrService @param {any} reference */
export function serviceName(practiceOrService, reference) {
  const found = reference?.services?.find((/** @type {any} */ it) => it.service === practiceOrService);
  return found?.name ?? practiceOrService;
}
