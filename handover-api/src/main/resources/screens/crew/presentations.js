// @ts-check
/**
 * What is the matter, as the crew sees it when it comes in: it only puts the fitting tests and
 * questions on top, and leaves nothing out. ENGINEERING DEFAULT, needs clinical approval.
 */

/**
 * @typedef {object} Presentation
 * @property {string} words
 * @property {string[]} tests opened first
 * @property {string[]} findings asked first
 * @property {string[]} measure beyond the score
 */

/** @type {Record<string, Presentation>} */
export const PRESENTATIONS = {
  FALL: { words: 'Fall', tests: ['fall', 'frailty'], measure: ['pain'], findings: [
    'HEAD_INJURY_ON_BLOOD_THINNERS', 'HEAD_INJURY_WITH_LOSS_OR_AMNESIA', 'SYNCOPE', 'BACK_PAIN_WITH_NEUROLOGY', 'LONG_LIE', 'UNINJURED_FALL', 'FALL_WITHOUT_SERIOUS_INJURY', 'REDUCED_FUNCTION'] },
  CHEST_PAIN: { words: 'Chest pain', tests: [], measure: ['pain'], findings: ['STEMI', 'CHEST_PAIN', 'SYNCOPE', 'RECONTACT_WITHIN_48_HOURS', 'SAME_DAY_CRITERIA'] },
  STROKE: { words: 'Stroke-like', tests: ['fast'], measure: ['glucoseTenths', 'comaScale'], findings: [
    'FAST_POSITIVE', 'STROKE_ONSET_BEYOND_WINDOW', 'FIRST_OR_WORST_HEADACHE', 'SYNCOPE', 'CONFUSION_OR_DELIRIUM'] },
  BREATHING: { words: 'Breathing', tests: ['infection'], measure: [], findings: ['CHEST_PAIN', 'SUSPECTED_SEPSIS', 'IMMUNOSUPPRESSED_UNWELL', 'STEROID_DEPENDENT_UNWELL', 'FRAILTY_DECOMPENSATION'] },
  ABDOMEN: { words: 'Abdominal pain', tests: ['infection'], measure: ['pain'], findings: ['ABDOMINAL_PAIN', 'SUSPECTED_SEPSIS', 'OBSTETRIC_EMERGENCY', 'SYNCOPE', 'SAME_DAY_CRITERIA'] },
  HEAD_INJURY: { words: 'Head injury', tests: ['fall', 'trauma'], measure: ['comaScale', 'pain'], findings: [
    'TRAUMA_TOOL_POSITIVE', 'HEAD_INJURY_WITH_LOSS_OR_AMNESIA', 'HEAD_INJURY_ON_BLOOD_THINNERS', 'SYNCOPE', 'CONFUSION_OR_DELIRIUM', 'MINOR_INJURY_OR_ILLNESS', 'SAFEGUARDING_CONCERN'] },
  MENTAL_HEALTH: { words: 'Mental health', tests: [], measure: ['glucoseTenths'], findings: ['OVERDOSE', 'MENTAL_HEALTH_CRISIS', 'CONFUSION_OR_DELIRIUM', 'SAFEGUARDING_CONCERN'] },
  CHILD: { words: 'Child unwell', tests: ['infection'], measure: ['glucoseTenths'], findings: ['ACUTELY_ILL', 'NON_BLANCHING_RASH', 'SUSPECTED_SEPSIS', 'IMMUNOSUPPRESSED_UNWELL', 'SAFEGUARDING_CONCERN', 'RECONTACT_WITHIN_48_HOURS'] },
  CATHETER: { words: 'Catheter', tests: ['infection', 'frailty'], measure: ['pain'], findings: ['URGENT_CATHETER_CARE', 'AUTONOMIC_DYSREFLEXIA', 'SUSPECTED_SEPSIS', 'ABDOMINAL_PAIN'] },
  DIABETES: { words: 'Diabetes', tests: ['infection'], measure: ['glucoseTenths'], findings: ['URGENT_DIABETES_SUPPORT', 'STEROID_DEPENDENT_UNWELL', 'SUSPECTED_SEPSIS', 'CONFUSION_OR_DELIRIUM', 'SAFE_AT_HOME'] },
  PALLIATIVE: { words: 'Palliative', tests: ['frailty'], measure: ['pain'], findings: ['PALLIATIVE_KNOWN', 'DETERIORATION_EXPECTED', 'PALLIATIVE_CRISIS', 'COMFORT_PLAN', 'UNPAID_CARER_BREAKDOWN', 'REVERSIBLE_CAUSE'] },
  UNWELL: { words: 'Unwell, other', tests: ['infection', 'frailty', 'fast'], measure: ['glucoseTenths'], findings: [
    'SUSPECTED_SEPSIS', 'IMMUNOSUPPRESSED_UNWELL', 'STEROID_DEPENDENT_UNWELL', 'DIALYSIS', 'RECONTACT_WITHIN_48_HOURS', 'FRAILTY_DECOMPENSATION', 'CONFUSION_OR_DELIRIUM'] },
};
