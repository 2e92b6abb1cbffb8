// @ts-check
/** The road that is being closed: what has been drawn, what it would mean, and the server's word. */
import { newKey, NoAnswer, Refused, request } from '../shared/api.js';
import { distance } from '../shared/format.js';
import { effectInWords, readRoads } from './closures.js';
import { say } from './notice.js';
import { setPlaceText } from './place-box.js';
import { changed, serverNow, state } from './store.js';

const PAUSE_MILLIS = 150;

/** @typedef {'LineString' | 'Point' | 'Polygon'} Shape */

/** How many points each shape needs. @type {Record<Shape, number>} */
export const POINTS_MIN = { LineString: 2, Point: 1, Polygon: 3 };

const EMPTY = {
  open: false,
  id: '',
  version: 0,
  shape: /** @type {Shape} */ ('LineString'),
  /** Longitude and latitude of each. @type {number[][]} */
  points: [],
  name: '',
  factor: 0,
  bluePasses: false,
  begins: 'now',
  from: '',
  ends: '4h',
  until: '',
  source: '',
  saving: false,
  tried: false,
  fault: '',
};

export const closing = structuredClone(EMPTY);

/** What it would mean: the roads, or why there are none. */
export const meant = { lines: /** @type {number[][][]} */ ([]), lengthMeters: 0, fault: '', asking: false };

let asked = 0;
/** @type {any} */
let timer;

export function isClosing() {
  return closing.open && state.pane === 'closures';
}

export function beginClosing() {
  Object.assign(closing, structuredClone(EMPTY), { open: true, id: newKey() });
  setPlaceText('closure-place', '');
  look();
}

/** @param {import('./closures.js').Closure} closure */
export function beginChanging(closure) {
  const { type, coordinates } = closure.place;
  const points = type === 'Point' ? [coordinates] : type === 'Polygon' ? coordinates[0].slice(0, -1) : coordinates;
  Object.assign(closing, structuredClone(EMPTY), {
    open: true, id: closure.id, version: closure.version, shape: type, points, name: closure.name,
    factor: closure.speedFactor, bluePasses: closure.modes.length === 1, source: closure.source,
    begins: closure.state === 'COMING' ? 'at' : 'now', from: closure.state === 'COMING' ? fieldTime(closure.from) : '',
    ends: closure.until ? 'at' : 'lifted', until: fieldTime(closure.until),
  });
  setPlaceText('closure-place', '');
  look();
}

/** @returns {boolean} whether something was being drawn */
export function stopClosing() {
  const was = closing.open;
  Object.assign(closing, structuredClone(EMPTY));
  Object.assign(meant, { lines: [], lengthMeters: 0, fault: '', asking: false });
  asked += 1;
  changed('pane', 'map');
  return was;
}

/** @param {{lat: number, lon: number}} at */
export function addPoint(at) {
  const point = [at.lon, at.lat];
  closing.points = closing.shape === 'Point' ? [point] : [...closing.points, point];
  look();
}

export function dropLastPoint() {
  closing.points = closing.points.slice(0, -1);
  look();
}

/** @param {Shape} shape */
export function takeShape(shape) {
  closing.shape = shape;
  if (shape === 'Point') {
    closing.points = closing.points.slice(-1);
  }
  look();
}

/** @param {Partial<typeof closing>} change */
export function put(change) {
  Object.assign(closing, change);
  changed('pane');
}

/** Asks what the drawing means, a moment after the last click. */
function look() {
  asked += 1;
  clearTimeout(timer);
  const enough = closing.points.length >= POINTS_MIN[closing.shape];
  Object.assign(meant, { lines: enough ? meant.lines : [], fault: '', asking: enough });
  if (enough) {
    timer = setTimeout(preview, PAUSE_MILLIS, asked);
  }
  changed('pane', 'map');
}

/** @param {number} mark */
async function preview(mark) {
  try {
    const read = await request(`/api/areas/${state.area}/closures/preview`, { method: 'POST', body: { place: geometry() } });
    if (mark === asked) {
      Object.assign(meant, { lines: read.roads.coordinates, lengthMeters: read.lengthMeters, fault: '', asking: false });
    }
  } catch (fault) {
    if (mark === asked) {
      Object.assign(meant, { lines: [], lengthMeters: 0, fault: whyNot(fault), asking: false });
    }
  }
  changed('pane', 'map');
}

/** Without what is for the log only. @param {unknown} fault */
function whyNot(fault) {
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.replace(/^Closure \([^)]*\): (.)/, (_, first) => first.toUpperCase());
}

function geometry() {
  const { shape, points } = closing;
  const coordinates = shape === 'Point' ? points[0] : shape === 'Polygon' ? [[...points, points[0]]] : points;
  return { type: shape, coordinates };
}

/** What a closure still lacks, each with its field. */
export function listLacks() {
  const lacks = [];
  if (!meant.lines.length) {
    lacks.push({ field: 'closure-place', words: meant.asking ? 'The roads are still being looked up' : 'Say where: no road is meant yet' });
  }
  if (!closing.name.trim()) {
    lacks.push({ field: 'closure-name', words: 'Give it a name' });
  }
  if (closing.begins === 'at' && !Date.parse(closing.from)) {
    lacks.push({ field: 'closure-from', words: 'Say when it begins' });
  }
  if (closing.ends === 'at' && !Date.parse(closing.until)) {
    lacks.push({ field: 'closure-until', words: 'Say when it ends' });
  }
  if (!closing.source) {
    lacks.push({ field: 'closure-source', words: 'Say who says so' });
  }
  return lacks;
}

function body() {
  const from = closing.begins === 'at' ? Date.parse(closing.from) : undefined;
  const hours = { '1h': 1, '4h': 4 }[closing.ends];
  const until = hours ? (from ?? serverNow()) + hours * 3_600_000 : closing.ends === 'at' ? Date.parse(closing.until) : undefined;
  return {
    name: closing.name.trim(),
    place: geometry(),
    speedFactor: closing.factor,
    modes: closing.bluePasses ? ['NORMAL'] : ['NORMAL', 'BLUE_LIGHT'],
    ...(from && { from: new Date(from).toISOString() }),
    ...(until && { until: new Date(until).toISOString() }),
    source: closing.source,
  };
}

/** What was sent without an answer: sent again it does nothing twice. @type {any} */
let unanswered;

/** @returns {Promise<string | undefined>} the id of what is closed now */
export async function saveClosure() {
  put({ tried: true, fault: '' });
  if (closing.saving || listLacks().length) {
    return undefined;
  }
  const { id, version } = closing;
  const sent = unanswered?.id === id ? unanswered : { id, body: body() };
  put({ saving: true });
  try {
    const made = await request(`/api/areas/${state.area}/closures/${id}`, { method: 'PUT', body: sent.body, headers: versionOf(version) });
    unanswered = undefined;
    await readRoads();
    stopClosing();
    say(`${made.name}: ${effectInWords(made)}, ${distance(made.lengthMeters)}. Drive times know of it.`);
    return made.id;
  } catch (fault) {
    unanswered = fault instanceof NoAnswer ? sent : undefined;
    put({ saving: false, fault: saveFault(fault) });
    return undefined;
  }
}

/** @param {unknown} fault */
function saveFault(fault) {
  if (fault instanceof NoAnswer) {
    return 'The server does not answer. Save again: it is not done twice.';
  }
  return fault instanceof Refused && fault.problem.status === 412 ? 'Somebody has changed it meanwhile. Leave it and look again.' : whyNot(fault);
}

/** @param {number} version @returns {Record<string, string>} */
function versionOf(version) {
  return version ? { 'If-Match': `"${version}"` } : { 'If-None-Match': '*' };
}

/** @param {import('./closures.js').Closure} closure */
export async function liftClosure(closure) {
  say(`Lift ${closure.name}: sending…`);
  try {
    await request(`/api/areas/${state.area}/closures/${closure.id}`, { method: 'DELETE', headers: versionOf(closure.version) });
    say(`${closure.name}: open again. Drive times know of it.`);
  } catch (fault) {
    say(`Lift ${closure.name}: not done. ${saveFault(fault)}`, 'bad');
  }
  await readRoads();
}

/** As a field for a time has it, in the desk's own zone. @param {string | undefined} instant */
export function fieldTime(instant) {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
