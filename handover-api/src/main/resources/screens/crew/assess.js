// @ts-check
/**
 * The assessment in the order of the clinical round: danger, observations, tests, findings, wishes,
 * home. What is missing stays missing, and is counted.
 */
import { html } from 'lit-html';
import { scoreOf } from '../shared/news2.js';
import { assessmentOf } from './assessment-json.js';
import { change, draftAt, scoreFacts, where } from './assessing.js';
import { careOf, isSigned } from './care.js';
import { derivedFindings } from './derived.js';
import { findingsView, openIn, presentationView } from './findings.js';
import { give } from './outbox.js';
import { padView } from './pad.js';
import { capacityView, wellbeingView } from './person.js';
import { plansSection } from './plans.js';
import { aboutView, roundsView } from './round.js';
import { changed, state } from './store.js';
import { openTests, presentationPicker, testsView } from './tests.js';

/** @typedef {import('./assessing.js').Where} Where */

/** The parts of the round. @param {any} it @param {import('./findings.js').Asked} asked @returns {[string, string, string][]} name, words, how much is open */
function partsOf(it, asked) {
  const score = scoreOf(it.rounds[it.round], scoreFacts(it));
  const unknown = score.missing.length + Number(it.ageYears === undefined) + Number(it.pregnant === undefined);
  const total = score.notValid ? 'no NEWS2' : `NEWS2 ${score.complete ? '' : '≥ '}${score.total}`;
  return [
    ['danger', 'Danger', openWords(openIn(asked, 'danger'))],
    ['observations', 'Observed', unknown ? `${total}, ${unknown} open` : total],
    ['tests', 'Tests', it.presentation ? openWords(openTests(it)) : 'none picked'],
    ['findings', 'Findings', openWords(openIn(asked, 'findings'))],
    ['wishes', 'Wishes', openWords(openIn(asked, 'wishes'))],
    ['home', 'Home', openWords(openIn(asked, 'home'))],
  ];
}

/** @param {number} open */
const openWords = (open) => (open ? `${open} open` : '✓ done');

/** The parts, above what scrolls: one tap to each, and how much of it is open. @param {number} incident */
export function stepsView(incident) {
  const at = where(incident);
  const it = draftAt(at);
  return html`${partsOf(it, askedOf(at, it)).map(([name, words, open]) => html`<button type="button" data-step=${name}
    @click=${() => document.getElementById(`part-${name}`)?.scrollIntoView()}><b>${words}</b><span>${open}</span></button>`)}`;
}

/** @param {string} name @param {unknown} content */
function part(name, content) {
  return html`<div class="round-part" id="part-${name}">${content}</div>`;
}

/** @param {Where} at @param {any} it @returns {import('./findings.js').Asked} */
function askedOf(at, it) {
  return {
    findings: it.findings,
    derived: derivedFindings(it, at.incident, at.number),
    presentation: it.presentation,
    change: (take) => change(at, (draft) => take(draft.findings)),
  };
}

/** @param {number} incident */
export function assessPage(incident) {
  const at = where(incident);
  const it = draftAt(at);
  const asked = askedOf(at, it);
  return html`<div class="assess">
    <div class="assess-main">
      ${part('danger', html`${findingsView(asked, 'danger')} ${presentationPicker(at, it)}`)}
      ${part('observations', html`${roundsView(at, it)} ${aboutView(at, it)}`)}
      ${part('tests', testsView(at, it))}
      ${part('findings', html`${presentationView(asked)} ${findingsView(asked, 'findings')}`)}
      ${part('wishes', html`${capacityView(at, it)} <section class="card" aria-label="Plans">${plansSection(incident)}</section> ${findingsView(asked, 'wishes')}`)}
      ${part('home', html`${findingsView(asked, 'home')} ${wellbeingView(at, it)}`)}
    </div>
    ${padView()}
  </div>`;
}

/** @param {number} incident */
export function assessAction(incident) {
  const at = where(incident);
  if (isSigned(careOf(incident, at.number))) {
    return { words: 'The handover is signed: no more assessment', why: 'signed' };
  }
  return {
    words: 'Assess',
    hint: 'asks the protocol tables of the server',
    act: async () => {
      await give(
        'RecordAssessment',
        { patient: { incident, number: at.number }, assessment: assessmentOf(draftAt(at), incident, at.number) },
        `Assess patient ${at.number}, job ${incident}`,
      );
      state.page = 'decide';
      changed();
    },
  };
}
