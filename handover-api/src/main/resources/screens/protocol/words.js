// @ts-check
/** Tables, conditions and changes in plain words. */
import { DESTINATION_CLASSES, LEVELS } from '../crew/words.js';

export { TABLES } from '../shared/protocol-words.js';

/** @type {Record<string, string>} */
export const CHANGES = {
  LESS_CARE: 'less care',
  MORE_CARE: 'more care',
  OTHER_LEVEL: 'another level, as urgent',
  WARNING_DROPPED: 'nobody warned',
  WARNING_ADDED: 'somebody warned',
  OTHER_PLACE: 'another kind of place',
  HUB_FIRST: 'hub first, or no more',
  OTHER_TEAM: 'another team warned',
  OTHER_WISHES: 'wishes ask for something else',
  OTHER_FOLLOW_UP: 'the practice is asked for something else',
  ROWS_ONLY: 'the same for other reasons',
};

/** Changes that must be looked at first. */
export const GRAVE = ['LESS_CARE', 'WARNING_DROPPED'];

/** @type {Record<string, string>} */
export const STATES = { RUNNING: 'decides', SHADOW: 'in the shadow', SHADOW_ENDED: 'shadow ended' };

/** @type {Record<string, string>} */
export const RULES = {
  MONOTONE: 'A worse answer must never lower what comes out',
  MISSING: 'Nothing missing may count as normal',
  RED_FLAG: 'With a red flag the hub at least',
  PLACE: 'The place must stand for as much care as the level',
  HOME: 'Home follows from the level that says so, and from no other',
  WARNING: 'At the highest level somebody is warned',
};

/** A code or a camel-cased name as words. @param {string} name */
export function plain(name) {
  const words = name.replace(/([a-z])([A-Z0-9])/g, '$1 $2').replace(/_/g, ' ').toLowerCase();
  return words.replace(/\bnews ?2\b/, 'NEWS2');
}

/** What comes out, in words where there are any. @param {string} code */
export function outcome(code) {
  return { true: 'yes', false: 'no' }[code] ?? LEVELS[code] ?? DESTINATION_CLASSES[code] ?? plain(code);
}

/** @param {any} it one cell of a row */
export function condition(it) {
  const values = (it.values ?? []).map((/** @type {string} */ value) => (value === 'true' ? 'yes' : value === 'false' ? 'no' : plain(value)));
  const spans = (it.spans ?? []).map(span);
  const name = plain(it.input);
  return {
    ONE_OF: `${name}: ${values.join(' or ')}`,
    NONE_OF: `${name}: not ${values.join(' nor ')}`,
    MISSING: `${name}: not known`,
    ONE_OF_OR_MISSING: `${name}: ${values.join(' or ')}, or not known`,
    WITHIN: `${name}: ${spans.join(' or ')}`,
  }[/** @type {string} */ (it.match)] ?? name;
}

/** @param {any} it */
function span(it) {
  if (it.from === undefined) {
    return `${it.to} or less`;
  }
  return it.to === undefined ? `${it.from} or more` : it.from === it.to ? String(it.from) : `${it.from} to ${it.to}`;
}

/** An input, what is known of it first. @param {any[]} facts */
export function example(facts) {
  const known = facts.filter((fact) => fact.value !== undefined);
  const words = known.map((fact) => `${plain(fact.name)}: ${fact.value === 'true' ? 'yes' : fact.value === 'false' ? 'no' : plain(fact.value)}`);
  const missing = facts.length - known.length;
  return [...words, ...(missing ? [`${missing === 1 ? 'one answer' : `${missing} answers`} missing`] : [])].join('; ');
}

const MANY = new Intl.NumberFormat('en-GB');

/** @param {number} count */
export function many(count) {
  return MANY.format(count);
}

/** Who, without the kind of who. @param {string} actor */
export function who(actor) {
  return actor === 'system:protocol' ? 'the program' : actor.replace(/^user:/, '');
}

/** As much of a hash as tells versions apart. @param {string} sha256 */
export function short(sha256) {
  return sha256.slice(0, 12);
}
