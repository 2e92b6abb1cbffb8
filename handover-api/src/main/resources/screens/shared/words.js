// @ts-check
/** The words that a screen uses for the codes of the contract. */

/** @type {Record<string, string>} */
export const UNIT_KINDS = {
  AMBULANCE: 'Ambulance',
  PARAMEDIC_CAR: 'Paramedic car',
  ADVANCED_PRACTITIONER: 'Advanced practitioner',
  MENTAL_HEALTH: 'Mental health',
  FALLS: 'Falls',
  URGENT_TRANSFER: 'Urgent transfer',
  COMMUNITY_RESPONDER: 'Community responder',
  AIR: 'Air',
};

/** What the look-up of places has found. @type {Record<string, string>} */
export const PLACE_KINDS = {
  COORDINATES: 'coordinates',
  GRID_REFERENCE: 'grid reference',
  OPEN_LOCATION_CODE: 'plus code',
  SETTLEMENT: 'settlement',
  SUBURB: 'part of a town',
  POSTCODE: 'postcode',
  ROAD: 'road',
  STREET: 'street',
  JUNCTION: 'junction',
  ADDRESS: 'address',
  POINT_OF_INTEREST: 'place',
  BASE: 'base',
  POST: 'standby point',
  HOSPITAL: 'hospital',
  UTC: 'urgent treatment centre',
  COMMUNITY_HOSPITAL: 'community hospital',
  HOSPICE: 'hospice',
  MENTAL_HEALTH: 'mental health unit',
};

/** @type {Record<string, string>} */
export const CAPABILITIES = {
  ASSESSMENT: 'assessment',
  EMERGENCY_CARE: 'emergency care',
  PARAMEDIC: 'paramedic',
  ADVANCED_CARE: 'advanced care',
  CRITICAL_CARE: 'critical care',
  CONVEYANCE: 'stretcher',
  MENTAL_HEALTH: 'mental health',
  FALLS_LIFTING: 'lifting after a fall',
  BARIATRIC: 'bariatric',
};

/** @type {Record<string, string>} */
export const STAGES = {
  ALLOCATED: 'allocated',
  ACKNOWLEDGED: 'acknowledged',
  MOBILE: 'mobile',
  AT_SCENE: 'at scene',
  AT_PATIENT: 'at patient',
  LEFT_SCENE: 'left scene',
  AT_DESTINATION: 'at destination',
  HANDED_OVER: 'handed over',
  CLEAR: 'clear',
};

/** The order in which a job goes forward. */
export const STAGE_ORDER = Object.keys(STAGES);

/** @type {Record<string, string>} */
export const UNAVAILABLE_REASONS = {
  BREAK: 'break',
  RESTOCKING: 'restocking',
  VEHICLE_OFF_ROAD: 'vehicle off the road',
  CREW_WELFARE: 'crew welfare',
  NO_DRIVER: 'no driver',
  OTHER_DUTY: 'other duty',
  UNKNOWN: 'not known',
};

/** @type {Record<string, string>} */
export const JOB_END_REASONS = {
  MORE_URGENT_CALL: 'more urgent call',
  BETTER_UNIT: 'better unit found',
  NOT_NEEDED: 'not needed',
  VEHICLE: 'vehicle',
  SAFETY: 'safety',
  NOT_SUITED: 'not suited',
  NO_ANSWER: 'no answer from the crew',
};

/** @type {Record<string, string>} */
export const CLOSE_REASONS = {
  CALLED_OFF: 'called off',
  DUPLICATE: 'duplicate',
  PASSED_ON: 'passed on',
  ENTERED_IN_ERROR: 'entered in error',
  HEARD_AND_TREATED: 'treated by telephone',
  CREWS_CLEAR: 'crews clear',
};

/** @type {Record<string, string>} */
export const OVERRIDE_REASONS = {
  LOCAL_KNOWLEDGE: 'local knowledge',
  CLINICAL_NEED: 'clinical need',
  CREW_WELFARE: 'crew welfare',
  COVER: 'cover for the area',
  CONTINUITY: 'continuity of care',
  CREW_OFFERED: 'the crew offered',
  NO_RECOMMENDATION: 'no recommendation',
  OTHER: 'other',
};

/** Those that warn of danger to a crew come first and stand out. */
export const DANGERS = ['SCENE_UNSAFE', 'VIOLENCE', 'CALL_WARNING', 'SCENE_SAFETY_UNKNOWN', 'INFECTION'];

/** @type {Record<string, string>} */
export const FLAGS = {
  SCENE_UNSAFE: 'Scene unsafe',
  SCENE_SAFETY_UNKNOWN: 'Scene safety unknown',
  VIOLENCE: 'Violence',
  INFECTION: 'Infection',
  SAFEGUARDING: 'Safeguarding',
  RESPECT_PLAN: 'ReSPECT plan',
  REASONABLE_ADJUSTMENT: 'Reasonable adjustment',
  REPEAT_CALLER: 'Repeat caller',
  CALL_WARNING: 'Warning with the call',
  AGENCY_CONTACTED: 'Other agency contacted',
  SERVICES_REJECTED: 'Services turned down',
  PLACE_UNCONFIRMED: 'Place unconfirmed',
  PLACE_MISSING: 'No place yet',
  PLACE_OFF_MAP: 'Place off the map',
  PLACE_WAS_SWAPPED: 'Coordinates were swapped',
  PATIENT_UNIDENTIFIED: 'Patient unidentified',
  NHS_NUMBER_SUSPECT: 'NHS number suspect',
  SENDER_CALLED_OFF: 'Sender called off',
  SENDER_UPDATED: 'Sender sent an update',
  C2_STANDARD: 'C2, lower half',
  HEAD_INJURY_ON_BLOOD_THINNERS: 'Head injury on blood thinners',
  ALONE_AFTER_FALL: 'Alone after a fall',
  REFUSES_CARE: 'Refuses care',
  UNDER_TWO: 'Under two years',
  UNREACHED: 'Does not answer',
};

/** What is owed and was not done in time. @type {Record<string, string>} */
export const OVERDUE = {
  SEND: 'nobody sent',
  ACKNOWLEDGE_JOB: 'no acknowledgement',
  PROGRESS_JOB: 'no report',
  SIGN_HANDOVER: 'handover unsigned',
  ACKNOWLEDGE_PRE_ALERT: 'pre-alert unanswered',
  ANSWER_REFERRAL: 'referral unanswered',
  ATTEND: 'no visit yet',
  REARRANGE: 'another way needed',
  DELIVER_HANDOVER: 'handover not received',
  ANSWER_HANDOVER: 'practice has not answered',
  ANSWER_PRACTICE: 'practice waits for an answer',
  REROUTE_HANDOVER: 'handover stranded',
  RELEASE_BOOKING: 'booking not released',
  CALL_BACK: 'call-back late',
  WELFARE_CALL: 'welfare call late',
  REVIEW_CONTACT: "clinician's review late",
  DECIDE_UNREACHED: 'does not answer: decide',
  ANSWER_CREW: 'crew waits for the hub',
};

/** @type {Record<string, string>} */
export const DISPOSITIONS = {
  HEAR_AND_TREAT: 'hear and treat',
  TREAT_AT_SCENE: 'see and treat',
  COMMUNITY: 'refer',
  ACUTE: 'convey',
};

/** @type {Record<string, string>} */
export const REFERRAL_STATES = {
  OFFERED: 'asked, no answer yet',
  INTERIM: 'looks at it',
  ACCEPTED: 'accepted',
  REFUSED: 'declined',
  EXPIRED: 'gave no answer in time',
  CANCELLED: 'taken back',
  ATTENDED: 'has seen the patient',
  NOT_ATTENDED: 'visit did not happen',
};

/** @type {Record<string, string>} */
export const REFERRAL_REFUSALS = {
  NO_CAPACITY: 'no capacity',
  OUT_OF_HOURS: 'out of hours',
  OUT_OF_AREA: 'out of our area',
  CRITERIA_NOT_MET: 'criteria not met',
  MORE_INFORMATION_NEEDED: 'more information needed',
  OTHER: 'other',
};

/** @type {Record<string, string>} */
export const HANDOVER_STATES = {
  SIGNED: 'signed',
  SENT: 'sent',
  RECEIVED: 'received',
  ACCEPTED: 'accepted',
  QUERIED: 'practice has asked back',
  REFUSED: 'practice has refused',
  UNDELIVERABLE: 'cannot be delivered',
  BY_HAND: 'handed over by hand',
  KEPT: 'kept in the record, nobody is told',
};

/** Why a signed handover is void. @type {Record<string, string>} */
export const RETRACTIONS = {
  WRONG_PATIENT: 'about somebody else',
  WRONG_RECEIVER: 'sent to a practice that does not know the patient',
  WRONG_CONTENT: 'what it says is wrong',
};

/** Why a handover does not go to the practice. @type {Record<string, string>} */
export const ROUTES = {
  OUT_OF_HOURS: 'practice opens too late: out-of-hours care is asked, the practice has a copy',
  UNREGISTERED: 'not registered with any practice',
  VISITING: 'visiting: registered with a practice elsewhere',
  SHARING_REFUSED: 'does not want the practice to be told',
};

/** The reasons for asking a practice to act that have been agreed with practices. @type {Record<string, string>} */
export const ACTION_REASONS = {
  CLINICAL_REVIEW: 'see the patient again',
  MEDICATION_REVIEW: 'medication review',
  TEST_OR_RESULT: 'a test, or its result',
  WOUND_CARE: 'wound care',
  FALLS_OR_FRAILTY_REVIEW: 'falls or frailty review',
  LONG_TERM_CONDITION_REVIEW: 'review of a long-term condition',
  MENTAL_HEALTH_REVIEW: 'mental health review',
  CARE_PLAN_REVIEW: 'care plan review',
  SAFEGUARDING_FOLLOW_UP: 'safeguarding follow-up',
  SOCIAL_SUPPORT: 'support at home, social care',
};

/** @type {Record<string, string>} */
export const HANDOVER_REFUSALS = {
  NOT_OUR_PATIENT: 'not our patient',
  NO_LONGER_REGISTERED: 'no longer registered here',
  DECEASED: 'the patient has died',
  NOT_FOR_PRIMARY_CARE: 'not for primary care',
  CANNOT_BE_DONE_IN_TIME: 'cannot be done in time',
};

/** What a patient should not be without. @type {Record<string, string>} */
export const BELONGINGS = {
  OWN_MEDICINES: 'Own medicines',
  CARE_PLAN: 'Care plan',
  GLASSES: 'Glasses',
  HEARING_AIDS: 'Hearing aids',
  DENTURES: 'Dentures',
  WALKING_AID: 'Walking aid',
  KEYS: 'Keys',
  TELEPHONE: 'Telephone',
};

/** @type {Record<string, string>} */
export const BELONGINGS_WHERE = {
  WITH_PATIENT: 'With the patient',
  LEFT_AT_HOME: 'Left at home',
  HAS_NONE: 'Has none',
  NOT_FOUND: 'Not found',
};

/** Why the choice differs from the proposal. @type {Record<string, string>} */
export const CHOICE_REASONS = {
  PATIENT_WISHES: "the patient's wishes",
  CARE_PLAN: 'care plan',
  HUB_AGREED: 'agreed with the hub',
  CLINICAL_JUDGEMENT: 'clinical judgement',
  SERVICE_UNAVAILABLE: 'service not available',
  CARER_PRESENT: 'carer present',
  OTHER: 'other',
};

/** The categories of the desk's own calls, then of professionals and of transfers. */
export const CATEGORIES = [
  'C1', 'C2', 'C3', 'C4', 'C5',
  'HCP1', 'HCP2', 'HCP3', 'HCP4',
  'IFT1', 'IFT2', 'IFT3', 'IFT4',
];

/** From 1, the most urgent, to 5. @param {string} category */
export function level(category) {
  return Number(category.slice(-1));
}

/** Danger first, then as they came. @param {string[]} flags */
export function flagsInOrder(flags) {
  const dangers = DANGERS.filter((flag) => flags.includes(flag));
  return [...dangers, ...flags.filter((flag) => !dangers.includes(flag))];
}
