package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * What a patient wants, may decide, has laid down, and lives in.
 *
 * @param plans advance care plans that were found, at most {@link #PLANS_MAX}; none found is an
 *     empty list, not looked for is none given
 * @param plansNotLocated whether plans were looked for and could not be located
 */
public record PersonalContext(
    Optional<CapacityTest> capacity,
    Optional<Consent> consent,
    Optional<List<PlanSeen>> plans,
    Optional<Boolean> plansNotLocated,
    Optional<Wellbeing> wellbeing) {
  /** More than anybody has. */
  public static final int PLANS_MAX = 20;

  public PersonalContext {
    plans = plans.map(List::copyOf);
    plans.ifPresent(all -> Require.atMost("number of plans", all.size(), PLANS_MAX));
  }
}
