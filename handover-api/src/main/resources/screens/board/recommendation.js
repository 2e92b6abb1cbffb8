// @ts-check
/** The suggested units with the reasons in plain words and numbers, as pinned. */
import { html, nothing } from 'lit-html';
import { EXCLUDED, reasonInWords, warns } from '../shared/advice-words.js';
import { shortClock, spoken } from '../shared/format.js';
import { CAPABILITIES, UNIT_KINDS } from '../shared/words.js';
import { askForDriveTimes, lookAgain, sendCandidate } from './actions.js';
import { adviceView } from './advice-pane.js';
import { closureAt, effectInWords, haveRoadsChanged, roads } from './closures.js';
import { listChanges, pinned, shownCandidates } from './pin.js';
import { listPending } from './sending.js';
import { copy, state, whyNotDeciding } from './store.js';
import { STATUSES, statusOf, symbol } from './symbols.js';

const KEYED_MAX = 3;

/** What is on its way for a unit, in words. @param {any} candidate */
function onItsWay(candidate) {
  const sending = listPending().find(
    (it) => it.command === 'AssignUnit' && it.body.unit === candidate.unit && it.body.incident === state.open,
  );
  return !sending ? '' : sending.fate === 'unknown' ? 'no answer yet, still trying' : 'sending…';
}

/** @param {number | undefined} incident */
function leftInWords(incident) {
  const left = copy.incidents.get(incident ?? 0);
  return left ? `${left.incident} (${left.category}, ${left.complaint})` : `${incident ?? 'another patient'}`;
}

/** @param {any} candidate @param {number} index */
function candidateView(candidate, index) {
  const pin = pinned();
  const unit = copy.units.get(candidate.unit);
  const outdated = unit?.version !== pin?.units.get(candidate.unit) || unit?.version !== candidate.unitVersion;
  const first = shownCandidates(pin?.incident)[0];
  const reasons = index > 0 && candidate.driveMillis === first?.driveMillis
    ? candidate.reasons.map((/** @type {any} */ it) => (it.code === 'CLOSEST' ? { code: 'SLOWER_THAN_FIRST', amount: 0 } : it))
    : candidate.reasons;
  const held = pin?.incident.recommendation?.advice?.verdict === 'HOLD';
  const words = reasons
    .filter((/** @type {any} */ it) => !(held && it.code === 'BEST'))
    .map((/** @type {any} */ it) => ({ text: reasonInWords(it, leftInWords(candidate.divertsFrom)), warn: warns(it) }))
    .filter((/** @type {any} */ it) => it.text);
  const soon = candidate.reasons.some((/** @type {any} */ it) => it.code === 'FREE_SOON');
  return html`<li class="candidate ${index === 0 ? 'first' : ''} ${outdated ? 'outdated' : ''}" data-candidate=${candidate.unit}>
    <button type="button" class="send" ?disabled=${Boolean(soon || whyNotDeciding())} @click=${() => clickCandidate(index)}
      >${index < KEYED_MAX && !soon ? html`<kbd>${index + 1}</kbd>` : nothing} ${soon ? 'Busy' : candidate.divertsFrom === undefined ? 'Send' : 'Divert'}<span class="unseen"> ${candidate.unit}</span></button>
    <b class="sign">${candidate.unit}</b>
    <span class="kind">${unit ? UNIT_KINDS[unit.kind] : 'signed off'}</span>
    <span class="drive">${candidate.estimated ? 'about ' : ''}${spoken(candidate.driveMillis / 1_000)}</span>
    <span class="why">
      ${onItsWay(candidate) ? html`<span class="warn">${onItsWay(candidate)}</span> · ` : nothing}
      ${unit && outdated ? html`<span class="warn">now ${STATUSES[statusOf(unit)].word}</span> · ` : nothing}
      ${words.map((/** @type {any} */ it, /** @type {number} */ i) => html`${i ? ' · ' : ''}<span class=${it.warn ? 'warn' : ''}>${it.text}</span>`)}
    </span>
  </li>`;
}

/** A click on the pane is a choice of its incident. @param {number} index */
function clickCandidate(index) {
  state.current = state.open;
  sendCandidate(index);
}

/** @param {any[]} excluded */
function excludedView(excluded) {
  if (!excluded.length) {
    return nothing;
  }
  const codes = [...new Set(excluded.map((it) => it.reason.code))];
  return html`<details class="excluded" id="excluded">
    <summary>Why not the others <span class="count">${excluded.length}</span></summary>
    <dl>
      ${codes.map((code) => {
        const units = excluded.filter((it) => it.reason.code === code);
        return html`<dt>${EXCLUDED[code] ?? code}</dt>
          <dd>${units.map((it) => html`<span class="sign">${it.unit}</span> `)}</dd>`;
      })}
    </dl>
  </details>`;
}

function changedView() {
  const changes = listChanges();
  return changes.length
    ? html`<p class="changed" id="changed" role="status">
        <b>Changed since you looked:</b> ${changes.slice(0, 3).join('; ')}${changes.length > 3 ? '; and more' : ''}.
        <button type="button" @click=${lookAgain}>Press <kbd>r</kbd> to look again</button>
      </p>`
    : nothing;
}

/** Drive times older than the last change of the roads say so. @param {any} incident @param {any} recommendation */
function roadsView(incident, recommendation) {
  const closure = closureAt(incident.place);
  const newerIsIn = !haveRoadsChanged(incident.recommendation?.at);
  return html`${haveRoadsChanged(recommendation?.at)
      ? html`<p class="changed" id="roads-changed" role="status"><b>Roads have changed</b> at ${shortClock(roads.changedAt)}, after these drive times.
          ${incident.asking || newerIsIn ? nothing : html`<button type="button" @click=${() => askForDriveTimes(incident)}>Press <kbd>f</kbd> to ask again</button>`}</p>`
      : nothing}
    ${closure
      ? html`<p class="changed" id="at-closed-road"><b>At a closed road:</b> ${closure.name} (${effectInWords(closure)}). Drives end at the nearest open road, maybe not at the door.</p>`
      : nothing}`;
}

/** @param {any} incident as it is now */
export function recommendationView(incident) {
  const pin = pinned();
  const seen = pin?.incident ?? incident;
  const recommendation = seen.recommendation;
  return html`<section class="block" id="recommendation" aria-labelledby="recommendation-title"
      data-recommendation=${recommendation?.number ?? nothing} data-incident-version=${seen.version}>
    <h3 id="recommendation-title">
      Suggested units
      <span class="aside">${recommendation ? html`no. ${recommendation.number}, ${shortClock(recommendation.at)}, by ${recommendation.policy} · ` : nothing}needs ${seen.needs.map((/** @type {string} */ it) => CAPABILITIES[it] ?? it).join(', ') || 'nothing special'}</span>
    </h3>
    ${changedView()} ${roadsView(incident, recommendation)} ${adviceView(incident, recommendation)}
    ${recommendation?.candidates.length
      ? html`<ol class="candidates">${shownCandidates(seen).map(candidateView)}</ol>`
      : html`<p class="empty">${whyNone(incident, recommendation)}</p>`}
    ${recommendation?.advice ? html`<p class="muted gloss" id="gloss">Patients' time: minutes of waiting, of all patients together, that count more the more urgent they are.</p>` : nothing}
    ${recommendation ? excludedView(recommendation.excluded) : nothing}
    ${incident.asking
      ? html`<p class="asking" role="status">Fresh drive times are on their way.</p>`
      : html`<button type="button" class="quiet" id="ask" ?disabled=${!incident.place} @click=${() => askForDriveTimes(incident)}>Fresh drive times</button>`}
  </section>`;
}

/** @param {any} incident @param {any} recommendation */
function whyNone(incident, recommendation) {
  if (!incident.place) {
    return 'Nobody knows yet where it is. Correct the place to get suggestions; any unit can be sent by the command line.';
  }
  return recommendation
    ? 'No unit can do it now. Any unit can be sent by the command line.'
    : 'Drive times are on their way. Any unit can be sent by the command line.';
}

/** A unit's symbol with its call sign. @param {any} unit */
export function unitMark(unit) {
  return html`${symbol(statusOf(unit))}<b class="sign">${unit.unit}</b>`;
}
