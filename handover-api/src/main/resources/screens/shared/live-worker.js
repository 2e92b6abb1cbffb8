// @ts-check
/** Shared by all tabs of an area: one event stream feeds them, so that they show the same. */
import { LiveFeed } from './live-feed.js';

/** @type {Set<MessagePort>} */
const ports = new Set();
const area = new URL(self.location.href).searchParams.get('area') ?? '';
const feed = new LiveFeed(area, (message) => ports.forEach((port) => port.postMessage(message)));
feed.start();

/** @param {MessagePort} port */
function welcome(port) {
  ports.add(port);
  port.onmessage = (event) => {
    if (event.data === 'bye') {
      ports.delete(port);
      return;
    }
    ports.add(port);
    if (event.data === 'reopen') {
      feed.open();
    }
    port.postMessage({ kind: 'hello' });
    feed.catchUp().forEach((message) => port.postMessage(message));
  };
  port.start();
}

/** @type {any} */ (self).onconnect = (/** @type {MessageEvent} */ event) => welcome(event.ports[0]);
