// @ts-check
/** One patient whole: why here, what can be done, how they are, what was arranged, what happened. */
import { html, nothing } from 'lit-html';
import { fateView } from '../care/acts.js';
import {
  ageAndSex, choiceWords, findingsView, leftWords, line, nameOf, newsView, nhsView, proposalView, roundsView, whereWords, wordsView,
} from '../care/patient.js';
import { keyOf, named } from '../care/state.js';
import { courseView, testsView, wellbeingTold, wishesTold } from '../care/told.js';
import { rough } from '../shared/format.js';
import { dayAndClock, person } from '../shared/history.js';
import { hasReturnNote, returnNoteView } from '../shared/return-home.js';
import { ACTION_REASONS, HANDOVER_STATES, REFERRAL_STATES, ROUTES } from '../shared/words.js';
import { knownView } from '../care/known.js';
import { agreementView } from './agreeing.js';
import { contactView } from './contact.js';
import { correctingView } from './correcting.js';
import { unconfirmedView } from '../care/unconfirmed.js';
import { historyView } from './history-view.js';
import { actsView } from './offering.js';
import { destinationsOf, details } from './reading.js';
import { needOf } from './worklist.js';
import { reasonWords } from './reasons.js';

/** @param {any} entry */
function destinationsView(entry) {
  const found = entry.incident ? destinationsOf(entry) : undefined;
  if (!found) {
    return html`<p class="muted">Known while a crew is with the patient and has assessed.</p>`;
  }
  if (found.fault) {
    return html`<p class="muted">${found.fault}</p>`;
  }
  return html`<ol class="options">${found.options.map((/** @type {any} */ it) => html`<li><b>${it.name}</b>
      ${it.driveMillis === undefined ? 'comes to the patient' : `${rough(it.driveMillis / 1_000)} by road`}
      <span class="muted">${it.reasons.map(reasonWords).join('; ')}</span></li>`)}</ol>
    ${found.options.length ? nothing : html`<p class="warn">No service of that kind can take the patient now.</p>`}`;
}

/** @param {any} entry */
function referralsView(entry) {
  const referrals = entry.care.arrangements.referrals;
  return referrals.length
    ? html`<ol class="referrals">${referrals.map((/** @type {any} */ it) => html`<li><b>${named(it.service)}</b> ${REFERRAL_STATES[it.state] ?? it.state}${
        ['OFFERED', 'INTERIM', 'ACCEPTED'].includes(it.state) ? html` · <span class="num">${leftWords(it.dueAt)}</span>` : nothing}</li>`)}</ol>`
    : html`<p class="muted">No service has been asked.</p>`;
}

/** @param {any} entry */
function handoverView(entry) {
  const handover = entry.care.arrangements.handover;
  if (!handover) {
    return html`<p class="muted">Not signed yet.</p>`;
  }
  const { terms, state, since } = handover;
  return html`<p><b>${HANDOVER_STATES[state] ?? state}</b> since ${dayAndClock(since)}, to ${terms.practice ? named(terms.practice) : html`<span class="unknown">no known practice</span>`};
      ${terms.kind === 'ACTION_REQUESTED' ? `action asked by ${dayAndClock(terms.dueAt)}${terms.reason ? ` (${ACTION_REASONS[terms.reason] ?? terms.reason})` : ''}` : 'for information'}</p>
    ${terms.route ? html`<p class="muted">${ROUTES[terms.route] ?? terms.route}${terms.copyTo ? ` (${named(terms.copyTo)})` : ''}</p>` : nothing}
    ${wordsView(entry.handover, 'What was signed')}`;
}

/** What a practice waits to be told. @param {any} entry */
function questionView(entry) {
  return entry.care.arrangements.handover?.state === 'QUERIED'
    ? html`<p class="question"><b>The practice asks:</b> ${entry.question?.asked ?? html`<span class="unknown">the words of the question cannot be read: call the practice</span>`}</p>`
    : nothing;
}

/** @param {string} title @param {unknown} content */
function part(title, content) {
  return html`<section class="part"><h3>${title}</h3>${content}</section>`;
}

/** @param {any} entry @param {any} incident of the board, while it is open */
export function detailView(entry, incident) {
  const key = keyOf(entry.care.id);
  const need = needOf(entry, incident);
  const owner = entry.care.arrangements.owner;
  return html`<header class="detail-head"><div>
      <h2>${nameOf(entry)} <span class="muted">incident ${entry.care.id.incident}</span></h2>
      <p>${ageAndSex(entry)} · ${nhsView(entry)}</p>
      ${entry.incident ? html`<p>${entry.incident.complaint} <span class="muted">· ${entry.incident.placeLabel ?? 'no place in words'}</span></p>` : nothing}
      <p>${whereWords(entry)}</p></div>${newsView(entry)}</header>
    <p class="why ${need.tone}"><b>${need.words}.</b> ${owner ? `${person(owner)} owns the patient for the hub.` : 'Nobody at the hub owns the patient.'}</p>
    ${incident ? contactView(incident) : nothing} ${agreementView(entry)}
    ${questionView(entry)} ${actsView(entry)} ${fateView(key)}
    ${part('What is known before the decision', knownView(entry.care.id))}
    <div class="parts">
      <div>
        ${part('What the rules call for', html`${proposalView(entry)} ${unconfirmedView(entry.unconfirmed)}`)}
        ${part('Found', findingsView(entry))}
        ${part('Observations', html`${courseView(entry)} ${roundsView(entry)}`)}
        ${part('Tests', testsView(entry))}
        ${part('Capacity, consent and plans', wishesTold(entry))}
        ${part('Health and wellbeing', wellbeingTold(entry))}
        ${part('Where the patient could go', destinationsView(entry))}
      </div>
      <div>
        ${part('Care', html`<p>${choiceWords(entry)}</p>`)}
        ${part('Services asked', html`${referralsView(entry)} ${wordsView(entry.referral, 'What they were told')}`)}
        ${entry.preAlert ? part('Pre-alert', html`<dl>${line('Mechanism', entry.preAlert.mechanism)}${line('Signs', entry.preAlert.signs)}${line('Treatment', entry.preAlert.treatment)}</dl>`) : nothing}
        ${hasReturnNote(entry) ? part('For the way home', html`${returnNoteView(entry)}<p class="aside">From the practice. It does not change where care happens.</p>`) : nothing}
        ${part('Handover to the practice', handoverView(entry))}
        ${part('Set right what was said', correctingView(entry))}
        ${part('What happened', historyView(details(entry.care.id.incident)))}
      </div>
    </div>`;
}
