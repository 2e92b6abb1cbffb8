// @ts-check
/** An offer: who it is, until when an answer is due, and the three answers. */
import { html, nothing } from 'lit-html';
import { act, fateView, isBusy } from '../care/acts.js';
import { closeForm, formView, opener } from '../care/form.js';
import { isLate, leftWords, nameOf } from '../care/patient.js';
import { keyOf } from '../care/state.js';
import { shortClock } from '../shared/format.js';
import { dayAndClock } from '../shared/history.js';
import { serverNow } from '../shared/server-clock.js';
import { REFERRAL_REFUSALS } from '../shared/words.js';
import { headView, moreView } from './person.js';

const HOUR_MILLIS = 3_600_000;
const WITHIN_HOURS = [1, 2, 4, 8, 24, 48];

/** @returns {Record<string, string>} hours to words */
function attendOptions() {
  return Object.fromEntries(WITHIN_HOURS.map((hours) => [String(hours), `within ${hours} ${hours === 1 ? 'hour' : 'hours'} (by ${dayAndClock(new Date(serverNow() + hours * HOUR_MILLIS).toISOString())})`]));
}

/** @param {import('./own.js').Own} own @param {any} answer @param {string} words */
async function reply({ entry, referral }, answer, words) {
  if (await act('AnswerReferral', { patient: entry.care.id, referral: referral.number, answer }, `${words} ${nameOf(entry)}`)) {
    closeForm();
  }
}

/** @param {import('./own.js').Own} own */
export function offerView(own) {
  const { entry, referral } = own;
  const key = keyOf(entry.care.id);
  const late = isLate(referral.dueAt);
  const busy = isBusy(key);
  const accept = `accept ${key}`;
  const decline = `decline ${key}`;
  return html`<article class="card offer ${late ? 'late' : ''}" data-patient=${key}>
    <p class="due ${late ? 'late-word' : ''}"><b class="num">${leftWords(referral.dueAt)}</b> to answer, by ${shortClock(referral.dueAt)}
      ${referral.state === 'INTERIM' ? html` · <b>you look at it</b>` : nothing}</p>
    ${headView(entry)}
    <div class="buttons" role="group" aria-label="Answer">
      ${opener(accept, 'Accept', { primary: true, disabled: busy })}
      ${referral.state === 'OFFERED'
        ? html`<button type="button" ?disabled=${busy} @click=${() => reply(own, { kind: 'INTERIM' }, 'Look at')}>We look at it</button>`
        : nothing}
      ${opener(decline, 'Decline', { disabled: busy })}
    </div>
    ${formView({
      id: accept, title: `You take ${nameOf(entry)} on. By when will somebody be there?`, button: 'Accept',
      fields: [{ name: 'hours', label: 'Attend', kind: 'choice', options: attendOptions(), begin: '2', required: 'Choose a time.' }],
      send: ({ hours }) => reply(own, { kind: 'ACCEPTED', attendBy: new Date(serverNow() + Number(hours) * HOUR_MILLIS).toISOString() }, 'Accept'),
    })}
    ${formView({
      id: decline, title: 'Decline: the next service is asked at once, or the hub', button: 'Decline', warns: true,
      fields: [{ name: 'reason', label: 'Why', kind: 'choice', options: REFERRAL_REFUSALS, required: 'Choose a reason.' }],
      send: ({ reason }) => reply(own, { kind: 'REFUSED', reason }, 'Decline'),
    })}
    ${fateView(key)}
    ${moreView(entry)}
  </article>`;
}
