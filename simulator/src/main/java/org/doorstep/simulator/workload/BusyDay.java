package org.doorstep.simulator.workload;

import java.time.Instant;
import java.util.List;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.host.AreaPort;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A day of a small town, compressed to a few hours: some three hundred calls for fifteen units,
 * with whole journeys from the call to the handover that a practice has accepted. One thread.
 *
 * <p>It stands on both sides of an area: it is the world that is told what has happened, and it
 * gives the commands. Everybody in it acts on what the board shows and carries on after a refusal
 * or a late answer, so it comes to rest by itself once the calls have ended.
 */
public final class BusyDay implements Outside {
  /** Keeps fifteen units about as busy as they can be. */
  public static final int CALLS_EVERY_SECONDS_USUAL = 36;

  private static final String EVIDENCE = "e".repeat(64);
  private static final int CALLS_PER_BOOKING = 10;

  private final AreaId area;
  private final Timeline timeline;
  private final Instant start;
  private final Chance chance;
  private final Chance booked;
  private final int callsEverySeconds;
  private final Town town = new Town();
  private @Nullable Cast cast;
  private boolean calling = true;

  /** Who is in the town. */
  private record Cast(Errands errands, Desk desk, Crews crews, Partners partners) {}

  /**
   * A day that has not begun.
   *
   * @param timeline in milliseconds
   * @param start the time at moment 0
   * @param callsEverySeconds the mean between two calls, 1 or more; the town is busy at {@link
   *     #CALLS_EVERY_SECONDS_USUAL} and quiet at twenty minutes
   */
  public BusyDay(AreaId area, Timeline timeline, Instant start, long seed, int callsEverySeconds) {
    if (callsEverySeconds < 1) {
      throw new IllegalArgumentException(
          "The callsEverySeconds (%d) must be 1 or more.".formatted(callsEverySeconds));
    }
    this.callsEverySeconds = callsEverySeconds;
    this.area = area;
    this.timeline = timeline;
    this.start = start;
    this.chance = Chance.of(seed, "busy-day");
    this.booked = Chance.of(seed, "booked");
  }

  /** Begins, at an area that this is the outside of. */
  public void begin(AreaPort port) {
    Errands errands = new Errands(area, port, timeline, start);
    Bedside bedside = new Bedside(errands, chance.split());
    Crews crews = new Crews(errands, town, bedside, chance.split());
    cast =
        new Cast(
            errands,
            new Desk(errands, port, bedside, chance.split()),
            crews,
            new Partners(errands, chance.split()));
    crews.begin();
    Chance calls = chance.split();
    nextCall(cast(), calls);
    nextBooking(errands, new Bookings(errands, port, booked.split()));
  }

  /** Nobody calls any more and nobody rests; what is open goes on to its end. */
  public void end() {
    calling = false;
    cast().crews().endRests();
  }

  private Cast cast() {
    Cast known = cast;
    if (known == null) {
      throw new IllegalStateException("The day has not begun.");
    }
    return known;
  }

  private void nextCall(Cast there, Chance calls) {
    there
        .errands()
        .in(
            calls.exponential(callsEverySeconds),
            () -> {
              if (calling) {
                there.desk().call();
                nextCall(there, calls);
              }
            });
  }

  private void nextBooking(Errands errands, Bookings bookings) {
    errands.in(
        booked.exponential((double) callsEverySeconds * CALLS_PER_BOOKING),
        () -> {
          if (calling) {
            bookings.book();
            nextBooking(errands, bookings);
          }
        });
  }

  @Override
  public void happened(LoggedEvent logged) {
    Cast there = cast();
    DispatchEvent event = logged.event();
    if (event instanceof CareEvent care) {
      care.fold(there.partners());
    } else if (event instanceof DispatchEvent.UnitsRecommended recommended) {
      there.desk().recommended(recommended.incident());
    } else if (event instanceof DispatchEvent.JobStageReported reported) {
      reported(there, reported);
    } else if (event instanceof DispatchEvent.DeadlinePassed passed) {
      late(there, passed.overdue());
    }
  }

  private static void reported(Cast there, DispatchEvent.JobStageReported reported) {
    switch (reported.stage()) {
      case MOBILE -> there.desk().mobile(reported.incident(), reported.unit());
      case AT_DESTINATION -> there.partners().arrived(reported.incident());
      default -> {
        return;
      }
    }
  }

  private static void late(Cast there, Overdue overdue) {
    Obligation owed = overdue.obligation();
    switch (owed.kind()) {
      case SEND -> there.desk().late(owed.incident());
      case ACKNOWLEDGE_JOB ->
          owed.unit().ifPresent(unit -> there.desk().unanswered(owed.incident(), unit));
      case DELIVER_HANDOVER, REROUTE_HANDOVER, ATTEND, REARRANGE ->
          owed.patient()
              .ifPresent(number -> there.partners().late(new PatientId(owed.incident(), number)));
      default -> {
        return;
      }
    }
  }

  @Override
  public void askTravelTimes(AskTravelTimes order) {
    Cast there = cast();
    there
        .errands()
        .in(
            chance.between(0.1, 1.5),
            () ->
                there
                    .errands()
                    .give(
                        new RecommendUnits(
                            there.errands().head("travel"),
                            order.incident(),
                            order.id().sequence(),
                            EVIDENCE,
                            quotes(there, order))));
  }

  private List<TravelQuote> quotes(Cast there, AskTravelTimes order) {
    int to =
        Town.metersOf(
            there
                .errands()
                .board()
                .findIncident(order.incident())
                .flatMap(incident -> incident.report().place()));
    return there.errands().board().listUnits().stream()
        .map(unit -> new TravelQuote(unit.id(), town.driveMillis(unit.id(), to), false, 5))
        .toList();
  }

  @Override
  public void notifyCrew(NotifyCrew order) {
    cast().crews().told(order.unit(), order.job());
  }
}
