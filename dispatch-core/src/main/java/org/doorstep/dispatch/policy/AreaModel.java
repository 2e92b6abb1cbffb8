package org.doorstep.dispatch.policy;

import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.FleetReview.FleetAdvice;
import org.doorstep.dispatch.model.FleetWatch;
import org.doorstep.dispatch.model.Incident;

/** What an area decides by: its rules and its cover ground. Immutable. */
public final class AreaModel {
  /** Whoever is closest is sent; nothing else is weighed. */
  public static final AreaModel CLOSEST = new AreaModel("0".repeat(64));

  private final String hash;

  private AreaModel(String hash) {
    this.hash = hash;
  }

  public String hash() {
    return hash;
  }

  public boolean allowsDivert(Incident left, Incident gained) {
    return gained.triage().category().isMoreUrgentThan(left.triage().category());
  }

  public boolean hasMovedEnough(FleetWatch watch, ClinicalUnit unit, java.time.Instant at) {
    return false;
  }

  public ReviewedFleet review(Situation situation, FleetWatch watch) {
    return new ReviewedFleet("none/1", 0, FleetAdvice.NONE);
  }
}
