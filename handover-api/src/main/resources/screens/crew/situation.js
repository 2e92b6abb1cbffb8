// @ts-check
/**
 * Where the crew stands: what the server has said, moved on by the taps that it has not shown yet.
 * What only a waiting tap says is marked, so that nobody takes it for known to the desk.
 */
import { STAGE_ORDER } from '../shared/words.js';
import { listAhead } from './outbox.js';
import { copy, dataAgeSeconds, OLD_SECONDS, state } from './store.js';

const SHOWN_MILLIS_MAX = 60_000;

/**
 * @typedef {object} Job
 * @property {number} incident
 * @property {string} stage
 * @property {string} since
 * @property {boolean} waiting whether the stage is still on its way to the server
 */

/**
 * @typedef {object} Situation
 * @property {boolean} onShift
 * @property {boolean} shiftWaiting
 * @property {any} [unit] as the server has it
 * @property {string} [unavailable]
 * @property {boolean} availabilityWaiting
 * @property {Job} [job]
 * @property {{at: string, acknowledged: boolean, waiting: boolean}} [emergency]
 */

/** @returns {Situation} */
export function situation() {
  const unit = copy.units.get(state.unit);
  /** @type {Situation} */
  const now = {
    onShift: unit !== undefined,
    shiftWaiting: false,
    unit,
    unavailable: unit?.unavailable,
    availabilityWaiting: false,
    job: unit?.job && { ...unit.job, waiting: false },
    emergency: unit?.emergency && {
      at: unit.emergency.raisedAt, acknowledged: unit.emergency.acknowledged, waiting: false,
    },
  };
  listUnshown().forEach((tap) => STEPS[tap.command]?.(now, tap, tap.fate === 'waiting'));
  return now;
}

/**
 * While the server is heard, what it was told a minute ago is in what it says. If it is not, then it
 * speaks of another log, and the tap is none of it.
 */
function listUnshown() {
  const fresh = !state.keptAt && (dataAgeSeconds() ?? Infinity) < OLD_SECONDS;
  const from = fresh ? Date.now() - SHOWN_MILLIS_MAX : 0;
  return listAhead(copy.sequence).filter((tap) => tap.fate === 'waiting' || (tap.settledAt ?? 0) >= from);
}

/** How each command moves the situation. @type {Record<string, (now: Situation, tap: any, waiting: boolean) => void>} */
const STEPS = {
  SignOnUnit: (now, tap, waiting) => {
    now.onShift = true;
    now.shiftWaiting = waiting;
  },
  SignOffUnit: (now, tap, waiting) => {
    now.onShift = false;
    now.shiftWaiting = waiting;
    now.job = undefined;
  },
  MakeUnitUnavailable: (now, tap, waiting) => {
    now.unavailable = tap.body.reason;
    now.availabilityWaiting = waiting;
  },
  MakeUnitAvailable: (now, tap, waiting) => {
    now.unavailable = undefined;
    now.availabilityWaiting = waiting;
  },
  RefuseJob: (now, tap) => {
    if (now.job?.incident === tap.body.incident) {
      now.job = undefined;
    }
  },
  ReportJobStage: (now, tap, waiting) => {
    const { job } = now;
    if (!job || job.incident !== tap.body.incident || place(tap.body.stage) <= place(job.stage)) {
      return;
    }
    now.job = tap.body.stage === 'CLEAR'
      ? undefined
      : { incident: job.incident, stage: tap.body.stage, since: tap.at, waiting };
  },
  RaiseEmergency: (now, tap, waiting) => {
    now.emergency ??= { at: tap.at, acknowledged: false, waiting };
  },
};

/** @param {string} stage */
export function place(stage) {
  return STAGE_ORDER.indexOf(stage);
}

/** The incident of the job as the stream has it. @param {number} incident */
export function incidentOf(incident) {
  return copy.incidents.get(incident);
}
