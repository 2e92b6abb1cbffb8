// @ts-check
/**
 * The one event stream of a browser. Runs in the shared worker, or in a page where there is none.
 *
 * While the stream is open, nothing else is asked. Once it has closed for good, the board is read
 * now and then (so that the screen goes on, and a signed-out user is told so) until it opens again.
 */
import { BoardCopy } from './board-copy.js';

const SILENCE_SECONDS_MAX = 25;
const BACK_OFF_MILLIS_MIN = 500;
const BACK_OFF_MILLIS_MAX = 10_000;
const ANSWER_MILLIS_MAX = 8_000;
/** So many heartbeats may be ahead of the board before it is asked for anew. */
const AHEAD_MAX = 3;
const KINDS = ['snapshot', 'delta', 'positions', 'patients', 'heartbeat'];

/** @typedef {{kind: string, data?: any}} FeedMessage */

export class LiveFeed {
  /**
   * @param {string} area
   * @param {(message: FeedMessage) => void} emit
   */
  constructor(area, emit) {
    this.path = `/api/areas/${area}`;
    this.emit = emit;
    this.copy = new BoardCopy();
    /** @type {EventSource | undefined} */
    this.source = undefined;
    this.heardAt = performance.now();
    this.failures = 0;
    this.last = { now: '', at: '' };
    /** @type {any} */
    this.heartbeat = undefined;
    this.signedOut = false;
    this.ahead = 0;
    /** The sequence that a new stream was opened for; once is enough. */
    this.healed = -1;
    /** @type {any} */
    this.timer = undefined;
  }

  start() {
    this.open();
    setInterval(() => this.watch(), 1_000);
  }

  /** What a tab that comes late needs to know. @returns {FeedMessage[]} */
  catchUp() {
    /** @type {FeedMessage[]} */
    const messages = [];
    if (this.copy.epoch) {
      messages.push({ kind: 'snapshot', data: this.copy.board(this.last.now, this.last.at) });
    }
    if (this.heartbeat) {
      messages.push({ kind: 'heartbeat', data: this.heartbeat });
    }
    if (this.signedOut) {
      messages.push({ kind: 'signed-out' });
    }
    return messages;
  }

  open() {
    clearTimeout(this.timer);
    this.source?.close();
    this.heardAt = performance.now();
    const source = new EventSource(`${this.path}/stream`);
    this.source = source;
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => {
        if (source === this.source) {
          this.hear(kind, JSON.parse(/** @type {MessageEvent} */ (event).data));
        }
      });
    }
    source.onerror = () => {
      if (source === this.source && source.readyState === EventSource.CLOSED) {
        this.lose();
      }
    };
  }

  /** @param {string} kind @param {any} data */
  hear(kind, data) {
    this.heardAt = performance.now();
    this.failures = 0;
    this.signedOut = false;
    this.last.now = data.now;
    if (kind === 'snapshot') {
      this.copy.replace(data);
      this.last.at = data.at;
    } else if (kind === 'delta') {
      const outcome = this.copy.move(data);
      if (outcome !== 'moved') {
        return outcome === 'gap' ? this.open() : undefined;
      }
      this.last.at = data.at;
    } else if (kind === 'positions') {
      this.copy.place(data.positions);
    } else if (kind === 'heartbeat') {
      this.heartbeat = data;
      this.compare(data.sequence);
    }
    this.emit({ kind, data });
  }

  /** A delta may be lost with none after it to show the gap. @param {number} sequence */
  compare(sequence) {
    this.ahead = sequence > this.copy.sequence ? this.ahead + 1 : 0;
    if (this.ahead >= AHEAD_MAX && this.healed !== sequence) {
      this.healed = sequence;
      this.ahead = 0;
      this.open();
    }
  }

  /** The browser tries again by itself only while the stream is not closed for good. */
  watch() {
    const silent = performance.now() - this.heardAt > SILENCE_SECONDS_MAX * 1_000;
    if (silent && this.source) {
      this.lose();
    }
  }

  lose() {
    this.source?.close();
    this.source = undefined;
    clearTimeout(this.timer);
    this.failures++;
    const most = Math.min(BACK_OFF_MILLIS_MAX, BACK_OFF_MILLIS_MIN * 2 ** Math.min(this.failures, 8));
    this.timer = setTimeout(() => this.again(), most / 2 + (Math.random() * most) / 2);
  }

  async again() {
    try {
      const response = await fetch(`${this.path}/board`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_MILLIS_MAX),
      });
      if (response.status === 401) {
        this.signedOut = true;
        this.emit({ kind: 'signed-out' });
        return this.lose();
      }
      if (!response.ok) {
        return this.lose();
      }
      this.hearPolled(await response.json());
    } catch {
      return this.lose();
    }
    this.open();
  }

  /** @param {any} board */
  hearPolled(board) {
    const failures = this.failures;
    this.hear('snapshot', board);
    this.failures = failures;
  }
}
