// @ts-check
/**
 * Keeps the crew page for when there is no network. The server fills in the list of its files and
 * their version; all of them come from one version, never some of the old and some of the new.
 *
 * What the API says is not kept here: the page keeps the last known copy itself, with its age.
 */
const CACHE = 'doorstep-crew-__VERSION__';
/** @type {string[]} */
const FILES = ['__FILES__'];

const worker = /** @type {any} */ (self);

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(fill());
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === location.origin && FILES.includes(url.pathname)) {
    event.respondWith(answer(event.request, url.pathname));
  }
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('doorstep-crew-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request @param {string} path */
async function answer(request, path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
