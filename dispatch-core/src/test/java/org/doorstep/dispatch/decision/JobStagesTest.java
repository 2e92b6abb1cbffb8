package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.RefuseJob;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.SignOffUnit;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: a job goes forward only, and the incident is closed when the last crew is clear. */
class JobStagesTest {
  private static final UnitId A1 = new UnitId("A1");
  private static final CareProposal PROPOSAL =
      new CareProposal(
          CareLevel.TREAT_AT_SCENE, DestinationClass.HOME, false, false, Optional.of(1), List.of());

  private final World world = new World().signOn("A1").signOn("A2");
  private final IncidentId incident = world.open(Category.C2);

  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource({
    "ALLOCATED,    ACKNOWLEDGED,   ok",
    "ALLOCATED,    MOBILE,         ok",
    "MOBILE,       AT_PATIENT,     ok",
    "AT_SCENE,     CLEAR,          ok",
    "AT_SCENE,     AT_SCENE,       STAGE_OUT_OF_ORDER",
    "AT_PATIENT,   AT_SCENE,       STAGE_OUT_OF_ORDER",
    "HANDED_OVER,  LEFT_SCENE,     STAGE_OUT_OF_ORDER",
    "ALLOCATED,    ALLOCATED,      STAGE_OUT_OF_ORDER",
    "MOBILE,       CLEAR,          STAGE_OUT_OF_ORDER",
  })
  void report_fromTo_goesForwardOnly(JobStage from, JobStage to, String outcome) {
    world.send(incident, "A1");
    if (from != JobStage.ALLOCATED) {
      world.report(incident, "A1", from);
    }

    Optional<Rejection> rejection =
        world.reply(new ReportJobStage(world.head(), incident, A1, to)).rejection();

    assertThat(rejection.map(Rejection::name).orElse("ok")).isEqualTo(outcome);
  }

  @Test
  void standDown_otherCrewHasBeenAndLeft_closesTheIncident() {
    world.send(incident, "A1").send(incident, "A2");
    world.report(incident, "A1", JobStage.AT_SCENE).report(incident, "A1", JobStage.CLEAR);

    world.offer(new RefuseJob(world.head(), incident, new UnitId("A2"), JobEndReason.VEHICLE));

    assertThat(world.engine().view().findIncident(incident)).isEmpty();
  }

  @Test
  void refuse_otherCrewHasLeftAPatientWhoIsOwedCare_waitsAgainAndIsSaidToBeLate() {
    world.send(incident, "A1").send(incident, "A2");
    world.report(incident, "A1", JobStage.AT_PATIENT);
    world.offer(
        new CareCommand.RecordAssessment(
            world.head(), new PatientId(incident, 1), new RecordId(new UUID(0, 9)), PROPOSAL));
    world.report(incident, "A1", JobStage.CLEAR);

    world.offer(new RefuseJob(world.head(), incident, new UnitId("A2"), JobEndReason.VEHICLE));

    assertThat(world.incident(incident).isWaiting()).isTrue();
    assertThat(Deadlines.list(world.engine().view(), incident))
        .extracting(owed -> owed.obligation().kind())
        .contains(Obligation.Kind.SEND);
    assertThat(world.incident(incident).response().travelTimesAsked()).isPositive();
  }

  @Test
  void clear_lastOfTwoCrews_closesTheIncident() {
    world.send(incident, "A1").send(incident, "A2");
    world.report(incident, "A1", JobStage.AT_SCENE).report(incident, "A2", JobStage.AT_SCENE);

    world.report(incident, "A1", JobStage.CLEAR);
    assertThat(world.incident(incident).response().jobs()).hasSize(1);

    world.report(incident, "A2", JobStage.CLEAR);
    assertThat(world.engine().view().findIncident(incident)).isEmpty();
    assertThat(world.unit("A1").isAssignable()).isTrue();
    assertThat(world.unit("A2").isAssignable()).isTrue();
  }

  @Test
  void refuse_beforeScene_letsTheIncidentWaitAgainAndAsksAnew() {
    world.send(incident, "A1");
    long version = world.incident(incident).version();

    world.offer(new RefuseJob(world.head(), incident, A1, JobEndReason.VEHICLE));

    assertThat(world.incident(incident).isWaiting()).isTrue();
    assertThat(world.incident(incident).version()).isGreaterThan(version);
    assertThat(world.incident(incident).response().travelTimesAsked())
        .isEqualTo(world.engine().sequence());
    assertThat(world.unit("A1").isAssignable()).isTrue();
  }

  @Test
  void refuse_atScene_isRefused() {
    world.send(incident, "A1").report(incident, "A1", JobStage.AT_SCENE);

    assertThat(
            world
                .reply(new RefuseJob(world.head(), incident, A1, JobEndReason.VEHICLE))
                .rejection())
        .contains(Rejection.SCENE_REACHED);
  }

  @Test
  void standDown_crewHasMovedOnSinceSeen_isRefused() {
    world.send(incident, "A1");
    var seen = world.seen(incident, "A1");
    world.report(incident, "A1", JobStage.MOBILE);

    var command =
        new StandDownUnit(world.head(), incident, A1, JobEndReason.MORE_URGENT_CALL, seen);

    assertThat(world.reply(command).rejection()).contains(Rejection.SEEN_STATE_OUTDATED);
  }

  @Test
  void signOff_onJob_isRefused() {
    world.send(incident, "A1");

    assertThat(world.reply(new SignOffUnit(world.head(), A1)).rejection())
        .contains(Rejection.UNIT_ON_JOB);
  }

  @Test
  void close_whileAUnitIsOnIt_isRefused() {
    world.send(incident, "A1");

    assertThat(
            world
                .reply(new CloseIncident(world.head(), incident, CloseReason.CALLED_OFF, 2))
                .rejection())
        .contains(Rejection.INCIDENT_HAS_LIVE_JOBS);
  }

  @Test
  void report_ofAnotherUnit_isRefused() {
    world.send(incident, "A1");

    var command = new ReportJobStage(world.head(), incident, new UnitId("A2"), JobStage.MOBILE);

    assertThat(world.reply(command).rejection()).contains(Rejection.JOB_UNKNOWN);
  }
}
