// @ts-check
/** The words for levels of care, kinds of destination, findings and the score. */

/** The least care that the rules allow. @type {Record<string, string>} */
export const LEVELS = {
  ED_PREALERT: 'emergency care, with a pre-alert',
  ED: 'an emergency department',
  HUB: 'a decision of the hub',
  SDEC: 'same-day emergency care',
  MENTAL_HEALTH: 'a mental health team',
  UCR: 'an urgent community response',
  PALLIATIVE: 'a palliative team',
  FALLS: 'a falls team',
  UTC: 'an urgent treatment centre',
  TREAT_AT_SCENE: 'care at home',
};

/** Short, for rows. @type {Record<string, string>} */
export const LEVELS_SHORT = {
  ED_PREALERT: 'Pre-alert',
  ED: 'ED',
  HUB: 'Hub decides',
  SDEC: 'Same day',
  MENTAL_HEALTH: 'Mental health',
  UCR: 'Urgent community',
  PALLIATIVE: 'Palliative',
  FALLS: 'Falls',
  UTC: 'Urgent treatment',
  TREAT_AT_SCENE: 'At home',
};

/** @type {Record<string, string>} */
export const DESTINATIONS = {
  NEAREST_SUITABLE_EMERGENCY_DEPARTMENT: 'nearest suitable emergency department',
  HEART_ATTACK_CENTRE: 'heart attack centre',
  STROKE_UNIT: 'stroke unit',
  TRAUMA_CENTRE: 'trauma centre',
  OBSTETRIC_OR_PAEDIATRIC_SITE: "obstetric or children's site",
  EMERGENCY_DEPARTMENT: 'emergency department',
  CLINICAL_HUB: 'clinical hub',
  SAME_DAY_EMERGENCY_CARE: 'same-day emergency care',
  URGENT_COMMUNITY_RESPONSE: 'urgent community response',
  FALLS_SERVICE: 'falls service',
  URGENT_TREATMENT_CENTRE: 'urgent treatment centre',
  MENTAL_HEALTH_CRISIS_SERVICE: 'mental health crisis service',
  PALLIATIVE_TEAM: 'palliative team',
  HOME: 'stays at home',
};

/** Those whose code in plain letters would not read as a person says it. @type {Record<string, string>} */
const FINDINGS = {
  STEMI: 'heart attack on the ECG (STEMI)',
  FAST_POSITIVE: 'stroke signs (FAST positive)',
  STROKE_ONSET_BEYOND_WINDOW: 'stroke began beyond the window',
  TRAUMA_TOOL_POSITIVE: 'trauma triage tool positive',
  BACK_PAIN_WITH_NEUROLOGY: 'back pain with nerve signs',
  HEAD_INJURY_WITH_LOSS_OR_AMNESIA: 'head injury with loss of consciousness or memory',
  RECONTACT_WITHIN_48_HOURS: 'second contact within 48 hours',
  FRAILTY_DECOMPENSATION: 'frailty, worse than usual',
  PERI_ARREST: 'about to arrest',
  LONG_LIE: 'more than an hour on the floor',
  SAME_DAY_CRITERIA: 'fits same-day emergency care',
  PALLIATIVE_KNOWN: 'known to a palliative team',
  REFUSES: 'refuses what is proposed',
  HAS_CAPACITY: 'has capacity for this decision',
  RESPECT_SEEN: 'ReSPECT plan seen',
  DNACPR_SEEN: 'decision not to attempt CPR seen (CPR only)',
  ADVANCE_DECISION_FOUND: 'advance decision to refuse treatment found',
  ATTORNEY_NAMED: 'attorney for health named',
  PLANS_CONFLICT: 'plans contradict one another',
  PLANS_NOT_LOCATED: 'plans looked for, could not be located',
};

/** @param {string} code */
export function finding(code) {
  return FINDINGS[code] ?? code.toLowerCase().replaceAll('_', ' ');
}

/** @type {Record<string, string>} */
export const AWAKE = {
  ALERT: 'alert',
  CONFUSED: 'newly confused',
  CONFUSION: 'newly confused',
  VOICE: 'responds to voice',
  PAIN: 'responds to pain only',
  UNRESPONSIVE: 'unresponsive',
};
