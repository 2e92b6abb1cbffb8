package org.doorstep.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.wire.EventJson;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.dispatch.wire.RecordJson;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: whatever anybody says about those who wait, nobody is left without a deadline, and what
 * only a clinician may end is ended by nobody else.
 */
class WaitingSeedsTest {
  private static final int SEEDS = 40;
  private static final int COMMANDS = 800;
  private static final Set<Flag> NEEDING =
      EnumSet.of(
          Flag.HEAD_INJURY_ON_BLOOD_THINNERS,
          Flag.ALONE_AFTER_FALL,
          Flag.REFUSES_CARE,
          Flag.UNDER_TWO);

  @Test
  void seeds_anySayings_leaveNobodyWithoutADeadlineOrAClinician() {
    Seeds.each(
        SEEDS,
        seed -> {
          World world = new World();
          RandomArea area = new RandomArea(world, seed);
          RandomHub hub = new RandomHub(world, seed);
          for (int i = 0; i < COMMANDS; i++) {
            offer(world, i % 2 == 0 ? area.next() : hub.next());
            requireDeadlines(world.engine());
          }
        });
  }

  @Test
  void seeds_readAgainFromTheLog_areTheSame() {
    Seeds.each(
        SEEDS,
        seed -> {
          World world = run(seed);
          AreaState replayed = new AreaState(AreaSnapshot.empty(World.AREA));
          for (LoggedEvent logged : world.log()) {
            replayed.evolve(EventJson.read(EventJson.write(logged, "0".repeat(64))).logged());
          }
          AreaSnapshot now = world.engine().snapshot();

          assertThat(replayed.snapshot()).isEqualTo(now);
          assertThat(RecordJson.read(AreaSnapshot.class, RecordJson.write(now))).isEqualTo(now);
        });
  }

  @Test
  void seeds_together_haveEveryEventOfTheHub() {
    Set<String> kinds = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      run(seed).log().stream()
          .map(LoggedEvent::event)
          .filter(HubEvent.class::isInstance)
          .forEach(event -> kinds.add(Family.nameOf(event)));
    }

    assertThat(kinds)
        .contains(
            "CallBackQueued",
            "CaseTaken",
            "CaseReleased",
            "CallBackMade",
            "WelfareCallMade",
            "ContactReviewed",
            "UnreachedDecided",
            "HubAsked",
            "OutcomeProposed",
            "OutcomeAnswered",
            "OutcomeAgreed");
  }

  private static World run(long seed) {
    World world = new World();
    RandomArea area = new RandomArea(world, seed);
    RandomHub hub = new RandomHub(world, seed);
    for (int i = 0; i < COMMANDS; i++) {
      world.offer(i % 2 == 0 ? area.next() : hub.next());
    }
    return world;
  }

  /** Looks at the state before and at the events after; knows nothing of the deciders. */
  private static void offer(World world, Command command) {
    Set<IncidentId> needing = new TreeSet<>();
    for (Incident incident : world.engine().view().listIncidents()) {
      if (isNeeding(incident, world.engine().view().listPatients(incident.id()))) {
        needing.add(incident.id());
      }
    }
    for (LoggedEvent logged : world.offer(command).events()) {
      if (logged.event() instanceof IncidentClosed closed
          && closed.reason() != CloseReason.CREWS_CLEAR
          && needing.contains(closed.incident())) {
        assertThat(closed.clinician()).contains(logged.actor());
      }
      if (logged.event() instanceof DispositionChosen chosen
          && chosen.choice().disposition() == Disposition.HEAR_AND_TREAT
          && needing.contains(chosen.patient().incident())) {
        assertThat(chosen.clinician()).contains(logged.actor());
      }
    }
  }

  private static boolean isNeeding(Incident incident, List<Patient> patients) {
    boolean flagged = incident.report().flags().stream().anyMatch(NEEDING::contains);
    boolean found =
        patients.stream()
            .flatMap(patient -> patient.assessed().stream())
            .flatMap(assessed -> assessed.concerns().stream())
            .flatMap(List::stream)
            .anyMatch(NEEDING::contains);
    boolean review =
        incident.report().contact().flatMap(contact -> contact.reviewSince()).isPresent();
    return flagged || found || review;
  }

  private static void requireDeadlines(AreaEngine engine) {
    for (Incident incident : engine.view().listIncidents()) {
      assertThat(Deadlines.list(engine.view(), incident.id()))
          .as("incident %d", incident.id().value())
          .isNotEmpty();
    }
  }
}
