// @ts-check
/**
 * What the latest look at the units advises, each with a key of its own. A key stays with its
 * advice as long as that stands, and is not given to another until all others have been: nothing
 * new ever slips under a finger.
 */
import { copy, state } from './store.js';
import { exchangeUnits, perform } from './actions.js';
import { say } from './notice.js';
import { versionsFor } from './pin.js';

const KEYS = '123456789';
const AT_SCENE = ['AT_SCENE', 'AT_PATIENT', 'LEFT_SCENE', 'AT_DESTINATION', 'HANDED_OVER'];

/**
 * @typedef {object} Deed
 * @property {string} id what it is about: the same advice in the next review is the same
 * @property {'exchange' | 'move' | 'break'} kind
 * @property {any} advice as the review has it
 * @property {string} key empty where there are more than keys
 */

/** @type {Map<string, string>} */
let keys = new Map();
let turn = 0;

/** @param {string[]} ids */
function deal(ids) {
  const kept = new Map([...keys].filter(([id]) => ids.includes(id)));
  for (const id of ids) {
    if (kept.has(id) || kept.size >= KEYS.length) {
      continue;
    }
    const taken = new Set(kept.values());
    while (taken.has(KEYS[turn % KEYS.length])) {
      turn++;
    }
    kept.set(id, KEYS[turn % KEYS.length]);
    turn++;
  }
  keys = kept;
}

/** @param {any} exchange */
export function exchangeId(exchange) {
  return `x/${exchange.incident}/${exchange.leaves}/${exchange.comes}/${exchange.onto ?? ''}`;
}

/** In the order of the review: exchanges, moves, breaks. @returns {Deed[]} */
export function listDeeds() {
  const review = copy.fleet.review;
  /** @type {Omit<Deed, 'key'>[]} */
  const deeds = [
    ...(review?.exchanges ?? []).map((/** @type {any} */ it) => ({ id: exchangeId(it.exchange), kind: 'exchange', advice: it })),
    ...(review?.moves ?? []).map((/** @type {any} */ it) => ({ id: `m/${it.unit}/${it.station}`, kind: 'move', advice: it })),
    ...(review?.breaks ?? []).map((/** @type {any} */ it) => ({ id: `b/${it.unit}`, kind: 'break', advice: it })),
  ];
  deal(deeds.map((it) => it.id));
  return deeds.map((it) => ({ ...it, key: keys.get(it.id) ?? '' }));
}

/** Why it cannot be done any more, in words; empty while it can. @param {Deed} deed */
export function whyNot({ kind, advice }) {
  if (kind === 'exchange') {
    return whyNotExchanged(advice.exchange);
  }
  const unit = copy.units.get(advice.unit);
  if (!unit) {
    return `${advice.unit} has signed off`;
  }
  if (kind === 'break') {
    return unit.unavailable || unit.job ? `${advice.unit} is not free any more` : '';
  }
  if (unit.duty.posting?.station === advice.station) {
    return `${advice.unit} stands by there`;
  }
  return unit.version !== advice.unitVersion || unit.unavailable || unit.job ? `${advice.unit} has changed since` : '';
}

/** @param {any} exchange */
export function whyNotExchanged({ incident, leaves, comes, onto }) {
  const job = copy.units.get(leaves)?.job;
  if (job?.incident !== incident) {
    return `${leaves} is not on its way to ${incident} any more`;
  }
  if (AT_SCENE.includes(job.stage)) {
    return `${leaves} has arrived`;
  }
  const other = copy.units.get(comes);
  if (!other || other.job || other.unavailable) {
    return `${comes} is not free any more`;
  }
  return onto !== undefined && !copy.incidents.has(onto) ? `${onto} is closed` : '';
}

/** @param {Deed} deed */
function perKind({ kind, advice }) {
  switch (kind) {
    case 'exchange':
      return exchangeUnits(advice.exchange, versionsFor(advice.exchange));
    case 'move':
      return perform('PostUnit', {
        unit: advice.unit, station: advice.station, review: copy.fleet.review.number, saw: advice.unitVersion,
      }, `${advice.unit} stands by at ${advice.station}`);
    default:
      return perform('MakeUnitUnavailable', { unit: advice.unit, reason: 'BREAK' }, `${advice.unit} begins its break`);
  }
}

/** @param {Deed} deed */
export function take(deed) {
  const lost = whyNot(deed);
  return lost ? say(`Not done: ${lost}.`, 'bad') : void perKind(deed);
}

/** @param {string} key */
export function takeByKey(key) {
  const deed = listDeeds().find((it) => it.key === key);
  return deed ? take(deed) : say(`There is nothing under ${key}.`, 'bad');
}

/** Has the units looked at now. */
export function askReview() {
  if (copy.fleet.asking) {
    return say('The units are being looked at already.');
  }
  return perform('RequestReview', {}, 'Look at the units again');
}

/** Whether the panel of cover and moves is open. */
export const isOverseeing = () => state.pane === 'cover';
