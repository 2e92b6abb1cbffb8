package org.doorstep.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CareEvent.ReferralAnswered;
import org.doorstep.dispatch.event.CareEvent.ReferralOffered;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralRefusal;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.Wanted;
import org.doorstep.simulator.measure.AmbsysMonths;
import org.junit.jupiter.api.Test;

/** FEATURE: what was wanted and could not be had is counted by service, hour of week and reason. */
class UnmetTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final PatientId PATIENT = new PatientId(new IncidentId(1), 1);
  private static final RecordId CALL = new RecordId(new UUID(7, 1));
  private static final ServiceId FALLS = new ServiceId("FALLS-RESPONSE");
  private static final ServiceId HOSPITAL = new ServiceId("MAIDSTONE-ED");

  private final List<String> patients = new ArrayList<>();
  private final UnmetTable unmet = new UnmetTable(LONDON);
  private final Outcomes outcomes =
      new Outcomes(
          AmbsysMonths.window(LocalDate.parse("2026-10-25"), LocalDate.parse("2026-10-25"), LONDON),
          new TreeSet<>(List.of(HOSPITAL)),
          patient -> Recontact.UNKNOWN,
          unmet,
          patients::add);
  private long sequence;

  private void happens(String at, DispatchEvent event) {
    sequence++;
    outcomes.accept(
        new LoggedEvent(
            new AreaId("WEST_KENT"),
            sequence,
            Instant.parse(at),
            Actor.user("crew"),
            new CommandId(new UUID(1, sequence)),
            event));
  }

  /** On the Sunday on which an hour comes twice: half past one, once in each time. */
  @Test
  void unmet_refusedThenShut_isCountedInTheHourOfTheWallWithWhatFollowed() {
    happens(
        "2026-10-25T00:10:00Z",
        new IncidentOpened(
            PATIENT.incident(),
            CALL,
            IncidentSource.DESK,
            Category.C3,
            Capabilities.NONE,
            Optional.empty(),
            List.of()));
    happens(
        "2026-10-25T00:20:00Z",
        new ReferralOffered(
            PATIENT,
            1,
            FALLS,
            new ReferralPlan(List.of(), 600, CALL),
            Instant.parse("2026-10-25T00:30:00Z")));
    happens("2026-10-25T00:30:00Z", refused());
    happens("2026-10-25T01:30:00Z", new DispositionChosen(PATIENT, insteadOfFalls()));
    happens("2026-10-25T01:40:00Z", stage(JobStage.LEFT_SCENE));
    happens("2026-10-25T02:40:00Z", stage(JobStage.CLEAR));
    happens(
        "2026-10-25T02:40:00Z", new IncidentClosed(PATIENT.incident(), CloseReason.CREWS_CLEAR));
    outcomes.end();

    assertThat(unmet.lines())
        .containsExactly(
            "service,need,kind,reason,weekday,hour,times,conveyed_to_ed",
            "FALLS-RESPONSE,,REFUSED,NO_CAPACITY,7,1,1,1",
            "FALLS-RESPONSE,,UNAVAILABLE,CLOSED,7,1,1,1");
    assertThat(patients).hasSize(2);
    assertThat(patients.get(1)).contains("FALLS-RESPONSE:REFUSED:NO_CAPACITY");
  }

  @Test
  void accept_closedWithoutAnyPatient_isForgotten() {
    happens(
        "2026-10-25T00:10:00Z",
        new IncidentOpened(
            PATIENT.incident(),
            CALL,
            IncidentSource.DESK,
            Category.C3,
            Capabilities.NONE,
            Optional.empty(),
            List.of()));
    assertThat(outcomes.remembered()).isEqualTo(1);
    happens("2026-10-25T00:20:00Z", new IncidentClosed(PATIENT.incident(), CloseReason.CALLED_OFF));

    assertThat(outcomes.remembered()).isZero();
  }

  private static ReferralAnswered refused() {
    return new ReferralAnswered(
        PATIENT,
        1,
        new ReferralAnswer(
            ReferralAnswer.Kind.REFUSED,
            Optional.of(ReferralRefusal.NO_CAPACITY),
            Optional.empty()),
        Instant.parse("2026-10-25T00:30:00Z"));
  }

  private static CareChoice insteadOfFalls() {
    return new CareChoice(
        Disposition.ACUTE,
        Optional.of(HOSPITAL),
        Optional.of(ChoiceReason.SERVICE_UNAVAILABLE),
        Optional.of(new Wanted(FALLS, Wanted.Why.CLOSED)));
  }

  private static JobStageReported stage(JobStage stage) {
    return new JobStageReported(PATIENT.incident(), new UnitId("A1"), stage);
  }
}
