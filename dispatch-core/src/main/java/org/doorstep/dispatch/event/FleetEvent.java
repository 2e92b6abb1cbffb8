package org.doorstep.dispatch.event;

import java.util.Optional;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.UnitId;

/** A fact about the units as a whole. */
public sealed interface FleetEvent extends DispatchEvent
    permits FleetEvent.ReviewAsked, FleetEvent.FleetReviewed, FleetEvent.UnitPosted {

  /** Calls the case for this event. */
  <R> R fold(FleetCases<R> cases);

  @Override
  default <R> R fold(Cases<R> cases) {
    return cases.fleet(this);
  }

  /** One answer for each kind of event about the units. */
  interface FleetCases<R> {
    R reviewAsked(ReviewAsked event);

    R fleetReviewed(FleetReviewed event);

    R unitPosted(UnitPosted event);
  }

  /** Somebody asked whether the units stand well. */
  record ReviewAsked() implements FleetEvent {
    @Override
    public <R> R fold(FleetCases<R> cases) {
      return cases.reviewAsked(this);
    }
  }

  /** The units as a whole were looked at. */
  record FleetReviewed(FleetReview review) implements FleetEvent {
    @Override
    public <R> R fold(FleetCases<R> cases) {
      return cases.fleetReviewed(this);
    }
  }

  /**
   * A free unit was told where to stand by; {@code review} is the number of the review that advised
   * it, if one did.
   */
  record UnitPosted(UnitId unit, String station, MoveAdvice.Kind kind, Optional<Long> review)
      implements FleetEvent {
    @Override
    public <R> R fold(FleetCases<R> cases) {
      return cases.unitPosted(this);
    }
  }
}
