// @ts-check
/** What a line of the command line means; nothing is done here. */
import {
  CATEGORIES, CLOSE_REASONS, JOB_END_REASONS, OVERRIDE_REASONS, STAGES, UNAVAILABLE_REASONS, UNIT_KINDS,
} from '../shared/words.js';
import { clinicianWords } from '../shared/contact-words.js';
import { copy, openIncident, serverNow, state } from './store.js';
import { STATUSES, statusOf } from './symbols.js';

/**
 * @typedef {object} Meaning
 * @property {boolean} ok whether Enter does something
 * @property {string} words what Enter will do, or what is missing
 * @property {string} [command]
 * @property {any} [body]
 * @property {string} [deed] in short, for the last action
 * @property {string} [local] done by the board itself: open, new-call, level, queue
 */

/** @type {[string, string][]} */
export const VERBS = [
  ['d 1042 A117 reason', 'send a unit; the reason only if that is not advised first'],
  ['div 1042 A117 reason', 'divert a unit that is on its way to somebody else'],
  ['s A117 scene', 'report a stage: ack, mobile, scene, patient, left, hospital, over, clear'],
  ['x 1042 A117 reason', 'stand a unit down'],
  ['c 1042 C2', 'change the category'],
  ['end 1042 reason', 'close an incident'],
  ['ask 1042', 'ask for fresh drive times'],
  ['o 1042', 'open an incident'],
  ['p A117 Sevenoaks', 'have a free unit stand by at a base or post'],
  ['na A117 reason', 'make a unit unavailable'],
  ['av A117', 'make a unit available'],
  ['on A117 19:00', 'sign a unit on until then'],
  ['off A117', 'sign a unit off'],
  ['level on reason', 'let queues at hospitals count where minutes do not; level off ends it'],
  ['queue Medway 6 48', 'put down what a hospital has said: ambulances waiting, minutes to handover'],
  ['n', 'new call'],
];

/** @type {Record<string, string>} */
const STAGE_WORDS = {
  allocated: 'ALLOCATED', acknowledged: 'ACKNOWLEDGED', mobile: 'MOBILE', scene: 'AT_SCENE', patient: 'AT_PATIENT',
  left: 'LEFT_SCENE', destination: 'AT_DESTINATION', hospital: 'AT_DESTINATION', over: 'HANDED_OVER',
  handed: 'HANDED_OVER', clear: 'CLEAR',
};

class Missing extends Error {}

/** @param {string} text @returns {Meaning} */
export function parse(text) {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (!words.length) {
    return { ok: false, words: '' };
  }
  const [verb, ...rest] = words;
  const read = READERS[verb.toLowerCase()];
  if (!read) {
    return { ok: false, words: `There is no "${verb}". Verbs: d div s x c end ask o p na av on off level queue n` };
  }
  try {
    return { ok: true, ...read(rest) };
  } catch (fault) {
    if (fault instanceof Missing) {
      return { ok: false, words: fault.message };
    }
    throw fault;
  }
}

/** @type {Record<string, (rest: string[]) => any>} */
const READERS = {
  d: dispatch, div: divert, s: status, x: standDown, c: recategorise, end: close, ask: askTimes, o: open,
  p: standBy, na: unavailable, av: available, on: signOn, off: signOff,
  level, queue,
  n: () => ({ words: 'Start a new call.', local: 'new-call' }),
};

/** Done by the board itself: no command of the log. @param {string[]} rest */
function level(rest) {
  const [word, ...why] = rest;
  const reason = why.join(' ');
  if (word === 'off') {
    return { words: 'Load-levelling off: destinations by drive alone.', local: 'level', body: { on: false } };
  }
  if (word !== 'on') {
    throw new Missing('Load-levelling on or off?');
  }
  if (!reason) {
    throw new Missing('Why is the load levelled? No word about a patient.');
  }
  return { words: `Load-levelling on: ${reason}. Queues count, never where minutes do.`, local: 'level', body: { on: true, reason } };
}

/** @param {string[]} rest */
function queue(rest) {
  const minutes = rest.pop() ?? '';
  const waiting = rest.pop() ?? '';
  if (!/^\d{1,2}$/.test(waiting) || !/^\d{1,3}$/.test(minutes) || !rest.length) {
    throw new Missing('Which hospital, how many ambulances wait, and minutes to handover? For example queue Medway 6 48');
  }
  const typed = rest.join(' ').toLowerCase();
  const fits = state.reference.services.filter((/** @type {any} */ it) => it.needs.includes('EMERGENCY') && it.name.toLowerCase().startsWith(typed));
  if (fits.length !== 1) {
    throw new Missing(fits.length ? `${typed}? ${fits.map((/** @type {any} */ it) => it.name).join(', ')}` : `There is no hospital "${typed}".`);
  }
  return {
    words: `${fits[0].name}: ${waiting} ambulances waiting, ${minutes} min to handover.`,
    local: 'queue',
    body: { service: fits[0].service, name: fits[0].name, queue: { ambulancesWaiting: Number(waiting), handoverMinutes: Number(minutes) } },
  };
}

/** @param {string[]} rest takes the number away; the open incident where there is none */
function incidentOf(rest) {
  const named = /^\d+$/.test(rest[0] ?? '');
  const number = named ? Number(rest.shift()) : state.open;
  const incident = number === undefined ? undefined : copy.incidents.get(number);
  if (!incident) {
    throw new Missing(number === undefined ? 'Which incident?' : `There is no open incident ${number}.`);
  }
  return incident;
}

/** @param {string[]} rest */
function unitOf(rest) {
  const sign = (rest.shift() ?? '').toUpperCase();
  if (!sign) {
    throw new Missing('Which unit?');
  }
  const unit = copy.units.get(sign);
  if (!unit) {
    const near = [...copy.units.keys()].filter((it) => it.startsWith(sign)).slice(0, 6);
    throw new Missing(near.length ? `${sign}: ${near.join(' ')}` : `No unit ${sign} is on shift.`);
  }
  return unit;
}

/** The code whose words begin as typed. @param {string[]} rest @param {Record<string, string>} table @param {string} what */
function codeOf(rest, table, what) {
  const typed = rest.join(' ').toLowerCase();
  const all = Object.entries(table);
  const list = all.map(([, words]) => words).join(', ');
  if (!typed) {
    throw new Missing(`${what}? ${list}`);
  }
  const exact = all.find(([code]) => code.toLowerCase().replaceAll('_', ' ') === typed.replaceAll('_', ' '));
  const fits = all.filter(([, words]) => words.startsWith(typed));
  const inside = all.filter(([, words]) => words.split(' ').some((word) => word.startsWith(typed)));
  const found = exact ? [exact] : fits.length ? fits : inside;
  if (found.length !== 1) {
    throw new Missing(found.length ? `${what}? ${found.map((it) => it[1]).join(', ')}` : `There is no reason "${typed}": ${list}`);
  }
  return found[0][0];
}

/** @param {any} incident */
function named(incident) {
  return `${incident.incident} (${incident.category}, ${incident.complaint}${incident.place?.label ? `, ${incident.place.label}` : ''})`;
}

/** @param {string[]} rest @param {boolean} [diverts] whether the unit is to leave another patient although nobody has advised it */
function dispatch(rest, diverts = false) {
  const incident = incidentOf(rest);
  const unit = unitOf(rest);
  const recommendation = incident.recommendation;
  const candidate = recommendation?.candidates.find((/** @type {any} */ it) => it.unit === unit.unit);
  const divertsFrom = diverts ? divertOf(unit) : candidate?.divertsFrom;
  const first = recommendation?.candidates[0]?.unit === unit.unit;
  const held = (recommendation?.advice?.verdict ?? 'SEND') !== 'SEND';
  const advised = first && !held && candidate?.divertsFrom === divertsFrom;
  const reason = advised && !rest.length ? undefined : codeOf(rest, OVERRIDE_REASONS, whyAsked(recommendation, first, held));
  return {
    words: `Send ${unit.unit} to ${incident.incident}${reason ? ` (${OVERRIDE_REASONS[reason]})` : ''}: ${UNIT_KINDS[unit.kind]}, ${STATUSES[statusOf(unit)].word}, to ${incident.category} ${incident.complaint}${leavingInWords(divertsFrom)}.`,
    deed: `Send ${unit.unit} to ${incident.incident}${divertsFrom === undefined ? '' : `, diverted from ${divertsFrom}`}`,
    command: 'AssignUnit',
    body: {
      incident: incident.incident,
      unit: unit.unit,
      ...(candidate && { recommendation: recommendation.number }),
      ...(reason && { overrideReason: reason }),
      ...(divertsFrom !== undefined && { divertsFrom }),
      saw: { incident: incident.version, unit: unit.version },
    },
  };
}

/** The incident that a unit on its way would leave. @param {any} unit @returns {number} */
function divertOf(unit) {
  if (!['ALLOCATED', 'ACKNOWLEDGED', 'MOBILE'].includes(unit.job?.stage)) {
    throw new Missing(`${unit.unit} is not on its way to anybody.`);
  }
  return unit.job.incident;
}

/**
 * A verb of its own: a unit that has just got a job while somebody types is not diverted by chance.
 * @param {string[]} rest
 */
function divert(rest) {
  return dispatch(rest, true);
}

/** @param {number | undefined} incident */
function leavingInWords(incident) {
  const left = copy.incidents.get(incident ?? 0);
  return left ? `, leaving ${left.incident} (${left.category}, ${left.complaint})` : '';
}

/** @param {any} recommendation @param {boolean} first @param {boolean} held */
function whyAsked(recommendation, first, held) {
  if (held) {
    return 'The advice is to hold: why';
  }
  return recommendation?.candidates.length && !first ? `Not the first (${recommendation.candidates[0].unit}): why` : 'Why';
}

/** @param {string[]} rest */
function standBy(rest) {
  const unit = unitOf(rest);
  const typed = rest.join(' ').toLowerCase();
  const posts = state.reference.stations.filter((/** @type {any} */ it) => it.kind === 'BASE' || it.kind === 'POST').map((/** @type {any} */ it) => it.name);
  const fits = posts.filter((/** @type {string} */ it) => it.toLowerCase().startsWith(typed));
  const found = fits.find((/** @type {string} */ it) => it.toLowerCase() === typed) ?? (fits.length === 1 ? fits[0] : undefined);
  if (!typed || !found) {
    throw new Missing(`Where does ${unit.unit} stand by? ${(fits.length ? fits : posts).join(', ')}`);
  }
  return {
    words: `${unit.unit} stands by at ${found}.`,
    deed: `${unit.unit} stands by at ${found}`,
    command: 'PostUnit',
    body: { unit: unit.unit, station: found, saw: unit.version },
  };
}

/** @param {string[]} rest */
function status(rest) {
  const unit = unitOf(rest);
  if (!unit.job) {
    throw new Missing(`${unit.unit} is on no job.`);
  }
  const typed = rest.join(' ').toLowerCase().replace(/^at /, '');
  const fits = typed ? Object.keys(STAGE_WORDS).filter((it) => it.startsWith(typed.split(' ')[0])) : [];
  if (fits.length !== 1) {
    throw new Missing(`Which stage? ${Object.keys(STAGE_WORDS).join(', ')}`);
  }
  const stage = STAGE_WORDS[fits[0]];
  return {
    words: `${unit.unit} on ${unit.job.incident}: ${STAGES[unit.job.stage]} to ${STAGES[stage]}.`,
    deed: `${unit.unit}: ${STAGES[stage]}`,
    command: 'ReportJobStage',
    body: { incident: unit.job.incident, unit: unit.unit, stage },
  };
}

/** @param {string[]} rest */
function standDown(rest) {
  const sign = rest.find((it) => copy.units.has(it.toUpperCase()))?.toUpperCase();
  const job = sign && !/^\d+$/.test(rest[0]) ? copy.units.get(sign)?.job : undefined;
  const incident = job ? copy.incidents.get(job.incident) : incidentOf(rest);
  const unit = unitOf(rest);
  const reason = codeOf(rest, JOB_END_REASONS, 'Why');
  return {
    words: `Stand down ${unit.unit} from ${named(incident)}: ${JOB_END_REASONS[reason]}.`,
    deed: `Stand down ${unit.unit} from ${incident.incident}`,
    command: 'StandDownUnit',
    body: { incident: incident.incident, unit: unit.unit, reason, saw: { incident: incident.version, unit: unit.version } },
  };
}

/** @param {string[]} rest */
function recategorise(rest) {
  const incident = incidentOf(rest);
  const category = (rest[0] ?? '').toUpperCase();
  if (!CATEGORIES.includes(category)) {
    throw new Missing(`Which category? ${CATEGORIES.join(' ')}`);
  }
  return {
    words: `Category of ${named(incident)} to ${category}.`,
    deed: `Category of ${incident.incident} to ${category}`,
    command: 'RecategoriseIncident',
    body: { incident: incident.incident, category, saw: incident.version },
  };
}

/** @param {string[]} rest */
function close(rest) {
  const incident = incidentOf(rest);
  const only = state.session?.signature === undefined ? clinicianWords(incident) : '';
  if (only) {
    throw new Missing(`${named(incident)} ends only by a named clinician: ${only}. Open it (o ${incident.incident}) and ask the hub.`);
  }
  const reason = codeOf(rest, CLOSE_REASONS, 'Why');
  return {
    words: `Close ${named(incident)}: ${CLOSE_REASONS[reason]}.`,
    deed: `Close ${incident.incident}`,
    command: 'CloseIncident',
    body: { incident: incident.incident, reason, saw: incident.version },
  };
}

/** @param {string[]} rest */
function askTimes(rest) {
  const incident = incidentOf(rest);
  return {
    words: `Ask for fresh drive times to ${named(incident)}.`,
    deed: `Fresh drive times for ${incident.incident}`,
    command: 'RequestRecommendation',
    body: { incident: incident.incident },
  };
}

/** @param {string[]} rest */
function open(rest) {
  const incident = rest.length ? incidentOf(rest) : openIncident();
  if (!incident) {
    throw new Missing('Which incident?');
  }
  return { words: `Open ${named(incident)}.`, local: 'open', body: { incident: incident.incident } };
}

/** @param {string[]} rest */
function unavailable(rest) {
  const unit = unitOf(rest);
  const reason = codeOf(rest, UNAVAILABLE_REASONS, 'Why');
  const deed = `${unit.unit} unavailable (${UNAVAILABLE_REASONS[reason]})`;
  return { words: `${deed}.`, deed, command: 'MakeUnitUnavailable', body: { unit: unit.unit, reason } };
}

/** @param {string[]} rest */
function available(rest) {
  const { unit } = unitOf(rest);
  return { words: `Make ${unit} available.`, deed: `${unit} available`, command: 'MakeUnitAvailable', body: { unit } };
}

/** @param {string[]} rest */
function signOff(rest) {
  const { unit } = unitOf(rest);
  return { words: `Sign ${unit} off.`, deed: `Sign ${unit} off`, command: 'SignOffUnit', body: { unit } };
}

/** @param {string[]} rest */
function signOn(rest) {
  const sign = (rest[0] ?? '').toUpperCase();
  const known = state.reference?.fleet.find((/** @type {any} */ it) => it.unit === sign);
  if (!known) {
    throw new Missing(sign ? `The fleet has no ${sign}.` : 'Which unit?');
  }
  const time = /^(\d{1,2}):?(\d{2})$/.exec(rest[1] ?? '');
  if (!time || Number(time[1]) > 23 || Number(time[2]) > 59) {
    throw new Missing(`Until when does ${sign} work? For example 19:00`);
  }
  const ends = new Date(serverNow());
  ends.setHours(Number(time[1]), Number(time[2]), 0, 0);
  if (ends.getTime() <= serverNow()) {
    ends.setDate(ends.getDate() + 1);
  }
  const { kind, capabilities, base } = known;
  return {
    words: `Sign ${sign} on (${UNIT_KINDS[kind]}, ${base}) until ${rest[1]}.`,
    deed: `Sign ${sign} on`,
    command: 'SignOnUnit',
    body: { unit: sign, shift: { kind, capabilities, base, endsAt: ends.toISOString() } },
  };
}
