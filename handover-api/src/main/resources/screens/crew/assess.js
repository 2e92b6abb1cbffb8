// @ts-check
/** The assessment: about the patient, rounds of observations, findings. What is missing stays missing. */
import { html, nothing } from 'lit-html';
import { shortClock } from '../shared/format.js';
import { careOf, isSigned } from './care.js';
import { changeDraft, draftKey, draftOf } from './drafts.js';
import { findingsView } from './findings.js';
import { give } from './outbox.js';
import { isPadFor, openPad, padView } from './pad.js';
import { oneOf, threeWay } from './parts.js';
import { changed, state } from './store.js';
import { AGE, CONSCIOUSNESS, LITRES, shown, VITALS } from './vitals.js';

/** @typedef {{incident: number, number: number, key: string}} Where */

/** @param {number} incident @returns {Where} */
function where(incident) {
  return { incident, number: state.patient, key: draftKey('assess', incident, state.patient) };
}

/** What is typed so far. @param {Where} at */
function draft(at) {
  return draftOf(at.key, () => {
    const told = careOf(at.incident, at.number).identity;
    return { ageYears: told?.ageYears, pregnant: undefined, scale2: false, confirmed: undefined, target: undefined, rounds: [{}], round: 0, findings: {} };
  });
}

/** @param {Where} at @param {(round: any) => void} change */
function changeRound(at, change) {
  changeDraft(at.key, (it) => {
    const round = it.rounds[it.round];
    // A round has the time of its first value, by the tablet's clock.
    round.takenAt ??= new Date().toISOString();
    change(round);
  });
}

/** @param {Where} at @param {import('./vitals.js').Vital} vital @param {number | undefined} value @param {(value: number | undefined) => void} take */
function tile(at, vital, value, take) {
  return html`<button type="button" class="tile ${value === undefined ? 'open' : ''}" data-vital=${vital.key}
    aria-pressed=${isPadFor(vital.key)} @click=${() => openPad(vital, value, take)}>
    <span>${vital.word}</span>
    <b>${value === undefined ? 'not measured' : shown(vital, value)}</b>
    <span>${value === undefined ? nothing : vital.unit}</span>
  </button>`;
}

/** @param {Where} at @param {any} it */
function aboutView(at, it) {
  const put = (/** @type {string} */ name) => (/** @type {any} */ value) => changeDraft(at.key, (d) => { d[name] = value; });
  return html`<section class="card" aria-labelledby="about-title">
    <h2 id="about-title">About the patient</h2>
    <div class="tiles">${tile(at, AGE, it.ageYears, put('ageYears'))}</div>
    ${threeWay('PREGNANT', 'Pregnant, newly delivered, or it may be so', it.pregnant, put('pregnant'))}
    <h3 class="asks">Oxygen scale for NEWS2</h3>
    ${oneOf('Oxygen scale', [['1', 'Scale 1 (usual)'], ['2', 'Scale 2 (88 to 92 %)']], it.scale2 ? '2' : '1', (code) => put('scale2')(code === '2'))}
    ${it.scale2
      ? html`${threeWay('HYPERCAPNIC', 'Hypercapnic failure confirmed by a blood gas', it.confirmed, put('confirmed'))}
          ${threeWay('TARGET', 'A clinician has set the target 88 to 92 %', it.target, put('target'))}
          ${it.confirmed && it.target ? nothing : html`<p class="note bad" role="status">Scale 2 counts only with both answers Yes. Until then scale 1 is used.</p>`}`
      : nothing}
  </section>`;
}

/** @param {Where} at @param {any} it */
function roundsView(at, it) {
  const round = it.rounds[it.round];
  return html`<section class="card" aria-labelledby="round-title">
    <div class="row"><h2 id="round-title">Observations</h2>
      <div class="one-of" role="group" aria-label="Rounds">
        ${it.rounds.map((/** @type {any} */ each, /** @type {number} */ index) => html`<button type="button" aria-pressed=${index === it.round}
          @click=${() => changeDraft(at.key, (d) => { d.round = index; })}>Round ${index + 1}${each.takenAt ? html` <small>${shortClock(each.takenAt)}</small>` : nothing}</button>`)}
        <button type="button" id="new-round" @click=${() => changeDraft(at.key, (d) => { d.rounds.push({}); d.round = d.rounds.length - 1; })}>New round</button>
      </div></div>
    <div class="tiles">${VITALS.map((vital) => tile(at, vital, round[vital.key], (value) => changeRound(at, (r) => { r[vital.key] = value; })))}
      ${round.oxygenGiven ? tile(at, LITRES, round.litresPerMinute, (value) => changeRound(at, (r) => { r.litresPerMinute = value; })) : nothing}</div>
    ${threeWay('OXYGEN_GIVEN', 'Oxygen is given', round.oxygenGiven, (value) => changeRound(at, (r) => { r.oxygenGiven = value; }))}
    <h3 class="asks">Consciousness</h3>
    ${oneOf('Consciousness', [...CONSCIOUSNESS, ['', 'Not looked at']], round.consciousness ?? '', (code) => changeRound(at, (r) => { r.consciousness = code || undefined; }))}
  </section>`;
}

/** @param {number} incident */
export function assessPage(incident) {
  const at = where(incident);
  const it = draft(at);
  return html`<div class="assess">
    <div class="assess-main">
      ${findingsView(it.findings, (change) => changeDraft(at.key, (d) => change(d.findings)), 'first')}
      ${roundsView(at, it)} ${aboutView(at, it)}
      ${findingsView(it.findings, (change) => changeDraft(at.key, (d) => change(d.findings)), 'rest')}
    </div>
    ${padView()}
  </div>`;
}

/** Leaves out what nobody has given. @param {Record<string, any>} fields */
function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** @param {any} round */
function observation(round) {
  return given({
    takenAt: round.takenAt,
    breathing: given({
      respiratoryRate: round.respiratoryRate,
      oxygenSaturation: round.oxygenSaturation,
      oxygen: round.oxygenGiven === undefined
        ? undefined
        : given({ given: round.oxygenGiven, litresPerMinute: round.oxygenGiven ? round.litresPerMinute : undefined }),
    }),
    circulation: given({ systolicPressure: round.systolicPressure, pulse: round.pulse }),
    consciousness: round.consciousness,
    temperatureTenths: round.temperatureTenths,
    bedside: given({ glucoseTenths: round.glucoseTenths, pain: round.pain, comaScale: round.comaScale }),
  });
}

/** The draft as the contract has it. @param {any} it */
function assessment(it) {
  const answered = Object.entries(it.findings);
  const scale2 = it.scale2 && it.confirmed && it.target;
  return {
    patient: given({
      ageYears: it.ageYears,
      pregnant: it.pregnant,
      oxygenTarget: scale2 ? { scale: 'SCALE_2', hypercapnicFailureConfirmed: true, targetSetByClinician: true } : undefined,
    }),
    observations: it.rounds.filter((/** @type {any} */ each) => each.takenAt).map(observation),
    findings: {
      present: answered.filter(([, value]) => value === true).map(([code]) => code),
      absent: answered.filter(([, value]) => value === false).map(([code]) => code),
    },
  };
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
        { patient: { incident, number: at.number }, assessment: assessment(draft(at)) },
        `Assess patient ${at.number}, job ${incident}`,
      );
      state.page = 'decide';
      changed();
    },
  };
}
