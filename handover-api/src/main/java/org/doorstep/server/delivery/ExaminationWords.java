package org.doorstep.server.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.CapacityTest;
import org.doorstep.dispatch.model.Examination;
import org.doorstep.dispatch.model.Fall;
import org.doorstep.dispatch.model.FastTest;
import org.doorstep.dispatch.model.PersonalContext;
import org.doorstep.dispatch.model.PlanSeen;
import org.doorstep.dispatch.model.TraumaSteps;
import org.doorstep.dispatch.model.Wellbeing;
import org.doorstep.handover.letter.Finding;
import org.doorstep.handover.letter.Finding.Kind;

/**
 * Tests, capacity, plans and what was noted of how a patient lives, in words. A part that nobody
 * asked is said to be not asked, never left to look like a no.
 */
final class ExaminationWords {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

  private final ZoneId zone;
  private final List<Finding> findings = new ArrayList<>();

  private ExaminationWords(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Everything of it that was asked.
   *
   * @param zone of the reader's clock
   */
  static List<Finding> list(Assessment assessment, ZoneId zone) {
    ExaminationWords words = new ExaminationWords(zone);
    assessment.examination().ifPresent(words::examination);
    assessment.context().ifPresent(words::context);
    return List.copyOf(words.findings);
  }

  private void examination(Examination tests) {
    tests.fast().ifPresent(fast -> add(Kind.EXAMINATION, fast(fast)));
    tests.trauma().ifPresent(steps -> add(Kind.EXAMINATION, trauma(steps)));
    tests.fall().ifPresent(fall -> add(Kind.EXAMINATION, fall(fall)));
    tests
        .frailty()
        .ifPresent(
            grade ->
                add(Kind.EXAMINATION, "Clinical frailty scale %d of 9, before".formatted(grade)));
    tests
        .infectionSuspected()
        .ifPresent(
            suspected ->
                add(Kind.EXAMINATION, "Infection suspected: " + answer(Optional.of(suspected))));
  }

  private void context(PersonalContext context) {
    context.capacity().ifPresent(test -> add(Kind.CAPACITY, capacity(test)));
    context
        .consent()
        .ifPresent(consent -> add(Kind.CAPACITY, "Consent: " + FindingWords.words(consent)));
    context
        .plans()
        .ifPresent(
            plans -> {
              if (plans.isEmpty()) {
                add(Kind.CARE_PLAN, "Plans were looked for and none was found");
              }
              plans.forEach(plan -> add(Kind.CARE_PLAN, plan(plan)));
            });
    if (context.plansNotLocated().orElse(false)) {
      add(
          Kind.CARE_PLAN,
          "Plans were looked for and could not be located: that is not that there are none");
    }
    context.wellbeing().ifPresent(this::wellbeing);
  }

  private String fast(FastTest test) {
    return "FAST: face %s, arm %s, speech %s; last known well %s"
        .formatted(
            answer(test.face()),
            answer(test.arm()),
            answer(test.speech()),
            test.lastKnownWell().map(this::clock).orElse("not known"));
  }

  private static String trauma(TraumaSteps steps) {
    return "Trauma tool: physiology %s, anatomy %s, mechanism %s, special %s"
        .formatted(
            answer(steps.physiology()),
            answer(steps.anatomy()),
            answer(steps.mechanism()),
            answer(steps.special()));
  }

  private static String fall(Fall fall) {
    return "Fall: on the floor for %s, head struck %s, falls in a year %s"
        .formatted(
            fall.minutesOnFloor().map(minutes -> minutes + " min").orElse("not known how long"),
            answer(fall.headStruck()),
            fall.fallsInYear().map(String::valueOf).orElse("not asked"));
  }

  private static String capacity(CapacityTest test) {
    String result =
        test.hasCapacity()
            .map(has -> has ? "has capacity for this decision" : "lacks capacity for this decision")
            .orElse("not settled");
    return "Capacity: %s (impairment %s, understands %s, retains %s, weighs %s, communicates %s)"
        .formatted(
            result,
            answer(test.impaired()),
            answer(test.understands()),
            answer(test.retains()),
            answer(test.weighs()),
            answer(test.communicates()));
  }

  private static String plan(PlanSeen plan) {
    StringJoiner words = new StringJoiner(", ");
    words.add(FindingWords.words(plan.kind()));
    words.add("valid " + answer(plan.valid()));
    words.add("applicable " + answer(plan.applicable()));
    words.add("original seen " + answer(plan.originalSeen()));
    plan.madeOn().ifPresent(day -> words.add("made " + day));
    plan.reviewOn().ifPresent(day -> words.add("review " + day));
    return words.toString();
  }

  private void wellbeing(Wellbeing noted) {
    StringJoiner words = new StringJoiner("; ");
    noted
        .smokes()
        .ifPresent(
            smokes ->
                words.add(
                    smokes
                        ? "smokes, wants to stop: " + answer(noted.wantsToStop())
                        : "does not smoke"));
    noted
        .alcoholUnitsPerWeek()
        .ifPresent(
            units ->
                words.add(
                    "alcohol %d units a week, wants less: %s"
                        .formatted(units, answer(noted.wantsToDrinkLess()))));
    noted.fallsRisk().ifPresent(risk -> words.add("unsteady: " + answer(Optional.of(risk))));
    noted.lonely().ifPresent(lonely -> words.add("lonely: " + answer(Optional.of(lonely))));
    if (words.length() > 0) {
      add(Kind.SOCIAL, "Wellbeing: " + words);
    }
  }

  private void add(Kind kind, String text) {
    findings.add(ClinicalWriting.finding(kind, text));
  }

  private String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  private static String answer(Optional<Boolean> given) {
    return given.map(yes -> yes ? "yes" : "no").orElse("not asked");
  }
}
