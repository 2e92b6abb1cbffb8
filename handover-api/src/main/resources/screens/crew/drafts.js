// @ts-check
/** What is being typed, kept on the tablet at each change; a reload or a flat battery loses none. */
import { keep, listKept } from './database.js';
import { changed } from './store.js';

/** @type {Map<string, any>} */
const drafts = new Map();

/** @param {string} kind @param {number} incident @param {number} patient */
export function draftKey(kind, incident, patient) {
  return `draft-${kind}-${incident}-${patient}`;
}

/** @template T @param {string} key @param {() => T} first what it begins with @returns {T} */
export function draftOf(key, first) {
  if (!drafts.has(key)) {
    drafts.set(key, first());
  }
  return drafts.get(key);
}

/** @param {string} key @param {(draft: any) => void} change */
export function changeDraft(key, change) {
  const draft = drafts.get(key);
  change(draft);
  changed();
  keep(key, draft);
}

export async function restoreDrafts() {
  for (const [key, value] of await listKept('draft-')) {
    drafts.set(key, value);
  }
}
