// @ts-check
/** Where care happens: the proposal, three outcomes, destinations, and a reason where it differs. */
import { html, nothing } from 'lit-html';
import { handoverWords, minutesOf, passedWords } from '../shared/destination-words.js';
import { shortClock } from '../shared/format.js';
import { CHOICE_REASONS } from '../shared/words.js';
import { careOf, isDeciding, isSigned, sawOf } from './care.js';
import { decisionView } from './decision.js';
import { destinationsFor, directoryFor, fitting } from './destinations.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { agreedOf, hubView } from './hub.js';
import { give } from './outbox.js';
import { approvalNote, oneOf, threeWay, waitingMark } from './parts.js';
import { asksWhetherInLine, isAgainstPlan, isAlongWithPlan } from './plan-line.js';
import { changed, state } from './store.js';
import { wayHomeView } from './way-home.js';
import { CLASSES_OF, DESTINATION_CLASSES, destinationReason, LEVEL_DISPOSITIONS, OUTCOMES, serviceName } from './words.js';

/** That the hub has agreed is no word of the crew's: it is recorded, and then no reason is owed. */
const REASONS = Object.entries(CHOICE_REASONS).filter(([code]) => code !== 'HUB_AGREED');

/** @param {number} incident */
function draftAt(incident) {
  const key = draftKey('choice', incident, state.patient);
  return { key, it: draftOf(key, () => ({ disposition: undefined, kind: undefined, destination: undefined, reason: undefined, wanted: undefined })) };
}

/** What the tables propose, where they have spoken of the latest assessment. @param {import('./care.js').Care} care */
function proposed(care) {
  return care.proposal && !isDeciding(care) ? LEVEL_DISPOSITIONS[care.proposal.level] : undefined;
}

/** Whether a reason is owed: the same rule as the server's. @param {import('./care.js').Care} care @param {string | undefined} disposition */
function differs(care, disposition) {
  if (disposition !== undefined && agreedOf(care)?.outcome.disposition === disposition) {
    return false;
  }
  const same = proposed(care) === disposition && (!care.proposal?.hubFirst || disposition === 'ACUTE');
  return disposition !== undefined && !same;
}

/** @param {import('./care.js').Care} care @param {string} disposition */
function usualKind(care, disposition) {
  const classes = CLASSES_OF[disposition] ?? [];
  const asked = proposed(care) === disposition ? care.proposal.destination : undefined;
  return asked && (classes.includes(asked) ? asked : disposition === 'ACUTE' ? 'EMERGENCY_DEPARTMENT' : classes[0]) || classes[0];
}

/** Minutes until the crew is clear again, and of what they are made. @param {any} option */
function clearView(option) {
  const parts = [
    option.mode === 'BLUE_LIGHT' ? 'blue lights' : 'normal driving',
    ...(option.handover ? [handoverWords(option.handover)] : []),
    ...(option.clearMillis === undefined ? [] : [`clear in ${minutesOf(option.clearMillis / 1000)}`]),
  ];
  return html`<span class="clear">${parts.join(' · ')}</span>`;
}

/** @param {any} option @param {boolean} chosen @param {() => void} choose */
function optionView(option, chosen, choose) {
  const passes = option.passes ?? [];
  // What is passed is said by name; the bare minutes would say it twice.
  const reasons = (option.reasons ?? []).filter((/** @type {any} */ it) => !(passes.length && it.code === 'BYPASSES_NEARER'));
  return html`<li><button type="button" class="option" aria-pressed=${chosen} data-destination=${option.service} @click=${choose}>
    <b>${option.name ?? serviceName(option.service, state.reference)}</b>
    ${option.driveMillis === undefined ? nothing : html`<span class="drive">${Math.round(option.driveMillis / 60_000)} min</span>${clearView(option)}`}
    <span class="why">${[...passes.map(passedWords), ...reasons.map(destinationReason)].join(', ')}</span>
  </button></li>`;
}

/** Whether queues have a say, and who has said so. @param {any} found */
function levellingView(found) {
  const levelling = found?.levelling;
  return levelling?.on
    ? html`<p class="note" id="levelling" role="status">Load-levelling is on since ${shortClock(levelling.said.at)}: ${levelling.reason}.
        ${found.levelled ? 'Queues count in this order.' : 'Not for this patient: minutes count, so the order is by drive.'}</p>`
    : nothing;
}

/** Stays as the crew has left it when the list is read again. */
let othersOpen = false;

/** Why something that was wanted could not be had, as those are told who pay for services. @type {Record<string, string>} */
const WANTED_WHY = {
  CLOSED: 'CLOSED', CLOSED_ON_ARRIVAL: 'CLOSED', LAST_REFERRAL_PAST: 'CLOSED', FULL: 'FULL', PAUSED: 'FULL', CAPACITY_PAUSED: 'FULL', ADVICE_ONLY: 'FULL', NO_MORE_TODAY: 'FULL',
};

/** @param {any} rejected @param {any} it @param {string} key */
function wantedView(rejected, it, key) {
  const why = WANTED_WHY[rejected.reason.code];
  const pressed = it.wanted?.service === rejected.service;
  return why
    ? html`<button type="button" data-wanted=${rejected.service} aria-pressed=${pressed} @click=${() => changeDraft(key, (d) => {
        d.wanted = pressed ? undefined : { service: rejected.service, why };
      })}>We wanted this one</button>`
    : nothing;
}

/** Goes along with whatever is chosen instead, so it is seen until then. @param {any} it @param {string} key */
function wantedNote(it, key) {
  return it.wanted
    ? html`<p class="note" id="wanted" role="status">You wanted ${serviceName(it.wanted.service, state.reference)}, which is ${it.wanted.why === 'FULL' ? 'full' : 'closed'}. This goes with your choice.
        <button type="button" @click=${() => changeDraft(key, (d) => { d.wanted = undefined; })}>Take back</button></p>`
    : nothing;
}

/** @param {any[]} rejected @param {any} it @param {string} key */
function rejectedView(rejected, it, key) {
  const telling = rejected.filter((each) => each.reason.code !== 'LACKS_NEED');
  return telling.length
    ? html`<details class="rejected" .open=${othersOpen} @toggle=${(/** @type {any} */ event) => { othersOpen = event.target.open; }}><summary>Why not others: ${telling.length}</summary>
        <ul>${telling.map((each) => html`<li><b>${serviceName(each.service, state.reference)}</b>: ${destinationReason(each.reason)} ${wantedView(each, it, key)}</li>`)}</ul>
        <p class="hint">What you wanted and could not have is counted for those who pay for services. It changes nothing for this patient.</p></details>`
    : nothing;
}

/** @param {number} incident @param {import('./care.js').Care} care @param {string} key @param {any} it */
function destinationsView(incident, care, key, it) {
  const kind = it.kind ?? usualKind(care, it.disposition);
  const found = destinationsFor(incident, care.number, kind, String(care.entry?.care.assessed?.at ?? ''));
  const options = found.value ? fitting(found.value.options, it.disposition) : found.fault ? directoryFor(it.disposition) : [];
  const pick = (/** @type {string} */ service) => changeDraft(key, (d) => { d.destination = service; });
  return html`<h3>To whom: ${DESTINATION_CLASSES[kind].toLowerCase()}</h3>
    <details class="kinds"><summary>Another kind of place</summary>${oneOf('Kind of place', CLASSES_OF[it.disposition].map((each) => [each, DESTINATION_CLASSES[each]]), kind, (code) => changeDraft(key, (d) => {
      d.kind = code;
      d.destination = undefined;
    }))}</details>
    ${found.fault ? html`<p class="note old" role="status">${found.value
      ? `As ranked at ${shortClock(new Date(/** @type {any} */ (found).readAt ?? 0).toISOString())}. ${found.fault}`
      : `No drive times and no opening hours: the directory as it stands, in no order. ${found.fault}`}</p>` : nothing}
    ${!found.value && !found.fault ? html`<p class="empty">Drive times are being asked for.</p>` : nothing}
    ${found.value && options.length === 0 ? html`<p class="note bad">None can take the patient now. Call the hub by voice, or choose another kind of place.</p>` : nothing}
    ${levellingView(found.value)}
    <ul class="options" id="destinations">${options.map((/** @type {any} */ option) => optionView(option, it.destination === option.service, () => pick(option.service)))}</ul>
    ${rejectedView(found.value?.rejected ?? [], it, key)}`;
}

/** @param {import('./care.js').Care} care */
function chosenView(care) {
  if (!care.choice) {
    return nothing;
  }
  const { disposition, destination } = care.choice;
  const blind = care.proposal && !isDeciding(care) && differs(care, disposition);
  return html`<p class="chosen" id="chosen"><b>Chosen: ${OUTCOMES[disposition] ?? disposition}${destination ? `, ${serviceName(destination, state.reference)}` : ''}</b>
    ${waitingMark(care.ahead.ChooseDisposition?.fate === 'waiting')}</p>
    ${blind ? html`<p class="note bad">The tables propose otherwise. Look again whether the choice still stands.</p>` : nothing}`;
}

/** The reason that goes with the choice: chosen, or the plan itself where care goes along with it. @param {import('./care.js').Care} care @param {any} it */
function reasonOf(care, it) {
  const owed = differs(care, it.disposition);
  if (it.reason && (owed || asksWhy(care, it))) {
    return it.reason;
  }
  return owed && isAlongWithPlan(care, it.disposition) ? 'CARE_PLAN' : undefined;
}

/** Whether hospital goes against a plan, so that a reason is asked for and not owed. @param {import('./care.js').Care} care @param {any} it */
function asksWhy(care, it) {
  return isAgainstPlan(care, it.disposition) || (asksWhetherInLine(care, it.disposition) && it.inLine === false);
}

/** @param {import('./care.js').Care} care @param {string} key @param {any} it */
function reasonView(care, key, it) {
  const why = () => html`<div id="reasons-for">${oneOf('Reason', REASONS, it.reason, (code) => changeDraft(key, (d) => { d.reason = code; }))}</div>`;
  const inLine = asksWhetherInLine(care, it.disposition)
    ? threeWay('IN_LINE', 'Is hospital in line with the plans?', it.inLine, (value) => changeDraft(key, (d) => { d.inLine = value; }))
    : nothing;
  if (differs(care, it.disposition)) {
    return isAlongWithPlan(care, it.disposition)
      ? html`<p class="note good" id="along-with-plan">In line with the plan: no reason is asked. “Care plan” is recorded.</p>`
      : html`${inLine}<h3>${care.proposal && !isDeciding(care) ? 'Why other than proposed' : 'Why, while nothing is proposed'}</h3>${why()}`;
  }
  return asksWhy(care, it)
    ? html`${inLine}<h3 id="against-plan">The plan prefers otherwise: why hospital?</h3><p class="hint">Asked for the record. You can go without an answer.</p>${why()}`
    : inLine;
}

/** @param {number} incident */
export function decidePage(incident) {
  const care = careOf(incident, state.patient);
  const { key, it } = draftAt(incident);
  const mark = (/** @type {string} */ code) => (proposed(care) === code ? `${OUTCOMES[code]} · proposed` : OUTCOMES[code]);
  const goes = it.disposition === 'ACUTE' || it.disposition === 'COMMUNITY';
  return html`<div class="two">
    <div>${decisionView(incident, care)} ${hubView(incident, care)} ${wayHomeView(care)}</div>
    <section class="card" aria-labelledby="choice-title">
      <h2 id="choice-title">Where care happens</h2>
      ${chosenView(care)}
      <div class="outcomes">${oneOf('Outcome', Object.keys(OUTCOMES).map((code) => [code, mark(code)]), it.disposition, (code) => changeDraft(key, (d) => {
        d.disposition = code;
        d.kind = undefined;
        d.destination = undefined;
      }))}</div>
      ${reasonView(care, key, it)}
      ${wantedNote(it, key)}
      ${goes ? destinationsView(incident, care, key, it) : nothing}
      ${approvalNote()}
    </section>
  </div>`;
}

/** @param {any} it @param {import('./care.js').Care} care */
function lacks(it, care) {
  if (!it.disposition) {
    return 'Choose one of the three outcomes';
  }
  if (it.disposition !== 'TREAT_AT_SCENE' && !it.destination) {
    return 'Choose to whom';
  }
  return differs(care, it.disposition) && !reasonOf(care, it) ? 'Choose a reason' : '';
}

/** @param {number} incident */
export function decideAction(incident) {
  const care = careOf(incident, state.patient);
  const { it } = draftAt(incident);
  const why = isSigned(care) ? 'The handover is signed: no other choice' : lacks(it, care);
  if (why) {
    return { words: why, why: 'lacks' };
  }
  const to = it.destination ? `, ${serviceName(it.destination, state.reference)}` : '';
  const words = `${OUTCOMES[it.disposition]}${to}`;
  const reason = reasonOf(care, it);
  return {
    words: `Choose: ${words}`,
    act: async () => {
      const choice = {
        disposition: it.disposition,
        ...(it.destination && { destination: it.destination }),
        ...(reason && { reason }),
        ...(it.wanted && { wanted: it.wanted }),
      };
      await give('ChooseDisposition', { patient: { incident, number: care.number }, choice },
        `Patient ${care.number}, job ${incident}: ${words}`, { saw: sawOf(incident, care) });
      state.page = it.disposition === 'TREAT_AT_SCENE' ? 'handover' : 'arrange';
      changed();
    },
  };
}
