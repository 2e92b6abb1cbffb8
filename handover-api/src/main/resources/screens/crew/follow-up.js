// @ts-check
/** What the practice is asked for, as the table says for what was chosen; the crew may change it. */
import { html, nothing } from 'lit-html';
import { oneOf, threeWay } from './parts.js';

/** @type {[string, string][]} */
const KINDS = [['FOR_INFORMATION', 'For information'], ['ACTION_REQUESTED', 'Asks for something']];
/** ENGINEERING DEFAULT, needs clinical approval. @type {[string, string][]} */
const DUE_HOURS = [['24', 'Within a day'], ['48', 'In 2 days'], ['72', 'In 3 days'], ['120', 'In 5 days'], ['168', 'In a week']];

/** First words of what is asked, by the row that asks; the crew changes them. ENGINEERING DEFAULT, needs clinical approval. @type {Record<string, string>} */
const FIRST_ASKED = {
  F11: 'Please speak to the patient, who has refused what was advised.',
  F12: 'Please see to the patient: a red flag was found and the patient was not taken to hospital.',
  F13: 'Please see to support at home and to the concern about safety.',
  F14: 'Please review the medicines: glucose was low and was treated.',
  F21: 'Please review falls and the risk of them.',
  F30: 'Please follow the patient up.',
};

/** What the practice is asked to do, as far as nobody has written it. @param {any} it @param {import('./care.js').Care} care @returns {string} */
export function askedOf(it, care) {
  if (it.asked !== undefined) {
    return it.asked;
  }
  const row = proposedFollowUp(care)?.reason.row;
  return row ? FIRST_ASKED[row] ?? 'Please review the patient: not everything could be asked at the scene.' : '';
}

/** What the table says for the way that was chosen; empty while nothing was assessed or chosen. @param {import('./care.js').Care} care */
export function proposedFollowUp(care) {
  return care.assessment?.followUps?.find((/** @type {any} */ it) => it.chosen === care.choice?.disposition);
}

/**
 * The terms as they stand: what the crew has changed, else what the table says.
 * @param {any} it the draft of the handover @param {import('./care.js').Care} care
 */
export function termsOf(it, care) {
  const proposed = proposedFollowUp(care)?.terms;
  return {
    kind: it.kind ?? proposed?.kind ?? 'FOR_INFORMATION',
    due: it.due ?? String(proposed?.withinHours ?? 48),
    callBack: it.callBack ?? proposed?.callBack,
  };
}

/** @param {string} hours @returns {[string, string][]} */
function dueOptions(hours) {
  return DUE_HOURS.some(([each]) => each === hours) ? DUE_HOURS : [[hours, `In ${hours} hours`], ...DUE_HOURS];
}

/** @param {any} it @param {import('./care.js').Care} care @param {(name: string) => (value: any) => void} write @param {unknown} asked the field of what is asked */
export function followUpView(it, care, write, asked) {
  const proposed = proposedFollowUp(care);
  const terms = termsOf(it, care);
  const changed = proposed && (terms.kind !== proposed.terms.kind || terms.callBack !== proposed.terms.callBack
    || (terms.kind === 'ACTION_REQUESTED' && Number(terms.due) !== proposed.terms.withinHours));
  return html`${proposed
      ? html`<p class="follow-up" id="follow-up" data-row=${proposed.reason.row}><span class="row-id">${proposed.reason.row}</span> ${proposed.reason.words}
          ${changed ? html`<b>You have changed it.</b>` : nothing}</p>`
      : html`<p class="hint">${care.choice ? 'The table has not been asked yet: choose by your own judgement.' : 'Choose first where care happens; then the table fills this in.'}</p>`}
    ${oneOf('Kind', KINDS, terms.kind, write('kind'))}
    ${terms.kind === 'ACTION_REQUESTED' ? html`<h3>Due</h3>${oneOf('Due', dueOptions(terms.due), terms.due, write('due'))} ${asked}` : nothing}
    ${threeWay('CALL_BACK', 'The hub calls the patient back', terms.callBack, write('callBack'))}`;
}
