// @ts-check
/** The job: dangers and plans first, then the place, the patient, the calls. */
import { html, nothing } from 'lit-html';
import { allergyWords, isAlarming, PLAN_NAMES, standingWords } from '../care/summary.js';
import { coordinates, shortClock } from '../shared/format.js';
import { DANGERS, FLAGS, flagsInOrder, JOB_END_REASONS, level, STAGES } from '../shared/words.js';
import { careOf, listCare } from './care.js';
import { knownOf } from './known.js';
import { give } from './outbox.js';
import { ageNote, waitingMark } from './parts.js';
import { laterSteps, obstacles } from './path.js';
import { complaintOf } from './prefill.js';
import { incidentOf, place } from './situation.js';
import { changed, serverNow, state } from './store.js';

const REFUSALS = ['VEHICLE', 'SAFETY', 'NOT_SUITED'];

/** @param {string[]} flags */
function flagsView(flags) {
  return flagsInOrder(flags).map((flag) => html`<li class="flag ${DANGERS.includes(flag) ? 'danger' : ''}">${DANGERS.includes(flag) ? html`<b aria-hidden="true">▲ </b>` : nothing}${FLAGS[flag] ?? flag}</li>`);
}

function readKnown() {
  state.page = 'known';
  changed();
}

/** Kinds of plans and allergies, where there is little room; all else is a tap away. @param {import('../care/summary.js').Known} known */
function knownFlags({ value }) {
  // On the page itself they stand below, whole.
  if (state.page === 'known') {
    return [];
  }
  const plans = (value?.plans?.plans ?? []).filter((/** @type {any} */ it) => it.plan.active);
  return [
    ...(value && isAlarming(value) ? [html`<li class="flag danger">${value.fault.sentence}</li>`] : []),
    ...(value?.plans?.conflicts.length ? [html`<li><button type="button" class="flag danger" @click=${readKnown}><b>Plans contradict each other:</b> read</button></li>`] : []),
    ...plans.map((/** @type {any} */ it) => html`<li><button type="button" class="flag plan" data-plan=${it.plan.kind} @click=${readKnown}><b>${PLAN_NAMES[it.plan.kind]}</b> read</button></li>`),
    html`<li><button type="button" class="flag ${value?.allergies?.entries.length ? 'danger' : ''}" data-read-known @click=${readKnown}><b>Allergies:</b> ${allergyWords(value)} <span class="read">read all</span></button></li>`,
  ];
}

/** Dangers to the crew, then plans and allergies; what is not known is said. @param {number} incident */
export function firstView(incident) {
  const flags = incidentOf(incident)?.flags ?? [];
  const known = listCare(incident).map((care) => knownOf(incident, care.number));
  return html`<section class="first" aria-label="Dangers, plans and allergies">
    <ul class="flags" id="flags">${flagsView(flags)} ${known.map(knownFlags)}</ul>
    ${flags.length ? nothing : html`<p class="muted">No danger has been reported. That is not a promise.</p>`}
    ${state.page === 'known' || known.some((it) => it.value?.plans) ? nothing : html`<p class="muted">Care plans: not known here. That is not none.</p>`}
  </section>`;
}

/** @param {number} incident */
function placeView(incident) {
  const { place: at } = incidentOf(incident) ?? {};
  const told = state.details.get(incident)?.value.calls[0]?.call.placeLabel;
  const label = at?.label ?? told;
  return html`<section class="card" aria-labelledby="place-title">
    <h2 id="place-title">${label ?? (at ? 'Place by coordinates' : 'No place yet')}</h2>
    ${at
      ? html`<p class="num">${coordinates(at)}</p>
          <a class="button" id="open-maps" href=${`geo:${at.lat},${at.lon}?q=${at.lat},${at.lon}`}>Open in maps</a>`
      : html`<p>Ask the desk by voice.</p>`}
  </section>`;
}

/** @param {import('./care.js').Care} care */
function identityView(care) {
  const { identity } = care;
  if (!identity) {
    return html`<p class="muted">Patient ${care.number}: nothing is known of who it is.</p>`;
  }
  return html`<p><b>${identity.unidentified ? 'Unidentified' : identity.name ?? 'No name'}</b>
    ${[identity.ageYears === undefined ? 'age not known' : `${identity.ageYears} years`, identity.sex].filter(Boolean).join(', ')}
    ${identity.nhsNumber ? html`<span class="num">NHS ${identity.nhsNumber}</span>` : html`<span class="muted">NHS number not known</span>`}</p>`;
}

/** @param {number} incident @param {number} number */
function standingOf(incident, number) {
  const { value, fault } = knownOf(incident, number);
  const words = value ? standingWords(value, serverNow()) : fault ? `The record has not been read. ${fault}` : 'The record is being read.';
  const list = (/** @type {string} */ name, /** @type {any} */ section) => html`<dt>${name}</dt><dd>${section.entries.length
    ? section.entries.filter((/** @type {any} */ it) => it.active).map((/** @type {any} */ it) => it.text).join(', ')
    : section.state === 'NONE_RECORDED' ? 'none, the record says so' : 'nothing received, which is not none'}</dd>`;
  return html`${value?.plans ? html`<dl class="facts">${list('Problems', value.problems)} ${list('Medicines', value.medicines)}</dl>` : nothing}
    <p class="hint">${words}</p>
    <button type="button" class="read-known" @click=${() => {
      state.patient = number;
      readKnown();
    }}>What is known of the patient</button>`;
}

/** @param {number} incident */
function patientsView(incident) {
  return html`<section class="card" aria-labelledby="patients-title"><h2 id="patients-title">Patient</h2>
    ${listCare(incident).map((care) => html`<div class="patient">${identityView(care)} ${standingOf(incident, care.number)}</div>`)}
    ${ageNote(state.patients?.at, state.faults.patients)}</section>`;
}

/** @param {any} it */
function callView(it) {
  const { call } = it;
  return html`<article class="call"><h3><span class="num">${shortClock(it.at)}</span> ${call.complaint}</h3>
    ${call.narrative ? html`<p class="narrative">${call.narrative}</p>` : nothing}
    ${call.caller?.name || call.caller?.telephone ? html`<p>Caller ${call.caller.name ?? ''} ${call.caller.telephone
      ? html`<a href=${`tel:${call.caller.telephone.replace(/\s/g, '')}`}>${call.caller.telephone}</a>` : nothing}</p>` : nothing}</article>`;
}

/** @param {number} incident */
function callsView(incident) {
  const details = state.details.get(incident);
  return html`<section class="card" aria-labelledby="calls-title"><h2 id="calls-title">Calls</h2>
    ${details ? details.value.calls.map(callView) : html`<p class="empty">The calls are being read.</p>`}
    ${ageNote(details?.at, state.faults[`calls-${incident}`])}</section>`;
}

/** @param {import('./situation.js').Job} job */
function refuseView(job) {
  return place(job.stage) < place('AT_SCENE')
    ? html`<details class="refuse"><summary>Cannot do this job</summary><div class="one-of" id="refuse">${REFUSALS.map((reason) => html`<button type="button" data-code=${reason}
        @click=${() => give('RefuseJob', { incident: job.incident, unit: state.unit, reason }, `Refuse job ${job.incident}: ${JOB_END_REASONS[reason]}`)}>${JOB_END_REASONS[reason]}</button>`)}</div></details>`
    : nothing;
}

/** @param {import('./situation.js').Job} job */
function otherStepsView(job) {
  const missing = obstacles(job.incident);
  return html`<details class="other-steps"><summary>Other steps</summary>
    ${missing.length ? html`<p class="note">Before the last crew can clear: ${missing.map((it) => it.words).join('; ')}.</p>` : nothing}
    <div class="one-of" id="other-steps">${laterSteps(job).map((step) => html`<button type="button" data-stage=${step.stage} @click=${step.act}>${step.words}</button>`)}</div></details>`;
}

/** @param {import('./situation.js').Job} job */
export function headline(job) {
  const incident = incidentOf(job.incident);
  return html`<div class="headline l${level(incident?.category ?? 'C5')}">
    <b class="category">${incident?.category ?? '?'}</b>
    <div><h2 id="job-title">${complaintOf(job.incident) || 'The complaint is not here yet'}</h2>
      <p id="stage" data-stage=${job.stage}>Job ${job.incident}: <b>${STAGES[job.stage]}</b> ${job.since ? shortClock(job.since) : ''} ${waitingMark(job.waiting)}</p></div>
  </div>`;
}

/** @param {import('./situation.js').Job} job */
export function jobPage(job) {
  return html`${firstView(job.incident)} ${headline(job)}
    <div class="two"><div>${placeView(job.incident)} ${patientsView(job.incident)}</div><div>${callsView(job.incident)}</div></div>
    ${otherStepsView(job)} ${refuseView(job)}`;
}

/** The whole screen until somebody acknowledges. @param {import('./situation.js').Job} job @param {boolean} audible */
export function newJobPage(job, audible) {
  const at = incidentOf(job.incident)?.place;
  return html`<section class="new-job" id="new-job" aria-labelledby="job-title">
    <p class="new">New job ${audible ? nothing : html`<b class="bad">Sound blocked: tap anywhere to hear it</b>`}</p>
    ${firstView(job.incident)} ${headline(job)}
    <p class="where"><b>${at?.label ?? (at ? coordinates(at) : 'No place yet: ask the desk')}</b></p>
    ${callsView(job.incident)} ${refuseView(job)}
  </section>`;
}

/** Which patient the pages speak of. @param {number} incident */
export function patientPicker(incident) {
  const all = listCare(incident);
  const pick = (/** @type {number} */ number) => () => {
    state.patient = number;
    changed();
  };
  const last = all[all.length - 1];
  const more = last && (last.entry || Object.keys(last.ahead).length) && all.length < 20;
  return html`<div class="one-of picker" role="group" aria-label="Patient">${all.map((care) => html`<button type="button" aria-pressed=${care.number === state.patient}
    @click=${pick(care.number)}>${careOf(incident, care.number).identity?.name ?? `Patient ${care.number}`}</button>`)}
    ${more ? html`<button type="button" id="one-more" @click=${pick(all.length + 1)}>+ patient</button>` : nothing}</div>`;
}
