// @ts-check
/** The history of an incident as sentences that a person reads true. */
import { rough, shortClock } from './format.js';
import { HELD } from './advice-words.js';
import { DESTINATIONS, LEVELS } from './care-words.js';
import {
  CHOICE_REASONS, CLOSE_REASONS, DISPOSITIONS, HANDOVER_REFUSALS, JOB_END_REASONS, OVERDUE,
  OVERRIDE_REASONS, REFERRAL_REFUSALS, RETRACTIONS, STAGES,
} from './words.js';

/** @typedef {{kind: string, at: string, actor: string, unit?: string, facts?: Record<string, string>}} Told */
/** @typedef {(service: string | undefined) => string} Names how a service, hospital or practice is called */

const RANKS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** @type {Record<string, string>} */
const SOURCES = { DESK: 'by a call at the desk', BARS: 'by a message of another system' };

/** @type {Record<string, string>} */
const DELIVERIES = {
  SENT: 'The handover to {practice} was sent; no proof yet that it has arrived',
  RECEIVED: '{practice} has received the handover',
  FAILED: 'The handover to {practice} could not be delivered',
};

/** @param {string | undefined} instant */
const clock = (instant) => (instant ? shortClock(instant) : 'an unknown time');

/** @param {Record<string, string>} table @param {string | undefined} code */
const word = (table, code) => (code ? (table[code] ?? code.toLowerCase().replaceAll('_', ' ')) : 'no reason given');

/** @param {Told} told */
function sent({ unit, facts = {} }) {
  const drive = facts.driveSeconds ? `, ${rough(Number(facts.driveSeconds))} away by road` : '';
  const rank = facts.rank ? `${RANKS[Number(facts.rank)] ?? `number ${facts.rank}`} of the recommendation` : 'not in the recommendation';
  const deed = facts.by === 'AREA_RULE' ? 'was sent by the area\'s automatic dispatch' : 'was sent';
  if (facts.takesOverFrom) {
    return `${unit} takes over from ${facts.takesOverFrom}${facts.override ? `, because: ${word(OVERRIDE_REASONS, facts.override)}` : ''}${drive}`;
  }
  const left = facts.divertedFrom ? `, diverted from ${facts.divertedFrom}` : '';
  return `${unit} ${deed}${left} (${facts.override ? `${rank}, because: ${word(OVERRIDE_REASONS, facts.override)}` : rank}${drive})`;
}

/** What the advice came to, where that was not to send the first. @param {Record<string, string>} facts */
function advised(facts) {
  const hold = facts.verdict === 'HOLD' ? '; advised to hold' : '';
  return `${hold}${facts.held ? `; left to a person: ${word(HELD, facts.held)}` : ''}`;
}

/** @param {Told} told */
function stoodDown({ unit, facts = {} }) {
  const next = facts.divertedTo ? `, goes to ${facts.divertedTo} instead` : '';
  return facts.takenOverBy
    ? `${unit} was let go, ${facts.takenOverBy} takes over${next}`
    : `${unit} was stood down: ${word(JOB_END_REASONS, facts.reason)}${next}`;
}

/** @param {Told} told */
function assessed({ facts = {} }) {
  const news2 = facts.news2 === undefined ? 'NEWS2 not complete' : `NEWS2 ${facts.news2}`;
  const hub = facts.hubFirst === 'true' ? ', after a word with the hub' : '';
  return `was assessed: ${news2}; the rules call for ${word(LEVELS, facts.level)} (${word(DESTINATIONS, facts.destination)})${hub}`;
}

/** @param {Told} told @param {Names} names */
function chosen({ facts = {} }, names) {
  const where = facts.service ? ` to ${names(facts.service)}` : '';
  const why = facts.reason ? `, because: ${word(CHOICE_REASONS, facts.reason)}` : '';
  return `care chosen: ${word(DISPOSITIONS, facts.disposition)}${where}${why}`;
}

/** @param {Told} told @param {Names} names */
function offered({ facts = {} }, names) {
  const more = Number(facts.more ?? 0);
  const next = more ? `; ${more === 1 ? 'one more is' : `${more} more are`} asked if not` : '; nobody is next';
  return `${names(facts.service)} was asked, answer due by ${clock(facts.dueAt)}${next}`;
}

/** @param {Told} told @param {Names} names */
function answered({ facts = {} }, names) {
  const who = names(facts.service);
  switch (facts.answer) {
    case 'ACCEPTED':
      return `${who} accepted; visit due by ${clock(facts.dueAt)}`;
    case 'INTERIM':
      return `${who} looks at it and answers by ${clock(facts.dueAt)}`;
    default:
      return `${who} declined: ${word(REFERRAL_REFUSALS, facts.reason)}`;
  }
}

/** @param {Told} told @param {Names} names */
function signed({ facts = {} }, names) {
  if (facts.route === 'SHARING_REFUSED') {
    return 'the handover was signed and is kept: the patient does not want the practice to be told';
  }
  if (facts.route === 'UNREGISTERED' && !facts.practice) {
    return facts.kind === 'ACTION_REQUESTED'
      ? 'the handover was signed for somebody who has no practice: a person must find who acts'
      : 'the handover was signed and is kept: the patient has no practice';
  }
  if (facts.route === 'OUT_OF_HOURS') {
    return `the handover was signed, to ${names(facts.practice)} because the practice opens too late`
      + `; action asked by ${facts.dueAt ? dayAndClock(facts.dueAt) : 'an unknown time'}${facts.copyTo ? `; ${names(facts.copyTo)} has a copy` : ''}`;
  }
  const to = facts.practice ? names(facts.practice) : 'no practice: none is known';
  return facts.kind === 'ACTION_REQUESTED'
    ? `the handover was signed, to ${to}; action asked by ${facts.dueAt ? dayAndClock(facts.dueAt) : 'an unknown time'}`
    : `the handover was signed, to ${to}, for information`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'short', day: 'numeric', month: 'short' });

/** For example Mon 30 Nov, 14:00. @param {string} instant */
export function dayAndClock(instant) {
  return `${DAY.format(Date.parse(instant))}, ${shortClock(instant)}`;
}

/** @param {Told} told @param {Names} names */
function practiceSays({ facts = {} }, names) {
  const who = names(facts.practice);
  switch (facts.answer) {
    case 'ACCEPTED':
      return `${who} accepted what was asked`;
    case 'ASKED_BACK':
      return `${who} asked a question back`;
    default:
      return `${who} refused the handover: ${word(HANDOVER_REFUSALS, facts.reason)}`;
  }
}

/** @param {Record<string, string>} facts */
function span({ from, until }) {
  return `for ${from ? dayAndClock(from) : 'an unknown time'} to ${until ? dayAndClock(until) : 'an unknown time'}`;
}

/** @type {Record<string, string>} */
const CALLED_BACK = {
  ADVISED: 'advice given', REFERRED: 'somebody else takes it on', UPGRADED: 'more urgent', DOWNGRADED: 'less urgent', NO_ANSWER: 'no answer',
};

/** @type {Record<string, string>} */
const CALLED = { NO_CHANGE: 'no change', WORSE: 'worse', NO_ANSWER: 'no answer', NOT_NEEDED: 'no further calls needed' };

/** @type {Record<string, string>} */
const UNREACHED = { KEEP_TRYING: 'keep trying', SEND_CREW: 'a crew has to go', CHECK_ASKED: 'somebody else was asked to look' };

/** @param {Record<string, string>} facts @param {Names} names */
function where(facts, names) {
  return `${word(DISPOSITIONS, facts.disposition)}${facts.service ? ` to ${names(facts.service)}` : ''}`;
}

/** @type {Record<string, string>} */
const FOLLOWED_UP = { DONE: 'done', NOT_POSSIBLE: 'could not be done', PASSED_ON: 'passed on to somebody who has taken it' };

/** Each says what happened, without the time and the patient. @type {Record<string, (told: Told, names: Names) => string>} */
const SENTENCES = {
  IncidentOpened: ({ facts = {} }) => 
    `Opened as ${facts.category ?? 'an unknown category'} ${word(SOURCES, facts.source)}${facts.from ? `, booked ${span(facts)}` : ''}`,
  BookingChanged: ({ facts = {} }) => `Booked anew, ${span(facts)}`,
  BookingReleased: ({ actor }) =>
    actor.startsWith('system:') ? 'The time of the booking has come: it waits from now on' : `The booking was released by ${person(actor)}: it waits from now on`,
  CallAdded: ({ facts = {} }) => `Another contact was added ${word(SOURCES, facts.source)}`,
  IncidentRecategorised: ({ facts = {} }) => `The category was changed to ${facts.category ?? 'one that is not known'}`,
  PlaceCorrected: () => 'The place was corrected',
  TravelTimesAsked: () => 'Drive times were asked for again',
  UnitsRecommended: ({ facts = {} }) =>
    facts.first
      ? `${facts.count} ${facts.count === '1' ? 'unit' : 'units'} recommended, ${facts.first} first (${rough(Number(facts.driveSeconds ?? 0))} away by road)${advised(facts)}`
      : `No unit could be recommended${advised(facts)}`,
  UnitAssigned: sent,
  JobStageReported: ({ unit, facts = {} }) => `${unit} reported: ${word(STAGES, facts.stage)}`,
  JobRefused: ({ unit, facts = {} }) => `${unit} could not take the job: ${word(JOB_END_REASONS, facts.reason)}`,
  ReviewAsked: () => 'The units were to be looked at',
  FleetReviewed: () => 'The units were looked at',
  UnitPosted: ({ unit }) => `${unit} was told where to stand by`,
  UnitStoodDown: stoodDown,
  IncidentClosed: ({ facts = {} }) => `Closed for the board: ${word(CLOSE_REASONS, facts.reason)}`,
  DeadlinePassed: ({ facts = {} }) => `Not done in time: ${word(OVERDUE, facts.obligation)}${facts.unit ? ` by ${facts.unit}` : ''} (due ${clock(facts.dueAt)})`,
  UnitSignedOn: ({ unit }) => `${unit} came on shift`,
  UnitSignedOff: ({ unit }) => `${unit} went off shift`,
  UnitMadeUnavailable: ({ unit }) => `${unit} cannot be sent for now`,
  UnitMadeAvailable: ({ unit }) => `${unit} can be sent again`,
  EmergencyRaised: ({ unit }) => `${unit} called for urgent help`,
  EmergencyAcknowledged: ({ unit }) => `The call for help of ${unit} was heard`,
  EmergencyEnded: ({ unit }) => `${unit} is safe again`,
  AssessmentRecorded: assessed,
  DispositionChosen: chosen,
  CallBackQueued: ({ facts = {} }) => `Put on the queue of call-backs, due by ${clock(facts.dueAt)}`,
  CaseTaken: ({ actor, facts = {} }) => `${person(actor)} took the case${facts.from ? ` over from ${person(facts.from)}` : ''}`,
  CaseReleased: ({ actor }) => `${person(actor)} gave the case back`,
  CallBackMade: ({ actor, facts = {} }) => `${person(actor)} called back: ${word(CALLED_BACK, facts.outcome)}${facts.dueAt ? `; again by ${clock(facts.dueAt)}` : ''}`,
  WelfareCallMade: ({ actor, facts = {} }) => `${person(actor)} called to see how they are: ${word(CALLED, facts.outcome)}`,
  ContactReviewed: ({ facts = {} }) => `${person(facts.clinician ?? 'user:a clinician')} reviewed the contact: ${facts.outcome === 'STANDS' ? 'what is done is right' : 'another category'}`,
  UnreachedDecided: ({ actor, facts = {} }) => `${person(actor)} decided, because nobody answers: ${word(UNREACHED, facts.decision)}`,
  HubAsked: () => 'the crew asked for the hub',
  OutcomeProposed: ({ actor, facts = {} }, names) => `${person(actor)} of the hub proposed: ${where(facts, names)}`,
  OutcomeAnswered: ({ facts = {} }) => (facts.agreed === 'true' ? 'the crew agreed' : 'the crew decides otherwise'),
  OutcomeAgreed: ({ facts = {} }, names) =>
    `${facts.agreed === 'true' ? 'agreed by voice' : 'spoken of by voice, and the crew decides otherwise'}: ${where(facts, names)} (${(facts.parties ?? '').toLowerCase().replaceAll('_', ' ').replaceAll(',', ', ')})`,
  OwnershipTaken: ({ actor }) => `${person(actor)} took the patient on for the hub`,
  ReferralOffered: offered,
  ReferralAnswered: answered,
  ReferralExpired: ({ facts = {} }, names) => `${names(facts.service)} gave no answer in time`,
  ReferralCancelled: ({ facts = {} }, names) => `the offer to ${names(facts.service)} was taken back`,
  AttendanceReported: ({ facts = {} }, names) =>
    facts.attended === 'true' ? `${names(facts.service)} has seen the patient` : `the visit of ${names(facts.service)} did not happen`,
  PreAlertSent: ({ facts = {} }, names) => `${names(facts.service)} was warned`,
  PreAlertAcknowledged: ({ actor, facts = {} }, names) => `${names(facts.service)} is ready in ${facts.bay ?? 'an unnamed bay'} (${person(actor)})`,
  PatientReceived: ({ actor, facts = {} }, names) => `${names(facts.service)} has taken over (${person(actor)})`,
  HandoverSigned: signed,
  HandoverDelivered: ({ facts = {} }, names) =>
    word(DELIVERIES, facts.delivery).replace('{practice}', facts.practice ? names(facts.practice) : 'no known practice'),
  HandoverAnswered: practiceSays,
  PracticeAnswered: ({ facts = {} }, names) => `the question of ${names(facts.practice)} was answered; the letter goes out again`,
  HandoverRedirected: ({ facts = {} }, names) => `the handover goes to ${names(facts.practice)} instead`,
  HandedOverByHand: () => 'a person has handed the patient over by hand',
  PreAlertCancelled: ({ facts = {} }, names) => `${names(facts.service)} need not wait any more: the warning is off`,
  FollowUpRecorded: ({ facts = {} }, names) => `${names(facts.practice)} on what was asked: ${word(FOLLOWED_UP, facts.outcome)}`,
  ReturnHomeNoted: ({ actor }) => `${person(actor)} wrote what helps the patient to come home`,
  IdentityCorrected: () => 'who the patient is was put down anew',
  PatientsMerged: ({ facts = {} }) => `the same person as patient ${facts.into ?? 'of another number'}`,
  PatientsSeparated: () => 'not the same person as the other after all',
  HandoverAmended: (told, names) => `something was added: ${signed(told, names)}`,
  HandoverRetracted: ({ facts = {} }, names) =>
    `the handover to ${facts.practice ? names(facts.practice) : 'no practice'} was taken back (${word(RETRACTIONS, facts.reason)}); another is owed`,
  ResponsibilityEnded: () => 'Nobody owes any patient of this incident anything more',
};

/** Who acted, as a person says it. @param {string} actor */
export function person(actor) {
  const at = actor.indexOf(':');
  const kind = actor.slice(0, at);
  const name = actor.slice(at + 1);
  return kind === 'system' ? 'Doorstep' : kind === 'bars' ? `message of ${name}` : name;
}

/** Whether there is a sentence for this kind of event. @param {string} kind */
export function hasSentence(kind) {
  return kind in SENTENCES;
}

/**
 * What happened; with the patient's number where an incident has several.
 * @param {Told} told
 * @param {Names} names
 * @param {boolean} [several]
 */
export function sentence(told, names, several = false) {
  const says = SENTENCES[told.kind]?.(told, names) ?? `${told.kind} (no words for this yet)`;
  const patient = told.facts?.patient;
  const subject = patient && several ? `Patient ${patient}: ` : told.kind === 'AssessmentRecorded' ? 'The patient ' : '';
  const line = subject + says;
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Whether the history speaks of more than one patient. @param {Told[]} history */
export function isOfSeveral(history) {
  return new Set(history.map((it) => it.facts?.patient).filter(Boolean)).size > 1;
}
