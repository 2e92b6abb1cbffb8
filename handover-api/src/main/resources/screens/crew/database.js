// @ts-check
/** The tablet's own database: the taps on their way, what was last read, and what is being typed. */
import { openDB } from 'idb';

const NAME = 'doorstep-crew';
const VERSION = 1;
const OUTBOX = 'outbox';
const KEPT = 'kept';
/** A tap is on the disk before the screen shows it: a flat battery must not take it back. */
const SURE = /** @type {any} */ ({ durability: 'strict' });

/** @type {Promise<any> | undefined} */
let opened;

function database() {
  opened ??= openDB(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore(OUTBOX, { keyPath: 'n', autoIncrement: true });
      db.createObjectStore(KEPT);
    },
  });
  return opened;
}

/** @param {any} entry @returns {Promise<number>} its number, which is its place in the order */
export async function addTap(entry) {
  const writing = (await database()).transaction(OUTBOX, 'readwrite', SURE);
  const number = await writing.store.add(entry);
  await writing.done;
  return number;
}

/** @param {any} entry */
export async function putTap(entry) {
  const writing = (await database()).transaction(OUTBOX, 'readwrite', SURE);
  await writing.store.put(entry);
  await writing.done;
}

/** In the order of tapping. @returns {Promise<any[]>} */
export async function listTaps() {
  return (await database()).getAll(OUTBOX);
}

/** @param {number} number */
export async function removeTap(number) {
  await (await database()).delete(OUTBOX, number);
}

/** Keeps a copy with the time. Failing is no harm: it is read again. @param {string} key @param {any} value */
export async function keep(key, value) {
  try {
    await (await database()).put(KEPT, { value, at: Date.now() }, key);
  } catch (fault) {
    console.info(`The copy (${key}) could not be kept.`, fault);
  }
}

/** @param {string} key @returns {Promise<{value: any, at: number} | undefined>} */
export async function findKept(key) {
  try {
    return await (await database()).get(KEPT, key);
  } catch {
    return undefined;
  }
}

/** All copies whose key begins so. @param {string} prefix @returns {Promise<[string, any][]>} */
export async function listKept(prefix) {
  try {
    const db = await database();
    const keys = (await db.getAllKeys(KEPT)).map(String).filter((/** @type {string} */ key) => key.startsWith(prefix));
    return Promise.all(keys.map(async (/** @type {string} */ key) => [key, (await db.get(KEPT, key))?.value]));
  } catch {
    return [];
  }
}

/** @param {(key: string, at: number) => boolean} which */
export async function forget(which) {
  try {
    const db = await database();
    for (const key of await db.getAllKeys(KEPT)) {
      const kept = await db.get(KEPT, key);
      if (which(String(key), kept?.at ?? 0)) {
        await db.delete(KEPT, key);
      }
    }
  } catch (fault) {
    console.info('Old copies could not be taken away.', fault);
  }
}
