// @ts-check
/** What the page has read of the shelf, and what it asks of the server. */
import { NoAnswer, Refused, request, sentence } from '../shared/api.js';

/** More than the largest table that a person can read; the server takes no more. */
const FILE_BYTES_MAX = 2_000_000;

export const page = {
  area: '',
  /** @type {any} */
  session: undefined,
  /** @type {any} */
  reference: undefined,
  /** @type {any} */
  shelf: undefined,
  /** @type {any} */
  differences: undefined,
  /** What became of those about whom rows decided, and why that cannot be read. @type {any} */
  outcomes: undefined,
  outcomesFault: '',
  /** The version that is looked at. @type {any} */
  check: undefined,
  chosen: new URL(location.href).searchParams.get('table') ?? 'minimum-level-of-care',
  /** What is being done, and what became of it. */
  doing: '',
  fault: '',
  done: '',
};

/** Paints; set by the page. */
let paint = () => {};

/** @param {() => void} painter */
export function paintsBy(painter) {
  paint = painter;
}

/** @param {string} path */
const at = (path) => `/api/areas/${page.area}/protocol${path}`;

/** The table that is looked at. @returns {any} */
export function table() {
  return page.shelf?.tables.find((/** @type {any} */ it) => it.table === page.chosen) ?? page.shelf?.tables[0];
}

/** Does something and says what became of it. @param {string} words @param {() => Promise<string>} work */
async function doing(words, work) {
  Object.assign(page, { doing: words, fault: '', done: '' });
  paint();
  try {
    page.done = await work();
  } catch (fault) {
    if (fault instanceof Refused && fault.problem.status === 401) {
      location.replace('/sign-in');
    }
    page.fault = fault instanceof Error ? fault.message : String(fault);
  }
  page.doing = '';
  paint();
}

/** Reads all again; a fault leaves what is shown. */
export function read() {
  return doing('', async () => {
    const [shelf, differences] = await Promise.all([request(at('')), request(at('/differences'))]);
    Object.assign(page, { shelf, differences });
    await readOutcomes();
    return '';
  });
}

/** The tables are shown without them. */
async function readOutcomes() {
  try {
    page.outcomes = await request(`/api/areas/${page.area}/outcomes/rules`);
    page.outcomesFault = '';
  } catch (fault) {
    page.outcomesFault = fault instanceof Error ? fault.message : String(fault);
  }
}

/** @param {string} chosen */
export function choose(chosen) {
  page.chosen = chosen;
  page.check = undefined;
  const url = new URL(location.href);
  url.searchParams.set('table', chosen);
  history.replaceState(null, '', url);
  Object.assign(page, { fault: '', done: '' });
  paint();
}

/** Puts a file on the shelf and shows what it is worth. @param {File} file */
export function load(file) {
  return doing(`Proving ${file.name} for every input.`, async () => {
    page.check = undefined;
    if (file.size > FILE_BYTES_MAX) {
      throw new Error(`${file.name} has ${file.size} bytes; it may have ${FILE_BYTES_MAX}.`);
    }
    const name = file.name.replace(/[^A-Za-z0-9 ._()-]/g, '_').slice(-100);
    const check = await sent(at(`/versions?name=${encodeURIComponent(name)}`), file);
    page.shelf = await request(at(''));
    page.chosen = check.table;
    page.check = check;
    return `${file.name} is on the shelf as version ${check.version.version}. Nothing is decided by it.`;
  });
}

/** A proof can take longer than other requests do. @param {string} path @param {File} file */
async function sent(path, file) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST', body: file, credentials: 'same-origin', cache: 'no-store', headers: { 'Content-Type': 'application/xml' },
    });
  } catch {
    throw new NoAnswer('The server does not answer.');
  }
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(sentence(answer));
  }
  return answer;
}

/** @param {string} sha256 */
export function look(sha256) {
  return doing('Proving it for every input.', async () => {
    page.check = await request(at(`/versions/${sha256}`));
    return '';
  });
}

/** @param {string} reason */
export function adopt(reason) {
  const { check } = page;
  return doing('Proving it once more beside the tables that run.', async () => {
    page.shelf = await request(at('/adoptions'), {
      method: 'POST', body: { sha256: check.version.sha256, saw: check.against.sha256, reason },
    });
    page.check = undefined;
    return `Version ${check.version.version} decides from the next assessment on.`;
  });
}

/** @param {string} reason */
export function startShadow(reason) {
  const { check } = page;
  return doing('Starting the shadow.', async () => {
    page.shelf = await request(at(`/shadows/${check.table}`), { method: 'PUT', body: { sha256: check.version.sha256, reason } });
    return `Version ${check.version.version} is asked in the shadow. Nobody is told what it says but this page.`;
  });
}

/** @param {string} of @param {string} reason */
export function endShadow(of, reason) {
  return doing('Ending the shadow.', async () => {
    page.shelf = await request(at(`/shadows/${of}/end`), { method: 'POST', body: { reason } });
    return 'The shadow has ended; what it has shown is kept.';
  });
}
