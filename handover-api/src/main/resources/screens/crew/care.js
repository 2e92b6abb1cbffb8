// @ts-check
/**
 * How far the care of each patient has come: what the server has said, moved on by the taps that it
 * has not shown yet.
 */
import { listAhead } from './outbox.js';
import { state } from './store.js';

/**
 * @typedef {object} Care
 * @property {number} number
 * @property {any} [entry] the patient as the server has it
 * @property {any} [identity]
 * @property {any} [assessment] the last one with what the tables made of it
 * @property {any} [proposal]
 * @property {any} [choice]
 * @property {any[]} referrals
 * @property {any} [preAlert]
 * @property {any} [handover]
 * @property {any} [reception]
 * @property {string} [owner]
 * @property {Record<string, any>} ahead taps that the server has not shown yet, the last of each command
 */

/** @param {number} incident @param {number} number @returns {Care} */
export function careOf(incident, number) {
  const entry = state.patients?.patients.find(
    (it) => it.care.id.incident === incident && it.care.id.number === number,
  );
  const care = entry?.care;
  /** @type {Care} */
  const now = {
    number,
    entry,
    identity: entry?.identity ?? toldIdentity(incident, number),
    assessment: entry?.assessment,
    proposal: care?.assessed?.proposal,
    choice: care?.choice,
    referrals: care?.arrangements?.referrals ?? [],
    preAlert: care?.arrangements?.preAlert,
    handover: care?.arrangements?.handover,
    reception: care?.arrangements?.reception,
    owner: care?.arrangements?.owner,
    ahead: {},
  };
  listAbout(incident, number).forEach((tap) => {
    now.ahead[tap.command] = tap;
    if (tap.command === 'ChooseDisposition') {
      now.choice = tap.body.choice;
    }
  });
  return now;
}

/** Taps about the patient that the last read does not show. @param {number} incident @param {number} number */
function listAbout(incident, number) {
  return listAhead(state.patients?.sequence ?? -1).filter(
    (tap) => tap.body.patient?.incident === incident && tap.body.patient?.number === number,
  );
}

/** As the calls tell, before anybody has assessed the patient. @param {number} incident @param {number} number */
function toldIdentity(incident, number) {
  return state.details.get(incident)?.value.calls[0]?.call.patients[number - 1];
}

/** The patients that are known, told of, or being assessed. @param {number} incident @returns {Care[]} */
export function listCare(incident) {
  const known = (state.patients?.patients ?? [])
    .map((it) => it.care.id)
    .filter((id) => id.incident === incident)
    .map((id) => id.number);
  const told = state.details.get(incident)?.value.calls[0]?.call.patients.length ?? 0;
  const begun = listAhead(state.patients?.sequence ?? -1)
    .filter((tap) => tap.body.patient?.incident === incident)
    .map((tap) => tap.body.patient.number);
  const count = Math.max(told, state.patient, 1, ...known, ...begun);
  return Array.from({ length: count }, (nothing, index) => careOf(incident, index + 1));
}

/** Those whom the server, or a tap on its way, knows to be patients. @param {number} incident */
export function listPatients(incident) {
  return listCare(incident).filter((care) => isKnown(care));
}

/** @param {Care} care */
export function isKnown(care) {
  return care.entry !== undefined || Object.keys(care.ahead).length > 0;
}

/** @param {Care} care */
export function isAssessed(care) {
  return care.proposal !== undefined || care.ahead.RecordAssessment !== undefined;
}

/** Whether an assessment is on its way, so that what is shown of the tables is not the latest. @param {Care} care */
export function isDeciding(care) {
  return care.ahead.RecordAssessment !== undefined;
}

/** @param {Care} care */
export function isSigned(care) {
  return care.handover !== undefined || care.ahead.SignHandover !== undefined;
}

/** Accepted by a service, or owned by name at the hub. @param {Care} care */
export function isTakenOn(care) {
  const last = care.referrals[care.referrals.length - 1];
  return care.owner !== undefined || ['ACCEPTED', 'ATTENDED'].includes(last?.state);
}

/** What keeps this patient from being left, in words; empty when nothing does. @param {Care} care */
export function missingOf(care) {
  /** @type {string[]} */
  const missing = [];
  if (!care.choice) {
    missing.push('nobody has chosen where care happens');
  } else if (care.choice.disposition === 'COMMUNITY' && !isTakenOn(care)) {
    missing.push('no service has accepted the patient yet');
  }
  if (!isSigned(care)) {
    missing.push('the handover to the practice is not signed');
  }
  return missing;
}

/** What the next command about the patient has to say that it saw. @param {number} incident @param {Care} care */
export function sawOf(incident, care) {
  return {
    version: care.entry?.care.version ?? 0,
    sequence: state.patients?.sequence ?? -1,
    after: listAbout(incident, care.number).map((tap) => tap.key),
  };
}
