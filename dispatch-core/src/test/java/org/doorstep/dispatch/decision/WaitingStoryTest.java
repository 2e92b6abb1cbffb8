package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.doorstep.dispatch.WaitingScript;
import org.doorstep.dispatch.WaitingStory;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.HubEvent.ContactReviewed;
import org.doorstep.dispatch.event.HubEvent.OutcomeAgreed;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Agreement;
import org.doorstep.dispatch.model.Obligation.Kind;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.wire.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: who waits is spoken with, nobody is forgotten or silently closed, and hub and crew agree
 * by name. Each story is told, and then stands as it happened, with the minutes since noon where
 * time has passed.
 */
class WaitingStoryTest {
  private static final List<String> OF_THE_CREW = List.of("UnitSignedOn", "IncidentOpened");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A01 call-back, advice given: hear and treat | opened C5; queued; after 30; by mary; taken; called-back ADVISED \
          | CallBackQueued ~ CaseTaken 30 ~ CallBackMade 30 ~ IncidentClosed 30
          A02 call-back, referred | opened C5; queued; by mary; taken; called-back REFERRED \
          | CallBackQueued ~ CaseTaken ~ CallBackMade ~ IncidentClosed
          A03 call-back, upgraded: waits by a clock of its own | opened C5; queued; by mary; taken; after 20; called-back UPGRADED C2; after 10 \
          | CallBackQueued ~ CaseTaken ~ CallBackMade 20 ~ IncidentRecategorised 20 ~ SEND overdue 30
          A04 call-back, downgraded | opened C3; queued; by mary; taken; called-back DOWNGRADED C4; after 150 \
          | CallBackQueued ~ CaseTaken ~ CallBackMade ~ IncidentRecategorised ~ SEND overdue 150
          A05 three times no answer: a person has to decide, nothing is closed | opened C5; queued; by mary; taken; called-back NO_ANSWER; after 15; taken; called-back NO_ANSWER; after 15; taken; called-back NO_ANSWER; after 5; decided KEEP_TRYING; after 1 \
          | CallBackQueued ~ CaseTaken ~ CallBackMade ~ CALL_BACK overdue 15 ~ CaseTaken 15 ~ CallBackMade 15 ~ CALL_BACK overdue 30 ~ CaseTaken 30 ~ CallBackMade 30 ~ DECIDE_UNREACHED overdue 35 ~ UnreachedDecided 35 ~ CALL_BACK overdue 36
          A06 taken by two: the second has to see the first | opened C5; queued; by mary; taken; by omar; taken; taken from mary \
          | CallBackQueued ~ CaseTaken ~ CaseTaken
          A07 given back, and late | opened C5; queued; by mary; taken; released; after 90 \
          | CallBackQueued ~ CaseTaken ~ CaseReleased ~ CALL_BACK overdue 90
          A08 a crew is there: no call is owed any more | opened C3; queued; crew; after 130 \
          | CallBackQueued ~ UnitAssigned ~ JobStageReported
          B01 welfare calls, again and again | opened C3; after 120; welfare NO_CHANGE; after 60; welfare NO_CHANGE \
          | SEND overdue 120 ~ WELFARE_CALL overdue 120 ~ WelfareCallMade 120 ~ WELFARE_CALL overdue 180 ~ WelfareCallMade 180
          B02 worse: another category, and a clinician's review | opened C3; after 60; welfare WORSE C2; after 15; by mary; reviewed STANDS \
          | WelfareCallMade 60 ~ IncidentRecategorised 60 ~ SEND overdue 75 ~ REVIEW_CONTACT overdue 75 ~ ContactReviewed 75
          B03 nobody answers: somebody has to decide | opened C3; welfare NO_ANSWER; welfare NO_ANSWER; welfare NO_ANSWER; after 5; decided SEND_CREW \
          | WelfareCallMade ~ WelfareCallMade ~ WelfareCallMade ~ DECIDE_UNREACHED overdue 5 ~ UnreachedDecided 5
          B04 no calls are needed, until the wait begins anew | opened C4; by mary; welfare NOT_NEEDED; after 200; by desk; welfare WORSE C3; after 121 \
          | WelfareCallMade ~ SEND overdue 200 ~ WelfareCallMade 200 ~ IncidentRecategorised 200 ~ SEND overdue 321 ~ WELFARE_CALL overdue 321 ~ REVIEW_CONTACT overdue 321
          C01 calls again: a clinician reviews, by name | opened C3; called-again; after 30; by mary; reviewed STANDS; by desk; closed CALLED_OFF \
          | CallAdded ~ REVIEW_CONTACT overdue 30 ~ ContactReviewed 30 ~ IncidentClosed 30
          C02 has called before: the review begins with the incident | opened C2 REPEAT_CALLER; after 15 \
          | SEND overdue 15 ~ REVIEW_CONTACT overdue 15
          D01 head injury on blood thinners, alone: no end without a clinician | opened C3 HEAD_INJURY_ON_BLOOD_THINNERS ALONE_AFTER_FALL; closed CALLED_OFF; chosen HEAR_AND_TREAT; by mary; closed CALLED_OFF \
          | IncidentClosed
          E01 the crew asks, the hub proposes, the crew agrees: no reason is owed | opened C3; crew; assessed; hub-asked; after 5; by mary; taken; proposed COMMUNITY; by crew1; agrees; chosen COMMUNITY \
          | UnitAssigned ~ JobStageReported ~ AssessmentRecorded ~ HubAsked ~ ANSWER_CREW overdue 5 ~ CaseTaken 5 ~ OutcomeProposed 5 ~ OutcomeAnswered 5 ~ DispositionChosen 5
          E02 agreed by voice, by three names | opened C3; crew; assessed; by mary; agreed COMMUNITY CREW_CLINICIAN EMERGENCY_CONSULTANT; by crew1; chosen COMMUNITY \
          | UnitAssigned ~ JobStageReported ~ AssessmentRecorded ~ OutcomeAgreed ~ DispositionChosen
          E03 the crew decides otherwise, and what it decides stands | opened C3; crew; assessed; by mary; proposed COMMUNITY; by crew1; disagrees; chosen ACUTE \
          | UnitAssigned ~ JobStageReported ~ AssessmentRecorded ~ OutcomeProposed ~ OutcomeAnswered ~ DispositionChosen
          E04 found worse after it was agreed: it holds no longer | opened C3; crew; assessed; by mary; agreed COMMUNITY CREW_CLINICIAN; after 1; by crew1; assessed; chosen COMMUNITY \
          | UnitAssigned ~ JobStageReported ~ AssessmentRecorded ~ OutcomeAgreed ~ AssessmentRecorded 1
          """)
  void waiting_told_goesThisWay(String name, String told, String expected) {
    assertThat(line(WaitingScript.tell(told).world().log())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on the queue twice                      | opened C5; queued; queued | NOTHING_TO_CHANGE
          queued with a crew there                | opened C5; crew; queued | CREW_ON_SCENE
          taken by who is no clinician            | opened C5; queued; taken | CLINICIAN_NEEDED
          taken by two at the same time           | opened C5; queued; by mary; taken; by omar; taken | CASE_TAKEN
          taken over from who does not have it    | opened C5; queued; by mary; taken from omar | CASE_TAKEN
          taken over by who has seen it           | opened C5; queued; by mary; taken; by omar; taken from mary | ok
          taken again                             | opened C5; queued; by mary; taken; taken from mary | NOTHING_TO_CHANGE
          released by somebody else               | opened C5; queued; by mary; taken; by omar; released | CASE_TAKEN
          released by nobody                      | opened C5; queued; by mary; released | CASE_NOT_TAKEN
          called back and not taken               | opened C5; queued; by mary; called-back ADVISED | CASE_NOT_TAKEN
          called back by another than who has it  | opened C5; queued; by mary; taken; by omar; called-back ADVISED | CASE_TAKEN
          called back by the desk                 | opened C5; queued; called-back ADVISED | CLINICIAN_NEEDED
          called back and not queued              | opened C5; by mary; taken; called-back ADVISED | CALL_BACK_MISSING
          advice without words                    | opened C5; queued; by mary; taken; called-back-wordless ADVISED | WORDS_MISSING
          closed with a crew on the way           | opened C5; queued; sent; by mary; taken; called-back ADVISED | INCIDENT_HAS_LIVE_JOBS
          closed with a patient not handed back   | opened C5; queued; by mary; taken; chosen HEAR_AND_TREAT; called-back ADVISED | HANDOVER_UNSIGNED
          closed when handed back                 | opened C5; queued; by mary; taken; chosen HEAR_AND_TREAT; signed; called-back ADVISED | ok
          an upgrade that is none                 | opened C3; queued; by mary; taken; called-back UPGRADED C4 | CATEGORY_UNFIT
          an upgrade to nothing                   | opened C3; queued; by mary; taken; called-back UPGRADED | CATEGORY_UNFIT
          a downgrade that is none                | opened C3; queued; by mary; taken; called-back DOWNGRADED C2 | CATEGORY_UNFIT
          welfare call with a crew there          | opened C3; crew; welfare NO_CHANGE | CREW_ON_SCENE
          no more calls, says the desk            | opened C3; welfare NOT_NEEDED | CLINICIAN_NEEDED
          no change, but another category         | opened C3; welfare NO_CHANGE C2 | CATEGORY_UNFIT
          worse, but less urgent                  | opened C3; welfare WORSE C4 | CATEGORY_UNFIT
          reviewed by the desk                    | opened C3; called-again; reviewed STANDS | CLINICIAN_NEEDED
          reviewed when nothing is open           | opened C3; by mary; reviewed STANDS | REVIEW_NOT_OPEN
          reviewed, stands, and another category  | opened C3; called-again; by mary; reviewed STANDS C2 | CATEGORY_UNFIT
          reviewed, no other category             | opened C3; called-again; by mary; reviewed RECATEGORISED | CATEGORY_UNFIT
          decided about who answers               | opened C3; welfare NO_ANSWER; decided KEEP_TRYING | NOTHING_TO_CHANGE
          closed by the desk, called again        | opened C3; called-again; closed CALLED_OFF | CLINICIAN_NEEDED
          closed by a clinician, called again     | opened C3; called-again; by mary; closed CALLED_OFF | ok
          closed by the desk, thinners            | opened C3 HEAD_INJURY_ON_BLOOD_THINNERS; closed PASSED_ON | CLINICIAN_NEEDED
          closed by the desk, alone after a fall  | opened C3 ALONE_AFTER_FALL; closed DUPLICATE | CLINICIAN_NEEDED
          closed by the desk, refuses             | opened C3 REFUSES_CARE; closed CALLED_OFF | CLINICIAN_NEEDED
          closed by the desk, under two           | opened C3 UNDER_TWO; closed CALLED_OFF | CLINICIAN_NEEDED
          closed by the desk, nothing of these    | opened C3 VIOLENCE INFECTION; closed CALLED_OFF | ok
          closed by the desk, unreached           | opened C3; welfare NO_ANSWER; welfare NO_ANSWER; welfare NO_ANSWER; closed CALLED_OFF | CLINICIAN_NEEDED
          by telephone, thinners, by the desk     | opened C3 HEAD_INJURY_ON_BLOOD_THINNERS; chosen HEAR_AND_TREAT | CLINICIAN_NEEDED
          by telephone, thinners, by the hub      | opened C3 HEAD_INJURY_ON_BLOOD_THINNERS; by mary; chosen HEAR_AND_TREAT | ok
          hub asked twice                         | opened C3; crew; hub-asked; hub-asked | NOTHING_TO_CHANGE
          proposed by the desk                    | opened C3; crew; assessed; proposed COMMUNITY | CLINICIAN_NEEDED
          proposed with nobody there              | opened C3; by mary; proposed COMMUNITY | NOT_AT_SCENE
          proposed by telephone                   | opened C3; crew; assessed; by mary; proposed HEAR_AND_TREAT | DISPOSITION_UNFIT
          answered without a proposal             | opened C3; crew; assessed; agrees | PROPOSAL_MISSING
          answered twice                          | opened C3; crew; assessed; by mary; proposed COMMUNITY; by crew1; agrees; agrees | PROPOSAL_MISSING
          agreed with nobody of the crew          | opened C3; crew; assessed; by mary; agreed COMMUNITY EMERGENCY_CONSULTANT | PARTY_MISSING
          chosen before it was agreed             | opened C3; crew; assessed; by mary; proposed COMMUNITY; by crew1; chosen COMMUNITY | CHOICE_REASON_MISSING
          chosen otherwise than agreed            | opened C3; crew; assessed; by mary; agreed COMMUNITY CREW_CLINICIAN; by crew1; chosen TREAT_AT_SCENE | CHOICE_REASON_MISSING
          """)
  void step_toldLast_isRefusedOrNot(String name, String told, String expected) {
    assertThat(WaitingScript.tell(told).refused().map(Enum::name).orElse("ok")).isEqualTo(expected);
  }

  @Test
  void agreement_byThreeNames_isInTheLogWithAllOfThem() {
    WaitingStory story =
        WaitingScript.tell(
            "opened C3; crew; assessed; by mary;"
                + " agreed COMMUNITY CREW_CLINICIAN EMERGENCY_CONSULTANT");

    assertThat(story.world().log())
        .extracting(LoggedEvent::event)
        .filteredOn(OutcomeAgreed.class::isInstance)
        .extracting(event -> ((OutcomeAgreed) event).parties())
        .singleElement()
        .satisfies(
            parties -> {
              assertThat(parties)
                  .extracting(Party::role)
                  .containsExactly(
                      Party.Role.HUB_CLINICIAN,
                      Party.Role.CREW_CLINICIAN,
                      Party.Role.EMERGENCY_CONSULTANT);
              assertThat(parties.get(0).user()).contains(Actor.user("mary"));
              assertThat(parties.get(1).user()).contains(Actor.user("crew1"));
            });
    assertThat(story.world().engine().view().findPatient(story.patient()).orElseThrow().agreement())
        .map(Agreement::state)
        .contains(Agreement.State.AGREED);
  }

  @Test
  void review_ofARepeatContact_namesItsClinician() {
    WaitingStory story =
        WaitingScript.tell("opened C3; called-again; by omar; reviewed RECATEGORISED C2");

    assertThat(story.world().log())
        .extracting(LoggedEvent::event)
        .filteredOn(ContactReviewed.class::isInstance)
        .extracting(event -> ((ContactReviewed) event).clinician())
        .containsExactly(Actor.user("omar"));
  }

  @Test
  void concern_foundByTheCrew_countsWhenTheDeskWouldClose() {
    WaitingStory story =
        WaitingScript.tell("opened C3; crew; assessed HEAD_INJURY_ON_BLOOD_THINNERS");
    var view = story.world().engine().view();

    assertThat(
            ClinicianNeeded.list(
                view.findIncident(story.incident()).orElseThrow(),
                view.listPatients(story.incident())))
        .extracting(Enum::name)
        .containsExactly("HEAD_INJURY_ON_BLOOD_THINNERS");
  }

  @Test
  void welfare_nobodyAnswers_isTriedSoonerThanUsual() {
    WaitingStory story = WaitingScript.tell("opened C2; after 60; welfare NO_ANSWER");

    assertThat(
            Deadlines.list(story.world().engine().view()).stream()
                .filter(owed -> owed.obligation().kind() == Kind.WELFARE_CALL)
                .map(owed -> Duration.between(story.world().now(), owed.dueAt()).toMinutes()))
        .containsExactly(5L);
  }

  private static String line(List<LoggedEvent> log) {
    return String.join(
        " ~ ",
        log.stream()
            .filter(logged -> !OF_THE_CREW.contains(Family.nameOf(logged.event())))
            .map(WaitingStoryTest::words)
            .toList());
  }

  private static String words(LoggedEvent logged) {
    long minutes = Duration.between(World.NOON, logged.at()).toMinutes();
    String what =
        logged.event() instanceof DeadlinePassed passed
            ? "%s overdue".formatted(passed.overdue().obligation().kind())
            : Family.nameOf(logged.event());
    return minutes == 0 ? what : "%s %d".formatted(what, minutes);
  }
}
