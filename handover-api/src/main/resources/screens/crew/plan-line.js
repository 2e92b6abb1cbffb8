// @ts-check
/**
 * Whether a choice goes against or along with what the patient has laid down. Going to hospital
 * against a plan asks for a reason and never waits for it; going along with a plan asks for none.
 */

/** @param {import('./care.js').Care} care @returns {string[]} */
const actionsOf = (care) => (care.assessment?.result.explanation.notes ?? []).map((/** @type {any} */ it) => it.action);

/** A plan that prefers comfort was found. @param {import('./care.js').Care} care */
function prefersComfort(care) {
  return (care.assessment?.assessment.findings.present ?? []).includes('COMFORT_PLAN');
}

/** Going there asks why, although the tables propose it. @param {import('./care.js').Care} care @param {string | undefined} disposition */
export function isAgainstPlan(care, disposition) {
  return disposition === 'ACUTE' && (actionsOf(care).includes('REASON_AGAINST_PLAN') || prefersComfort(care));
}

/** A plan is known whose recommendations may prefer another place. @param {import('./care.js').Care} care @param {string | undefined} disposition */
export function asksWhetherInLine(care, disposition) {
  return disposition === 'ACUTE' && !isAgainstPlan(care, disposition) && actionsOf(care).includes('SHOW_PLANS');
}

/** Elsewhere than proposed, along with the plan: the plan is the reason. @param {import('./care.js').Care} care @param {string | undefined} disposition */
export function isAlongWithPlan(care, disposition) {
  return (disposition === 'TREAT_AT_SCENE' || disposition === 'COMMUNITY') && prefersComfort(care);
}
