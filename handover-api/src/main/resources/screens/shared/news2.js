// @ts-check
/**
 * The early warning score NEWS2 as the server counts it, so that it can be shown while somebody
 * types. A test holds the two equal at every edge of every band. The server's count decides.
 *
 * Royal College of Physicians: National Early Warning Score (NEWS) 2. London 2017.
 */

/**
 * @typedef {object} Round what was measured; what is undefined was not
 * @property {number} [respiratoryRate]
 * @property {number} [oxygenSaturation]
 * @property {boolean} [oxygenGiven]
 * @property {number} [systolicPressure]
 * @property {number} [pulse]
 * @property {string} [consciousness]
 * @property {number} [temperatureTenths]
 *
 * @typedef {object} Facts
 * @property {number} [ageYears]
 * @property {boolean} [pregnant]
 * @property {boolean} [scale2] only where a blood gas has confirmed it and a clinician has set the target
 *
 * @typedef {object} Score
 * @property {'UNDER_16' | 'PREGNANT'} [notValid] no score is validated; nothing is normal because of that
 * @property {number} total while anything is missing, the least that it can be
 * @property {[string, number][]} parts what each observation adds
 * @property {string[]} missing in words
 * @property {boolean} complete
 * @property {boolean} three whether one observation scores 3
 */

const VALID_FROM_YEARS = 16;

/** @param {number} it */
const breathing = (it) => (it <= 8 || it >= 25 ? 3 : it >= 21 ? 2 : it <= 11 ? 1 : 0);
/** @param {number} it */
const scale1 = (it) => (it <= 91 ? 3 : it <= 93 ? 2 : it <= 95 ? 1 : 0);
/** @param {number} it */
const scale2Low = (it) => (it <= 83 ? 3 : it <= 85 ? 2 : it <= 87 ? 1 : 0);
/** @param {number} it */
const scale2High = (it) => (it >= 97 ? 3 : it >= 95 ? 2 : 1);
/** @param {number} it */
const systolic = (it) => (it <= 90 || it >= 220 ? 3 : it <= 100 ? 2 : it <= 110 ? 1 : 0);
/** @param {number} it */
const pulse = (it) => (it <= 40 || it >= 131 ? 3 : it >= 111 ? 2 : it <= 50 || it >= 91 ? 1 : 0);
/** @param {number} it */
const temperature = (it) => (it <= 350 ? 3 : it >= 391 ? 2 : it <= 360 || it >= 381 ? 1 : 0);

/** Scale 2 above 92 % has to know of oxygen. @param {number} it @param {boolean} onScale2 @param {boolean | undefined} oxygen */
function saturation(it, onScale2, oxygen) {
  if (!onScale2) {
    return scale1(it);
  }
  if (it <= 92) {
    return scale2Low(it);
  }
  return oxygen === undefined ? undefined : oxygen ? scale2High(it) : 0;
}

/** @template T @param {T | undefined} value @param {(value: T) => number | undefined} score */
const ofMeasured = (value, score) => (value === undefined ? undefined : score(value));

/** @param {Round} round @param {Facts} facts @returns {Score} */
export function scoreOf(round, facts) {
  /** @type {[string, number | undefined][]} */
  const all = [
    ['breathing', ofMeasured(round.respiratoryRate, breathing)],
    ['oxygen saturation', ofMeasured(round.oxygenSaturation, (it) => saturation(it, facts.scale2 === true, round.oxygenGiven))],
    ['whether oxygen is given', ofMeasured(round.oxygenGiven, (it) => (it ? 2 : 0))],
    ['systolic pressure', ofMeasured(round.systolicPressure, systolic)],
    ['pulse', ofMeasured(round.pulse, pulse)],
    ['consciousness', ofMeasured(round.consciousness, (it) => (it === 'ALERT' ? 0 : 3))],
    ['temperature', ofMeasured(round.temperatureTenths, temperature)],
  ];
  const parts = /** @type {[string, number][]} */ (all.filter(([, score]) => score !== undefined));
  const missing = all.filter(([, score]) => score === undefined).map(([word]) => word);
  const young = facts.ageYears !== undefined && facts.ageYears < VALID_FROM_YEARS;
  return {
    notValid: young ? 'UNDER_16' : facts.pregnant === true ? 'PREGNANT' : undefined,
    total: parts.reduce((sum, [, score]) => sum + score, 0),
    parts,
    missing,
    complete: missing.length === 0,
    three: parts.some(([, score]) => score === 3),
  };
}

/** A round as the server keeps it, flat. @param {any} round @returns {Round & {takenAt?: string}} */
export function flatRound(round) {
  return {
    takenAt: round.takenAt,
    respiratoryRate: round.breathing?.respiratoryRate,
    oxygenSaturation: round.breathing?.oxygenSaturation,
    oxygenGiven: round.breathing?.oxygen?.given,
    systolicPressure: round.circulation?.systolicPressure,
    pulse: round.circulation?.pulse,
    consciousness: round.consciousness,
    temperatureTenths: round.temperatureTenths,
  };
}

/** What the score needs to know of a patient, as the server keeps it. @param {any} patient @returns {Facts} */
export function factsOf(patient) {
  return { ageYears: patient?.ageYears, pregnant: patient?.pregnant, scale2: patient?.oxygenTarget?.scale === 'SCALE_2' };
}

/**
 * From the complete round before the newest complete one to that one; more is worse.
 * @param {Round[]} rounds @param {Facts} facts @returns {number | undefined}
 */
export function changeOf(rounds, facts) {
  const complete = rounds.map((it) => scoreOf(it, facts)).filter((it) => it.complete && !it.notValid);
  const last = complete.length - 1;
  return last < 1 ? undefined : complete[last].total - complete[last - 1].total;
}
