package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.doorstep.dispatch.Journey;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.Delivery;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverTerms.Kind;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.dispatch.wire.Family;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE: an incident ends twice, for the crews and for responsibility, and no patient is lost on
 * the way. One line for each journey: what happened from the patient's side, minutes after noon.
 */
class JourneyTest {
  private static final ReferralAnswer.Kind ACCEPTED = ReferralAnswer.Kind.ACCEPTED;
  private static final ReferralAnswer.Kind REFUSED = ReferralAnswer.Kind.REFUSED;

  static Stream<Arguments> journeys() {
    return Stream.of(
        journey(
            "A01 hear and treat",
            j ->
                j.chosen(Disposition.HEAR_AND_TREAT)
                    .signed(Kind.FOR_INFORMATION)
                    .closedByTelephone()
                    .after(1)
                    .delivered(Delivery.RECEIVED),
            "DispositionChosen 0 ~ HandoverSigned 0 ~ IncidentClosed 0 ~ HandoverDelivered 1"
                + " ~ ResponsibilityEnded 1"),
        journey(
            "A02 see and treat, received before the crew is clear",
            j ->
                j.atPatient()
                    .assessed(CareLevel.TREAT_AT_SCENE)
                    .chosen(Disposition.TREAT_AT_SCENE)
                    .signed(Kind.FOR_INFORMATION)
                    .delivered(Delivery.SENT)
                    .delivered(Delivery.RECEIVED)
                    .after(5)
                    .clear(),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ HandoverSigned 0 ~ HandoverDelivered 0"
                + " ~ HandoverDelivered 0 ~ IncidentClosed 5 ~ ResponsibilityEnded 5"),
        journey(
            "A03 community, the first declines, the second sees the patient",
            j ->
                j.atPatient()
                    .assessed(CareLevel.UCR)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr", "falls")
                    .serviceSays(1, REFUSED)
                    .serviceSays(2, ACCEPTED)
                    .signed(Kind.ACTION_REQUESTED)
                    .clear()
                    .after(3)
                    .delivered(Delivery.RECEIVED)
                    .practiceSays(HandoverAnswer.Kind.ACCEPTED)
                    .after(60)
                    .visited(2, true),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ ReferralOffered 0 ~ ReferralAnswered 0"
                + " ~ ReferralOffered 0 ~ ReferralAnswered 0 ~ HandoverSigned 0 ~ IncidentClosed 0"
                + " ~ HandoverDelivered 3 ~ HandoverAnswered 3 ~ AttendanceReported 63"
                + " ~ ResponsibilityEnded 63"),
        journey(
            "A04 acute with pre-alert",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED_PREALERT)
                    .chosen(Disposition.ACUTE)
                    .preAlerted()
                    .bay("RESUS 2")
                    .after(20)
                    .received()
                    .signed(Kind.FOR_INFORMATION)
                    .clear()
                    .delivered(Delivery.RECEIVED),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ PreAlertSent 0 ~ PreAlertAcknowledged 0"
                + " ~ PatientReceived 20 ~ HandoverSigned 20 ~ IncidentClosed 20"
                + " ~ HandoverDelivered 20 ~ ResponsibilityEnded 20"),
        journey(
            "B01 nobody answers the referral: the next is asked, then the hub owns the patient",
            j ->
                j.atPatient()
                    .assessed(CareLevel.UCR)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr", "falls")
                    .after(10)
                    .after(10)
                    .owned()
                    .signed(Kind.FOR_INFORMATION)
                    .clear()
                    .delivered(Delivery.RECEIVED),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ ReferralOffered 0 ~ ReferralExpired 10"
                + " ~ ReferralOffered 10 ~ ReferralExpired 20 ~ OwnershipTaken 20"
                + " ~ HandoverSigned 20 ~ IncidentClosed 20 ~ HandoverDelivered 20"
                + " ~ ResponsibilityEnded 20"),
        journey(
            "B02 the visit does not happen: it is owed until somebody comes",
            j ->
                j.atPatient()
                    .assessed(CareLevel.UCR)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr")
                    .serviceSays(1, ACCEPTED)
                    .signed(Kind.FOR_INFORMATION)
                    .clear()
                    .delivered(Delivery.RECEIVED)
                    .after(120)
                    .visited(1, false)
                    .offered("falls")
                    .serviceSays(2, ACCEPTED)
                    .visited(2, true),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ ReferralOffered 0 ~ ReferralAnswered 0"
                + " ~ HandoverSigned 0 ~ IncidentClosed 0 ~ HandoverDelivered 0"
                + " ~ ATTEND overdue 120 ~ AttendanceReported 120 ~ ReferralOffered 120"
                + " ~ ReferralAnswered 120 ~ AttendanceReported 120 ~ ResponsibilityEnded 120"),
        journey(
            "C01 wrong practice: redirected, asked back, answered, accepted",
            j ->
                j.atPatient()
                    .assessed(CareLevel.TREAT_AT_SCENE)
                    .chosen(Disposition.TREAT_AT_SCENE)
                    .signed(Kind.ACTION_REQUESTED)
                    .clear()
                    .delivered(Delivery.RECEIVED)
                    .practiceSays(HandoverAnswer.Kind.REFUSED)
                    .redirected("practice-2")
                    .delivered(Delivery.RECEIVED)
                    .practiceSays(HandoverAnswer.Kind.ASKED_BACK)
                    .practiceIsAnswered()
                    .delivered(Delivery.RECEIVED)
                    .practiceSays(HandoverAnswer.Kind.ACCEPTED),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ HandoverSigned 0 ~ IncidentClosed 0"
                + " ~ HandoverDelivered 0 ~ HandoverAnswered 0 ~ HandoverRedirected 0"
                + " ~ HandoverDelivered 0 ~ HandoverAnswered 0 ~ PracticeAnswered 0"
                + " ~ HandoverDelivered 0 ~ HandoverAnswered 0 ~ ResponsibilityEnded 0"),
        journey(
            "C02 no practice, and nobody finds one in time: by hand",
            j ->
                j.atPatient()
                    .assessed(CareLevel.TREAT_AT_SCENE)
                    .chosen(Disposition.TREAT_AT_SCENE)
                    .signed(Kind.FOR_INFORMATION, Optional.empty())
                    .clear()
                    .after(30)
                    .byHand(),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ HandoverSigned 0 ~ IncidentClosed 0"
                + " ~ REROUTE_HANDOVER overdue 30 ~ HandedOverByHand 30 ~ ResponsibilityEnded 30"),
        journey(
            "C03 the channel gives up, and the receipt comes after all",
            j ->
                j.atPatient()
                    .assessed(CareLevel.TREAT_AT_SCENE)
                    .chosen(Disposition.TREAT_AT_SCENE)
                    .signed(Kind.FOR_INFORMATION)
                    .clear()
                    .delivered(Delivery.SENT)
                    .delivered(Delivery.FAILED)
                    .after(29)
                    .delivered(Delivery.RECEIVED),
            "AssessmentRecorded 0 ~ DispositionChosen 0 ~ HandoverSigned 0 ~ IncidentClosed 0"
                + " ~ HandoverDelivered 0 ~ HandoverDelivered 0 ~ HandoverDelivered 29"
                + " ~ ResponsibilityEnded 29"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("journeys")
  void journey_told_goesThisWay(String name, UnaryOperator<Journey> told, String expected) {
    Journey journey = told.apply(new Journey());

    assertThat(line(journey.world().log())).isEqualTo(expected);
    assertThat(journey.found()).isEmpty();
    assertThat(Deadlines.list(journey.world().engine().view())).isEmpty();
  }

  static Stream<Arguments> refusals() {
    UnaryOperator<Journey> assessed = j -> j.atPatient().assessed(CareLevel.UCR);
    return Stream.of(
        refusal("assessed from afar", j -> j.assessed(CareLevel.UCR), "NOT_AT_SCENE"),
        refusal(
            "by telephone with a crew there",
            j -> j.atPatient().chosen(Disposition.HEAR_AND_TREAT),
            "CREW_ON_SCENE"),
        refusal(
            "less than proposed, no reason",
            j -> assessed.apply(j).chosen(Disposition.TREAT_AT_SCENE),
            "CHOICE_REASON_MISSING"),
        refusal(
            "more than proposed, no reason",
            j -> assessed.apply(j).chosen(Disposition.ACUTE),
            "CHOICE_REASON_MISSING"),
        refusal(
            "never assessed, no reason",
            j -> j.atPatient().chosen(Disposition.ACUTE),
            "CHOICE_REASON_MISSING"),
        refusal(
            "hub first, at home, no reason",
            j -> j.atPatient().assessed(CareLevel.HUB).chosen(Disposition.TREAT_AT_SCENE),
            "CHOICE_REASON_MISSING"),
        refusal(
            "less than proposed, with a reason",
            j -> assessed.apply(j).chosen(Disposition.TREAT_AT_SCENE, ChoiceReason.HUB_AGREED),
            "ok"),
        refusal(
            "offered before a choice",
            j -> assessed.apply(j).offered("ucr"),
            "DISPOSITION_MISSING"),
        refusal("clear before a choice", j -> assessed.apply(j).clear(), "DISPOSITION_MISSING"),
        refusal(
            "clear before a service has accepted",
            j ->
                assessed
                    .apply(j)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr")
                    .signed(Kind.FOR_INFORMATION)
                    .clear(),
            "REFERRAL_MISSING"),
        refusal(
            "clear before the handover is signed",
            j ->
                assessed
                    .apply(j)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr")
                    .serviceSays(1, ACCEPTED)
                    .clear(),
            "HANDOVER_UNSIGNED"),
        refusal(
            "another choice with an offer open",
            j ->
                assessed
                    .apply(j)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr")
                    .chosen(Disposition.ACUTE, ChoiceReason.OTHER),
            "REFERRAL_OPEN"),
        refusal(
            "answered twice",
            j ->
                assessed
                    .apply(j)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr")
                    .serviceSays(1, ACCEPTED)
                    .serviceSays(1, REFUSED),
            "REFERRAL_ANSWERED"),
        refusal(
            "answered after its time",
            j ->
                assessed
                    .apply(j)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr")
                    .after(10)
                    .serviceSays(1, ACCEPTED),
            "REFERRAL_ANSWERED"),
        refusal(
            "an offer nobody made",
            j -> assessed.apply(j).chosen(Disposition.COMMUNITY).serviceSays(1, ACCEPTED),
            "REFERRAL_UNKNOWN"),
        refusal(
            "a bay without a warning",
            j -> j.atPatient().assessed(CareLevel.ED).chosen(Disposition.ACUTE).bay("1"),
            "PRE_ALERT_MISSING"),
        refusal(
            "a warning to nobody",
            j -> assessed.apply(j).chosen(Disposition.COMMUNITY).preAlerted(),
            "DISPOSITION_UNFIT"),
        refusal(
            "acknowledged twice",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .preAlerted()
                    .bay("1")
                    .bay("2"),
            "PRE_ALERT_ANSWERED"),
        refusal(
            "received twice",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .received()
                    .received(),
            "PATIENT_RECEIVED"),
        refusal(
            "signed twice",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .signed(Kind.FOR_INFORMATION)
                    .signed(Kind.FOR_INFORMATION),
            "HANDOVER_SIGNED"),
        refusal(
            "accepted where nothing was asked",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .signed(Kind.FOR_INFORMATION)
                    .delivered(Delivery.SENT)
                    .practiceSays(HandoverAnswer.Kind.ACCEPTED),
            "HANDOVER_ELSEWHERE"),
        refusal(
            "sent twice",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .signed(Kind.FOR_INFORMATION)
                    .delivered(Delivery.SENT)
                    .delivered(Delivery.SENT),
            "NOTHING_TO_CHANGE"),
        refusal(
            "a bay at another hospital",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .preAlerted()
                    .as("tunbridge-wells")
                    .bay("1"),
            "PATIENT_UNKNOWN"),
        refusal(
            "a bay at this hospital",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .preAlerted()
                    .as("maidstone")
                    .bay("1"),
            "ok"),
        refusal(
            "received at another hospital",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .as("tunbridge-wells")
                    .received(),
            "PATIENT_UNKNOWN"),
        refusal(
            "answered by another service",
            j ->
                assessed
                    .apply(j)
                    .chosen(Disposition.COMMUNITY)
                    .offered("ucr")
                    .as("falls")
                    .serviceSays(1, ACCEPTED),
            "PATIENT_UNKNOWN"),
        refusal(
            "answered by another practice",
            j ->
                j.atPatient()
                    .assessed(CareLevel.ED)
                    .chosen(Disposition.ACUTE)
                    .signed(Kind.ACTION_REQUESTED)
                    .delivered(Delivery.SENT)
                    .as("practice-2")
                    .practiceSays(HandoverAnswer.Kind.ACCEPTED),
            "PATIENT_UNKNOWN"),
        refusal("nobody there", Journey::received, "PATIENT_UNKNOWN"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("refusals")
  void step_outOfPlace_isRefused(String name, UnaryOperator<Journey> told, String expected) {
    Journey journey = told.apply(new Journey());

    assertThat(journey.refused().map(Enum::name).orElse("ok")).isEqualTo(expected);
  }

  private static Arguments journey(String name, UnaryOperator<Journey> told, String expected) {
    return Arguments.of(name, told, expected);
  }

  private static Arguments refusal(String name, UnaryOperator<Journey> told, String expected) {
    return Arguments.of(name, told, expected);
  }

  private static String line(List<LoggedEvent> log) {
    return String.join(
        " ~ ", log.stream().filter(JourneyTest::isOfThePatient).map(JourneyTest::words).toList());
  }

  private static boolean isOfThePatient(LoggedEvent logged) {
    String kind = Family.nameOf(logged.event());
    return !List.of("UnitSignedOn", "IncidentOpened", "UnitAssigned", "JobStageReported")
        .contains(kind);
  }

  private static String words(LoggedEvent logged) {
    long minutes = Duration.between(World.NOON, logged.at()).toMinutes();
    String kind =
        logged.event() instanceof DeadlinePassed passed
            ? passed.overdue().obligation().kind() + " overdue"
            : Family.nameOf(logged.event());
    return kind + " " + minutes;
  }
}
