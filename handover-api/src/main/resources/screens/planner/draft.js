// @ts-check
/** The scenario that is looked at: its text, what it comes to, and changes of single values. */
import { request } from '../shared/api.js';
import { at, changed, doing, page, readOverview, says } from './state.js';

/** Changes follow each other: each begins with the text that the one before has made. */
let last = Promise.resolve();

/** @param {string} name */
export async function openScenario(name) {
  if (page.draft?.name === name) {
    return;
  }
  page.draft = undefined;
  const kept = await request(at(`/scenarios/${name}`));
  page.draft = { ...kept, dirty: false };
}

/** @param {string[]} path @returns {any} what holds at a path */
export const valueAt = (path, tree = page.draft?.tree) => path.reduce((/** @type {any} */ it, key) => it?.[key], tree);

/** What the base says there. @param {string[]} path */
export const baseAt = (path) => valueAt(path, page.draft?.base);

/** Sets values; one that is as in the base is left to it. @param {{path: string[], value?: any}[]} changes */
export function set(changes) {
  last = last.then(() => apply(changes.map(({ path, value }) => ({
    path, ...(value === undefined || same(value, baseAt(path)) ? {} : { value: JSON.stringify(value) }),
  }))));
  return last;
}

/** @param {any} one @param {any} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {any[]} changes */
async function apply(changes) {
  await read(page.draft.text, changes);
}

/** Takes a text as somebody has typed it. @param {string} text */
export function type(text) {
  page.draft.text = text;
  page.draft.dirty = true;
  last = last.then(() => (page.draft.text === text ? read(text, []) : undefined));
  return last;
}

/** @param {string} text @param {any[]} changes */
async function read(text, changes) {
  try {
    const reading = await request(at('/readings'), { method: 'POST', body: { text, changes } });
    const { tree, base } = reading;
    // While a text cannot be read, the form shows what it came to before.
    Object.assign(page.draft, { text: reading.text, faults: reading.faults, dirty: true, broken: !tree }, tree ? { tree, base } : {});
  } catch (fault) {
    says(fault);
  }
  changed();
}

export function save() {
  const { name, text, version } = page.draft;
  return doing('', async () => {
    await last;
    await put(name, page.draft.text ?? text, version);
    return `${page.draft.tree?.name ?? name} is saved.`;
  });
}

/** @param {string} name @param {string} text @param {string} [saw] */
async function put(name, text, saw) {
  const kept = await request(at(`/scenarios/${name}`), { method: 'PUT', body: { text, ...(saw ? { saw } : {}) } });
  page.draft = { ...kept, dirty: false };
  await readOverview();
}

/** A copy of its own: what ships stays underneath, an own one is copied as it is. @param {string} title */
export function copy(title) {
  const { draft } = page;
  return doing('', async () => {
    const name = freeName(title);
    await put(name, await renamed(draft.shipped ? `base: ${draft.name}\n` : draft.text, title));
    location.hash = `#/scenario/${name}`;
    return `${title} is a copy: what you change in it is shown on the right.`;
  });
}

/** @param {string} text @param {string} title */
async function renamed(text, title) {
  return (await request(at('/readings'), { method: 'POST', body: { text, changes: [{ path: ['name'], value: JSON.stringify(title) }] } })).text;
}

/** @param {string} title */
function freeName(title) {
  const plain = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 34).replace(/^-+|-+$/g, '') || 'scenario';
  const taken = new Set(page.overview.scenarios.map((/** @type {any} */ it) => it.name));
  let name = plain;
  for (let i = 2; taken.has(name); i++) {
    name = `${plain}-${i}`;
  }
  return name;
}

export function discard() {
  const { name } = page.draft;
  page.draft = undefined;
  return doing('', async () => {
    await openScenario(name);
    return 'As it was saved.';
  });
}

export function removeScenario() {
  const { name } = page.draft;
  return doing('', async () => {
    await request(at(`/scenarios/${name}`), { method: 'DELETE' });
    page.draft = undefined;
    await readOverview();
    location.hash = '#/order';
    return `${name} is deleted. Experiments keep a copy of what they ran.`;
  });
}
