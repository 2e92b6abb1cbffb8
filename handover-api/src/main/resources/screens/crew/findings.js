// @ts-check
/**
 * Findings with three answers each, grouped by topic; what fits the presentation comes first, under
 * one heading. What a test beside it has answered is shown and not asked again.
 */
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { findingWord, TOPICS } from './findings-list.js';
import { threeWay } from './parts.js';
import { PRESENTATIONS } from './presentations.js';

/** @typedef {Record<string, boolean | undefined>} Answers */
/**
 * @typedef {object} Asked
 * @property {Answers} findings as ticked
 * @property {Answers} derived as tests, capacity and plans say
 * @property {string} [presentation]
 * @property {(change: (findings: Answers) => void) => void} change
 */

/** @param {Asked} asked @returns {string[]} */
function firstOf(asked) {
  return asked.presentation ? PRESENTATIONS[asked.presentation]?.findings ?? [] : [];
}

/** @param {Asked} asked @param {string} code */
const isOpen = (asked, code) => asked.findings[code] === undefined && asked.derived[code] === undefined;

/** How much of a part nobody has answered. @param {Asked} asked @param {string} part */
export function openIn(asked, part) {
  const own = TOPICS.filter((topic) => topic.part === part).flatMap((topic) => topic.findings.map(([code]) => code));
  return own.filter((code) => isOpen(asked, code)).length;
}

/** @param {Asked} asked @param {import('./findings-list.js').Topic['part']} part */
export function findingsView(asked, part) {
  const first = firstOf(asked);
  // Threats to life stay where they are, whatever the presentation.
  const rest = (/** @type {import('./findings-list.js').Topic} */ topic) =>
    (part === 'danger' ? topic.findings : topic.findings.filter(([code]) => !first.includes(code)));
  const topics = TOPICS.filter((topic) => topic.part === part && rest(topic).length);
  // By key: what somebody has opened stays open, whatever comes on top.
  return repeat(topics, (topic) => topic.topic, (topic) => groupView(topic.topic, rest(topic), asked, false));
}

/** What fits the presentation, whatever topic it is of. @param {Asked} asked */
export function presentationView(asked) {
  const first = firstOf(asked);
  return repeat(first.length ? [asked.presentation] : [], (code) => code, () =>
    groupView(`${PRESENTATIONS[/** @type {string} */ (asked.presentation)].words}: asked first`, first.map((code) => [code, findingWord(code)]), asked, true));
}

/** @param {string} topic @param {[string, string][]} all @param {Asked} asked @param {boolean} isFirst */
function groupView(topic, all, asked, isFirst) {
  const isPresent = (/** @type {string} */ code) => asked.findings[code] === true || asked.derived[code] === true;
  const present = all.filter(([code]) => isPresent(code));
  const open = all.filter(([code]) => isOpen(asked, code));
  return html`<details class="card topic" data-topic=${topic} ?open=${isFirst}>
    <summary><b>${topic}</b>
      <span class="tally">${present.length ? html`<b class="present">${present.map(([, words]) => words).join(', ')}</b>` : ''}
        ${open.length ? `${open.length} of ${all.length} not asked` : 'all asked'}</span></summary>
    <div class="questions">${all.map(([code, words]) => (asked.derived[code] === undefined ? questionView(code, words, asked) : derivedView(code, words, asked)))}</div>
    <button type="button" class="rest" data-rest ?disabled=${open.length === 0}
      @click=${() => asked.change((findings) => open.forEach(([code]) => { findings[code] = false; }))}>All that is left here was asked: No</button>
  </details>`;
}

/** @param {string} code @param {string} words @param {Asked} asked */
function questionView(code, words, asked) {
  return threeWay(code, words, asked.findings[code], (value) => asked.change((findings) => answer(findings, code, value)));
}

/** @param {Answers} findings @param {string} code @param {boolean | undefined} value */
function answer(findings, code, value) {
  if (value === undefined) {
    delete findings[code];
  } else {
    findings[code] = value;
  }
}

const yes = (/** @type {boolean | undefined} */ value) => (value ? 'Yes' : 'No');

/** What a test or a plan has answered; a tick that says otherwise is named, and can be taken back. @param {string} code @param {string} words @param {Asked} asked */
function derivedView(code, words, asked) {
  const ticked = asked.findings[code];
  const differs = ticked !== undefined && ticked !== asked.derived[code];
  // Capacity counts as lacking when either says so; of all else what is worse counts.
  const counts = code === 'HAS_CAPACITY' ? 'No' : 'Yes';
  return html`<div class="three-way derived" data-question=${code} data-value=${asked.derived[code]}>
    <span class="asks">${words}</span>
    <span class="from-test"><b>${yes(asked.derived[code])}</b>, by your entries or the record</span>
    ${differs
      ? html`<p class="note bad">You ticked ${yes(ticked)}, your entries say ${yes(asked.derived[code])}: ${counts} counts.
          <button type="button" data-take-back=${code} @click=${() => asked.change((findings) => answer(findings, code, undefined))}>Take the tick back</button></p>`
      : nothing}
  </div>`;
}
