package org.doorstep.dispatch.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Exclusion;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.model.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE: the log is kept for ever, so its format is: every kind of event that was ever written
 * reads back, and is written today as it was on the first day.
 *
 * <p>The golden files are never changed; a new kind of event adds one. Run with {@code
 * GOLDEN_WRITE=1} in the environment to write the missing ones.
 */
class EventJsonTest {
  private static final IncidentId I = new IncidentId(1042);
  private static final UnitId U = new UnitId("A117");
  private static final RecordId R = new RecordId(new UUID(7, 42));

  static List<DispatchEvent> oneOfEachKind() {
    return Stream.of(
            dispatch(),
            warnings(),
            booked(),
            FleetEvents.oneOfEachKind(),
            HubEvents.oneOfEachKind(),
            CareEvents.oneOfEachKind(),
            CorrectionEvents.oneOfEachKind())
        .flatMap(List::stream)
        .toList();
  }

  private static List<DispatchEvent> booked() {
    return List.of(
        new DispatchEvent.BookingChanged(I, World.booking(120, 180), World.EMERGENCY),
        new DispatchEvent.BookingReleased(I));
  }

  private static List<DispatchEvent> dispatch() {
    return List.of(
        new DispatchEvent.UnitSignedOn(U, World.shift(UnitKind.AMBULANCE, World.EMERGENCY)),
        new DispatchEvent.UnitSignedOff(U),
        new DispatchEvent.UnitMadeUnavailable(U, UnavailableReason.BREAK),
        new DispatchEvent.UnitMadeAvailable(U),
        new DispatchEvent.IncidentOpened(
            I,
            R,
            IncidentSource.BARS,
            Category.C2,
            World.EMERGENCY,
            Optional.of(World.SOMEWHERE),
            List.of(Flag.REPEAT_CALLER, Flag.SCENE_UNSAFE)),
        new DispatchEvent.CallAdded(I, R, IncidentSource.DESK, List.of()),
        new DispatchEvent.IncidentRecategorised(I, Category.C1, World.EMERGENCY, true),
        new DispatchEvent.PlaceCorrected(I, World.SOMEWHERE, List.of(Flag.PLACE_OFF_MAP)),
        new DispatchEvent.TravelTimesAsked(I),
        new DispatchEvent.UnitsRecommended(
            I,
            new Recommendation(
                3,
                World.NOON,
                "closest-capable/1",
                World.EVIDENCE,
                List.of(
                    new Candidate(
                        U, 9, 241_337, false, List.of(new Reason(Reason.Code.CLOSEST, 0)))),
                List.of(
                    new Exclusion(new UnitId("F1"), new Reason(Reason.Code.LACKS_CAPABILITY, 2))))),
        new DispatchEvent.UnitAssigned(
            I, U, Optional.of(3L), Optional.of(OverrideReason.COVER), Optional.of(241_337)),
        new DispatchEvent.JobStageReported(I, U, JobStage.AT_SCENE),
        new DispatchEvent.JobRefused(I, U, JobEndReason.VEHICLE),
        new DispatchEvent.UnitStoodDown(I, U, JobEndReason.MORE_URGENT_CALL),
        new DispatchEvent.IncidentClosed(I, CloseReason.CREWS_CLEAR));
  }

  private static List<DispatchEvent> warnings() {
    return List.of(
        new DispatchEvent.DeadlinePassed(
            new Overdue(
                Obligation.of(Obligation.Kind.ACKNOWLEDGE_JOB, I, U), World.NOON.plusSeconds(120))),
        new DispatchEvent.EmergencyRaised(U),
        new DispatchEvent.EmergencyAcknowledged(U),
        new DispatchEvent.EmergencyEnded(U));
  }

  @Test
  void everyKind_hasAGoldenFile() {
    assertThat(oneOfEachKind()).extracting(Family::nameOf).containsAll(Family.EVENTS.names());
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void golden_written_isTheSameByteForByte(DispatchEvent event) throws IOException {
    byte[] written = EventJson.write(logged(event), "0".repeat(64));

    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden(event, written));
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void golden_read_isTheSameEvent(DispatchEvent event) throws IOException {
    byte[] written = EventJson.write(logged(event), "0".repeat(64));
    byte[] golden = golden(event, written).getBytes(StandardCharsets.UTF_8);

    assertThat(EventJson.read(golden))
        .isEqualTo(new EventJson.Chained(logged(event), "0".repeat(64)));
  }

  /** The first events of this kind had no booking; both forms are read for ever. */
  @Test
  void golden_openedAndBooked_isWrittenAndReadAsOnTheFirstDay() throws IOException {
    LoggedEvent booked =
        logged(
            new DispatchEvent.IncidentOpened(
                I,
                R,
                IncidentSource.DESK,
                Category.IFT3,
                World.EMERGENCY,
                Optional.of(World.SOMEWHERE),
                List.of(),
                Optional.of(World.booking(120, 180)),
                Optional.empty(),
                Optional.empty()));
    byte[] written = EventJson.write(booked, "0".repeat(64));
    String golden = golden("IncidentOpened.booked", written);

    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden);
    assertThat(EventJson.read(golden.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new EventJson.Chained(booked, "0".repeat(64)));
  }

  /** Nor had they the row of the response plan. */
  @Test
  void golden_openedByAPlan_isWrittenAndReadAsOnTheFirstDay() throws IOException {
    LoggedEvent planned =
        logged(
            new DispatchEvent.IncidentOpened(
                I,
                R,
                IncidentSource.DESK,
                Category.C1,
                World.EMERGENCY,
                Optional.of(World.SOMEWHERE),
                List.of(),
                Optional.empty(),
                Optional.of(List.of(Capabilities.of(Capability.CONVEYANCE))),
                Optional.of(new RuleUse("response-plan", "1", "a".repeat(64), List.of("S10")))));
    byte[] written = EventJson.write(planned, "0".repeat(64));
    String golden = golden("IncidentOpened.planned", written);

    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden);
    assertThat(EventJson.read(golden.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new EventJson.Chained(planned, "0".repeat(64)));
  }

  /** Nor did a choice say what had been wanted. */
  @Test
  void golden_chosenInPlaceOfWhatWasWanted_isWrittenAndReadAsOnTheFirstDay() throws IOException {
    LoggedEvent chosen =
        logged(
            new CareEvent.DispositionChosen(
                new PatientId(I, 1),
                new CareChoice(
                    Disposition.ACUTE,
                    Optional.of(new ServiceId("MAIDSTONE-ED")),
                    Optional.of(ChoiceReason.SERVICE_UNAVAILABLE),
                    Optional.of(
                        new Wanted(new ServiceId("URGENT-COMMUNITY"), Wanted.Why.CLOSED)))));
    byte[] written = EventJson.write(chosen, "0".repeat(64));
    String golden = golden("DispositionChosen.wanted", written);

    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(golden);
    assertThat(EventJson.read(golden.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new EventJson.Chained(chosen, "0".repeat(64)));
  }

  @Test
  void read_newerVersion_isRefused() {
    String written =
        new String(
            EventJson.write(logged(new DispatchEvent.UnitSignedOff(U)), "0".repeat(64)),
            StandardCharsets.UTF_8);
    byte[] newer =
        written.replace("\"version\":1", "\"version\":2").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> EventJson.read(newer))
        .isInstanceOf(WireFault.class)
        .hasMessage("At (/version): This program reads events up to version 1.");
  }

  private static LoggedEvent logged(DispatchEvent event) {
    return new LoggedEvent(
        World.AREA,
        17,
        Instant.parse("2026-11-24T12:00:00.123Z"),
        Actor.user("desk1"),
        new CommandId(new UUID(1, 2)),
        event);
  }

  private static String golden(DispatchEvent event, byte[] written) throws IOException {
    return golden(Family.nameOf(event), written);
  }

  private static String golden(String kind, byte[] written) throws IOException {
    String name = "/golden/%s.v1.json".formatted(kind);
    if (System.getenv("GOLDEN_WRITE") != null) {
      Path file = Path.of("src/test/resources" + name);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.write(file, written);
      }
      return Files.readString(file);
    }
    try (InputStream in = EventJsonTest.class.getResourceAsStream(name)) {
      assertThat(in).as("golden file " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
