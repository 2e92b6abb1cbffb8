package org.doorstep.server.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.PatientDetails;

/**
 * Whom and where an incident was about, for as long as it is remembered.
 *
 * @param people the NHS numbers that were given
 * @param endedAt empty while the incident is open
 */
public record Seen(
    IncidentId incident,
    Instant openedAt,
    Category category,
    Optional<Position> place,
    List<String> people,
    Optional<Instant> endedAt) {
  public Seen {
    people = List.copyOf(people);
  }

  /** The NHS numbers of a call. */
  public static List<String> people(CallDetails call) {
    return call.patients().stream()
        .map(PatientDetails::nhsNumber)
        .flatMap(Optional::stream)
        .map(number -> number.replace(" ", ""))
        .toList();
  }

  Seen at(Optional<Position> other) {
    return new Seen(incident, openedAt, category, other, people, endedAt);
  }

  Seen ended(Instant at) {
    return new Seen(incident, openedAt, category, place, people, Optional.of(at));
  }

  boolean isPersonOf(Seen other) {
    return people.stream().anyMatch(other.people::contains);
  }

  /** Transfers and requests of professionals come from the same house day after day. */
  boolean isAtHome() {
    return !Booking.fits(category);
  }

  @Override
  public String toString() {
    return "Seen[%d]".formatted(incident.value());
  }
}
