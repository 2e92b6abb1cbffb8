package org.doorstep.simulator.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.BookingCommand.ChangeBooking;
import org.doorstep.dispatch.command.BookingCommand.ReleaseBooking;
import org.doorstep.dispatch.command.CareCommand.ChooseDisposition;
import org.doorstep.dispatch.command.CareCommand.ReportDelivery;
import org.doorstep.dispatch.command.CareCommand.SignHandover;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.CorrectPlace;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RecategoriseIncident;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.DispatchEvent.BookingReleased;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
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
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.host.CommandHeads;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.host.VirtualArea;
import org.junit.jupiter.api.Test;

/** FEATURE: a log decided again gives itself, and one that was tampered with does not. */
class DecidedAgainTest {
  private static final AreaId AREA = new AreaId("TOWN");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final UnitId NEAR = new UnitId("A1");
  private static final UnitId FAR = new UnitId("A2");
  private static final IncidentId FIRST = new IncidentId(1);
  private static final IncidentId SECOND = new IncidentId(2);
  private static final SealedPlace PLACE = new SealedPlace("UExBQ0VQTEFDRQ==");
  private static final Map<String, Integer> DRIVES = new LinkedHashMap<>(Map.of("A1", 60_000));

  static {
    DRIVES.put("A2", 90_000);
  }

  private final List<LoggedEvent> log = new ArrayList<>();
  private final CommandHeads heads = new CommandHeads(AREA);
  private final VirtualArea area = new VirtualArea(AREA, new AllQuotes());
  private Instant now = NOON;

  private final class AllQuotes implements Outside {
    @Override
    public void happened(LoggedEvent event) {
      log.add(event);
    }

    @Override
    public void askTravelTimes(AskTravelTimes order) {
      List<TravelQuote> quotes = new ArrayList<>();
      DRIVES.forEach(
          (unit, millis) -> quotes.add(new TravelQuote(new UnitId(unit), millis, false, 0)));
      give(
          new RecommendUnits(
              head(), order.incident(), order.id().sequence(), "0".repeat(64), quotes));
    }

    @Override
    public void notifyCrew(NotifyCrew order) {}
  }

  @Test
  void of_logOfManyKinds_isIdentical() {
    live();

    DecidedAgain again =
        DecidedAgain.of(log, DecidedAgainTest::evidence, hash -> AreaModel.CLOSEST);

    assertThat(again.differences()).isEmpty();
    assertThat(again.recommendations()).isGreaterThanOrEqualTo(4);
    assertThat(again.commands()).isGreaterThanOrEqualTo(15);
    assertThat(log.stream().filter(each -> each.event() instanceof BookingReleased)).hasSize(2);
  }

  @Test
  void of_logWithAnotherUnit_isADifference() {
    live();
    for (int i = 0; i < log.size(); i++) {
      LoggedEvent each = log.get(i);
      if (each.event() instanceof UnitAssigned assigned) {
        log.set(
            i,
            new LoggedEvent(
                each.area(),
                each.sequence(),
                each.at(),
                each.actor(),
                each.command(),
                new UnitAssigned(
                    assigned.incident(),
                    FAR,
                    assigned.recommendation(),
                    assigned.override(),
                    assigned.driveMillis())));
        break;
      }
    }

    assertThat(
            DecidedAgain.of(log, DecidedAgainTest::evidence, hash -> AreaModel.CLOSEST)
                .differences())
        .singleElement()
        .asString()
        .contains("AssignUnit", "override-reason-missing");
  }

  @Test
  void of_evidenceWithOtherDrives_isADifference() {
    live();

    assertThat(
            DecidedAgain.of(log, any -> json(90_000, 60_000), hash -> AreaModel.CLOSEST)
                .differences())
        .singleElement()
        .asString()
        .contains("RecommendUnits");
  }

  private void live() {
    for (UnitId unit : List.of(NEAR, FAR)) {
      give(
          new SignOnUnit(
              head(),
              unit,
              new Shift(
                  UnitKind.AMBULANCE, Capabilities.NONE, "base", NOON.plus(Duration.ofHours(8)))));
    }
    open(List.of(Flag.REPEAT_CALLER, Flag.PLACE_UNCONFIRMED));
    give(new CorrectPlace(head(), FIRST, PLACE, List.of(Flag.PLACE_OFF_MAP), version(FIRST)));
    give(new RecategoriseIncident(head(), FIRST, Category.C1, Capabilities.NONE, version(FIRST)));
    assign(FIRST, NEAR, Optional.empty());
    after(Duration.ofMinutes(5));
    give(new SweepDeadlines(head()));
    give(new StandDownUnit(head(), FIRST, NEAR, JobEndReason.BETTER_UNIT, seen(FIRST, NEAR)));
    assign(FIRST, FAR, Optional.of(OverrideReason.LOCAL_KNOWLEDGE));
    byTelephone();
    booked();
  }

  /** One is put off and released by the desk, one is released when its time has come. */
  private void booked() {
    IncidentId third = new IncidentId(3);
    for (int i = 0; i < 2; i++) {
      give(
          new OpenIncident(
              head(),
              heads.nextRecord(),
              IncidentSource.DESK,
              Category.IFT4,
              Capabilities.NONE,
              Optional.of(PLACE),
              List.of(),
              Optional.of(booking(60))));
    }
    give(new ChangeBooking(head(), third, booking(300), version(third)));
    give(new ReleaseBooking(head(), third, version(third)));
    after(Duration.ofMinutes(16));
    give(new SweepDeadlines(head()));
  }

  private Booking booking(long fromMinute) {
    Instant from = now.plusSeconds(fromMinute * 60);
    return new Booking(
        BookingWindow.between(from, from.plusSeconds(3_600)),
        new BookingJourney(
            BookingPlace.HOSPITAL_WARD, BookingPlace.COMMUNITY_HOSPITAL, Optional.empty()),
        new BookingNeeds(BookingNeeds.Mobility.CHAIR, BookingNeeds.Escort.NURSE, List.of()),
        new BookingMinutes(15, 15));
  }

  private void byTelephone() {
    open(List.of());
    PatientId patient = new PatientId(SECOND, 1);
    give(
        new ChooseDisposition(
            head(),
            patient,
            new CareChoice(Disposition.HEAR_AND_TREAT, Optional.empty(), Optional.empty()),
            0));
    give(
        new SignHandover(
            head(),
            patient,
            new RecordId(new UUID(1, 1)),
            new HandoverTerms(
                HandoverTerms.Kind.FOR_INFORMATION,
                Optional.of(new ServiceId("PRACTICE")),
                Optional.empty())));
    give(new CloseIncident(head(), SECOND, CloseReason.HEARD_AND_TREATED, version(SECOND)));
    long asked =
        area.board()
            .findPatient(patient)
            .flatMap(each -> each.arrangements().handover())
            .orElseThrow()
            .asked();
    give(new ReportDelivery(head(), patient, asked, Delivery.RECEIVED));
  }

  private void open(List<Flag> flags) {
    give(
        new OpenIncident(
            head(),
            heads.nextRecord(),
            IncidentSource.DESK,
            Category.C2,
            Capabilities.NONE,
            Optional.of(PLACE),
            flags));
  }

  private void assign(IncidentId incident, UnitId unit, Optional<OverrideReason> reason) {
    Optional<Long> latest =
        area.board()
            .findIncident(incident)
            .flatMap(each -> each.response().recommendation())
            .map(Recommendation::number);
    give(new AssignUnit(head(), incident, unit, latest, reason, seen(incident, unit)));
  }

  private Seen seen(IncidentId incident, UnitId unit) {
    return new Seen(version(incident), area.board().findUnit(unit).orElseThrow().version());
  }

  private long version(IncidentId incident) {
    return area.board().findIncident(incident).orElseThrow().version();
  }

  private void after(Duration time) {
    now = now.plus(time);
  }

  private CommandHead head() {
    return heads.next(Actor.user("desk"), now);
  }

  private void give(Command command) {
    area.give(command, reply -> assertThat(reply.rejection()).as("%s", command).isEmpty());
  }

  private static byte[] evidence(String any) {
    return json(60_000, 90_000);
  }

  private static byte[] json(int near, int far) {
    return RecordJson.write(Map.of("drives", List.of(drive(NEAR, near), drive(FAR, far))));
  }

  private static Map<String, Object> drive(UnitId unit, int millis) {
    Map<String, Object> drive = new LinkedHashMap<>();
    drive.put("unit", unit);
    drive.put("position", new Position(51, 0));
    drive.put("fixAt", NOON.plus(Duration.ofDays(1)));
    drive.put("atBase", true);
    drive.put("driveMillis", millis);
    drive.put("estimated", false);
    return drive;
  }
}
