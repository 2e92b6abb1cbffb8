// @ts-check
/** Who takes the patient on: services asked in turn, or a hospital that is warned. */
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { shortClock } from '../shared/format.js';
import { REFERRAL_STATES } from '../shared/words.js';
import { careOf, isTakenOn } from './care.js';
import { destinationsFor, directoryFor, fitting } from './destinations.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { give } from './outbox.js';
import { oneOf, textField, waitingMark } from './parts.js';
import { atmistText, summaryText } from './prefill.js';
import { changed, state } from './store.js';
import { wayHomeView } from './way-home.js';
import { CLASSES_OF, serviceName } from './words.js';

/** Minutes until the next service is asked. ENGINEERING DEFAULT, needs clinical approval. @type {[string, string][]} */
const ANSWER_MINUTES = [['5', '5 min'], ['10', '10 min'], ['15', '15 min'], ['30', '30 min']];
const SERVICES_MAX = 10;
const RANKED_MAX = 6;
const OPEN_STATES = ['OFFERED', 'INTERIM', 'ACCEPTED', 'NOT_ATTENDED'];
const ATMIST = [
  ['age', 'Age and sex'], ['time', 'Time of injury or first symptom'], ['mechanism', 'Mechanism or complaint'],
  ['injuries', 'Injuries or findings'], ['signs', 'Signs'], ['treatment', 'Treatment so far'],
];

/** @param {string} service */
const named = (service) => serviceName(service, state.reference);

/** @param {any} referral */
function referralView(referral) {
  const open = ['OFFERED', 'INTERIM'].includes(referral.state);
  return html`<li data-referral=${referral.number} data-state=${referral.state}>
    <b>${referral.number}. ${named(referral.service)}</b>
    <span class="state ${referral.state === 'ACCEPTED' ? 'good' : ''}">${REFERRAL_STATES[referral.state] ?? referral.state}</span>
    <span class="muted">${open ? `answer due ${shortClock(referral.dueAt)}` : referral.state === 'ACCEPTED' ? `visit due ${shortClock(referral.dueAt)}` : ''}</span>
  </li>`;
}

/** @param {number} incident @param {import('./care.js').Care} care */
function referralsView(incident, care) {
  const last = care.referrals[care.referrals.length - 1];
  const rest = last?.rest?.services ?? [];
  const asked = care.ahead.OfferReferral;
  if (!last && !asked) {
    return html`<p class="empty">No service has been asked yet.</p>`;
  }
  return html`<ol class="referrals" id="referrals">${care.referrals.map(referralView)}
      ${asked ? html`<li data-state="ASKING"><b>${asked.body.services.map(named).join(', then ')}</b> ${waitingMark(asked.fate === 'waiting')}</li>` : nothing}</ol>
    ${rest.length && ['OFFERED', 'INTERIM'].includes(last.state) ? html`<p class="muted">Then ${rest.map(named).join(', then ')}.</p>` : nothing}
    ${last && OPEN_STATES.includes(last.state) && !care.ahead.CancelReferral
      ? html`<button type="button" id="cancel-referral" @click=${() => give('CancelReferral',
          { patient: { incident, number: care.number }, referral: last.number }, `Take back the referral to ${named(last.service)}`)}>Take it back</button>`
      : nothing}
    ${care.ahead.CancelReferral ? html`<p>Taking it back ${waitingMark(care.ahead.CancelReferral.fate === 'waiting')}</p>` : nothing}
    ${last && ['REFUSED', 'EXPIRED', 'CANCELLED'].includes(last.state) ? html`<p class="note bad" role="status">Nobody has the patient. Ask other services, or speak to the hub.</p>` : nothing}`;
}

/** Who else could be asked, best first. @param {number} incident @param {import('./care.js').Care} care */
function others(incident, care) {
  const version = String(care.entry?.care.assessed?.at ?? '');
  const proposal = care.proposal?.destination;
  const kinds = CLASSES_OF.COMMUNITY.includes(proposal) ? [proposal, ...CLASSES_OF.COMMUNITY.filter((it) => it !== proposal)] : CLASSES_OF.COMMUNITY;
  const ranked = kinds.slice(0, 3).flatMap((kind) => destinationsFor(incident, care.number, kind, version).value?.options ?? []);
  return [...new Set(fitting(ranked, 'COMMUNITY').map((/** @type {any} */ it) => it.service))];
}

/**
 * Each service keeps its own button when the order changes: whoever is about to press one, or has
 * the focus on it, must not find another service under it.
 * @param {string[]} services @param {string} key
 */
function addView(services, key) {
  return html`<div class="one-of">${repeat(services, (service) => service, (service) => html`<button type="button" data-add=${service}
    @click=${() => changeDraft(key, (d) => d.services.push(service))}>+ ${named(service)}</button>`)}</div>`;
}

/** Whoever is not ranked can be asked all the same. @param {string[]} services @param {string} key */
function unrankedView(services, key) {
  return services.length
    ? html`<details class="unranked"><summary>Others of the directory: ${services.length}</summary>
        <p class="hint">Not ranked: closed, full or not fitting as far as is known.</p>${addView(services, key)}</details>`
    : nothing;
}

/** @param {number} incident @param {import('./care.js').Care} care */
function offerDraft(incident, care) {
  const key = draftKey('offer', incident, care.number);
  const it = draftOf(key, () => ({ services: [], minutes: '10', summary: summaryText(incident, care), asked: '' }));
  const chosen = care.choice?.destination;
  if (chosen && it.services.length === 0) {
    it.services = [chosen];
  }
  return { key, it };
}

/** @param {number} incident @param {import('./care.js').Care} care */
function communityView(incident, care) {
  const { key, it } = offerDraft(incident, care);
  const write = (/** @type {string} */ name) => (/** @type {string} */ value) => changeDraft(key, (d) => { d[name] = value; });
  const open = (/** @type {string} */ service) => !it.services.includes(service);
  const ranked = others(incident, care).filter(open).slice(0, RANKED_MAX);
  const rest = directoryFor('COMMUNITY').map((each) => each.service).filter((service) => open(service) && !ranked.includes(service));
  return html`<div class="two"><div><section class="card" aria-labelledby="referrals-title">
      <h2 id="referrals-title">Referral</h2>${referralsView(incident, care)}
      ${isTakenOn(care) ? html`<p class="note good" id="taken-on" role="status">A service has the patient.</p>` : nothing}
    </section>${wayHomeView(care)}</div>
    <section class="card" aria-labelledby="ask-title"><h2 id="ask-title">Ask in this order</h2>
      <ol class="order" id="order">${it.services.map((/** @type {string} */ service, /** @type {number} */ index) => html`<li><b>${index + 1}. ${named(service)}</b>
        <button type="button" @click=${() => changeDraft(key, (d) => d.services.splice(index, 1))} aria-label=${`Leave out ${named(service)}`}>Leave out</button></li>`)}</ol>
      ${it.services.length < SERVICES_MAX ? html`<h3>Then</h3>${addView(ranked, key)} ${unrankedView(rest, key)}` : nothing}
      <h3>Time to answer, then the next is asked</h3>
      ${oneOf('Time to answer', ANSWER_MINUTES, it.minutes, write('minutes'))}
      ${textField('offer-summary', 'What the service has to know', it.summary, write('summary'), 4)}
      ${textField('offer-asked', 'What it is asked to do', it.asked, write('asked'), 2)}
    </section></div>`;
}

/** @param {import('./care.js').Care} care */
function warnedView(care) {
  const { preAlert, reception } = care;
  const ahead = care.ahead.SendPreAlert;
  if (ahead) {
    return html`<p id="pre-alert">Pre-alert ${waitingMark(ahead.fate === 'waiting')}${ahead.fate === 'sent' ? 'sent' : ''}</p>`;
  }
  if (!preAlert) {
    return html`<p class="empty" id="pre-alert">The hospital has not been warned.</p>`;
  }
  return html`<p id="pre-alert" class=${preAlert.acknowledgedBy ? 'note good' : 'note'} role="status">${named(preAlert.destination)} warned at ${shortClock(preAlert.sentAt)}.
      ${preAlert.acknowledgedBy ? html`<b>Ready: bay ${preAlert.bay}</b>, acknowledged by ${String(preAlert.acknowledgedBy).replace(/^user:/, '')}.` : html`<b>Not acknowledged yet.</b>`}</p>
    ${reception || ahead ? nothing : html`<button type="button" id="cancel-pre-alert" ?disabled=${Boolean(care.ahead.CancelPreAlert)} @click=${() => give('CancelPreAlert',
      { patient: care.entry.care.id }, `Call the pre-alert to ${named(preAlert.destination)} off`)}>${care.ahead.CancelPreAlert ? html`Calling it off ${waitingMark(care.ahead.CancelPreAlert.fate === 'waiting')}` : 'Call the pre-alert off'}</button>`}
    ${reception ? html`<p class="note good">Taken over by ${String(reception.by ?? '').replace(/^user:/, '') || 'the hospital'}.</p>` : nothing}`;
}

/** @param {number} incident @param {import('./care.js').Care} care */
function atmistDraft(incident, care) {
  const key = draftKey('atmist', incident, care.number);
  return { key, it: draftOf(key, () => atmistText(incident, care)) };
}

/** @param {number} incident @param {import('./care.js').Care} care */
function acuteView(incident, care) {
  const { key, it } = atmistDraft(incident, care);
  return html`<div class="two"><div><section class="card" aria-labelledby="warned-title">
      <h2 id="warned-title">${named(care.choice.destination)}</h2>${warnedView(care)}
    </section>${wayHomeView(care)}</div>
    <section class="card" aria-labelledby="atmist-title"><h2 id="atmist-title">Pre-alert (ATMIST)</h2>
      ${ATMIST.map(([name, label]) => textField(`atmist-${name}`, label, it[name], (value) => changeDraft(key, (d) => { d[name] = value; }), name === 'age' || name === 'time' ? 1 : 2))}
    </section></div>`;
}

/** @param {number} incident */
export function arrangePage(incident) {
  const care = careOf(incident, state.patient);
  switch (care.choice?.disposition) {
    case 'COMMUNITY':
      return communityView(incident, care);
    case 'ACUTE':
      return acuteView(incident, care);
    default:
      return html`<section class="card"><h2>Nothing to arrange</h2>
        <p class="empty">${care.choice ? 'The patient stays at home: sign the handover.' : 'Choose first where care happens.'}</p></section>`;
  }
}

/** @param {Record<string, string>} texts */
function filled(texts) {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text?.trim()));
}

/** @param {number} incident */
export function arrangeAction(incident) {
  const care = careOf(incident, state.patient);
  const patient = { incident, number: care.number };
  if (care.choice?.disposition === 'ACUTE') {
    const { it } = atmistDraft(incident, care);
    const again = Boolean(care.preAlert || care.ahead.SendPreAlert);
    return {
      again,
      words: again ? 'Send the pre-alert again' : 'Send pre-alert',
      act: () => give('SendPreAlert', { patient, words: filled(it) }, `Pre-alert to ${named(care.choice.destination)}`),
    };
  }
  if (care.choice?.disposition !== 'COMMUNITY') {
    return undefined;
  }
  const last = care.referrals[care.referrals.length - 1];
  if (care.ahead.OfferReferral || (last && ['OFFERED', 'INTERIM', 'ACCEPTED'].includes(last.state))) {
    return undefined;
  }
  const { it } = offerDraft(incident, care);
  return it.services.length
    ? {
        words: `Ask ${named(it.services[0])}`,
        act: async () => {
          await give('OfferReferral', {
            patient, services: it.services, answerSeconds: Number(it.minutes) * 60, words: filled({ summary: it.summary, asked: it.asked }),
          }, `Ask ${it.services.map(named).join(', then ')}`);
          changed();
        },
      }
    : { words: 'Choose a service to ask', why: 'lacks' };
}
