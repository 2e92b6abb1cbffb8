// @ts-check
/** How a tab hears of the area: from the shared worker, else from a stream of its own. */
import { LiveFeed } from './live-feed.js';

const WELCOME_MILLIS_MAX = 4_000;

/**
 * @param {string} area
 * @param {(message: {kind: string, data?: any}) => void} hear
 * @returns {{again: () => void, reopen: () => void}} `again` asks for a snapshot; `reopen` for a
 *     new stream
 */
export function followArea(area, hear) {
  /** @type {LiveFeed | undefined} */
  let own;
  /** @type {MessagePort | undefined} */
  let port;
  const followAlone = () => {
    if (!own) {
      port?.close();
      port = undefined;
      own = new LiveFeed(area, hear);
      own.start();
    }
  };
  try {
    port = connect(area, hear, followAlone);
  } catch {
    followAlone();
  }
  return {
    again: () => (port ? port.postMessage('hello') : own?.catchUp().forEach(hear)),
    reopen: () => (port ? port.postMessage('reopen') : own?.open()),
  };
}

/**
 * @param {string} area
 * @param {(message: any) => void} hear
 * @param {() => void} fail
 */
function connect(area, hear, fail) {
  const url = new URL(`./live-worker.js?area=${encodeURIComponent(area)}`, import.meta.url);
  const worker = new SharedWorker(url, { type: 'module', name: `doorstep-${area}` });
  const timer = setTimeout(fail, WELCOME_MILLIS_MAX);
  worker.onerror = fail;
  const port = worker.port;
  port.onmessage = (event) => {
    clearTimeout(timer);
    if (event.data.kind !== 'hello') {
      hear(event.data);
    }
  };
  port.start();
  port.postMessage('hello');
  addEventListener('pagehide', () => port.postMessage('bye'));
  addEventListener('pageshow', (event) => event.persisted && port.postMessage('hello'));
  return port;
}
