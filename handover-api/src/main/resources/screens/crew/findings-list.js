// @ts-check
/** The findings that a crew is asked for, by topic, the gravest first. */

/** @typedef {{topic: string, part: 'danger' | 'findings' | 'wishes' | 'home', findings: [string, string][]}} Topic a group of questions, and in which part of the round it is asked */

/** @type {Topic[]} */
export const TOPICS = [
  { topic: 'Threat to life', part: 'danger', findings: [
    ['CARDIAC_ARREST', 'Cardiac arrest'],
    ['PERI_ARREST', 'About to arrest'],
    ['AIRWAY_AT_RISK', 'Airway at risk'],
    ['UNCONTROLLED_BLEEDING', 'Bleeding that cannot be controlled'],
  ] },
  { topic: 'Time-critical', part: 'findings', findings: [
    ['STEMI', 'Heart attack on the ECG (STEMI)'],
    ['FAST_POSITIVE', 'FAST positive'],
    ['STROKE_ONSET_BEYOND_WINDOW', 'Stroke began too long ago for the pathway'],
    ['TRAUMA_TOOL_POSITIVE', 'Trauma tool positive'],
    ['OBSTETRIC_EMERGENCY', 'Obstetric emergency'],
    ['ACUTELY_ILL', 'Acutely ill by your judgement (under 16)'],
  ] },
  { topic: 'Red flags', part: 'findings', findings: [
    ['CHEST_PAIN', 'Chest pain'],
    ['SYNCOPE', 'Loss of consciousness'],
    ['FIRST_OR_WORST_HEADACHE', 'First or worst headache'],
    ['ABDOMINAL_PAIN', 'Abdominal pain'],
    ['BACK_PAIN_WITH_NEUROLOGY', 'Back pain with weakness or numbness'],
    ['OVERDOSE', 'Overdose'],
    ['SUSPECTED_SEPSIS', 'Sepsis suspected'],
    ['NON_BLANCHING_RASH', 'Rash that does not fade under glass'],
    ['HEAD_INJURY_WITH_LOSS_OR_AMNESIA', 'Head injury with loss of consciousness or memory'],
    ['HEAD_INJURY_ON_BLOOD_THINNERS', 'Head injury on blood thinners'],
    ['IMMUNOSUPPRESSED_UNWELL', 'Immunosuppressed and unwell'],
    ['STEROID_DEPENDENT_UNWELL', 'Steroid dependent and unwell'],
    ['DIALYSIS', 'On dialysis'],
    ['AUTONOMIC_DYSREFLEXIA', 'Autonomic dysreflexia'],
    ['RECONTACT_WITHIN_48_HOURS', 'Second contact within 48 hours'],
  ] },
  { topic: 'Urgent community response', part: 'findings', findings: [
    ['FALL_WITHOUT_SERIOUS_INJURY', 'Fall without serious injury'],
    ['FRAILTY_DECOMPENSATION', 'Frailty getting worse'],
    ['REDUCED_FUNCTION', 'Can do less than before'],
    ['PALLIATIVE_CRISIS', 'Palliative crisis'],
    ['URGENT_EQUIPMENT', 'Needs equipment urgently'],
    ['CONFUSION_OR_DELIRIUM', 'Confusion or delirium'],
    ['URGENT_CATHETER_CARE', 'Urgent catheter care'],
    ['URGENT_DIABETES_SUPPORT', 'Urgent diabetes support'],
    ['UNPAID_CARER_BREAKDOWN', 'Carer can no longer cope'],
  ] },
  { topic: 'Staying at home, or another service', part: 'home', findings: [
    ['UNINJURED_FALL', 'Fall without any injury'],
    ['LONG_LIE', 'More than an hour on the floor'],
    ['MINOR_INJURY_OR_ILLNESS', 'Minor injury or illness'],
    ['AMBULATORY', 'Can walk to care'],
    ['SAME_DAY_CRITERIA', 'Meets same-day criteria'],
    ['MENTAL_HEALTH_CRISIS', 'Mental health crisis'],
    ['PALLIATIVE_KNOWN', 'Known to the palliative team'],
    ['DETERIORATION_EXPECTED', 'Getting worse was expected'],
    ['SAFE_AT_HOME', 'Safe at home'],
    ['FOLLOW_UP_NAMED', 'Follow-up has a name'],
  ] },
  { topic: 'Wishes, capacity and plans', part: 'wishes', findings: [
    ['OBVIOUS_DEATH', 'Obvious death'],
    ['REVERSIBLE_CAUSE', 'A cause that can be reversed'],
    ['REFUSES', 'Refuses'],
    ['HAS_CAPACITY', 'Has capacity for this decision'],
    ['ADVANCE_DECISION_FOUND', 'Advance decision found'],
    ['RESPECT_SEEN', 'ReSPECT form seen'],
    ['DNACPR_SEEN', 'Do-not-attempt-CPR decision seen'],
    ['ATTORNEY_NAMED', 'Attorney named'],
    ['COMFORT_PLAN', 'Plan for comfort'],
    ['PLANS_CONFLICT', 'Plans contradict one another'],
    ['PLANS_NOT_LOCATED', 'Plans were looked for and could not be located'],
  ] },
  { topic: 'Who is there', part: 'home', findings: [
    ['SAFEGUARDING_CONCERN', 'Safeguarding concern'],
    ['LIVES_ALONE', 'Lives alone'],
    ['CARER_PRESENT', 'Carer is present'],
  ] },
];

/** @param {string} code */
export function findingWord(code) {
  return TOPICS.flatMap((topic) => topic.findings).find(([each]) => each === code)?.[1] ?? code;
}
