package org.doorstep.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.dispatch.Journey;
import org.doorstep.dispatch.JourneyScript;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.dispatch.wire.RecordJson;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: whatever is corrected in whatever order, whoever is owed something has a deadline, and a
 * log that is read from the middle comes to the same.
 */
class CorrectionSeedsTest {
  private static final int SEEDS = 300;
  private static final int STEPS = 25;
  private static final List<String> ANY =
      List.of(
          "assessed TREAT_AT_SCENE",
          "assessed ED",
          "second",
          "chosen TREAT_AT_SCENE PATIENT_WISHES",
          "chosen ACUTE PATIENT_WISHES",
          "chosen COMMUNITY PATIENT_WISHES",
          "offered UCR FALLS",
          "service 1 ACCEPTED",
          "service 1 REFUSED",
          "visited 1",
          "warned",
          "warning-off",
          "received",
          "informed",
          "asked",
          "kept SHARING_REFUSED",
          "kept UNREGISTERED",
          "kept VISITING",
          "asked-out-of-hours",
          "delivery RECEIVED",
          "delivery FAILED",
          "practice ACCEPTED",
          "practice REFUSED",
          "redirected PRACTICE-2",
          "by-hand",
          "added PRACTICE-1",
          "taken-back-letter WRONG_PATIENT",
          "known-as",
          "second-is-first",
          "first-is-second",
          "second-is-another",
          "followed-up DONE",
          "owned",
          "clear",
          "after 7");

  @Test
  void anySeed_whoeverIsOwedSomething_hasADeadline() {
    Seeds.each(
        SEEDS,
        seed -> {
          World world = told(seed).world();
          for (Patient patient : world.engine().view().listPatients()) {
            boolean closed = world.engine().view().findIncident(patient.id().incident()).isEmpty();
            if (closed && !patient.isSettled()) {
              assertThat(Deadlines.list(world.engine().view(), patient.id().incident()))
                  .as("what is owed to " + patient)
                  .anyMatch(
                      owed ->
                          owed.obligation()
                              .patient()
                              .filter(n -> n == patient.id().number())
                              .isPresent());
            }
          }
        });
  }

  @Test
  void anySeed_readFromTheMiddle_comesToTheSame() {
    Seeds.each(
        SEEDS,
        seed -> {
          World world = told(seed).world();
          int half = world.log().size() / 2;
          AreaState state = new AreaState(AreaSnapshot.empty(World.AREA));
          world.log().subList(0, half).forEach(state::evolve);
          AreaState resumed =
              new AreaState(
                  RecordJson.read(AreaSnapshot.class, RecordJson.write(state.snapshot())));
          world.log().subList(half, world.log().size()).forEach(resumed::evolve);

          assertThat(resumed.snapshot()).isEqualTo(world.engine().snapshot());
        });
  }

  @Test
  void seeds_together_haveEveryCorrection() {
    Set<String> kinds = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (LoggedEvent logged : told(seed).world().log()) {
        kinds.add(Family.nameOf(logged.event()));
      }
    }
    assertThat(kinds)
        .contains(
            "IdentityCorrected",
            "PatientsMerged",
            "PatientsSeparated",
            "HandoverAmended",
            "HandoverRetracted",
            "FollowUpRecorded",
            "PreAlertCancelled",
            "ResponsibilityEnded");
  }

  private static Journey told(long seed) {
    Random random = new Random(seed);
    StringBuilder steps = new StringBuilder("patient; assessed TREAT_AT_SCENE");
    for (int i = 0; i < STEPS; i++) {
      steps.append("; ").append(ANY.get(random.nextInt(ANY.size())));
    }
    return JourneyScript.tell(steps.toString());
  }
}
