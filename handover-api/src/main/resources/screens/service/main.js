// @ts-check
/** The page of a community team: offers to answer in time, and accepted patients until seen. */
import { html, nothing } from 'lit-html';
import { startPage } from '../care/page.js';
import { capacityView, roomView } from '../care/capacity.js';
import { keepSounding, soundButton } from '../care/sounding.js';
import { acceptedView, attendedView } from './visits.js';
import { offerView } from './offers.js';
import { listOwn } from './own.js';

function view() {
  const offers = listOwn('OFFERED', 'INTERIM');
  const accepted = listOwn('ACCEPTED', 'NOT_ATTENDED');
  const attended = listOwn('ATTENDED');
  return html`${roomView(false)}<div class="columns">
    <section class="offers" aria-labelledby="offers-title">
      <h2 id="offers-title">Offers to answer <b class="count">${offers.length}</b></h2>
      ${offers.length ? offers.map(offerView) : html`<p class="empty">No offer waits for you.</p>`}
    </section>
    <section class="accepted" aria-labelledby="accepted-title">
      <h2 id="accepted-title">Accepted, to be seen <b class="count">${accepted.length}</b></h2>
      ${accepted.length ? accepted.map(acceptedView) : html`<p class="empty">No accepted patient waits for a visit.</p>`}
      ${attended.length ? html`<h2>Seen</h2><ul>${attended.map(attendedView)}</ul>` : nothing}
    </section>
  </div>`;
}

startPage({
  role: 'service',
  word: 'offers',
  view,
  tools: () => html`${capacityView()} ${soundButton()}`,
  alerts: () => html`<p class="unseen" role="alert">${listOwn('OFFERED').length ? `${listOwn('OFFERED').length} offers to answer` : ''}</p>`,
  tick: () => keepSounding(listOwn('OFFERED').length > 0, 'test'),
});
