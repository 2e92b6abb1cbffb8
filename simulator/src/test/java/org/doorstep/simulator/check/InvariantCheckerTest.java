package org.doorstep.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.simulator.check.Story.A1;
import static org.doorstep.simulator.check.Story.FIRST;
import static org.doorstep.simulator.check.Story.PATIENT;
import static org.doorstep.simulator.check.Story.SERVICE;
import static org.doorstep.simulator.check.Story.WORDS;
import static org.doorstep.simulator.check.Story.sent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.TravelTimesAsked;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOff;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Obligation.Kind;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.simulator.check.Violation.Code;
import org.junit.jupiter.api.Test;

/** FEATURE: an independent judge finds each broken promise, and nothing in a whole journey. */
class InvariantCheckerTest {
  private static final IncidentId SECOND = new IncidentId(2);
  private static final UnitId A2 = new UnitId("A2");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofHours(10);
  private static final CareEvent ASSESSED =
      new CareEvent.AssessmentRecorded(
          PATIENT,
          WORDS,
          new CareProposal(
              CareLevel.UCR, DestinationClass.HOME, false, false, Optional.empty(), List.of()));
  private static final CareEvent AT_HOME =
      new CareEvent.DispositionChosen(
          PATIENT, new CareChoice(Disposition.TREAT_AT_SCENE, Optional.empty(), Optional.empty()));
  private static final CareEvent SIGNED =
      new CareEvent.HandoverSigned(
          PATIENT,
          WORDS,
          new HandoverTerms(
              HandoverTerms.Kind.FOR_INFORMATION, Optional.of(SERVICE), Optional.empty()));
  private static final JobStageReported CLEAR = new JobStageReported(FIRST, A1, JobStage.CLEAR);
  private static final IncidentClosed CLOSED = new IncidentClosed(FIRST, CloseReason.CREWS_CLEAR);

  @Test
  void journey_fromCallToReceipt_isClean() {
    Story story =
        Story.withUnitAndIncident()
            .given(1)
            .happened(1, sent(FIRST, A1))
            .accepted(1, 4)
            .accepted(1, 4)
            .after(SOON)
            .happened(new JobStageReported(FIRST, A1, JobStage.AT_PATIENT))
            .happened(ASSESSED)
            .happened(AT_HOME)
            .happened(SIGNED)
            .given(2)
            .refused(2, Rejection.HANDOVER_SIGNED)
            .after(SOON)
            .happened(3, CLEAR)
            .happened(3, CLOSED)
            .happened(4, new CareEvent.HandoverDelivered(PATIENT, Delivery.RECEIVED))
            .happened(4, new CareEvent.ResponsibilityEnded(FIRST))
            .after(LATER)
            .end();

    assertThat(story.found()).isEmpty();
  }

  @Test
  void unit_sentWhileOnAJob_isFound() {
    Story story =
        Story.withUnitAndIncident()
            .opened(SECOND, Category.C2)
            .happened(sent(FIRST, A1))
            .happened(sent(SECOND, A1));

    assertThat(story.found()).containsExactly(Code.UNIT_ON_TWO_JOBS);
  }

  @Test
  void unit_sentThatIsNotOnShift_isFound() {
    assertThat(Story.withUnitAndIncident().happened(sent(FIRST, A2)).found())
        .containsExactly(Code.UNIT_NOT_ON_SHIFT);
  }

  @Test
  void unit_signedOffWithAJob_isFound() {
    assertThat(Story.atPatient().happened(new UnitSignedOff(A1)).found())
        .containsExactly(Code.UNIT_NOT_ON_SHIFT);
  }

  @Test
  void incident_closedAndThenSentTo_isFound() {
    Story story =
        Story.withUnitAndIncident()
            .happened(new IncidentClosed(FIRST, CloseReason.CALLED_OFF))
            .happened(sent(FIRST, A1));

    assertThat(story.found()).containsExactly(Code.JOB_OF_CLOSED_INCIDENT);
  }

  @Test
  void job_reportedByAUnitThatHasNone_isFound() {
    assertThat(
            Story.withUnitAndIncident()
                .happened(new JobStageReported(FIRST, A1, JobStage.MOBILE))
                .found())
        .containsExactly(Code.JOB_OF_CLOSED_INCIDENT);
  }

  @Test
  void log_numberMissing_isFound() {
    Story story = Story.withUnitAndIncident();

    assertThat(story.happened(1, 7, story.now(), sent(FIRST, A1)).found())
        .containsExactly(Code.SEQUENCE_GAP);
  }

  @Test
  void log_numberTwice_isFound() {
    Story story = Story.withUnitAndIncident();

    assertThat(story.happened(1, 3, story.now(), sent(FIRST, A1)).found())
        .containsExactly(Code.SPLIT_LOG);
  }

  @Test
  void clock_goesBack_isFound() {
    Story story = Story.withUnitAndIncident();

    assertThat(story.happened(1, 4, story.now().minusMillis(1), sent(FIRST, A1)).found())
        .containsExactly(Code.CLOCK_BACK);
  }

  @Test
  void reply_acceptedWithoutEvents_isFound() {
    assertThat(Story.withUnitAndIncident().given(1).accepted(1, 4).found())
        .containsExactly(Code.ACKNOWLEDGED_LOST);
  }

  @Test
  void reply_acceptedBeforeItsEventsAreDurable_isFound() {
    assertThat(
            Story.withUnitAndIncident()
                .given(1)
                .accepted(1, 4)
                .happened(1, sent(FIRST, A1))
                .found())
        .containsExactly(Code.ACKNOWLEDGED_LOST);
  }

  @Test
  void reply_refusedWithEventsInTheLog_isFound() {
    assertThat(
            Story.withUnitAndIncident()
                .given(1)
                .happened(1, sent(FIRST, A1))
                .refused(1, Rejection.UNIT_ON_JOB)
                .found())
        .containsExactly(Code.ACKNOWLEDGED_LOST);
  }

  @Test
  void reply_refusedAndThenDone_isFound() {
    assertThat(
            Story.withUnitAndIncident()
                .given(1)
                .refused(1, Rejection.UNIT_ON_JOB)
                .happened(1, sent(FIRST, A1))
                .found())
        .containsExactly(Code.ACKNOWLEDGED_LOST);
  }

  @Test
  void reply_decidedBeforeTheQuestion_isFound() {
    Story story =
        Story.withUnitAndIncident()
            .given(1)
            .happened(1, sent(FIRST, A1))
            .accepted(1, 4)
            .given(2)
            .accepted(2, 3);

    assertThat(story.found()).contains(Code.ANSWER_FROM_THE_PAST);
  }

  @Test
  void reply_otherThanTheFirst_isFound() {
    assertThat(
            Story.withUnitAndIncident()
                .given(1)
                .refused(1, Rejection.UNIT_ON_JOB)
                .refused(1, Rejection.UNIT_UNKNOWN)
                .found())
        .containsExactly(Code.TOLD_TWO_THINGS);
  }

  @Test
  void command_doneInTwoPlaces_isFound() {
    assertThat(
            Story.withUnitAndIncident()
                .happened(1, new TravelTimesAsked(FIRST))
                .recommended(FIRST)
                .happened(1, new TravelTimesAsked(FIRST))
                .found())
        .containsExactly(Code.DONE_TWICE);
  }

  @Test
  void incident_waitingPastItsTime_isFoundOnce() {
    Story story = Story.withUnitAndIncident().after(Duration.ofSeconds(179));
    assertThat(story.found()).isEmpty();

    assertThat(story.after(SOON).after(LATER).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void incident_saidToBeLate_isForgottenOnlyWhenNobodyCalls() {
    Story story = Story.withUnitAndIncident().after(Duration.ofSeconds(121));
    var late =
        new Overdue(Obligation.of(Kind.SEND, FIRST), story.now().minus(Duration.ofSeconds(1)));

    assertThat(story.happened(new DeadlinePassed(late)).after(SOON).found()).isEmpty();
    assertThat(story.after(LATER).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void incident_saidToBeLateAndWaitingAgain_mustBeSaidAgain() {
    Story story = Story.withUnitAndIncident().after(Duration.ofSeconds(121));
    var late =
        new Overdue(Obligation.of(Kind.SEND, FIRST), story.now().minus(Duration.ofSeconds(1)));
    story
        .happened(new DeadlinePassed(late))
        .happened(sent(FIRST, A1))
        .happened(new UnitStoodDown(FIRST, A1, JobEndReason.BETTER_UNIT))
        .recommended(FIRST);
    assertThat(story.found()).isEmpty();

    assertThat(story.after(Duration.ofMinutes(2)).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void incident_lateWhileTheAreaIsDown_isForgottenOnlyOnceItIsUp() {
    Story story = Story.withUnitAndIncident().down().after(LATER).up().after(SOON);
    assertThat(story.found()).isEmpty();

    assertThat(story.after(SOON).after(SOON).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void incident_saidToBeLateTooEarly_isFound() {
    Story story = Story.withUnitAndIncident();
    var late =
        new Overdue(Obligation.of(Kind.SEND, FIRST), story.now().plus(Duration.ofMinutes(2)));

    assertThat(story.happened(new DeadlinePassed(late)).found())
        .containsExactly(Code.OVERDUE_NOT_OWED);
  }

  @Test
  void incident_attendedAndLeftToItself_isFound() {
    Story story =
        Story.atPatient()
            .signedOn(A2)
            .happened(sent(FIRST, A2))
            .happened(CLEAR)
            .happened(new UnitStoodDown(FIRST, A2, JobEndReason.NOT_NEEDED))
            .recommended(FIRST);

    assertThat(story.found()).containsExactly(Code.CREWS_CLEAR_NOT_CLOSED);
  }

  @Test
  void job_thatDoesNotMove_isFound() {
    Story story = Story.withUnitAndIncident().happened(sent(FIRST, A1));

    assertThat(story.after(Duration.ofSeconds(181)).found())
        .containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void referral_withoutAnswer_isFound() {
    Story story = Story.atPatient();
    story.happened(
        new CareEvent.ReferralOffered(
            PATIENT,
            1,
            SERVICE,
            new ReferralPlan(List.of(), 60, WORDS),
            story.now().plusSeconds(60)));

    assertThat(story.after(Duration.ofSeconds(121)).found())
        .containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void preAlert_unheard_isFound() {
    Story story = Story.atPatient().happened(new CareEvent.PreAlertSent(PATIENT, SERVICE, WORDS));

    assertThat(story.after(Duration.ofSeconds(241)).found())
        .containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void handover_unsigned_isFound() {
    Story story = Story.atPatient().happened(ASSESSED);

    assertThat(story.after(Duration.ofMinutes(122)).found())
        .containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void handover_undelivered_isFound() {
    Story story = Story.atPatient().happened(ASSESSED).happened(AT_HOME).happened(SIGNED);

    assertThat(story.after(Duration.ofMinutes(32)).found())
        .containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void driveTimes_askedAndNotAnswered_areFound() {
    Story story = new Story().signedOn(A1).opened(FIRST, Category.C5).after(Duration.ofMinutes(4));

    assertThat(story.found()).containsExactly(Code.DRIVE_TIMES_FORGOTTEN);
  }

  @Test
  void command_neverAnswered_isFound() {
    assertThat(new Story().given(1).after(Duration.ofMinutes(6)).found())
        .containsExactly(Code.COMMAND_NEVER_ANSWERED);
  }

  @Test
  void incident_closedWithAPatientWithoutHandover_isFound() {
    Story story =
        Story.atPatient()
            .happened(ASSESSED)
            .happened(AT_HOME)
            .happened(1, CLEAR)
            .happened(1, CLOSED);

    assertThat(story.found()).containsExactly(Code.CLOSED_BUT_OWED);
  }

  @Test
  void responsibility_endedBeforeTheLetterHasArrived_isFound() {
    Story story =
        Story.atPatient()
            .happened(ASSESSED)
            .happened(AT_HOME)
            .happened(SIGNED)
            .happened(1, CLEAR)
            .happened(1, CLOSED)
            .happened(1, new CareEvent.ResponsibilityEnded(FIRST));

    assertThat(story.found()).containsExactly(Code.CLOSED_BUT_OWED);
  }

  @Test
  void incident_openAfterItsCrewsAreClear_isFound() {
    assertThat(Story.atPatient().happened(CLEAR).signedOn(A2).found())
        .containsExactly(Code.CREWS_CLEAR_NOT_CLOSED);
  }

  @Test
  void incident_openAtTheEndAfterItsCrewsAreClear_isFound() {
    assertThat(Story.atPatient().happened(CLEAR).end().found())
        .contains(Code.CREWS_CLEAR_NOT_CLOSED);
  }
}
