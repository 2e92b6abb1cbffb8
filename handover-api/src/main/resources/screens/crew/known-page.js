// @ts-check
/** What is known of the patient, whole, with the crew's answers to each plan. */
import { html } from 'lit-html';
import { summaryView } from '../care/summary.js';
import { knownOf } from './known.js';
import { answersView } from './plans.js';
import { changed, serverNow, state } from './store.js';

/** @param {number} incident */
export function knownPage(incident) {
  const found = knownOf(incident, state.patient);
  return html`<section class="card" aria-labelledby="known-title"><h2 id="known-title">What is known before you decide</h2>
    ${summaryView(found, {
      now: serverNow(),
      again: () => {
        found.at = 0;
        changed();
      },
      answers: answersView(incident, state.patient),
    })}
    <p class="hint">Your answers are kept on this tablet, stand in the assessment as well, and go with it.</p></section>`;
}
