// @ts-check
/** Requests to the server, and what its problems mean. */

/**
 * @typedef {object} Problem
 * @property {string} code stable
 * @property {string} title
 * @property {number} status
 * @property {string} [detail]
 * @property {string} [pointer]
 * @property {string} [advice]
 */

const ANSWER_SECONDS_MAX = 10;

/** The server did not answer: what became of the request is not known. */
export class NoAnswer extends Error {}

/** The server answered with a problem. */
export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(sentence(problem));
    this.problem = problem;
  }
}

/** @param {Problem} problem */
export function sentence(problem) {
  const text = problem.detail || problem.title || `Refused (${problem.code}).`;
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/**
 * @param {string} path
 * @param {{method?: string, body?: unknown, headers?: Record<string, string>}} [options]
 * @returns {Promise<any>} the body; undefined where there is none
 */
export async function request(path, options = {}) {
  const response = await reach(path, options);
  if (response.ok) {
    return response.status === 204 ? undefined : readBody(response);
  }
  throw new Refused(await readProblem(response));
}

/**
 * @param {string} path
 * @param {{method?: string, body?: unknown, headers?: Record<string, string>}} options
 */
async function reach(path, options) {
  /** @type {Record<string, string>} */
  const headers = { Accept: 'application/json, application/problem+json', ...options.headers };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ANSWER_SECONDS_MAX * 1000);
  try {
    return await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: abort.signal,
    });
  } catch {
    throw new NoAnswer('The server does not answer.');
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Response} response */
async function readBody(response) {
  try {
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  } catch {
    throw new NoAnswer('The answer broke off.');
  }
}

/** @param {Response} response @returns {Promise<Problem>} */
async function readProblem(response) {
  const unknown = { code: `http-${response.status}`, title: `The server answered ${response.status}`, status: response.status };
  try {
    return { ...unknown, ...(await response.json()), status: response.status };
  } catch {
    return unknown;
  }
}

/**
 * A UUID of version 7, so that keys sort by time. Works without a secure context, where
 * `crypto.randomUUID` is missing.
 */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let millis = Date.now();
  for (let i = 5; i >= 0; i--) {
    bytes[i] = millis % 256;
    millis = Math.floor(millis / 256);
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
