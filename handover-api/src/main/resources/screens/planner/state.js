// @ts-check
/** What the page has read, and what it asks of the server. */
import { Refused, request } from '../shared/api.js';
import { differences } from './differences.js';

export const page = {
  area: '',
  /** @type {any} */
  session: undefined,
  /** @type {any} */
  reference: undefined,
  /** Scenarios and limits. @type {any} */
  overview: undefined,
  /** Newest first. @type {any[] | undefined} */
  experiments: undefined,
  /** The scenario that is looked at. @type {any} */
  draft: undefined,
  /** The report of the experiment that is looked at. @type {any} */
  report: undefined,
  reportNumber: 0,
  /** By scenario, what it says otherwise than the first of the report. @type {Record<string, any[]>} */
  changes: {},
  /** What is shown: scenario, order, experiments or results. */
  view: 'order',
  /** The name of a scenario or the number of an experiment. */
  of: '',
  /** The part of the results. */
  part: 'compare',
  doing: '',
  fault: '',
  done: '',
  /** When that was said. */
  saidAt: 0,
  /** What is wrong in a scenario that was to be run. @type {any[]} */
  faults: [],
};

/** Paints; set by the page. */
let paint = () => {};

/** @param {() => void} painter */
export function paintsBy(painter) {
  paint = painter;
}

export const changed = () => paint();

/** @param {string} path */
export const at = (path) => `/api/areas/${page.area}/planner${path}`;

/** The address of a result. @param {number} number @param {string} file */
export const fileAt = (number, file) => at(`/experiments/${number}/files/${encodeURIComponent(file)}`);

/** @param {any} fault */
export function says(fault) {
  if (fault instanceof Refused && fault.problem.status === 401) {
    location.replace('/sign-in');
  }
  page.fault = fault instanceof Error ? fault.message : String(fault);
  page.faults = /** @type {any} */ (fault)?.problem?.faults ?? [];
}

/** Does something and says what became of it. @param {string} words @param {() => Promise<string>} work */
export async function doing(words, work) {
  Object.assign(page, { doing: words, fault: '', done: '', faults: [] });
  paint();
  try {
    page.done = await work();
    page.saidAt = Date.now();
  } catch (fault) {
    says(fault);
  }
  page.doing = '';
  paint();
}

export async function readOverview() {
  page.overview = await request(at(''));
}

export async function readExperiments() {
  page.experiments = (await request(at('/experiments'))).experiments;
}

/** @param {number} number */
export const experiment = (number) => page.experiments?.find((it) => it.number === number);

export const isLive = (/** @type {any} */ it) => ['QUEUED', 'RUNNING', 'STOPPING'].includes(it.state);

/** The experiment that is looked at. @returns {any} */
export const shown = () => (page.view === 'results' ? experiment(Number(page.of)) : undefined);

/** Reads the report of the experiment that is looked at, once it has one. */
export async function readReport() {
  const it = shown();
  if (!it || page.reportNumber === it.number || !it.files.includes('report.json')) {
    return;
  }
  const report = await request(fileAt(it.number, 'report.json'));
  if (String(it.number) === page.of) {
    Object.assign(page, { report, reportNumber: it.number, changes: {} });
    await readChanges(it.number, report);
  }
}

/** @param {number} number @param {any} report */
async function readChanges(number, report) {
  const trees = await Promise.all(report.scenarios.map(async (/** @type {any} */ scenario) => {
    const answer = await fetch(fileAt(number, `scenario-${scenario.name}.yaml`), { credentials: 'same-origin', cache: 'no-store' });
    return answer.ok ? (await request(at('/readings'), { method: 'POST', body: { text: await answer.text(), changes: [] } })).tree : undefined;
  }));
  trees.forEach((tree, i) => {
    if (i && tree && trees[0]) {
      page.changes[report.scenarios[i].name] = differences(trees[0], tree);
    }
  });
}

/** @param {number} number */
export function stop(number) {
  return doing('', async () => {
    await request(at(`/experiments/${number}/stop`), { method: 'POST', body: {} });
    await readExperiments();
    return `Experiment ${number} is being stopped: what is in hand is finished and kept.`;
  });
}

/** @param {number} number */
export function remove(number) {
  return doing('', async () => {
    await request(at(`/experiments/${number}`), { method: 'DELETE' });
    await readExperiments();
    if (page.view === 'results' && page.of === String(number)) {
      location.hash = '#/experiments';
    }
    return `Experiment ${number} is deleted.`;
  });
}

/** @param {any} order */
export function run(order) {
  return doing('Looking at the scenarios.', async () => {
    const made = await request(at('/experiments'), { method: 'POST', body: order });
    await readExperiments();
    location.hash = '#/experiments';
    return `Experiment ${made.number} is ordered.`;
  });
}
