package org.doorstep.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.FleetEvent;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Advice;
import org.doorstep.dispatch.model.Assigner;
import org.doorstep.dispatch.model.BookingWindow;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.UnitId;

/**
 * What a sentence about an event needs to know, as codes, ids, numbers and times; no word of the
 * record is among it.
 *
 * <p>Walks the events of one incident in their order, because some say only what the one before
 * them was about: an assignment names a recommendation, and what stood first in it was said
 * earlier.
 */
final class HistoryFacts implements DispatchEvent.Cases<Map<String, String>> {
  private final CareHistoryFacts care = new CareHistoryFacts();
  private final SwapFacts swaps;
  private Optional<Recommendation> latest = Optional.empty();
  private Optional<CommandId> command = Optional.empty();

  /**
   * Facts of one incident.
   *
   * @param events its own, and those that the same commands have caused elsewhere
   */
  HistoryFacts(List<LoggedEvent> events) {
    this.swaps = new SwapFacts(events);
  }

  /** The facts of the next event. */
  Map<String, String> of(LoggedEvent logged) {
    command = Optional.of(logged.command());
    return logged.event().fold(this);
  }

  /** Facts by their names, in the order of the names; what is not known is left out. */
  static final class Facts {
    private final Map<String, String> facts = new TreeMap<>();

    static Facts of(String name, Object value) {
      return new Facts().and(name, value);
    }

    Facts and(String name, Object value) {
      facts.put(name, value instanceof Enum<?> code ? code.name() : String.valueOf(value));
      return this;
    }

    Facts and(String name, Optional<?> value) {
      value.ifPresent(known -> and(name, (Object) known));
      return this;
    }

    Map<String, String> map() {
      return facts;
    }
  }

  @Override
  public Map<String, String> unitSignedOn(DispatchEvent.UnitSignedOn event) {
    return Map.of();
  }

  @Override
  public Map<String, String> unitSignedOff(DispatchEvent.UnitSignedOff event) {
    return Map.of();
  }

  @Override
  public Map<String, String> unitMadeUnavailable(DispatchEvent.UnitMadeUnavailable event) {
    return Facts.of("reason", event.reason()).map();
  }

  @Override
  public Map<String, String> unitMadeAvailable(DispatchEvent.UnitMadeAvailable event) {
    return Map.of();
  }

  @Override
  public Map<String, String> incidentOpened(DispatchEvent.IncidentOpened event) {
    return Facts.of("category", event.category())
        .and("source", event.source())
        .and("from", event.booking().map(booking -> booking.window().opens()))
        .and("until", event.booking().map(booking -> booking.window().closes()))
        .map();
  }

  @Override
  public Map<String, String> callAdded(DispatchEvent.CallAdded event) {
    return Facts.of("source", event.source()).map();
  }

  @Override
  public Map<String, String> incidentRecategorised(DispatchEvent.IncidentRecategorised event) {
    return Facts.of("category", event.category()).map();
  }

  @Override
  public Map<String, String> placeCorrected(DispatchEvent.PlaceCorrected event) {
    return Map.of();
  }

  @Override
  public Map<String, String> travelTimesAsked(DispatchEvent.TravelTimesAsked event) {
    return Map.of();
  }

  @Override
  public Map<String, String> unitsRecommended(DispatchEvent.UnitsRecommended event) {
    latest = Optional.of(event.recommendation());
    List<Candidate> candidates = event.recommendation().candidates();
    Facts facts = Facts.of("count", candidates.size());
    candidates.stream()
        .findFirst()
        .ifPresent(
            first ->
                facts
                    .and("first", first.unit().value())
                    .and("driveSeconds", first.driveMillis() / 1_000));
    Optional<Advice> advice = event.recommendation().advice();
    return facts
        .and("verdict", advice.map(Advice::verdict))
        .and("held", advice.flatMap(Advice::automatic))
        .map();
  }

  @Override
  public Map<String, String> unitAssigned(DispatchEvent.UnitAssigned event) {
    return new Facts()
        .and("by", event.by().orElse(Assigner.PERSON))
        .and("divertedFrom", swaps.findLeft(command, event).map(IncidentId::value))
        .and("takesOverFrom", swaps.findReplaced(command, event).map(UnitId::value))
        .and("override", event.override())
        .and("driveSeconds", event.driveMillis().map(millis -> millis / 1_000))
        .and("rank", event.recommendation().flatMap(number -> rank(number, event.unit())))
        .map();
  }

  private Optional<Integer> rank(long number, UnitId unit) {
    List<UnitId> units =
        latest.filter(each -> each.number() == number).stream()
            .flatMap(each -> each.candidates().stream())
            .map(Candidate::unit)
            .toList();
    return units.contains(unit) ? Optional.of(units.indexOf(unit) + 1) : Optional.empty();
  }

  @Override
  public Map<String, String> jobStageReported(DispatchEvent.JobStageReported event) {
    return Facts.of("stage", event.stage()).map();
  }

  @Override
  public Map<String, String> jobRefused(DispatchEvent.JobRefused event) {
    return Facts.of("reason", event.reason()).map();
  }

  @Override
  public Map<String, String> unitStoodDown(DispatchEvent.UnitStoodDown event) {
    return Facts.of("reason", event.reason())
        .and("divertedTo", swaps.findNext(command, event).map(IncidentId::value))
        .and("takenOverBy", swaps.findReplacement(command, event).map(UnitId::value))
        .map();
  }

  @Override
  public Map<String, String> incidentClosed(DispatchEvent.IncidentClosed event) {
    return Facts.of("reason", event.reason()).map();
  }

  @Override
  public Map<String, String> deadlinePassed(DispatchEvent.DeadlinePassed event) {
    Overdue overdue = event.overdue();
    return Facts.of("obligation", overdue.obligation().kind())
        .and("dueAt", overdue.dueAt())
        .and("patient", overdue.obligation().patient())
        .and("unit", overdue.obligation().unit().map(UnitId::value))
        .map();
  }

  @Override
  public Map<String, String> emergencyRaised(DispatchEvent.EmergencyRaised event) {
    return Map.of();
  }

  @Override
  public Map<String, String> emergencyAcknowledged(DispatchEvent.EmergencyAcknowledged event) {
    return Map.of();
  }

  @Override
  public Map<String, String> emergencyEnded(DispatchEvent.EmergencyEnded event) {
    return Map.of();
  }

  /** Nothing of the units as a whole belongs to one incident. */
  @Override
  public Map<String, String> fleet(FleetEvent event) {
    return Map.of();
  }

  @Override
  public Map<String, String> hub(HubEvent event) {
    return event.fold(new HubHistoryFacts()).map();
  }

  @Override
  public Map<String, String> correction(CorrectionEvent event) {
    return event.fold(new CorrectionHistoryFacts(care));
  }

  @Override
  public Map<String, String> care(CareEvent event) {
    return care.of(event);
  }

  @Override
  public Map<String, String> bookingChanged(DispatchEvent.BookingChanged event) {
    BookingWindow window = event.booking().window();
    return Facts.of("from", window.opens()).and("until", window.closes()).map();
  }

  @Override
  public Map<String, String> bookingReleased(DispatchEvent.BookingReleased event) {
    return Map.of();
  }
}
