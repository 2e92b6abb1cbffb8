// @ts-check
/** What a person of a practice, hospital, service or the hub has done, and what became of it. */
import { html, nothing } from 'lit-html';
import { Commands, fateInWords } from '../shared/commands.js';
import { changed } from '../shared/painting.js';
import { expectNews, keyOf, state, whyNotDeciding } from './state.js';

const commands = new Commands(state, changed);

/** Why the last act was not even sent. */
let unsent = '';

/**
 * Gives a command about a patient unless it is on its way already.
 * @param {string} command
 * @param {any} body
 * @param {string} words
 * @returns {Promise<{sequence: number} | undefined>} the reply where it was accepted
 */
export async function act(command, body, words) {
  unsent = '';
  if (whyNotDeciding()) {
    return notSent(`${words}: not sent. ${whyNotDeciding()}`);
  }
  if (commands.listPending().some((it) => it.command === command && aboutOf(it.body) === aboutOf(body))) {
    return notSent(`${words}: is on its way already.`);
  }
  const outcome = await commands.give(command, body, words);
  if (outcome.reply) {
    expectNews(outcome.reply.sequence);
  }
  changed();
  return outcome.reply;
}

/** @param {string} words */
function notSent(words) {
  unsent = words;
  changed();
  return undefined;
}

/** @param {any} body */
function aboutOf(body) {
  return body.patient ? keyOf(body.patient) : String(body.incident);
}

export function resumeActs() {
  commands.resume((_, outcome) => outcome.reply && expectNews(outcome.reply.sequence));
}

/** Whether something about the patient is on its way. @param {string} key */
export function isBusy(key) {
  return commands.listPending().some((it) => aboutOf(it.body) === key);
}

/** What became of the last act about a patient, where the person looks. @param {string} key */
export function fateView(key) {
  const last = commands.sendings.find((it) => aboutOf(it.body) === key);
  return last && last.fate !== 'done'
    ? html`<p class="fate" data-fate=${last.fate} role="status">${fateInWords(last)}</p>`
    : nothing;
}

/** What became of the last act of all, at the foot of the page. */
export function lastActView() {
  const last = commands.sendings[0];
  const words = unsent || (last ? fateInWords(last) : 'Nothing sent from this page yet.');
  const fate = unsent ? 'refused' : (last?.fate ?? 'none');
  return html`<p id="last-action" data-fate=${fate} role="status">${words}</p>`;
}
