// @ts-check
/** What a scenario says otherwise than its base, in plain words. */
import { plain } from './numbers.js';
import { pathWords } from './words.js';

/**
 * @typedef {object} Difference
 * @property {string} key
 * @property {string} words what is different
 * @property {string} [change] from what to what, where the words do not say
 * @property {string[]} undo the keys to take away, so that the base holds again
 */

/** @type {Record<string, string>} */
const SPREAD = { p10: '10th', p50: 'half within', p90: '90th', p99: '99th' };
const ROW_KEYS = ['call-sign', 'service', 'name', 'kind', 'category'];

/** @param {any} it */
const isTable = (it) => it !== null && typeof it === 'object' && !Array.isArray(it);

/** The key by which rows of both lists are told apart, if there is one. @param {any[]} before @param {any[]} after */
function rowKey(before, after) {
  const all = [...before, ...after];
  return ROW_KEYS.find((key) => all.length && all.every((row) => isTable(row) && typeof row[key] === 'string'));
}

/** A value in one line. @param {any} value @returns {string} */
export function written(value) {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return value.length > 6 ? `a list of ${value.length}` : value.map(written).join(', ') || 'none';
  }
  return isTable(value) ? Object.entries(value).map(([key, each]) => `${SPREAD[key] ?? key} ${written(each)}`).join(', ') : plain(value);
}

/** From what to what; where one of both says nothing, the other alone. @param {any} before @param {any} after @param {boolean} [inPercent] of what is a share already, no share is said */
function changeOf(before, after, inPercent) {
  if (before === undefined || after === undefined) {
    return before === undefined ? written(after) : `no longer ${written(before)}`;
  }
  const [from, to] = [Number(before), Number(after)];
  const share = !inPercent && Number.isFinite(from) && Number.isFinite(to) && from > 0 && Math.abs(to / from - 1) >= 0.001
    ? ` (${to > from ? '+' : '−'}${(Math.abs(to / from - 1) * 100).toFixed(1)} %)` : '';
  return `${written(before)} → ${written(after)}${share}`;
}

/** @param {number} by @param {string} one */
const counted = (by, one) => `${by > 0 ? '+' : '−'}${Math.abs(by)} ${one}${Math.abs(by) === 1 ? '' : 's'}`;

/** @param {any} line a roster line */
export function lineWords(line) {
  const days = line.weekdays ? `, ${line.weekdays.join(', ')}` : '';
  const post = line.post ? `, waits at ${line.post}` : '';
  return `${String(line.kind).replaceAll('-', ' ')}, ${line.base}, ${line.from} for ${line.hours} h${days}${post}`;
}

/** A line of the roster as it is changed. @param {any} tree @param {any} line */
export const lineAs = (tree, line) => ({ ...line, ...tree?.fleet?.changes?.[line['call-sign']] });

/** What is changed of the roster, line by line. @param {any} before @param {any} after @param {Difference[]} to */
function rosterDifferences(before, after, to) {
  for (const line of after.fleet?.lines ?? []) {
    const sign = line['call-sign'];
    const was = before.fleet?.lines?.find((/** @type {any} */ it) => it['call-sign'] === sign);
    const [old, now] = [was && lineAs(before, was), lineAs(after, line)];
    const undo = ['fleet', 'changes', sign];
    if (!old) {
      to.push({ key: `line ${sign}`, words: `New line ${sign}: ${counted(Number(now.crews), 'crew')} (${lineWords(now)})`, undo: ['fleet', 'lines'] });
      continue;
    }
    const by = Number(now.crews) - Number(old.crews);
    if (by) {
      to.push({ key: `crews ${sign}`, words: `${counted(by, 'crew')} on ${sign} (${lineWords(now)})`, change: `${old.crews} → ${now.crews}`, undo: [...undo, 'crews'] });
    }
    for (const field of ['base', 'post', 'from', 'hours', 'weekdays']) {
      if (JSON.stringify(old[field]) !== JSON.stringify(now[field])) {
        to.push({ key: `${field} ${sign}`, words: pathWords(['Line', sign, field]), change: `${written(old[field] ?? 'as before')} → ${written(now[field])}`, undo: [...undo, field] });
      }
    }
  }
  const old = before.fleet?.added ?? [];
  for (const line of after.fleet?.added ?? []) {
    if (!old.some((/** @type {any} */ it) => JSON.stringify(it) === JSON.stringify(line))) {
      to.push({ key: `added ${line['call-sign']}`, words: `${counted(Number(line.crews), 'crew')} on a new line ${line['call-sign']} (${lineWords(line)})`, undo: ['fleet', 'added'] });
    }
  }
}

/** How long something takes: four numbers that are read together. @param {any} it */
const isSpread = (it) => isTable(it) && 'p10' in it && 'p99' in it;

/** What it rests on beside its base, in one line: the list of assumptions has the words. @param {any} before @param {any} after @param {Difference[]} to */
function assumptionDifferences(before, after, to) {
  const names = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (names.length) {
    to.push({ key: 'assumptions', words: `Rests on ${names.length} other assumption${names.length > 1 ? 's' : ''}`, change: names.map((it) => it.replaceAll('-', ' ')).join(', '), undo: ['assumptions'] });
  }
}

/** @param {string[]} path @param {any} before @param {any} after @param {Difference[]} to */
function collect(path, before, after, to) {
  const place = path.join('.');
  if (place === 'assumptions') {
    assumptionDifferences(before ?? {}, after ?? {}, to);
    return;
  }
  if (place === 'fleet.changes' || place === 'fleet.added' || place === 'fleet.lines') {
    return;
  }
  if ((isTable(before) || isTable(after)) && !isSpread(before) && !isSpread(after)) {
    if ((before === undefined || isTable(before)) && (after === undefined || isTable(after))) {
      for (const key of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
        collect([...path, key], before?.[key], after?.[key], to);
      }
      return;
    }
  }
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return;
  }
  const key = Array.isArray(before) && Array.isArray(after) ? rowKey(before, after) : undefined;
  if (key) {
    rows(path, key, before, after, to);
    return;
  }
  to.push({ key: place, words: pathWords(path), change: changeOf(before, after, /percent/.test(String(path.at(-1)))), undo: path });
}

/** Lists whose rows have names: row by row. @param {string[]} path @param {string} key @param {any[]} before @param {any[]} after @param {Difference[]} to */
function rows(path, key, before, after, to) {
  for (const name of new Set([...before, ...after].map((row) => row[key]))) {
    const [old, now] = [before, after].map((all) => all.find((row) => row[key] === name));
    if (JSON.stringify(old) === JSON.stringify(now)) {
      continue;
    }
    const where = `${pathWords(path)}, ${name}`;
    if (!old || !now) {
      const what = path.join('.') === 'fleet.kinds' ? `kind of unit: ${name.replaceAll('-', ' ')}` : `in ${pathWords(path).toLowerCase()}: ${name}`;
      to.push({ key: where, words: `${now ? 'New' : 'No longer a'} ${what}`, undo: path });
      continue;
    }
    for (const field of Object.keys({ ...old, ...now })) {
      if (JSON.stringify(old[field]) !== JSON.stringify(now[field])) {
        to.push({ key: `${where} ${field}`, words: `${where}: ${field}`, change: changeOf(old[field], now[field]), undo: path });
      }
    }
  }
}

/**
 * All differences; none where one of both is missing.
 * @param {any} before @param {any} after @returns {Difference[]}
 */
export function differences(before, after) {
  /** @type {Difference[]} */
  const all = [];
  if (before && after) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (key !== 'name') {
        collect([key], before[key], after[key], all);
      }
      if (key === 'fleet') {
        rosterDifferences(before, after, all);
      }
    }
  }
  return all;
}
