// @ts-check
/**
 * Commands on their way. Each keeps its key until an answer is known, through lost replies, time-outs
 * and reloads of the page: the server does nothing twice. Nothing is called sent before the reply.
 */
import { newKey, NoAnswer, Refused, request, sentence } from './api.js';

const BACK_OFF_MILLIS_MIN = 500;
const BACK_OFF_MILLIS_MAX = 8_000;
const KEPT = 'doorstep-outbox';
const DONE_MAX = 20;

/**
 * @typedef {object} Sending
 * @property {string} key
 * @property {string} area
 * @property {string} command
 * @property {any} body
 * @property {string} words what it does, for example "Send A117 to 1042"
 * @property {number} tries
 * @property {'sending' | 'unknown' | 'done' | 'refused'} fate
 * @property {string} [said] what the server said
 * @property {string} [code]
 */

/** @typedef {{reply?: any, refused?: import('./api.js').Problem}} Outcome */

export class Commands {
  /**
   * @param {{area: string, signedOut: boolean}} state of the screen
   * @param {() => void} tell is called after every change of a fate
   */
  constructor(state, tell) {
    this.state = state;
    this.tell = tell;
    /** The newest first. @type {Sending[]} */
    this.sendings = [];
  }

  /** Those whose fate is not known yet. */
  listPending() {
    return this.sendings.filter((it) => it.fate === 'sending' || it.fate === 'unknown');
  }

  /**
   * Gives a command and stays with it until its fate is known.
   * @param {string} command
   * @param {any} body
   * @param {string} words
   * @returns {Promise<Outcome>}
   */
  give(command, body, words) {
    return this.pursue({
      key: newKey(), area: this.state.area, command, body, words, tries: 0, fate: 'sending',
    });
  }

  /** Goes on with what a reload of the page cut short. @param {(sending: Sending, outcome: Outcome) => void} then */
  resume(then) {
    /** @type {Sending[]} */
    let kept = [];
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
    } catch {
      // Nothing usable was kept.
    }
    kept.forEach((sending) => this.pursue({ ...sending, fate: 'unknown' }).then((outcome) => then(sending, outcome)));
  }

  /** @param {Sending} sending @returns {Promise<Outcome>} */
  async pursue(sending) {
    this.sendings.unshift(sending);
    this.sendings.splice(DONE_MAX + this.listPending().length);
    this.keep();
    for (;;) {
      const outcome = await this.attempt(sending);
      this.keep();
      this.tell();
      if (outcome) {
        return outcome;
      }
      const most = Math.min(BACK_OFF_MILLIS_MAX, BACK_OFF_MILLIS_MIN * 2 ** Math.min(sending.tries, 8));
      await new Promise((resolve) => setTimeout(resolve, most / 2 + (Math.random() * most) / 2));
    }
  }

  /** @param {Sending} sending @returns {Promise<any>} nothing while the fate is unknown */
  async attempt(sending) {
    sending.tries++;
    this.tell();
    try {
      const reply = await request(`/api/areas/${sending.area}/commands/${sending.command}`, {
        method: 'POST',
        body: sending.body,
        headers: { 'Idempotency-Key': sending.key },
      });
      sending.fate = 'done';
      return { reply };
    } catch (fault) {
      return this.judge(sending, fault);
    }
  }

  /** @param {Sending} sending @param {unknown} fault */
  judge(sending, fault) {
    if (fault instanceof Refused && isFinal(fault.problem.status)) {
      sending.fate = 'refused';
      sending.said = sentence(fault.problem);
      sending.code = fault.problem.code;
      return { refused: fault.problem };
    }
    if (!(fault instanceof Refused) && !(fault instanceof NoAnswer)) {
      throw fault;
    }
    sending.fate = 'unknown';
    sending.said = fault.message;
    if (fault instanceof Refused && fault.problem.status === 401) {
      this.state.signedOut = true;
      sending.said = 'You are signed out: sign in in another tab, and it goes on.';
    }
    return undefined;
  }

  keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(this.listPending()));
    } catch {
      // Then a reload forgets them; the server does not.
    }
  }
}

/** Whether asking again cannot change the answer. @param {number} status */
function isFinal(status) {
  return status < 500 && ![401, 408, 425, 429].includes(status);
}

/** A line about it for the person who gave it. @param {Sending} sending */
export function fateInWords(sending) {
  switch (sending.fate) {
    case 'sending':
      return `${sending.words}: sending…`;
    case 'unknown':
      return `${sending.words}: no answer yet, still trying (${sending.tries}). ${sending.said ?? ''}`;
    case 'done':
      return `${sending.words}: done`;
    default:
      return `${sending.words}: refused. ${sending.said ?? ''}`;
  }
}
