package org.doorstep.dispatch.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.dispatch.protocol.Rounds.ADULT;
import static org.doorstep.dispatch.protocol.Rounds.assessment;
import static org.doorstep.dispatch.protocol.Rounds.found;
import static org.doorstep.dispatch.protocol.Rounds.normal;
import static org.doorstep.dispatch.protocol.Rounds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Findings;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.OxygenTarget.Scale;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.junit.jupiter.api.Test;

/** FEATURE: the least level of care follows from what was found; wishes stand beside it. */
class CareDecisionTest {
  private static final CareTables TABLES = ProtocolFiles.westKent();
  private static final Finding[] FIT_FOR_HOME = {Finding.SAFE_AT_HOME, Finding.FOLLOW_UP_NAMED};

  @Test
  void decide_eachClinicalPicture_isDecidedByItsRow() {
    assertRow("R10", CareLevel.ED_PREALERT, normal(), Finding.AIRWAY_AT_RISK);
    assertRow("R11", CareLevel.ED_PREALERT, normal(), Finding.STEMI);
    assertRow("R12", CareLevel.ED_PREALERT, normal(), Finding.FAST_POSITIVE);
    assertRow("R13", CareLevel.ED_PREALERT, normal(), Finding.TRAUMA_TOOL_POSITIVE);
    assertRow("R14", CareLevel.ED_PREALERT, normal(), Finding.OBSTETRIC_EMERGENCY);
    assertRow("R20", CareLevel.ED_PREALERT, Rounds.verySick());
    assertRow("R21a", CareLevel.ED, Rounds.singleThree());
    assertRow("R22", CareLevel.HUB, normal(), Finding.SYNCOPE);
    assertRow("R33", CareLevel.SDEC, normal(), Finding.SAME_DAY_CRITERIA);
    assertRow("R34", CareLevel.MENTAL_HEALTH, normal(), Finding.MENTAL_HEALTH_CRISIS);
    assertRow("R30", CareLevel.UCR, normal(), Finding.FRAILTY_DECOMPENSATION);
    assertRow(
        "R35",
        CareLevel.PALLIATIVE,
        normal(),
        Finding.PALLIATIVE_KNOWN,
        Finding.DETERIORATION_EXPECTED);
    assertRow("R31", CareLevel.FALLS, normal(), Finding.UNINJURED_FALL);
    assertRow("R32", CareLevel.UTC, normal(), Finding.MINOR_INJURY_OR_ILLNESS, Finding.AMBULATORY);
    assertRow("R40", CareLevel.TREAT_AT_SCENE, normal(), FIT_FOR_HOME);
    assertRow("R99", CareLevel.HUB, normal());
  }

  @Test
  void decide_strokeBegunTooLongAgo_stillGoesToAnEmergencyDepartmentWithAWarning() {
    assertRow(
        "R15",
        CareLevel.ED_PREALERT,
        normal(),
        Finding.FAST_POSITIVE,
        Finding.STROKE_ONSET_BEYOND_WINDOW);
  }

  @Test
  void decide_under16ButNotAcutelyIll_goesToTheHubForWantOfAScore() {
    CareResult result = decide(assessment(patient(9), normal(), FIT_FOR_HOME));

    assertThat(result.explanation().reasons().get(0).row()).isEqualTo("R09");
    assertThat(result.outcome().level()).isEqualTo(CareLevel.HUB);
    assertThat(result.open().missing()).contains("news2", "singleThree");
  }

  @Test
  void decide_oneQuestionUnanswered_isNeverBelowTheHub() {
    for (Finding[] picture : pictures()) {
      Findings complete = found(picture);
      for (Finding open : Finding.values()) {
        if (complete.has(open) || open.topic() == Finding.Topic.WISHES) {
          continue;
        }
        List<Finding> absent = new ArrayList<>(complete.absent());
        absent.remove(open);
        var assessment =
            new Assessment(
                ADULT, List.of(normal(), normal()), new Findings(complete.present(), absent));

        CareResult result = decide(assessment);

        assertThat(result.outcome().level().urgency())
            .as("%s without %s", complete.present(), open)
            .isGreaterThanOrEqualTo(CareLevel.HUB.urgency());
        assertThat(result.open().notAsked().orElseThrow()).contains(open);
      }
    }
  }

  @Test
  void decide_oneObservationMissing_isNeverBelowTheHub() {
    ObservationSet blind = Rounds.with(normal(), Optional.empty());
    for (Finding[] picture : pictures()) {
      for (List<ObservationSet> rounds :
          List.of(List.of(normal(), blind), List.of(blind, normal()))) {
        assertThat(
                decide(new Assessment(ADULT, rounds, found(picture))).outcome().level().urgency())
            .isGreaterThanOrEqualTo(CareLevel.HUB.urgency());
      }
    }
  }

  @Test
  void decide_ageOrPregnancyUnknown_isNeverBelowTheHub() {
    for (PatientFacts unknown :
        List.of(
            new PatientFacts(Optional.empty(), Optional.of(false), Optional.empty()),
            new PatientFacts(Optional.of(70), Optional.empty(), Optional.empty()))) {
      assertThat(decide(assessment(unknown, normal(), FIT_FOR_HOME)).outcome().level())
          .isEqualTo(CareLevel.HUB);
    }
  }

  @Test
  void decide_nothingKnown_goesToTheHub() {
    var nothing =
        new Assessment(
            new PatientFacts(Optional.empty(), Optional.empty(), Optional.empty()),
            List.of(),
            Findings.NONE);

    assertThat(decide(nothing).outcome().destination()).isEqualTo(DestinationClass.CLINICAL_HUB);
  }

  @Test
  void decide_oneObservationWorse_neverLowersTheLevel() {
    List<ObservationSet> rounds = new ArrayList<>();
    for (long index = 0; index < ChartOracle.combinations(); index += 200_003) {
      rounds.add(ChartOracle.round(index));
    }
    for (ObservationSet round : rounds) {
      for (Finding[] picture : pictures()) {
        CareLevel before = decide(assessment(ADULT, round, picture)).outcome().level();
        for (ObservationSet worse : Worse.than(round, Scale.SCALE_1)) {
          CareLevel after = decide(assessment(ADULT, worse, picture)).outcome().level();
          if (after.urgency() < before.urgency()) {
            assertThat(after).as("%s, then %s", round, worse).isEqualTo(before);
          }
        }
      }
    }
  }

  @Test
  void decide_oneRoundBetter_doesNotForgetTheWorseOneBefore() {
    var assessment =
        new Assessment(ADULT, List.of(Rounds.verySick(), normal()), found(FIT_FOR_HOME));

    assertThat(decide(assessment).outcome().level()).isEqualTo(CareLevel.ED_PREALERT);
  }

  @Test
  void decide_anyWish_leavesTheLevelAsItIs() {
    for (Finding[] picture : pictures()) {
      Assessment without = assessment(ADULT, normal(), picture);
      CareLevel level = decide(without).outcome().level();
      for (Finding wish : Finding.Topic.WISHES.findings()) {
        List<Finding> present = new ArrayList<>(List.of(picture));
        present.add(wish);
        var with = assessment(ADULT, normal(), present.toArray(Finding[]::new));
        assertThat(decide(with).outcome().level()).as("%s", wish).isEqualTo(level);
      }
    }
  }

  @Test
  void decide_comfortPlanAndRaisedScore_asksForAConversationAndKeepsTheLevel() {
    CareResult result =
        decide(assessment(ADULT, Rounds.verySick(), Finding.COMFORT_PLAN, Finding.RESPECT_SEEN));

    assertThat(result.outcome().level()).isEqualTo(CareLevel.ED_PREALERT);
    assertThat(result.explanation().notes())
        .extracting(CareResult.Note::action)
        .contains(CareAction.SHOW_PLANS, CareAction.COMFORT_CONVERSATION);
  }

  @Test
  void decide_refusesAndCapacityNotRecorded_asksForTheTest() {
    Findings found =
        new Findings(
            List.of(Finding.REFUSES), found(Finding.REFUSES, Finding.HAS_CAPACITY).absent());

    CareResult result = decide(new Assessment(ADULT, List.of(normal(), normal()), found));

    assertThat(result.explanation().notes())
        .extracting(CareResult.Note::action)
        .contains(CareAction.ASSESS_CAPACITY)
        .doesNotContain(CareAction.RESPECT_REFUSAL);
  }

  @Test
  void decide_advanceDecisionOfAChild_isNotShownAsOne() {
    CareResult result = decide(assessment(patient(17), normal(), Finding.ADVANCE_DECISION_FOUND));

    assertThat(result.explanation().notes())
        .extracting(CareResult.Note::action)
        .contains(CareAction.PARENTAL_RESPONSIBILITY)
        .doesNotContain(CareAction.CHECK_ADVANCE_DECISION);
  }

  @Test
  void decide_levels_haveTheirDispositions() {
    assertThat(decide(assessment(ADULT, normal(), FIT_FOR_HOME)).disposition())
        .isEqualTo(Disposition.TREAT_AT_SCENE);
    assertThat(decide(assessment(ADULT, normal(), Finding.UNINJURED_FALL)).disposition())
        .isEqualTo(Disposition.COMMUNITY);
    assertThat(decide(assessment(ADULT, normal())).disposition()).isEqualTo(Disposition.ACUTE);
  }

  @Test
  void decide_communityService_namesItsUseCase() {
    assertThat(decide(assessment(ADULT, normal(), Finding.UNINJURED_FALL)).barsUseCase())
        .contains("a4t2");
  }

  @Test
  void decide_again_underTheSameTables_isTheSameInEveryPart() {
    Assessment assessment = assessment(ADULT, normal(), Finding.UNINJURED_FALL);

    assertThat(decide(assessment)).isEqualTo(decide(assessment));
  }

  @Test
  void decide_confusion_isASingleThree() {
    ObservationSet confused = Rounds.with(normal(), Optional.of(Consciousness.CONFUSED));

    assertThat(decide(assessment(ADULT, confused, FIT_FOR_HOME)).outcome().level())
        .isEqualTo(CareLevel.ED);
  }

  private static List<Finding[]> pictures() {
    return List.of(
        FIT_FOR_HOME,
        new Finding[] {Finding.UNINJURED_FALL},
        new Finding[] {Finding.FRAILTY_DECOMPENSATION},
        new Finding[] {Finding.MINOR_INJURY_OR_ILLNESS, Finding.AMBULATORY},
        new Finding[] {Finding.SAME_DAY_CRITERIA},
        new Finding[] {Finding.MENTAL_HEALTH_CRISIS},
        new Finding[] {Finding.PALLIATIVE_KNOWN, Finding.DETERIORATION_EXPECTED});
  }

  private static void assertRow(
      String row, CareLevel level, ObservationSet round, Finding... present) {
    CareResult result = decide(assessment(ADULT, round, present));
    assertThat(result.explanation().reasons().get(0).row()).isEqualTo(row);
    assertThat(result.outcome().level()).isEqualTo(level);
  }

  private static CareResult decide(Assessment assessment) {
    return CareDecision.decide(TABLES, assessment);
  }
}
