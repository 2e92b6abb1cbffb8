// @ts-check
/** What keys, measures and states are called. */
import { dayAndClock } from '../shared/history.js';

/** @type {Record<string, string>} */
export const STATES = {
  QUEUED: 'waits', RUNNING: 'runs', STOPPING: 'is being stopped', DONE: 'done', STOPPED: 'stopped early', FAILED: 'failed', LOST: 'lost',
};

/** Shapes, so that colour is never alone. @type {Record<string, string>} */
export const STATE_SIGNS = { QUEUED: '◌', RUNNING: '▶', STOPPING: '◐', DONE: '●', STOPPED: '◑', FAILED: '✕', LOST: '?' };

/** Keys whose last word alone would say too little. @type {Record<string, string>} */
const PATHS = {
  name: 'Name',
  'span.start': 'First day',
  'span.days': 'Days measured',
  'span.warm-up-days': 'Days before measuring begins',
  'demand.population': 'People',
  'demand.incidents-per-thousand': 'Incidents a year for each 1,000 people',
  'demand.growth.percent': 'Growth of demand, per cent',
  'demand.growth.years': 'Years of growth',
  'demand.places.count': 'Places that call',
  'work.care.moved.percent': 'Treated at the scene or in the community instead of taken to hospital, per cent of those taken today',
  'work.care.moved.community-percent': 'Of those, handed to a community service, per cent',
  'work.care.moved.recontact-percent': 'Of those, who call again, per cent',
  'work.care.moved.recontact-conveyed-percent': 'Of those who call again, taken to hospital, per cent',
  'work.care.moved.categories': 'Categories treated at the scene instead',
  'work.hospitals.handover-factor': 'Handover at emergency departments, times today’s',
  'work.hospitals.handover.p50': 'Handover, median minutes',
  'work.hospitals.handover.p90': 'Handover, 90th minutes',
  'work.community.per-day': 'Patients a community service takes in a day',
  'work.community.accept-percent': 'Community services accept, per cent',
  'desk.clinicians': 'Clinicians who ring back',
  closures: 'Roads closed or slow',
  'fleet.shifts.break-minutes': 'Minutes of a break',
  'fleet.absence.shifts-unfilled-percent': 'Shifts that are not filled, per cent',
};

/** @type {Record<string, string>} */
const FIELDS = { crews: 'crews', from: 'begins', hours: 'hours', base: 'base', post: 'waits at', weekdays: 'on', p10: '10th', p50: 'median', p90: '90th', p99: '99th' };

/** @param {string} key */
const spoken = (key) => key.replaceAll('-', ' ');

/** A path in words. @param {string[]} path */
export function pathWords(path) {
  const known = PATHS[path.join('.')];
  if (known) {
    return known;
  }
  const words = path.map((key) => FIELDS[key] ?? spoken(key));
  const text = words.slice(-3).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Seconds by what is measured, best first. */
const TIMES = ['c1', 'c2', 'c3', 'c4'];

/** @type {Record<string, string>} */
const ENDINGS = { 'mean-seconds': 'response, mean', 'p90-seconds': 'response, 90th' };

/** What a measure is called and counted in, where the report does not say. @param {any} report @param {string} key */
export function measureOf(report, key) {
  const said = report.measures?.find((/** @type {any} */ it) => it.key === key);
  if (said) {
    return { ...said, words: said.words.replace(/^./, (/** @type {string} */ it) => it.toUpperCase()) };
  }
  const [first, ...rest] = key.split('-');
  const ending = ENDINGS[rest.join('-')];
  const words = TIMES.includes(first) && ending ? `${first.toUpperCase()} ${ending}` : spoken(key).replace(/^./, (it) => it.toUpperCase());
  return { key, words, kind: kindOf(key) };
}

/** @param {string} key */
function kindOf(key) {
  if (key.endsWith('-seconds')) {
    return 'seconds';
  }
  if (/share|utilisation|percent/.test(key)) {
    return 'share';
  }
  return key.endsWith('-hours') ? 'hours' : 'count';
}

/** The measures that a board asks for first, by what they are about. @type {[string, string[]][]} */
const SECTIONS = [
  ['Response times', ['c1-mean-seconds', 'c1-p90-seconds', 'c2-mean-seconds', 'c2-p90-seconds', 'c3-mean-seconds', 'c3-p90-seconds', 'c4-mean-seconds', 'c4-p90-seconds']],
  ['Where care happens', ['to-ed-share', 'see-and-treat-share', 'hear-and-treat-share', 'to-elsewhere-share', 'conveyances-avoided', 'community-contacts', 'practice-contacts', 'recontacts']],
  ['Hospitals', ['handover-mean-seconds', 'handover-p90-seconds', 'handovers-over-30', 'handovers-over-60']],
  ['Crews and cover', ['utilisation', 'breaks-kept-share', 'unit-hours', 'kilometers', 'covered-share']],
  ['Cost', ['cost-total-pounds', 'cost-each-pounds', 'cost-crews-pounds', 'cost-hospital-pounds', 'cost-community-pounds']],
];

/** The measures of a report by what they are about; those that are asked for seldom come last. @param {any} report @returns {[string, string[]][]} */
export function measureSections(report) {
  const keys = measureKeys(report);
  const first = SECTIONS.map(([words, wanted]) => /** @type {[string, string[]]} */ ([words, wanted.filter((key) => keys.includes(key))]));
  const rest = keys.filter((key) => first.every(([, named]) => !named.includes(key)));
  return [...first.filter(([, named]) => named.length), ['Everything else', rest]];
}

/** @param {any} report @returns {string[]} */
function measureKeys(report) {
  const there = new Set(report.scenarios.flatMap((/** @type {any} */ it) => Object.keys(it.measures)));
  const ordered = [...(report.measures ?? []).map((/** @type {any} */ it) => it.key), ...there].filter((key) => there.has(key));
  return [...new Set(ordered)];
}

/** Whether less of a measure is good, more is, or neither. @param {string} key @returns {-1 | 0 | 1} */
export function goodWay(key) {
  if (/total-seconds$/.test(key)) {
    return 0;
  }
  if (/seconds|recontact|missed|pounds|over-/.test(key)) {
    return -1;
  }
  return /breaks-kept|avoided|cover|within/.test(key) ? 1 : 0;
}

/** What a scenario on the shelf is called; its name where it is no longer there. @param {any} overview @param {string} name */
export const shelfTitle = (overview, name) => overview?.scenarios.find((/** @type {any} */ it) => it.name === name)?.title ?? name;

/** What an experiment is called. @param {any} overview @param {any} it */
export const experimentTitle = (overview, it) => it.order.title ?? it.order.scenarios.map((/** @type {string} */ name) => shelfTitle(overview, name)).join(', ');

/** @param {number} count @param {string} one */
export const counted = (count, one) => `${count} ${one}${count === 1 ? '' : one.endsWith('ss') ? 'es' : 's'}`;

/** @param {any} report @param {string} name */
export function scenarioTitle(report, name) {
  return report.scenarios.find((/** @type {any} */ it) => it.name === name)?.title ?? name;
}

const DATE = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short', year: 'numeric' });
const HOUR_MILLIS = 3_600_000;
const DAY_HOURS = 24;

/** @param {{ from: string, until: string, live: boolean }} it */
function spanWords({ from, until, live }) {
  const hours = Math.round((Date.parse(until) - Date.parse(from)) / HOUR_MILLIS);
  const long = live ? counted(hours, 'hour') : counted(Math.round(hours / DAY_HOURS), 'day');
  return live ? `${long} from the live area as it stood at ${dayAndClock(from)}` : `${long} from ${DATE.format(Date.parse(from))}`;
}

/** Which time was measured; scenarios may have times of their own. @param {any} report */
export function periodWords(report) {
  const all = new Set(report.scenarios.flatMap((/** @type {any} */ it) => (it.period ? [spanWords(it.period)] : [])));
  return [...all].join('; ');
}
