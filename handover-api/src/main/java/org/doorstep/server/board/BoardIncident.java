package org.doorstep.server.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.decision.ClinicianNeeded;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.Triage;
import org.doorstep.dispatch.protocol.ResponsePlan;

/**
 * An open incident as a board shows it.
 *
 * @param targetSeconds the response standard of its category; of what is booked no longer than its
 *     window
 * @param asking whether drive times are outstanding
 * @param overdue what is owed about it and was not done in time
 * @param booking what was agreed of its time, where it was booked
 * @param contact who speaks with those who wait
 * @param earlier of a repeat contact, the incident that it repeats, where that is known
 * @param clinicianNeeded why it may be closed, or treated by telephone, by a clinician only
 */
public record BoardIncident(
    IncidentId incident,
    long version,
    Category category,
    Capabilities needs,
    Instant openedAt,
    Instant clockStartedAt,
    Optional<Long> targetSeconds,
    IncidentSource source,
    String complaint,
    Optional<BoardPlace> place,
    List<Flag> flags,
    boolean attended,
    boolean asking,
    List<BoardJob> jobs,
    Optional<Recommendation> recommendation,
    List<BoardPatient> patients,
    List<Obligation> overdue,
    Optional<BoardBooking> booking,
    BoardContact contact,
    List<Flag> clinicianNeeded,
    Optional<SeenLately.Earlier> earlier) {

  static BoardIncident of(
      Incident incident, Words words, DispatchView area, Optional<SeenLately.Earlier> earlier) {
    return new BoardIncident(
        incident.id(),
        incident.version(),
        incident.triage().category(),
        incident.triage().needs(),
        incident.report().openedAt(),
        incident.triage().clockStartedAt(),
        target(incident).map(Duration::toSeconds),
        incident.report().source(),
        words.complaint(),
        words.place(),
        incident.report().flags(),
        incident.response().attended(),
        incident.response().travelTimesAsked() > 0,
        incident.response().jobs().stream().map(BoardJob::of).toList(),
        incident.response().recommendation(),
        area.listPatients(incident.id()).stream().map(BoardPatient::of).toList(),
        area.listOverdue().stream()
            .map(Overdue::obligation)
            .filter(obligation -> obligation.incident().equals(incident.id()))
            .toList(),
        incident.booked().map(BoardBooking::of),
        BoardContact.of(incident),
        ClinicianNeeded.list(incident, area.listPatients(incident.id())),
        earlier);
  }

  /** The standard of the category; what is booked must be met within its window as well. */
  private static Optional<Duration> target(Incident incident) {
    Triage triage = incident.triage();
    Optional<Duration> standard = ResponsePlan.target(triage.category());
    Optional<Duration> window =
        incident
            .booked()
            .map(booked -> booked.booking().window().closes())
            .map(closes -> Duration.between(triage.clockStartedAt(), closes))
            .map(left -> left.isNegative() ? Duration.ZERO : left);
    return window
        .filter(left -> standard.isEmpty() || left.compareTo(standard.get()) < 0)
        .or(() -> standard);
  }

  @Override
  public String toString() {
    return "BoardIncident[%d]".formatted(incident.value());
  }
}
