// @ts-check
/** What the hub can do for a patient: own, decide with the crew, ask services, report what was told by telephone. */
import { html, nothing } from 'lit-html';
import { isBusy } from '../care/acts.js';
import { formView, opener } from '../care/form.js';
import { nameOf } from '../care/patient.js';
import { keyOf, named, state } from '../care/state.js';
import { CHOICE_REASONS, REFERRAL_REFUSALS } from '../shared/words.js';
import { give, optionsOf } from './giving.js';
import { backView } from './handing-back.js';

const ANSWER_OPTIONS = { 300: '5 minutes', 600: '10 minutes', 900: '15 minutes', 1800: '30 minutes' };
const TAKERS = { TREAT_AT_SCENE: 'See and treat: stays at home', COMMUNITY: 'Refer to a community service', ACUTE: 'Convey to a hospital' };

/** @param {any} entry @param {boolean} busy */
function ownView(entry, busy) {
  const mine = entry.care.arrangements.owner === `user:${state.session.user}`;
  return mine
    ? nothing
    : html`<button type="button" id="own" ?disabled=${busy} @click=${() => give('TakeOwnership', { patient: entry.care.id }, `Take ${nameOf(entry)} on for the hub`)}>Take ownership</button>`;
}

/** @param {any} entry @param {Record<string, string>} values */
function decide(entry, { disposition, service, hospital, reason }) {
  const destination = disposition === 'COMMUNITY' ? service : disposition === 'ACUTE' ? hospital : '';
  return give('ChooseDisposition', {
    patient: entry.care.id,
    choice: { disposition, ...(destination && { destination }), reason },
    saw: entry.care.version,
  }, `Care of ${nameOf(entry)}: ${TAKERS[/** @type {keyof typeof TAKERS} */ (disposition)]}`);
}

/** Only what is recorded as agreed can be the reason. @param {any} entry @returns {Record<string, string>} */
function reasonsFor(entry) {
  const reasons = { ...CHOICE_REASONS };
  if (entry.care.agreement?.state !== 'AGREED') {
    delete reasons.HUB_AGREED;
  }
  return reasons;
}

/** @param {any} entry @param {string} form @returns {import('../care/form.js').Form} */
function deciding(entry, form) {
  const agreed = entry.care.agreement?.state === 'AGREED' ? entry.care.agreement.outcome : undefined;
  return {
    id: form, title: 'Where care happens; what the crew agreed to is recorded first, above', button: 'Choose',
    fields: [
      { name: 'disposition', label: 'Care', kind: 'choice', options: TAKERS, begin: agreed?.disposition ?? '', required: 'Choose where care happens.' },
      { name: 'service', label: 'Service', kind: 'choice', options: optionsOf('SERVICE'), begin: agreed?.service ?? '', when: ({ disposition }) => disposition === 'COMMUNITY', required: 'Choose a service.' },
      { name: 'hospital', label: 'Hospital', kind: 'choice', options: optionsOf('HOSPITAL'), begin: agreed?.service ?? '', when: ({ disposition }) => disposition === 'ACUTE', required: 'Choose a hospital.' },
      { name: 'reason', label: 'Why', kind: 'choice', options: reasonsFor(entry), begin: agreed ? 'HUB_AGREED' : '', required: 'Choose a reason.' },
    ],
    send: (values) => void decide(entry, values),
  };
}

/** @param {any} entry @param {Record<string, string>} values */
function offer(entry, { first, second, third, seconds, summary, asked }) {
  const services = [...new Set([first, second, third].filter(Boolean))];
  return give('OfferReferral', {
    patient: entry.care.id, services, answerSeconds: Number(seconds),
    words: { summary, ...(asked && { asked }), author: state.session.user },
  }, `Ask ${services.map(named).join(', then ')} to take ${nameOf(entry)} on`);
}

/** @param {any} entry @param {string} form @returns {import('../care/form.js').Form} */
function offering(entry, form) {
  const options = optionsOf('SERVICE');
  return {
    id: form, title: 'Ask services in turn: the next is asked when one declines or gives no answer', button: 'Ask',
    fields: [
      { name: 'first', label: 'First', kind: 'choice', options, required: 'Choose a service.' },
      { name: 'second', label: 'Then', kind: 'choice', options },
      { name: 'third', label: 'Then', kind: 'choice', options },
      { name: 'seconds', label: 'Each answers within', kind: 'choice', options: ANSWER_OPTIONS, begin: '600', required: 'Choose a time.' },
      { name: 'summary', label: 'What they need to know', kind: 'text', begin: entry.referral?.summary ?? '', required: 'Say what they need to know.' },
      { name: 'asked', label: 'What is asked of them', kind: 'text', begin: entry.referral?.asked ?? '' },
    ],
    send: (values) => void offer(entry, values),
  };
}

/** @param {any} entry @param {any} referral @param {Record<string, string>} values */
function told(entry, referral, { said, reason }) {
  const { id } = entry.care;
  const who = named(referral.service);
  if (said === 'ATTENDED' || said === 'NOT_ATTENDED') {
    return give('ReportAttendance', { patient: id, referral: referral.number, attended: said === 'ATTENDED' }, `${who}: ${said === 'ATTENDED' ? 'has been there' : 'visit did not happen'}`);
  }
  if (said === 'CANCEL') {
    return give('CancelReferral', { patient: id, referral: referral.number }, `Take back the offer to ${who}`);
  }
  const answer = said === 'REFUSED' ? { kind: said, reason } : { kind: said };
  return give('AnswerReferral', { patient: id, referral: referral.number, answer }, `${who}: ${said === 'REFUSED' ? 'declined' : 'accepted'} by telephone`);
}

/** What can be true of an offer in that state. @type {Record<string, Record<string, string>>} */
const SAID = {
  OFFERED: { ACCEPTED: 'They accept', REFUSED: 'They decline', CANCEL: 'We take the offer back' },
  INTERIM: { ACCEPTED: 'They accept', REFUSED: 'They decline', CANCEL: 'We take the offer back' },
  ACCEPTED: { ATTENDED: 'They have seen the patient', NOT_ATTENDED: 'The visit did not happen', CANCEL: 'We take the offer back' },
  NOT_ATTENDED: { ATTENDED: 'They have seen the patient after all', CANCEL: 'We take the offer back' },
  REFUSED: { CANCEL: 'Settled without a service' },
  EXPIRED: { CANCEL: 'Settled without a service' },
};

/** After these others may be asked. */
const AGAIN = ['NOT_ATTENDED', 'REFUSED', 'EXPIRED'];

/** @param {any} entry @param {any} referral @param {string} form @returns {import('../care/form.js').Form} */
function telling(entry, referral, form) {
  const said = SAID[referral.state];
  return {
    id: form, title: `By telephone with ${named(referral.service)}`, button: 'Record it',
    fields: [
      { name: 'said', label: 'What holds', kind: 'choice', options: said, required: 'Choose what holds.' },
      ...('REFUSED' in said ? [/** @type {import('../care/form.js').Field} */ ({ name: 'reason', label: 'Why', kind: 'choice', options: REFERRAL_REFUSALS, when: (values) => values.said === 'REFUSED', required: 'Choose a reason.' })] : []),
    ],
    send: (values) => void told(entry, referral, values),
  };
}

/** @param {any} entry */
export function actsView(entry) {
  const { care } = entry;
  const key = keyOf(care.id);
  const busy = isBusy(key);
  const last = care.arrangements.referrals.at(-1);
  const open = last && last.state in SAID;
  const mayDecide = entry.incident && !care.arrangements.handover && (entry.incident.units ?? []).length > 0;
  const mayOffer = care.choice?.disposition === 'COMMUNITY' && (!open || AGAIN.includes(last.state));
  const [decideId, offerId, tellId] = ['decide', 'offer', 'tell'].map((it) => `${it} ${key}`);
  return html`<div class="acts"><div class="buttons" role="group" aria-label="What the hub can do">
      ${mayOffer ? opener(offerId, 'Ask services', { primary: true, disabled: busy }) : nothing}
      ${mayDecide ? opener(decideId, 'Decide with the crew', { primary: !mayOffer, disabled: busy }) : nothing}
      ${open ? opener(tellId, 'Told by telephone', { disabled: busy }) : nothing}
      ${ownView(entry, busy)}
    </div>
    ${mayOffer ? formView(offering(entry, offerId)) : nothing}
    ${mayDecide ? formView(deciding(entry, decideId)) : nothing}
    ${open ? formView(telling(entry, last, tellId)) : nothing}
    ${backView(entry)}</div>`;
}
