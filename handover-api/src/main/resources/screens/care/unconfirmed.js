// @ts-check
/** Tables that decided although their review is past: said in words and by shape, and never in the way. */
import { html, nothing } from 'lit-html';
import { TABLES } from '../protocol/words.js';

/** @param {{table: string, version: string, review: string}[] | undefined} unconfirmed */
export function unconfirmedView(unconfirmed) {
  return unconfirmed?.length
    ? html`<p class="note unconfirmed" id="unconfirmed"><span aria-hidden="true">△</span> <b>Unconfirmed:</b>
        ${unconfirmed.map((it) => `${TABLES[it.table] ?? it.table}, version ${it.version}, was to be reviewed by ${it.review}`).join('; ')}. It still counts; if in doubt, call the hub.</p>`
    : nothing;
}
