package org.doorstep.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CapacityTest;
import org.doorstep.dispatch.model.Consent;
import org.doorstep.dispatch.model.Examination;
import org.doorstep.dispatch.model.Fall;
import org.doorstep.dispatch.model.FastTest;
import org.doorstep.dispatch.model.Findings;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.model.PersonalContext;
import org.doorstep.dispatch.model.PlanSeen;
import org.doorstep.dispatch.model.Wellbeing;
import org.doorstep.handover.letter.Finding;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: a letter tells what was tested and asked, and says of every part that nobody asked that
 * nobody asked.
 */
class ExaminationWordsTest {
  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);

  @Test
  void list_testsAndPlans_areToldWithWhatWasNotAsked() {
    assertThat(told(tests(), context()))
        .containsExactly(
            "EXAMINATION FAST: face yes, arm not asked, speech no; last known well"
                + " 26 Jul 2026 09:30",
            "EXAMINATION Fall: on the floor for 75 min, head struck not asked, falls in a year 2",
            "EXAMINATION Clinical frailty scale 6 of 9, before",
            "CAPACITY Capacity: lacks capacity for this decision (impairment yes, understands no,"
                + " retains not asked, weighs not asked, communicates not asked)",
            "CAPACITY Consent: Best interests",
            "CARE_PLAN RESPECT, valid yes, applicable not asked, original seen no, made 2025-03-14",
            "CARE_PLAN Plans were looked for and could not be located: that is not that there are"
                + " none",
            "SOCIAL Wellbeing: smokes, wants to stop: yes; alcohol 30 units a week, wants less:"
                + " not asked");
  }

  @Test
  void list_lookedForPlansInVain_saysSo() {
    PersonalContext none =
        new PersonalContext(
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of()),
            Optional.empty(),
            Optional.empty());

    assertThat(told(Optional.empty(), Optional.of(none)))
        .containsExactly("CARE_PLAN Plans were looked for and none was found");
  }

  @Test
  void list_nothingAsked_isEmpty() {
    assertThat(told(Optional.empty(), Optional.empty())).isEmpty();
  }

  private static Optional<Examination> tests() {
    return Optional.of(
        new Examination(
            Optional.of(
                new FastTest(
                    YES, Optional.empty(), NO, Optional.of(Instant.parse("2026-07-26T08:30:00Z")))),
            Optional.empty(),
            Optional.of(6),
            Optional.of(new Fall(Optional.of(75), Optional.empty(), Optional.of(2))),
            Optional.empty()));
  }

  private static Optional<PersonalContext> context() {
    return Optional.of(
        new PersonalContext(
            Optional.of(
                new CapacityTest(YES, NO, Optional.empty(), Optional.empty(), Optional.empty())),
            Optional.of(Consent.BEST_INTERESTS),
            Optional.of(
                List.of(
                    new PlanSeen(
                        PlanSeen.Kind.RESPECT,
                        YES,
                        Optional.empty(),
                        NO,
                        Optional.of("2025-03-14"),
                        Optional.empty()))),
            YES,
            Optional.of(
                new Wellbeing(
                    YES,
                    YES,
                    Optional.of(30),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))));
  }

  private static List<String> told(
      Optional<Examination> examination, Optional<PersonalContext> context) {
    Assessment assessment =
        new Assessment(
            new PatientFacts(Optional.empty(), Optional.empty(), Optional.empty()),
            List.of(),
            new Findings(List.of(), List.of()),
            examination,
            context);
    return ExaminationWords.list(assessment, ZoneId.of("Europe/London")).stream()
        .map((Finding each) -> each.kind() + " " + each.text())
        .toList();
  }
}
