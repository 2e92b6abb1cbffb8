// @ts-check
/** What a person can have done, each with the versions that were on screen when it was chosen. */
import {
  CATEGORIES, CLOSE_REASONS, JOB_END_REASONS, OVERRIDE_REASONS, STAGES, UNAVAILABLE_REASONS,
} from '../shared/words.js';
import { CALL_BACK_REASONS, clinicianWords } from '../shared/contact-words.js';
import { ask, optionsOf } from './choice.js';
import { say } from './notice.js';
import { listChanges, look, pinned, shownCandidates } from './pin.js';
import { give, listPending } from './sending.js';
import { changed, copy, openIncident, state, whyNotDeciding } from './store.js';

/**
 * Gives the command unless the board knows that it cannot be taken, or it is on its way already.
 * @param {string} command
 * @param {any} body
 * @param {string} words
 */
export async function perform(command, body, words) {
  if (whyNotDeciding()) {
    say(`${words}: not sent. ${whyNotDeciding()}`, 'bad');
    return undefined;
  }
  const same = listPending().find(
    (it) => it.command === command && it.body.incident === body.incident && it.body.unit === body.unit
      && it.body.exchange?.comes === body.exchange?.comes,
  );
  if (same && command !== 'OpenIncident') {
    say(`${same.words}: is on its way already.`, 'bad');
    return undefined;
  }
  say('');
  const outcome = await give(command, body, words);
  say('');
  if (outcome.reply && (body.incident === state.open || body.exchange)) {
    lookOnce(outcome.reply.sequence);
  }
  changed();
  return outcome;
}

/** The person's own change is no surprise: it comes into view once the stream has brought it. */
function lookOnce(/** @type {number} */ sequence, tries = 20) {
  if (copy.sequence >= sequence || tries === 0) {
    look();
    changed('pane', 'map');
  } else {
    setTimeout(() => lookOnce(sequence, tries - 1), 100);
  }
}

/** Sends the suggested unit in that place of the view. @param {number} index from 0 */
export function sendCandidate(index) {
  const pin = pinned();
  if (!pin || !openIncident()) {
    return say('Open an incident first: Enter on its row.', 'bad');
  }
  if (state.current !== state.open) {
    return say(`${state.open} is open, but the row is ${state.current ?? 'another'}: Enter opens it.`, 'bad');
  }
  const candidate = shownCandidates(pin.incident)[index];
  if (!candidate) {
    return say(`There is no suggested unit ${index + 1}.`, 'bad');
  }
  const assign = (/** @type {string | undefined} */ overrideReason) =>
    perform('AssignUnit', {
      incident: pin.incident.incident,
      unit: candidate.unit,
      recommendation: pin.incident.recommendation.number,
      ...(overrideReason && { overrideReason }),
      ...(candidate.divertsFrom !== undefined && { divertsFrom: candidate.divertsFrom }),
      saw: { incident: pin.incident.version, unit: pin.units.get(candidate.unit) },
    }, `Send ${candidate.unit} to ${pin.incident.incident}${candidate.divertsFrom === undefined ? '' : `, diverted from ${candidate.divertsFrom}`}`);
  const held = (pin.incident.recommendation.advice?.verdict ?? 'SEND') !== 'SEND';
  if (index === 0 && !held) {
    return void assign(undefined);
  }
  const reasons = { ...OVERRIDE_REASONS };
  delete reasons.NO_RECOMMENDATION;
  const instead = shownCandidates(pin.incident)[0].unit;
  ask(held ? `The advice is to hold. Why send ${candidate.unit} now?` : `Why ${candidate.unit} and not ${instead}?`, 'pane', optionsOf(reasons, assign));
}

/** Lets one unit take over from another, as the recommendation in view advises. */
export function exchangePinned() {
  const pin = pinned();
  const exchange = pin?.incident.recommendation?.advice?.exchange?.exchange;
  if (!exchange || !openIncident()) {
    return say('No exchange is advised here.', 'bad');
  }
  return void exchangeUnits(exchange, pin?.exchange);
}

/** @param {any} exchange @param {any} saw */
export function exchangeUnits(exchange, saw) {
  const { incident, leaves, comes, onto } = exchange;
  return perform('ExchangeUnits', { exchange, saw },
    `${comes} takes ${incident} over${onto === undefined ? `, ${leaves} is free` : `, ${leaves} goes to ${onto}`}`);
}

export function lookAgain() {
  const changes = listChanges();
  look();
  say(changes.length ? 'Looked again: the view is fresh.' : '');
  changed();
}

/** Stands down one of the units on the open incident. */
export function askStandDown() {
  const incident = openIncident();
  const jobs = incident?.jobs ?? [];
  if (!jobs.length) {
    return say('No unit is on this incident.', 'bad');
  }
  const why = (/** @type {string} */ unit) =>
    ask(`Stand down ${unit}: why?`, 'pane', optionsOf(JOB_END_REASONS, (reason) => standDown(incident, unit, reason)));
  if (jobs.length === 1) {
    return why(jobs[0].unit);
  }
  ask('Stand down which unit?', 'pane', jobs.slice(0, 9).map((/** @type {any} */ job, /** @type {number} */ i) => ({
    key: String(i + 1), words: `${job.unit}, ${STAGES[job.stage]}`, run: () => why(job.unit),
  })));
}

/** @param {any} incident @param {string} sign @param {string} reason */
export function standDown(incident, sign, reason) {
  const unit = copy.units.get(sign);
  return perform('StandDownUnit', {
    incident: incident.incident,
    unit: sign,
    reason,
    saw: { incident: incident.version, unit: unit?.version ?? 1 },
  }, `Stand down ${sign} from ${incident.incident} (${JOB_END_REASONS[reason]})`);
}

/** Whether the user can end what only a named clinician may end. */
export function isClinician() {
  return state.session?.signature !== undefined;
}

/** Puts the incident on the hub's queue of call-backs. @param {any} incident @param {string} reason */
export function askHubFor(incident, reason) {
  return perform('QueueCallBack', { incident: incident.incident, reason }, `Call-back of ${incident.incident} (${CALL_BACK_REASONS[reason]})`);
}

/** Why the user may not close it, in words; empty where nothing is in the way. @param {any} incident */
export function whyNotToClose(incident) {
  const only = isClinician() ? '' : clinicianWords(incident);
  return only ? `${incident.incident} ends only by a named clinician: ${only}.` : '';
}

/** What is in the way is said before anything is tried. @param {any} incident @param {string} why */
function offerHub(incident, why) {
  if (incident.contact.callBack) {
    return say(`${why} The hub is asked already.`, 'bad');
  }
  ask(`${why} You cannot close it.`, 'pane', [
    { key: 'h', words: 'Ask the hub: a clinician calls back', run: () => askHubFor(incident, 'VALIDATION') },
  ]);
}

export function askClose() {
  const incident = openIncident();
  const why = whyNotToClose(incident);
  if (why) {
    return offerHub(incident, why);
  }
  const reasons = { ...CLOSE_REASONS };
  delete reasons.CREWS_CLEAR;
  ask(`Close ${incident.incident}: why?`, 'pane', optionsOf(reasons, (reason) => close(incident, reason)));
}

/** @param {any} incident @param {string} reason */
export function close(incident, reason) {
  return perform('CloseIncident', { incident: incident.incident, reason, saw: incident.version },
    `Close ${incident.incident} (${CLOSE_REASONS[reason]})`);
}

export function askRecategorise() {
  const incident = openIncident();
  const keys = '12345abcdefgh';
  ask(`Category of ${incident.incident}, now ${incident.category}`, 'pane', CATEGORIES.map((category, i) => ({
    key: keys[i], words: category, run: () => recategorise(incident, category),
  })));
}

/** @param {any} incident @param {string} category */
export function recategorise(incident, category) {
  return perform('RecategoriseIncident', { incident: incident.incident, category, saw: incident.version },
    `Category of ${incident.incident} to ${category}`);
}

/** @param {any} incident @param {{lat: number, lon: number, label?: string}} place */
export function correctPlace(incident, place) {
  return perform('CorrectPlace', { incident: incident.incident, place, saw: incident.version },
    `Correct the place of ${incident.incident}`);
}

/** @param {any} incident */
export function askForDriveTimes(incident) {
  return perform('RequestRecommendation', { incident: incident.incident },
    `Fresh drive times for ${incident.incident}`);
}

/** @param {any} incident @param {string} unit @param {string} stage */
export function report(incident, unit, stage) {
  return perform('ReportJobStage', { incident, unit, stage }, `${unit}: ${STAGES[stage]}`);
}

/** @param {string} unit */
export function askUnavailable(unit) {
  ask(`${unit} unavailable: why?`, 'units', optionsOf(UNAVAILABLE_REASONS, (reason) => makeUnavailable(unit, reason)));
}

/** @param {string} unit @param {string} reason */
export function makeUnavailable(unit, reason) {
  return perform('MakeUnitUnavailable', { unit, reason }, `${unit} unavailable (${UNAVAILABLE_REASONS[reason]})`);
}

/** @param {string} unit */
export function makeAvailable(unit) {
  return perform('MakeUnitAvailable', { unit }, `${unit} available`);
}

/** @param {string} unit */
export function acknowledgeEmergency(unit) {
  return perform('AcknowledgeEmergency', { unit }, `Emergency of ${unit} heard`);
}

/** @param {string} unit */
export function endEmergency(unit) {
  return perform('EndEmergency', { unit }, `Emergency of ${unit} over`);
}
