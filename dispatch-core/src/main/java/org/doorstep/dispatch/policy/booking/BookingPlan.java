package org.doorstep.dispatch.policy.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.booking.PlanReason.Code;

/**
 * Proposes a unit and a start for each booked journey, around emergencies.
 *
 * <p>A journey begins within its window and is in time for its appointment; a unit can do what is
 * needed, has the seats, takes its breaks and is back at its base when the shift ends. Transfer
 * units go first. An ambulance goes only when little emergency work is expected from its setting
 * off until it is clear ({@link EmergencyLoad#LOW_MAX}), or the window closes within {@link
 * #CLOSING}; no other kind is taken from its work.
 *
 * <p>Among such plans it looks for the least cost, in seconds: {@link #UNPLANNED} for each journey
 * that nobody does; the empty drives; a quarter of the patient's wait after the window has opened;
 * and twice the time an ambulance is bound, by the load of its hours.
 *
 * <p>The search inserts the journey that would lose most by coming later [1], and then takes in,
 * relocates and exchanges until nothing gets cheaper, within a bound. It is no proof of the best: a
 * test holds it against all plans of small cases. Ties go to the older incident and the lower call
 * sign, so that every replica proposes the same. With {@code n} journeys, {@code u} units and
 * {@code s} stops in a route, a pass costs {@code n (n + u) s} routes of {@code s} steps.
 *
 * <p>[1] Potvin, Rousseau: A parallel route building algorithm for the vehicle routing and
 * scheduling problem with time windows. EJOR 66, 1993.
 */
public final class BookingPlan {
  /** Name and version, as shown with every proposal. */
  public static final String NAME = "booking-plan/1";

  /** The cost of a journey that nobody does: more than any that is done. */
  public static final long UNPLANNED = 1_000_000;

  /** A window that closes sooner is met by whoever can: an engineering default. */
  public static final Duration CLOSING = Duration.ofMinutes(60);

  private static final int WAIT_SHARE = 4;
  private static final int BOUND_TIMES = 2;
  private static final int USUAL_LOAD = 100;
  private static final long SECOND_MILLIS = 1_000;

  private BookingPlan() {}

  /** Plans all journeys of the question. */
  public static BookingProposal propose(BookingQuestion question) {
    PlanSearch search = new PlanSearch(question);
    search.run();
    List<PlannedBooking> planned = new ArrayList<>();
    for (Route route : search.routes()) {
      for (TimedStop at : route.stops()) {
        at.stop()
            .journey()
            .ifPresent(journey -> planned.add(planned(question, route, journey, at)));
      }
    }
    planned.sort(Comparator.comparing(PlannedBooking::incident));
    List<UnplannedBooking> unplanned =
        search.left().stream()
            .map(
                journey ->
                    new UnplannedBooking(
                        journey.incident(), Obstacles.find(question, search, journey)))
            .toList();
    return new BookingProposal(NAME, search.cost(), planned, unplanned);
  }

  /** What a journey costs at those times, in seconds. */
  static long cost(BookingQuestion question, PlanUnit unit, TimedStop at) {
    PlanJourney journey = at.stop().journey().orElseThrow();
    long drive = (at.startMillis() - at.setOffMillis()) / SECOND_MILLIS;
    long wait = (at.startMillis() - journey.opensMillis()) / SECOND_MILLIS / WAIT_SHARE;
    if (unit.kind() != UnitKind.AMBULANCE) {
      return drive + wait;
    }
    long bound = (at.clearMillis() - at.setOffMillis()) / SECOND_MILLIS;
    int load = question.load().highest(at.setOffMillis(), at.clearMillis());
    return drive + wait + bound * BOUND_TIMES * load / USUAL_LOAD;
  }

  /** Whether whoever can must do it now. */
  static boolean isClosing(BookingQuestion question, PlanJourney journey) {
    return leftMillis(question, journey) <= CLOSING.toMillis();
  }

  private static long leftMillis(BookingQuestion question, PlanJourney journey) {
    return journey.closesMillis() - question.now().toEpochMilli();
  }

  private static PlannedBooking planned(
      BookingQuestion question, Route route, PlanJourney journey, TimedStop at) {
    return new PlannedBooking(
        journey.incident(),
        route.unit().unit(),
        Instant.ofEpochMilli(at.setOffMillis()),
        Instant.ofEpochMilli(at.startMillis()),
        Instant.ofEpochMilli(at.clearMillis()),
        reasons(question, route, journey, at));
  }

  private static List<PlanReason> reasons(
      BookingQuestion question, Route route, PlanJourney journey, TimedStop at) {
    long shiftEnds = route.unit().shiftEndsAt().toEpochMilli();
    return List.of(
        whyThisKind(question, route.unit(), journey, at),
        seconds(Code.DRIVE, at.startMillis() - at.setOffMillis()),
        seconds(Code.AFTER_OPENING, at.startMillis() - journey.opensMillis()),
        seconds(Code.BEFORE_SHIFT_END, shiftEnds - route.backMillis()));
  }

  private static PlanReason whyThisKind(
      BookingQuestion question, PlanUnit unit, PlanJourney journey, TimedStop at) {
    if (unit.kind() == UnitKind.URGENT_TRANSFER) {
      return new PlanReason(Code.TRANSFER_UNIT, 0);
    }
    int load = question.load().highest(at.setOffMillis(), at.clearMillis());
    return Optional.of(new PlanReason(Code.LOAD_IS_LOW, load))
        .filter(reason -> load <= EmergencyLoad.LOW_MAX)
        .orElseGet(() -> seconds(Code.WINDOW_CLOSES, leftMillis(question, journey)));
  }

  private static PlanReason seconds(Code code, long millis) {
    return new PlanReason(code, millis / SECOND_MILLIS);
  }
}
