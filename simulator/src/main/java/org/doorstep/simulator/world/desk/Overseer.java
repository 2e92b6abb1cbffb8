package org.doorstep.simulator.world.desk;

import java.util.Optional;
import org.doorstep.dispatch.command.FleetCommand.ExchangeUnits;
import org.doorstep.dispatch.command.FleetCommand.PostUnit;
import org.doorstep.dispatch.command.FleetCommand.ReviewFleet;
import org.doorstep.dispatch.event.FleetEvent.FleetReviewed;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exchange;
import org.doorstep.dispatch.model.ExchangeAdvice;
import org.doorstep.dispatch.model.ExchangeSeen;
import org.doorstep.dispatch.model.FleetReview;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.crew.Crews;

/**
 * Has the units as a whole looked at soon after something has changed, and does what is advised:
 * who takes over from whom, and where free units stand by. Confined to one thread.
 */
public final class Overseer {
  private static final Actor TRAVEL = Actor.system("travel");
  private static final Actor DISPATCHER = Actor.user("desk");
  private static final String NO_EVIDENCE = "0".repeat(64);

  /** Until the desk gets round to it; what changes meanwhile is looked at together. */
  private static final long SOON_MILLIS = 10_000;

  private final AreaLine area;
  private final Crews crews;
  private final Surveyor surveyor;
  private boolean planned;

  Overseer(AreaLine area, Crews crews, Surveyor surveyor) {
    this.area = area;
    this.crews = crews;
    this.surveyor = surveyor;
  }

  /** A unit was sent or has become free. */
  public void changed() {
    if (!planned) {
      planned = true;
      area.after(SOON_MILLIS, this::look);
    }
  }

  private void look() {
    planned = false;
    if (crews.list().stream().anyMatch(Crew::isSendable)) {
      area.give(
          TRAVEL, head -> new ReviewFleet(head, 0, NO_EVIDENCE, surveyor.picture()), reply -> {});
    }
  }

  /** Advice is there: it is taken. */
  public void reviewed(FleetReviewed event) {
    FleetReview review = event.review();
    for (ExchangeAdvice advice : review.advice().exchanges()) {
      exchange(advice.exchange());
    }
    for (MoveAdvice move : review.advice().moves()) {
      area.give(
          DISPATCHER,
          head ->
              new PostUnit(
                  head,
                  move.unit(),
                  move.station(),
                  Optional.of(review.number()),
                  move.unitVersion()),
          reply -> {});
    }
  }

  private void exchange(Exchange exchange) {
    Optional<Incident> incident = area.board().findIncident(exchange.incident());
    Optional<ClinicalUnit> leaves = area.board().findUnit(exchange.leaves());
    Optional<ClinicalUnit> comes = area.board().findUnit(exchange.comes());
    Optional<Crew> crew = crews.find(exchange.comes());
    if (incident.isEmpty() || leaves.isEmpty() || comes.isEmpty() || crew.isEmpty()) {
      return;
    }
    if (!crew.get().isSendable()) {
      return;
    }
    crew.get().hold(true);
    ExchangeSeen seen =
        new ExchangeSeen(
            incident.get().version(),
            leaves.get().version(),
            comes.get().version(),
            Optional.empty());
    area.give(
        DISPATCHER,
        head -> new ExchangeUnits(head, exchange, Optional.empty(), seen),
        reply -> {
          if (reply.rejection().isPresent()) {
            crew.get().hold(false);
          }
        });
  }

  /** A crew is told where to stand by. */
  public void posted(UnitPosted event) {
    crews.find(event.unit()).ifPresent(crew -> crew.posted(surveyor.station(event.station())));
  }
}
