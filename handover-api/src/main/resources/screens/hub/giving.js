// @ts-check
/** A command given from a form, and the choices that forms have. */
import { act } from '../care/acts.js';
import { closeForm } from '../care/form.js';
import { state } from '../care/state.js';
import { listServices } from '../shared/services.js';

/** @param {'HOSPITAL' | 'SERVICE' | 'PRACTICE'} kind @returns {Record<string, string>} */
export function optionsOf(kind) {
  return Object.fromEntries(listServices(state.reference, kind).map((it) => [it.service, it.name]));
}

/** Gives a command and closes the form once it is accepted. @param {string} command @param {any} body @param {string} words */
export async function give(command, body, words) {
  const reply = await act(command, body, words);
  if (reply) {
    closeForm();
  }
  return reply;
}
