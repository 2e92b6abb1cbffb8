// @ts-check
/** What happened to an incident, the newest first. */
import { html, nothing } from 'lit-html';
import { named } from '../care/state.js';
import { shortClock } from '../shared/format.js';
import { isOfSeveral, person, sentence } from '../shared/history.js';

/** @param {{history: any[], fault: string} | undefined} known nothing while it is being read */
export function historyView(known) {
  if (!known) {
    return html`<p class="muted">Reading.</p>`;
  }
  const several = isOfSeveral(known.history);
  return html`${known.fault ? html`<p class="fault">The history could not be read. ${known.fault}</p>` : nothing}
    <ol class="history">${[...known.history].reverse().map((it) => html`<li data-event=${it.kind}><span class="num">${shortClock(it.at)}</span>
      <span>${sentence(it, named, several)}</span> <span class="muted">${person(it.actor)}</span></li>`)}</ol>`;
}
