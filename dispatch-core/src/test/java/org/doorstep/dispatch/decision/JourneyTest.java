package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.dispatch.Journey;
import org.doorstep.dispatch.JourneyScript;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.wire.Family;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: an incident ends twice, for the crews and for responsibility, and no patient is lost on
 * the way. Each journey is told, and then stands as it happened to the patient, with the minutes
 * since noon where time has passed.
 */
class JourneyTest {
  private static final List<String> OF_THE_CREW =
      List.of("UnitSignedOn", "IncidentOpened", "UnitAssigned", "JobStageReported");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A01 hear and treat | chosen HEAR_AND_TREAT; informed; closed; after 1; delivery RECEIVED \
          | DispositionChosen ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered 1 ~ ResponsibilityEnded 1
          A02 see and treat, received before the crew is clear | patient; assessed TREAT_AT_SCENE; chosen TREAT_AT_SCENE; informed; delivery SENT; delivery RECEIVED; after 5; clear \
          | AssessmentRecorded ~ DispositionChosen ~ HandoverSigned ~ HandoverDelivered ~ HandoverDelivered ~ IncidentClosed 5 ~ ResponsibilityEnded 5
          A03 the first service declines, the second sees the patient | patient; assessed UCR; chosen COMMUNITY; offered UCR FALLS; service 1 REFUSED; service 2 ACCEPTED; asked; clear; after 3; delivery RECEIVED; practice ACCEPTED; after 60; visited 2 \
          | AssessmentRecorded ~ DispositionChosen ~ ReferralOffered ~ ReferralAnswered ~ ReferralOffered ~ ReferralAnswered ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered 3 ~ HandoverAnswered 3 ~ AttendanceReported 63 ~ ResponsibilityEnded 63
          A04 acute with pre-alert | patient; assessed ED_PREALERT; chosen ACUTE; warned; bay 2; after 20; received; informed; clear; delivery RECEIVED \
          | AssessmentRecorded ~ DispositionChosen ~ PreAlertSent ~ PreAlertAcknowledged ~ PatientReceived 20 ~ HandoverSigned 20 ~ IncidentClosed 20 ~ HandoverDelivered 20 ~ ResponsibilityEnded 20
          B01 no service answers: the next is asked, then the hub owns the patient | patient; assessed UCR; chosen COMMUNITY; offered UCR FALLS; after 10; after 10; owned; informed; clear; delivery RECEIVED; after 15; taken-back 2 \
          | AssessmentRecorded ~ DispositionChosen ~ ReferralOffered ~ ReferralExpired 10 ~ ReferralOffered 10 ~ ReferralExpired 20 ~ OwnershipTaken 20 ~ HandoverSigned 20 ~ IncidentClosed 20 ~ HandoverDelivered 20 ~ REARRANGE overdue 35 ~ ReferralCancelled 35 ~ ResponsibilityEnded 35
          B03 the crew has left when the first service declines: the second is asked all the same | patient; assessed UCR; chosen COMMUNITY; offered UCR FALLS; owned; informed; clear; delivery RECEIVED; service 1 REFUSED; service 2 ACCEPTED; visited 2 \
          | AssessmentRecorded ~ DispositionChosen ~ ReferralOffered ~ OwnershipTaken ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ReferralAnswered ~ ReferralOffered ~ ReferralAnswered ~ AttendanceReported ~ ResponsibilityEnded
          B04 the crew has left and nobody takes the patient on: the hub is not let go | patient; assessed UCR; chosen COMMUNITY; offered UCR; owned; informed; clear; delivery RECEIVED; service 1 REFUSED; offered FALLS; service 2 ACCEPTED; visited 2 \
          | AssessmentRecorded ~ DispositionChosen ~ ReferralOffered ~ OwnershipTaken ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ReferralAnswered ~ ReferralOffered ~ ReferralAnswered ~ AttendanceReported ~ ResponsibilityEnded
          B02 the visit does not happen: it is owed until somebody comes | patient; assessed UCR; chosen COMMUNITY; offered UCR; service 1 ACCEPTED; informed; clear; delivery RECEIVED; after 120; not-visited 1; offered FALLS; service 2 ACCEPTED; visited 2 \
          | AssessmentRecorded ~ DispositionChosen ~ ReferralOffered ~ ReferralAnswered ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ATTEND overdue 120 ~ AttendanceReported 120 ~ ReferralOffered 120 ~ ReferralAnswered 120 ~ AttendanceReported 120 ~ ResponsibilityEnded 120
          C01 wrong practice: redirected, asked back, answered, accepted | patient; assessed TREAT_AT_SCENE; chosen TREAT_AT_SCENE; asked; clear; delivery RECEIVED; practice REFUSED; redirected PRACTICE-2; delivery RECEIVED; practice ASKED_BACK; answered; delivery RECEIVED; practice ACCEPTED \
          | AssessmentRecorded ~ DispositionChosen ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ HandoverAnswered ~ HandoverRedirected ~ HandoverDelivered ~ HandoverAnswered ~ PracticeAnswered ~ HandoverDelivered ~ HandoverAnswered ~ ResponsibilityEnded
          C02 no practice, and nobody finds one in time: by hand | patient; assessed TREAT_AT_SCENE; chosen TREAT_AT_SCENE; informed-nobody; clear; after 30; by-hand \
          | AssessmentRecorded ~ DispositionChosen ~ HandoverSigned ~ IncidentClosed ~ REROUTE_HANDOVER overdue 30 ~ HandedOverByHand 30 ~ ResponsibilityEnded 30
          C03 the channel gives up, and the receipt comes after all | patient; assessed TREAT_AT_SCENE; chosen TREAT_AT_SCENE; informed; clear; delivery SENT; delivery FAILED; after 29; delivery RECEIVED \
          | AssessmentRecorded ~ DispositionChosen ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ HandoverDelivered ~ HandoverDelivered 29 ~ ResponsibilityEnded 29
          """)
  void journey_told_goesThisWay(String name, String told, String expected) {
    Journey journey = JourneyScript.tell(told);

    assertThat(line(journey.world().log())).isEqualTo(expected);
    assertThat(journey.found()).isEmpty();
    assertThat(Deadlines.list(journey.world().engine().view())).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          assessed from afar                     | assessed UCR | NOT_AT_SCENE
          by telephone with a crew there         | patient; chosen HEAR_AND_TREAT | CREW_ON_SCENE
          less than proposed, no reason          | patient; assessed UCR; chosen TREAT_AT_SCENE | CHOICE_REASON_MISSING
          more than proposed, no reason          | patient; assessed UCR; chosen ACUTE | CHOICE_REASON_MISSING
          never assessed, no reason              | patient; chosen ACUTE | CHOICE_REASON_MISSING
          hub first, at home, no reason          | patient; assessed HUB; chosen TREAT_AT_SCENE | CHOICE_REASON_MISSING
          less than proposed, with a reason      | patient; assessed UCR; chosen TREAT_AT_SCENE PATIENT_WISHES | ok
          agreed with the hub, that nobody wrote | patient; assessed UCR; chosen TREAT_AT_SCENE HUB_AGREED | AGREEMENT_MISSING
          offered before a choice                | patient; assessed UCR; offered UCR | DISPOSITION_MISSING
          clear before a choice                  | patient; assessed UCR; clear | DISPOSITION_MISSING
          clear before a service has accepted    | patient; assessed UCR; chosen COMMUNITY; offered UCR; informed; clear | REFERRAL_MISSING
          clear before the handover is signed    | patient; assessed UCR; chosen COMMUNITY; offered UCR; service 1 ACCEPTED; clear | HANDOVER_UNSIGNED
          another choice with an offer open      | patient; assessed UCR; chosen COMMUNITY; offered UCR; chosen ACUTE OTHER | REFERRAL_OPEN
          answered twice                         | patient; assessed UCR; chosen COMMUNITY; offered UCR; service 1 ACCEPTED; service 1 REFUSED | REFERRAL_ANSWERED
          answered after its time                | patient; assessed UCR; chosen COMMUNITY; offered UCR; after 10; service 1 ACCEPTED | REFERRAL_ANSWERED
          an offer that nobody made              | patient; assessed UCR; chosen COMMUNITY; service 1 ACCEPTED | REFERRAL_UNKNOWN
          answered by another service            | patient; assessed UCR; chosen COMMUNITY; offered UCR; as FALLS; service 1 ACCEPTED | PATIENT_UNKNOWN
          a bay without a warning                | patient; assessed ED; chosen ACUTE; bay 1 | PRE_ALERT_MISSING
          a warning to nobody                    | patient; assessed UCR; chosen COMMUNITY; warned | DISPOSITION_UNFIT
          acknowledged twice                     | patient; assessed ED; chosen ACUTE; warned; bay 1; bay 2 | PRE_ALERT_ANSWERED
          a bay at this hospital                 | patient; assessed ED; chosen ACUTE; warned; as MAIDSTONE-ED; bay 1 | ok
          a bay at another hospital              | patient; assessed ED; chosen ACUTE; warned; as TUNBRIDGE-WELLS-ED; bay 1 | PATIENT_UNKNOWN
          received twice                         | patient; assessed ED; chosen ACUTE; received; received | PATIENT_RECEIVED
          received at another hospital           | patient; assessed ED; chosen ACUTE; as TUNBRIDGE-WELLS-ED; received | PATIENT_UNKNOWN
          signed twice                           | patient; assessed ED; chosen ACUTE; informed; informed | HANDOVER_SIGNED
          accepted where nothing was asked       | patient; assessed ED; chosen ACUTE; informed; delivery SENT; practice ACCEPTED | HANDOVER_ELSEWHERE
          accepted by another practice           | patient; assessed ED; chosen ACUTE; asked; delivery SENT; as PRACTICE-2; practice ACCEPTED | PATIENT_UNKNOWN
          sent twice                             | patient; assessed ED; chosen ACUTE; informed; delivery SENT; delivery SENT | NOTHING_TO_CHANGE
          nobody there                           | received | PATIENT_UNKNOWN
          """)
  void step_outOfPlace_isRefused(String name, String told, String expected) {
    Journey journey = JourneyScript.tell(told);

    assertThat(journey.refused().map(Enum::name).orElse("ok")).isEqualTo(expected);
  }

  private static String line(List<LoggedEvent> log) {
    return String.join(
        " ~ ",
        log.stream()
            .filter(logged -> !OF_THE_CREW.contains(Family.nameOf(logged.event())))
            .map(JourneyTest::words)
            .toList());
  }

  private static String words(LoggedEvent logged) {
    long minutes = Duration.between(World.NOON, logged.at()).toMinutes();
    String kind =
        logged.event() instanceof DeadlinePassed passed
            ? passed.overdue().obligation().kind() + " overdue"
            : Family.nameOf(logged.event());
    return minutes == 0 ? kind : kind + " " + minutes;
  }
}
