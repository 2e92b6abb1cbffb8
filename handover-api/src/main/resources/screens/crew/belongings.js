// @ts-check
/** What a patient should not be without: asked before the crew leaves with them. */
import { html } from 'lit-html';
import { BELONGINGS, BELONGINGS_WHERE } from '../shared/words.js';
import { changeDraft } from './drafts.js';
import { oneOf } from './parts.js';

/** @param {any} it the draft of the handover @param {string} key */
export function belongingsView(it, key) {
  const told = it.belongings ?? {};
  const open = Object.keys(BELONGINGS).filter((item) => !told[item]);
  return html`<section class="card" id="belongings" aria-labelledby="belongings-title"><h2 id="belongings-title">Before you leave the scene</h2>
    <p class=${open.length ? 'hint' : 'note good'} role="status">${open.length ? `${open.length} not asked yet` : 'All asked'}</p>
    ${Object.entries(BELONGINGS).map(([item, words]) => html`<h3>${words}</h3>
      ${oneOf(words, [['', 'Not asked'], ...Object.entries(BELONGINGS_WHERE)], told[item] ?? '', (code) => changeDraft(key, (d) => {
        d.belongings = { ...d.belongings, [item]: code || undefined };
      }))}`)}</section>`;
}

/** As the contract has them; what was not asked is left out. @param {any} it */
export function belongingsOf(it) {
  return Object.entries(it.belongings ?? {}).filter(([, where]) => where).map(([item, where]) => ({ item, where }));
}
