// @ts-check
/** The way back to the practice: signed here, delivered by the server. */
import { html, nothing } from 'lit-html';
import { shortClock } from '../shared/format.js';
import { HANDOVER_STATES, ROUTES } from '../shared/words.js';
import { belongingsOf, belongingsView } from './belongings.js';
import { careOf, isSigned } from './care.js';
import { keep } from './database.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { medicinesView } from './medicines.js';
import { give } from './outbox.js';
import { askedOf, followUpView, termsOf } from './follow-up.js';
import { approvalNote, textField, waitingMark } from './parts.js';
import { summaryText } from './prefill.js';
import { practiceOf, reasonOf, routeView } from './route.js';
import { changed, state } from './store.js';
import { madeOffers, offersView } from './wellbeing.js';
import { serviceName } from './words.js';

/** Who signs, remembered on the tablet; whoever has a signature at the server signs by it. */
export const author = { name: '' };
const SIGNATURE = /^[^,]+, [^,]+, (HCPC|NMC|GMC) [0-9A-Z]+$/;

const signature = () => state.session?.signature || author.name.trim();

function authorView() {
  return state.session?.signature
    ? html`<p class="field" id="signed-by">Signed by <b>${state.session.signature}</b></p>`
    : textField('author', 'Signed by: name, role, registration (as in: Alex Sample, Paramedic, HCPC PA000001)', author.name, (value) => {
        author.name = value;
        keep('author', value);
        changed();
      }, 1);
}

/** @param {number} incident @param {import('./care.js').Care} care */
function signDraft(incident, care) {
  const key = draftKey('handover', incident, care.number);
  const it = draftOf(key, () => /** @type {any} */ ({ practice: undefined, summary: summaryText(incident, care), treatment: '', advice: '' }));
  return { key, it };
}

/** @param {import('./care.js').Care} care */
function signedView(care) {
  const ahead = care.ahead.SignHandover;
  return html`<section class="card" aria-labelledby="signed-title"><h2 id="signed-title">Handover</h2>
    ${ahead
      ? html`<p id="handover-state" class="note">Signed ${shortClock(ahead.at)} ${waitingMark(ahead.fate === 'waiting')}</p>`
      : html`<p id="handover-state" class="note" data-state=${care.handover.state} role="status"><b>${HANDOVER_STATES[care.handover.state] ?? care.handover.state}</b> since ${shortClock(care.handover.since)}${
          care.handover.terms.practice ? `, ${serviceName(care.handover.terms.practice, state.reference)}` : care.handover.terms.route ? '' : ', practice not known: the hub finds it'}${
          care.handover.terms.route ? html`<br />${ROUTES[care.handover.terms.route]}` : nothing}</p>`}
  </section>`;
}

/** @param {number} incident */
export function handoverPage(incident) {
  const care = careOf(incident, state.patient);
  if (isSigned(care)) {
    return signedView(care);
  }
  const { key, it } = signDraft(incident, care);
  const write = (/** @type {string} */ name) => (/** @type {any} */ value) => changeDraft(key, (d) => { d[name] = value; });
  return html`<div class="two"><section class="card" aria-labelledby="terms-title">
      <h2 id="terms-title">To the practice</h2>
      ${followUpView(it, care, write, textField('asked', 'What the practice is asked to do', askedOf(it, care), write('asked'), 3))}
      ${routeView(it, care, write, termsOf(it, care).kind === 'ACTION_REQUESTED')}
      ${authorView()}
      ${approvalNote()}
    </section>
    <div>${care.choice?.disposition === 'ACUTE' ? belongingsView(it, key) : nothing}
    <section class="card" aria-labelledby="words-title"><h2 id="words-title">What happened</h2>
      ${textField('summary', 'Found and decided', it.summary, write('summary'), 5)}
      ${textField('treatment', 'Done and given', it.treatment, write('treatment'), 3)}
      ${textField('advice', 'Advice and safety net: when to call again', it.advice, write('advice'), 3)}
    </section>
    ${medicinesView(it, key)}
    ${offersView(care, it, key)}</div></div>`;
}

/** @param {any} it @param {import('./care.js').Care} care */
function lacks(it, care) {
  if (!care.choice) {
    return 'Choose first where care happens';
  }
  if (!it.summary.trim()) {
    return 'Write what was found and decided';
  }
  if (!it.advice.trim() && care.choice.disposition !== 'ACUTE') {
    return 'Write the advice and safety net';
  }
  if (termsOf(it, care).kind === 'ACTION_REQUESTED' && !askedOf(it, care).trim()) {
    return 'Write what the practice is asked to do';
  }
  return SIGNATURE.test(signature()) ? '' : 'Write who signs: name, role, registration';
}

/** @param {number} incident */
export function handoverAction(incident) {
  const care = careOf(incident, state.patient);
  if (isSigned(care)) {
    return undefined;
  }
  const { it } = signDraft(incident, care);
  const why = lacks(it, care);
  if (why) {
    return { words: why, why: 'lacks' };
  }
  const practice = practiceOf(it, care);
  return {
    words: 'Sign handover',
    act: async () => {
      const { kind, due, callBack } = termsOf(it, care);
      const action = kind === 'ACTION_REQUESTED';
      const terms = {
        kind,
        ...(practice && { practice }),
        ...(it.route && { route: it.route }),
        ...(action && { reason: reasonOf(it, care), dueAt: new Date(Date.now() + Number(due) * 3_600_000).toISOString() }),
      };
      const offers = madeOffers(care, it);
      const aftercare = offers.length || callBack !== undefined ? { offers, ...(callBack !== undefined && { callBack }) } : undefined;
      const texts = { summary: it.summary, treatment: it.treatment, advice: it.advice, asked: action ? askedOf(it, care) : '', author: signature() };
      const belongings = care.choice?.disposition === 'ACUTE' ? belongingsOf(it) : [];
      const words = {
        ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim())),
        ...(aftercare && { aftercare }),
        ...(it.medicines?.length && { medicines: it.medicines }),
        ...(belongings.length && { belongings }),
      };
      await give('SignHandover', { patient: { incident, number: care.number }, terms, words }, `Sign the handover of patient ${care.number}, job ${incident}`);
      state.page = 'job';
      changed();
    },
  };
}
