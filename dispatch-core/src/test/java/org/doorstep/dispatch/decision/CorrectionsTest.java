package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.Journey;
import org.doorstep.dispatch.JourneyScript;
import org.doorstep.dispatch.model.ActionReason;
import org.doorstep.dispatch.model.HandoverRoute;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.HandoverTerms.Kind;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.wire.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: what was said wrongly is set right, also after everybody was let go; nothing is
 * overwritten, and whoever is owed something again is not forgotten. Each line is told, and then
 * stands as it happened from the signature on; the last column is what is owed at its end.
 */
class CorrectionsTest {
  private static final String TREATED = "patient; assessed TREAT_AT_SCENE; chosen TREAT_AT_SCENE; ";
  private static final List<String> BEFORE =
      List.of(
          "UnitSignedOn",
          "IncidentOpened",
          "UnitAssigned",
          "JobStageReported",
          "AssessmentRecorded",
          "DispositionChosen");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D01 sharing refused: kept, and nobody is owed anything | kept SHARING_REFUSED; clear \
          | HandoverSigned ~ IncidentClosed ~ ResponsibilityEnded | nothing
          D02 registered nowhere: kept | kept UNREGISTERED; clear \
          | HandoverSigned ~ IncidentClosed ~ ResponsibilityEnded | nothing
          D03 visiting, practice not in the directory: a person passes it on | kept VISITING; clear; by-hand \
          | HandoverSigned ~ IncidentClosed ~ HandedOverByHand ~ ResponsibilityEnded | nothing
          D04 practice closed: out-of-hours care accepts | asked-out-of-hours; clear; delivery RECEIVED; as OUT-OF-HOURS; practice ACCEPTED \
          | HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ HandoverAnswered ~ ResponsibilityEnded | nothing
          D05 practice closed: out-of-hours care has not answered | asked-out-of-hours; clear; delivery RECEIVED \
          | HandoverSigned ~ IncidentClosed ~ HandoverDelivered | ANSWER_HANDOVER
          E01 something is added before it is received | informed; delivery SENT; added PRACTICE-1; clear \
          | HandoverSigned ~ HandoverDelivered ~ HandoverAmended ~ IncidentClosed | DELIVER_HANDOVER
          E02 something is added after all was over: it has to arrive, too | informed; clear; delivery RECEIVED; added PRACTICE-1 \
          | HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ResponsibilityEnded ~ HandoverAmended | DELIVER_HANDOVER
          E03 and ends again when it has | informed; clear; delivery RECEIVED; added PRACTICE-1; delivery RECEIVED \
          | HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ResponsibilityEnded ~ HandoverAmended ~ HandoverDelivered ~ ResponsibilityEnded | nothing
          F01 taken back: another is owed | informed; delivery RECEIVED; taken-back-letter WRONG_PATIENT \
          | HandoverSigned ~ HandoverDelivered ~ HandoverRetracted | SIGN_HANDOVER
          F02 taken back before the crew left: it cannot leave without another | informed; taken-back-letter WRONG_CONTENT; clear \
          | HandoverSigned ~ HandoverRetracted | SIGN_HANDOVER
          F03 taken back after all was over, signed anew, received | informed; clear; delivery RECEIVED; taken-back-letter WRONG_RECEIVER; informed; delivery RECEIVED \
          | HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ResponsibilityEnded ~ HandoverRetracted ~ HandoverSigned ~ HandoverDelivered ~ ResponsibilityEnded | nothing
          G01 two who are one: only one handover is owed | second; second-is-first; informed; clear; delivery RECEIVED \
          | PatientsMerged ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ResponsibilityEnded | nothing
          G02 two after all: the second is owed one again | second; second-is-first; second-is-another; informed; delivery RECEIVED; clear \
          | PatientsMerged ~ PatientsSeparated ~ HandoverSigned ~ HandoverDelivered | SIGN_HANDOVER
          H01 who it is becomes known while the crew is there | known-as; informed; clear; delivery RECEIVED \
          | IdentityCorrected ~ HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ResponsibilityEnded | nothing
          H02 and the day after: nobody is owed anything for that | informed; clear; delivery RECEIVED; after 600; known-as \
          | HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ ResponsibilityEnded ~ IdentityCorrected | nothing
          K01 the practice says what became of it | asked; clear; delivery RECEIVED; practice ACCEPTED; after 600; followed-up DONE \
          | HandoverSigned ~ IncidentClosed ~ HandoverDelivered ~ HandoverAnswered ~ ResponsibilityEnded ~ FollowUpRecorded | nothing
          """)
  void correction_told_goesThisWay(String name, String told, String expected, String owed) {
    Journey journey = JourneyScript.tell(TREATED + told);

    assertThat(
            journey.world().log().stream()
                .map(logged -> Family.nameOf(logged.event()))
                .filter(kind -> !BEFORE.contains(kind)))
        .containsExactly(expected.split(" ~ ", -1));
    assertThat(
            Deadlines.list(journey.world().engine().view()).stream()
                .filter(each -> each.obligation().patient().isPresent())
                .map(each -> each.obligation().kind().name())
                .distinct()
                .reduce((first, second) -> first + " " + second)
                .orElse("nothing"))
        .isEqualTo(owed);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          added to what was never signed           | added PRACTICE-1 | HANDOVER_UNSIGNED
          taken back, never signed                 | taken-back-letter WRONG_PATIENT | HANDOVER_UNSIGNED
          taken back twice                         | informed; taken-back-letter WRONG_PATIENT; taken-back-letter WRONG_PATIENT | HANDOVER_UNSIGNED
          signed anew without taking back          | informed; informed | HANDOVER_SIGNED
          assessed again after taking back         | informed; taken-back-letter WRONG_CONTENT; assessed TREAT_AT_SCENE | ok
          one and the same patient                 | second; first-is-second; second-is-first | MERGE_UNFIT
          assessed although somebody else          | second; first-is-second; assessed ED | PATIENT_MERGED
          chosen although somebody else            | second; first-is-second; chosen TREAT_AT_SCENE | PATIENT_MERGED
          signed although somebody else            | second; first-is-second; informed | PATIENT_MERGED
          promised to a service                    | chosen COMMUNITY OTHER; second; offered UCR; first-is-second | REFERRAL_OPEN
          two who are two                          | second; second-is-another | NOTHING_TO_CHANGE
          followed up before it was accepted       | asked; delivery RECEIVED; followed-up DONE | HANDOVER_ELSEWHERE
          followed up where nothing was asked      | informed; delivery RECEIVED; followed-up DONE | HANDOVER_ELSEWHERE
          a warning called off that was never sent | warning-off | PRE_ALERT_MISSING
          """)
  void step_outOfPlace_isRefused(String name, String told, String expected) {
    Journey journey = JourneyScript.tell(TREATED + told);

    assertThat(journey.refused().map(Enum::name).orElse("ok")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          called off: nobody has to answer           | warned; warning-off | nothing | ok
          and warned again: it is owed again         | warned; warning-off; warned | ACKNOWLEDGE_PRE_ALERT | ok
          the patient is there: too late to call off | warned; received; warning-off | nothing | PATIENT_RECEIVED
          """)
  void preAlert_calledOff_isOwedNoMore(String name, String told, String owed, String refusal) {
    Journey journey = JourneyScript.tell("patient; assessed ED; chosen ACUTE; " + told);

    assertThat(journey.refused().map(Enum::name).orElse("ok")).isEqualTo(refusal);
    assertThat(
            Deadlines.list(journey.world().engine().view()).stream()
                .map(each -> each.obligation().kind().name())
                .filter("ACKNOWLEDGE_PRE_ALERT"::equals)
                .findFirst()
                .orElse("nothing"))
        .isEqualTo(owed);
  }

  @Test
  void terms_thatContradictThemselves_areRefused() {
    Optional<ServiceId> practice = Optional.of(new ServiceId("PRACTICE-1"));

    assertThatThrownBy(() -> terms(practice, HandoverRoute.SHARING_REFUSED, practice))
        .hasMessageContaining("another than who is asked");
    assertThatThrownBy(() -> terms(practice, HandoverRoute.SHARING_REFUSED, Optional.empty()))
        .hasMessageContaining("nobody must be told");
    assertThatThrownBy(() -> terms(practice, HandoverRoute.OUT_OF_HOURS, Optional.empty()))
        .hasMessageContaining("asked to act");
    assertThatThrownBy(
            () ->
                new HandoverTerms(
                    Kind.FOR_INFORMATION,
                    practice,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(ActionReason.WOUND_CARE),
                    Optional.empty()))
        .hasMessageContaining("asks for action");
  }

  private static HandoverTerms terms(
      Optional<ServiceId> to, HandoverRoute route, Optional<ServiceId> copyTo) {
    return new HandoverTerms(
        Kind.FOR_INFORMATION, to, Optional.empty(), Optional.of(route), Optional.empty(), copyTo);
  }
}
