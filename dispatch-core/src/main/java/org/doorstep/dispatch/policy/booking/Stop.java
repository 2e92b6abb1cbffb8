package org.doorstep.dispatch.policy.booking;

import java.util.Optional;

/** One thing that a unit does in its turn: a journey, or a break; one of the two is there. */
record Stop(Optional<PlanJourney> journey, Optional<PlanRest> rest) {
  static Stop of(PlanJourney journey) {
    return new Stop(Optional.of(journey), Optional.empty());
  }

  static Stop of(PlanRest rest) {
    return new Stop(Optional.empty(), Optional.of(rest));
  }

  boolean isOf(PlanJourney other) {
    return journey.isPresent() && journey.get().incident().equals(other.incident());
  }
}
