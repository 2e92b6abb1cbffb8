package org.doorstep.dispatch.engine;

import java.time.Instant;
import org.doorstep.dispatch.event.FleetEvent;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.FleetEvent.ReviewAsked;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.Posting;

/** What each event about the units as a whole changes. */
final class FleetEvolution implements FleetEvent.FleetCases<AreaState> {
  private final AreaState state;
  private final Instant at;
  private final long sequence;

  FleetEvolution(AreaState state, Instant at, long sequence) {
    this.state = state;
    this.at = at;
    this.sequence = sequence;
  }

  @Override
  public AreaState reviewAsked(ReviewAsked event) {
    state.put(state.fleet().asked(sequence));
    return state;
  }

  @Override
  public AreaState fleetReviewed(FleetReviewed event) {
    state.put(state.fleet().reviewed(event.review()));
    return state;
  }

  @Override
  public AreaState unitPosted(UnitPosted event) {
    state
        .findUnit(event.unit())
        .map(unit -> unit.posted(new Posting(event.station(), at), event.kind()))
        .ifPresent(state::put);
    if (event.kind() == MoveAdvice.Kind.STANDING) {
      state.put(state.fleet().moved(at));
    }
    return state;
  }
}
