// @ts-check
/** The page of an emergency department: who comes, when, how ill; warned, at the door, taken over. */
import { html, nothing } from 'lit-html';
import { capacityView, roomView } from '../care/capacity.js';
import { startPage } from '../care/page.js';
import { keepSounding, soundButton } from '../care/sounding.js';
import { arrivals, received, warnings } from './arrivals.js';
import { arrivalView, receivedView } from './rows.js';
import { warningView } from './warnings.js';

function view() {
  const warned = warnings();
  const coming = arrivals();
  const taken = received();
  return html`
    ${warned.length ? nothing : roomView(true)}
    ${warned.length
      ? html`<section class="warnings" aria-labelledby="warnings-title">
          <h2 id="warnings-title">Pre-alerts to acknowledge <b class="count">${warned.length}</b></h2>
          ${warned.map(warningView)}
        </section>`
      : nothing}
    <section class="arrivals" aria-labelledby="arrivals-title">
      <h2 id="arrivals-title">Coming to us <b class="count">${coming.length}</b></h2>
      ${coming.length
        ? html`<ol>${coming.map(arrivalView)}</ol>`
        : html`<p class="empty">Nobody is on the way to you.</p>`}
    </section>
    ${taken.length
      ? html`<section class="received" aria-labelledby="received-title">
          <h2 id="received-title">Taken over by you</h2>
          <ul>${taken.map(receivedView)}</ul>
        </section>`
      : nothing}
    ${warned.length ? roomView(true) : nothing}`;
}

startPage({
  role: 'hospital',
  word: 'arrivals',
  view,
  tools: () => html`${capacityView()} ${soundButton()}`,
  alerts: () => html`<p class="unseen" id="warning-alert" role="alert">${warnings().length ? `${warnings().length} pre-alerts to acknowledge` : ''}</p>`,
  tick: () => keepSounding(warnings().length > 0, 'c1'),
});
