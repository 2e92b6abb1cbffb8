// @ts-check
/** What tests, capacity and plans say of a finding; the same as the server makes of them. */
import { assessedPlans } from './plans.js';

const LONG_LIE_MINUTES = 60;

/** True as soon as one is, false once all are. @param {(boolean | undefined)[]} parts */
function any(parts) {
  if (parts.includes(true)) {
    return true;
  }
  return parts.includes(undefined) ? undefined : false;
}

/** @param {any} test */
export function fastPositive(test) {
  return any([test.face, test.arm, test.speech]);
}

/** Steps 1 and 2 decide. @param {any} steps */
export function traumaPositive(steps) {
  return any([steps.physiology, steps.anatomy]);
}

/** Lost only where an impairment comes with something that cannot be done. @param {any} test */
export function hasCapacity(test) {
  const parts = [test.understands, test.retains, test.weighs, test.communicates];
  const lacks = parts.includes(false);
  if ((!lacks && !parts.includes(undefined)) || test.impaired === false) {
    return true;
  }
  return lacks && test.impaired !== undefined ? false : undefined;
}

/** @param {any[] | undefined} plans @param {string[]} kinds @param {(plan: any) => boolean} [counts] */
function planned(plans, kinds, counts = () => true) {
  return plans?.filter(counts).some((it) => kinds.includes(it.kind));
}

/** @param {any[] | undefined} plans */
function refusalAndAttorney(plans) {
  const kinds = (plans ?? []).map((it) => it.kind);
  return kinds.includes('ADVANCE_DECISION') && kinds.includes('LASTING_POWER_OF_ATTORNEY') ? true : undefined;
}

/**
 * By finding; what nothing speaks of is undefined.
 * @param {any} it the draft @param {number} incident @param {number} number
 * @returns {Record<string, boolean | undefined>}
 */
export function derivedFindings(it, incident, number) {
  const { plans, plansNotLocated } = assessedPlans(incident, number);
  return {
    FAST_POSITIVE: fastPositive(it.fast),
    TRAUMA_TOOL_POSITIVE: traumaPositive(it.trauma),
    LONG_LIE: it.fall.minutesOnFloor === undefined ? undefined : it.fall.minutesOnFloor > LONG_LIE_MINUTES,
    REFUSES: it.consent === undefined ? undefined : it.consent === 'REFUSED',
    HAS_CAPACITY: hasCapacity(it.capacity),
    ADVANCE_DECISION_FOUND: planned(plans, ['ADVANCE_DECISION']),
    RESPECT_SEEN: planned(plans, ['RESPECT']),
    // Resuscitation is withheld only on a decision known to be valid.
    DNACPR_SEEN: planned(plans, ['DNACPR'], (plan) => plan.kind !== 'DNACPR' || plan.valid === true),
    ATTORNEY_NAMED: planned(plans, ['LASTING_POWER_OF_ATTORNEY', 'COURT_DEPUTY']),
    PLANS_CONFLICT: refusalAndAttorney(plans),
    PLANS_NOT_LOCATED: plansNotLocated,
  };
}
