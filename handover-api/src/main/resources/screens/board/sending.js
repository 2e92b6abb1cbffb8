// @ts-check
/** Commands of the board on their way. */
import { Commands } from '../shared/commands.js';
import { changed, state } from './store.js';

export { fateInWords } from '../shared/commands.js';

const commands = new Commands(state, () => changed('footer', 'pane'));

/** The newest first. */
export const sendings = commands.sendings;

/** Those whose fate is not known yet. */
export const listPending = () => commands.listPending();

/**
 * Gives a command and stays with it until its fate is known.
 * @param {string} command
 * @param {any} body
 * @param {string} words
 */
export const give = (command, body, words) => commands.give(command, body, words);

/** @param {(sending: import('../shared/commands.js').Sending, outcome: any) => void} then */
export const resume = (then) => commands.resume(then);
