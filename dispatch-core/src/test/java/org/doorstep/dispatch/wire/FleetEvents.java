package org.doorstep.dispatch.wire;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.FleetEvent;
import org.doorstep.dispatch.model.Basis;
import org.doorstep.dispatch.model.BreakAdvice;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.FleetReview.FleetAdvice;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.model.UnitId;

/** One of each kind of event about the units as a whole. */
final class FleetEvents {
  private static final UnitId U = new UnitId("A117");
  private static final UnitId V = new UnitId("A118");

  private FleetEvents() {}

  static List<DispatchEvent> oneOfEachKind() {
    MoveAdvice move = new MoveAdvice(U, 9, "East", 311, 480_000, MoveAdvice.Kind.STANDING);
    Exchange exchange = new Exchange(new IncidentId(1042), U, V, Optional.of(new IncidentId(1043)));
    FleetAdvice advice =
        new FleetAdvice(
            List.of(move),
            List.of(new ExchangeAdvice(exchange, 360, -60)),
            List.of(new BreakAdvice(V, 4, -120, 12, 30)));
    Basis basis = new Basis("doorstep/1", "6".repeat(64), World.EVIDENCE);
    return List.of(
        new FleetEvent.ReviewAsked(),
        new FleetEvent.FleetReviewed(new FleetReview(7, World.NOON, basis, 2_345, advice)),
        new FleetEvent.UnitPosted(U, "East", MoveAdvice.Kind.STANDING, Optional.of(7L)));
  }
}
