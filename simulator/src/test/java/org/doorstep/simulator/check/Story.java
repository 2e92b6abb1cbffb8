package org.doorstep.simulator.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BookingJourney;
import org.doorstep.dispatch.model.BookingMinutes;
import org.doorstep.dispatch.model.BookingNeeds;
import org.doorstep.dispatch.model.BookingPlace;
import org.doorstep.dispatch.model.BookingWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.check.Violation.Code;

/** A log that is written by hand and told to a judge, event for event. */
final class Story {
  static final IncidentId FIRST = new IncidentId(1);
  static final PatientId PATIENT = new PatientId(FIRST, 1);
  static final UnitId A1 = new UnitId("A1");
  static final RecordId WORDS = new RecordId(new UUID(1, 1));
  static final ServiceId SERVICE = new ServiceId("SERVICE");

  private static final AreaId AREA = new AreaId("TOWN");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final InvariantChecker judge = new InvariantChecker(Limits.USUAL);
  private Instant now = NOON;
  private long sequence;
  private long commands = 1_000;

  static CommandId command(long number) {
    return new CommandId(new UUID(0, number));
  }

  /** One unit on shift, one incident with a known place. */
  static Story withUnitAndIncident() {
    return new Story().signedOn(A1).opened(FIRST, Category.C1).recommended(FIRST);
  }

  /** One unit with the patient of one incident. */
  static Story atPatient() {
    return withUnitAndIncident()
        .happened(sent(FIRST, A1))
        .happened(new DispatchEvent.JobStageReported(FIRST, A1, JobStage.AT_PATIENT));
  }

  /** One unit on shift, one journey booked in a window of minutes after noon. */
  static Story booked(long fromMinute, long untilMinute) {
    return new Story()
        .signedOn(A1)
        .happened(
            new DispatchEvent.IncidentOpened(
                FIRST,
                WORDS,
                IncidentSource.DESK,
                Category.HCP4,
                Capabilities.NONE,
                Optional.of(new SealedPlace("c29tZXdoZXJl")),
                List.of(),
                Optional.of(booking(fromMinute, untilMinute)),
                Optional.empty(),
                Optional.empty()));
  }

  static Booking booking(long fromMinute, long untilMinute) {
    return new Booking(
        BookingWindow.between(
            NOON.plusSeconds(fromMinute * 60), NOON.plusSeconds(untilMinute * 60)),
        new BookingJourney(BookingPlace.HOME, BookingPlace.CLINIC, Optional.empty()),
        new BookingNeeds(BookingNeeds.Mobility.WALKS, BookingNeeds.Escort.NONE, List.of()),
        new BookingMinutes(10, 10));
  }

  static DispatchEvent sent(IncidentId incident, UnitId unit) {
    return new DispatchEvent.UnitAssigned(
        incident, unit, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Instant now() {
    return now;
  }

  Story after(Duration time) {
    now = now.plus(time);
    judge.passed(now);
    return this;
  }

  Story signedOn(UnitId unit) {
    return happened(
        new DispatchEvent.UnitSignedOn(
            unit, new Shift(UnitKind.AMBULANCE, Capabilities.NONE, "Town", NOON.plusSeconds(1))));
  }

  Story opened(IncidentId incident, Category category) {
    return happened(
        new DispatchEvent.IncidentOpened(
            incident,
            WORDS,
            IncidentSource.DESK,
            category,
            Capabilities.NONE,
            Optional.of(new SealedPlace("c29tZXdoZXJl")),
            List.of()));
  }

  Story recommended(IncidentId incident) {
    return happened(
        new DispatchEvent.UnitsRecommended(
            incident, new Recommendation(1, now, "closest-capable/1", "e", List.of(), List.of())));
  }

  /** The next event, by a command of its own. */
  Story happened(DispatchEvent event) {
    commands++;
    return happened(commands, event);
  }

  /** The next event, by a command of that number. */
  Story happened(long command, DispatchEvent event) {
    return happened(command, sequence + 1, now, event);
  }

  Story happened(long command, long number, Instant at, DispatchEvent event) {
    sequence = number;
    judge.happened(
        new LoggedEvent(AREA, number, at, Actor.user("desk"), command(command), event), now);
    return this;
  }

  Story given(long command) {
    judge.given(command(command), now);
    return this;
  }

  Story accepted(long command, long at) {
    judge.told(new Reply(command(command), at, now, Optional.empty(), Optional.empty()), now);
    return this;
  }

  Story refused(long command, Rejection rejection) {
    judge.told(
        new Reply(command(command), sequence, now, Optional.empty(), Optional.of(rejection)), now);
    return this;
  }

  Story down() {
    judge.isDown();
    return this;
  }

  Story up() {
    judge.isUp(now);
    return this;
  }

  Story end() {
    judge.lookAtEnd(now);
    return this;
  }

  long sequence() {
    return sequence;
  }

  List<Code> found() {
    return judge.violations().stream().map(Violation::code).distinct().toList();
  }
}
