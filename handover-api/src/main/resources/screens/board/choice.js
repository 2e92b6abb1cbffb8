// @ts-check
/** One question at a time, answered by one key: a list in the pane, never a dialog. */
import { html } from 'lit-html';
import { changed } from './store.js';

/**
 * @typedef {object} Option
 * @property {string} key
 * @property {string} words
 * @property {() => void} run
 */

/** @type {{title: string, where: 'pane' | 'units', options: Option[]} | undefined} */
let choice;

/** @param {string} title @param {'pane' | 'units'} where @param {Option[]} options */
export function ask(title, where, options) {
  choice = { title, where, options };
  changed('pane', 'units');
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('choice')?.scrollIntoView({ block: 'nearest' })));
}

export function dropChoice() {
  const had = choice !== undefined;
  choice = undefined;
  changed('pane', 'units');
  return had;
}

/** @param {string} key @returns {boolean} whether the key was an answer */
export function answer(key) {
  const option = choice?.options.find((it) => it.key === key.toLowerCase());
  if (!option) {
    return false;
  }
  dropChoice();
  option.run();
  return true;
}

export function isAsking() {
  return choice !== undefined;
}

/**
 * Options from a table of codes; the first free letter of its words is an option's key.
 * @param {Record<string, string>} table
 * @param {(code: string) => void} run
 * @returns {Option[]}
 */
export function optionsOf(table, run) {
  const taken = new Set();
  return Object.entries(table).map(([code, words]) => {
    const key = [...words.toLowerCase()].find((it) => /[a-z]/.test(it) && !taken.has(it)) ?? '';
    taken.add(key);
    return { key, words, run: () => run(code) };
  });
}

/** @param {'pane' | 'units'} where */
export function choiceView(where) {
  if (choice?.where !== where) {
    return '';
  }
  return html`<section class="choice" id="choice" aria-label="Reason" role="group">
    <h3>${choice.title}</h3>
    <div class="options">
      ${choice.options.map(
        (it) => html`<button type="button" data-key=${it.key} @click=${() => answer(it.key)}>
          <kbd>${it.key}</kbd> ${it.words}
        </button>`,
      )}
      <button type="button" class="quiet" @click=${dropChoice}><kbd>Esc</kbd> leave it</button>
    </div>
  </section>`;
}
