// @ts-check
/** What is still open: contradictions, values to measure again, what nobody has asked. */
import { html, nothing } from 'lit-html';
import { findingWord } from './findings-list.js';
import { changed, state } from './store.js';
import { inputWord, VITAL_WORDS } from './words.js';

/** Capacity counts as lacking when either says so; of all else what is worse counts. */
const LESS_IS_WORSE = 'HAS_CAPACITY';

/** @param {string} code @param {any} findings as ticked */
function contradictionView(code, findings) {
  const ticked = findings.present.includes(code);
  const counts = code === LESS_IS_WORSE ? 'No counts' : 'Yes counts';
  return html`<li data-contradicted=${code}><b>${findingWord(code)}:</b> you ticked ${ticked ? 'Yes' : 'No'}, the test or the plans say ${ticked ? 'No' : 'Yes'}. ${counts}.</li>`;
}

/** Where a tick and a test contradict each other; before the reasons, which rest on the worse. @param {any} assessment as the server keeps it */
export function contradictedView(assessment) {
  const { contradicted } = assessment.result.open;
  return contradicted?.length
    ? html`<div class="note bad" id="contradicted" role="status"><b>Two answers contradict each other: the worse counts</b>
        <ul>${contradicted.map((/** @type {string} */ code) => contradictionView(code, assessment.assessment.findings))}</ul>${backView()}</div>`
    : nothing;
}

/** @param {any} assessment as the server keeps it */
export function openView(assessment) {
  const { open } = assessment.result;
  const missing = [...new Set(open.missing.map(inputWord))];
  const notAsked = open.notAsked ?? [];
  return html`${open.implausible.length ? html`<p class="note bad">Measure again: ${open.implausible.map((/** @type {string} */ it) => VITAL_WORDS[it] ?? it.toLowerCase().replaceAll('_', ' ')).join(', ')}</p>` : nothing}
    ${missing.length || notAsked.length
      ? html`<details class="open-questions" id="not-asked"><summary>Not answered: ${missing.length + notAsked.length}. It counts as not known, never as normal</summary>
          ${missing.length ? html`<p><b>The tables ask for:</b> ${missing.join(', ')}.</p>` : nothing}
          ${notAsked.length ? html`<p><b>Nobody has looked for:</b> ${notAsked.map(findingWord).join(', ')}.</p>` : nothing}
          ${backView()}</details>`
      : nothing}`;
}

function backView() {
  return html`<button type="button" @click=${() => {
    state.page = 'assess';
    changed();
  }}>Back to the assessment</button>`;
}
