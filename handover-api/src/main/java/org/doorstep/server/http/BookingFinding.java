package org.doorstep.server.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.booking.BookingPlan;
import org.doorstep.dispatch.policy.booking.BookingProposal;
import org.doorstep.dispatch.policy.booking.BookingQuestion;
import org.doorstep.dispatch.policy.booking.PlanJourney;
import org.doorstep.dispatch.policy.booking.PlanRest;
import org.doorstep.dispatch.policy.booking.PlanUnit;
import org.doorstep.dispatch.policy.booking.PlannedBooking;
import org.doorstep.dispatch.policy.booking.UnplannedBooking;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.server.board.BoardBooking;
import org.doorstep.server.board.BoardIncident;
import org.doorstep.server.board.BoardPlace;
import org.doorstep.server.board.BoardState;
import org.doorstep.server.board.BoardUnit;

/**
 * Plans the booked journeys of a board to which nobody has been sent, by the drives of the moment.
 * Blocks.
 */
final class BookingFinding {
  private final ServedArea area;
  private final RoadTimes times;
  private final UsualLoad load;
  private final InstantSource clock;

  /**
   * The plan as the contract has it.
   *
   * @param notPlanned booked journeys that were not looked at: nobody knows yet where the patient
   *     is, or there are more than a plan takes and their windows open later
   */
  record Found(
      Instant at,
      String policy,
      List<PlannedBooking> planned,
      List<UnplannedBooking> unplanned,
      List<IncidentId> notPlanned) {}

  BookingFinding(ServedArea area, InstantSource clock) {
    this.area = area;
    this.times = new RoadTimes(area.map().roads());
    this.load = new UsualLoad(area.people().directory().services().zone());
    this.clock = clock;
  }

  /** Plans all of the board that can be planned. */
  Found find(BoardState board) {
    Instant now = clock.instant();
    List<BoardIncident> booked =
        board.incidents().stream().filter(BookingFinding::isToBeDone).toList();
    List<BoardIncident> planned =
        booked.stream()
            .filter(incident -> incident.place().isPresent())
            .sorted(Comparator.comparing(BookingFinding::opensAt))
            .limit(BookingQuestion.JOURNEYS_MAX)
            .sorted(Comparator.comparing(BoardIncident::incident))
            .toList();
    PlanPlaces places = new PlanPlaces(times);
    List<PlanJourney> journeys = new ArrayList<>();
    planned.forEach(incident -> journey(places, incident).ifPresent(journeys::add));
    List<PlanUnit> units =
        board.units().stream()
            .filter(BookingFinding::carries)
            .flatMap(unit -> unit(places, unit, now).stream())
            .limit(BookingQuestion.UNITS_MAX)
            .toList();
    BookingProposal proposal =
        BookingPlan.propose(
            new BookingQuestion(now, journeys, units, places.drives(), load.from(now)));
    List<IncidentId> notPlanned =
        new ArrayList<>(booked.stream().map(BoardIncident::incident).toList());
    notPlanned.removeAll(journeys.stream().map(PlanJourney::incident).toList());
    return new Found(now, proposal.policy(), proposal.planned(), proposal.unplanned(), notPlanned);
  }

  private static boolean isToBeDone(BoardIncident incident) {
    return incident.booking().isPresent() && incident.jobs().isEmpty() && !incident.attended();
  }

  private static Instant opensAt(BoardIncident incident) {
    return incident.booking().map(BoardBooking::opensAt).orElse(Instant.MAX);
  }

  private Optional<PlanJourney> journey(PlanPlaces places, BoardIncident incident) {
    Optional<BoardBooking> booking = incident.booking();
    Optional<BoardPlace> place = incident.place();
    if (booking.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    int origin = places.indexOf(new Position(place.get().lat(), place.get().lon()));
    int destination =
        booking
            .get()
            .journey()
            .service()
            .flatMap(this::place)
            .map(places::indexOf)
            .orElseGet(places::unknown);
    return Optional.of(
        new PlanJourney(
            incident.incident(), booking.get().booking(), incident.needs(), origin, destination));
  }

  private Optional<Position> place(ServiceId id) {
    return area.people().directory().services().services().stream()
        .filter(service -> service.id().equals(id))
        .findFirst()
        .flatMap(Service::place);
  }

  /** The break that a crew still has to begin within its window, and to end after it. */
  private static List<PlanRest> rests(BoardUnit unit) {
    if (unit.rest().isEmpty() || unit.duty().breakTakenAt().isPresent()) {
      return List.of();
    }
    BreakWindow due = unit.rest().get();
    Instant over = due.until().plusSeconds(60L * due.minutes());
    return List.of(new PlanRest(due.from(), over, due.minutes()));
  }

  private static boolean carries(BoardUnit unit) {
    return unit.kind() == UnitKind.AMBULANCE || unit.kind() == UnitKind.URGENT_TRANSFER;
  }

  /** A crew on its break comes back; one that cannot be sent for another reason is not planned. */
  private Optional<PlanUnit> unit(PlanPlaces places, BoardUnit unit, Instant now) {
    boolean comesBack = unit.unavailable().filter(why -> why != UnavailableReason.BREAK).isEmpty();
    Optional<Station> base = area.reference().findStation(unit.base());
    if (!comesBack || base.isEmpty()) {
      return Optional.empty();
    }
    int home = places.indexOf(new Position(base.get().lat(), base.get().lon()));
    int place =
        UnitPlaces.find(area, unit)
            .map(at -> places.indexOf(new Position(at.lat(), at.lon())))
            .orElse(home);
    return Optional.of(
        new PlanUnit(
            unit.unit(),
            unit.kind(),
            unit.capabilities(),
            PlanUnit.seats(unit.kind()),
            UsualWork.freeAt(unit, now),
            place,
            home,
            unit.shiftEndsAt(),
            rests(unit)));
  }
}
