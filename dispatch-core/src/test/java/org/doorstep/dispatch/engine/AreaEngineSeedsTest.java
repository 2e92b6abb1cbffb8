package org.doorstep.dispatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.golden.AutomaticTown;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.wire.EventJson;
import org.doorstep.dispatch.wire.RecordJson;
import org.junit.jupiter.api.Test;

/** FEATURE: whatever is asked in whatever order, the area's promises hold; one seed, one log. */
class AreaEngineSeedsTest {
  private static final int SEEDS = 60;
  private static final int COMMANDS = 400;

  @Test
  void anySeed_afterEveryCommand_unitsAndIncidentsAgree() {
    Seeds.each(
        SEEDS,
        seed -> {
          World world = world(seed);
          RandomArea area = new RandomArea(world, seed);
          for (int i = 0; i < COMMANDS; i++) {
            world.offer(area.next());
            requireAgreement(world.engine());
            requireNobodyForThoseBookedAhead(world.engine());
          }
          assertThat(world.log()).hasSizeGreaterThan(COMMANDS / 4);
        });
  }

  @Test
  void anySeed_runTwice_givesTheSameLogByteForByte() {
    Seeds.each(SEEDS, seed -> assertThat(log(seed)).isEqualTo(log(seed)));
  }

  @Test
  void anySeed_replayedFromAnySnapshot_givesTheSameState() {
    Seeds.each(
        SEEDS,
        seed -> {
          World world = run(seed);
          AreaState replayed = new AreaState(AreaSnapshot.empty(World.AREA));
          int half = world.log().size() / 2;
          world.log().subList(0, half).forEach(replayed::evolve);
          AreaSnapshot kept =
              RecordJson.read(AreaSnapshot.class, RecordJson.write(replayed.snapshot()));
          AreaState resumed = new AreaState(kept);
          world.log().subList(half, world.log().size()).forEach(resumed::evolve);

          assertThat(resumed.snapshot()).isEqualTo(world.engine().snapshot());
        });
  }

  /** Every second area sends whoever is closest; the others weigh everything and send to C1. */
  private static World world(long seed) {
    return seed % 2 == 0 ? new World() : new World(AutomaticTown.model());
  }

  @Test
  void seeds_together_haveEveryNewDecision() {
    Set<String> kinds = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<LoggedEvent> log = run(seed).log();
      for (int i = 1; i < log.size(); i++) {
        kinds.add(Decided.name(log.get(i - 1), log.get(i)));
      }
    }
    assertThat(kinds)
        .contains("divert", "exchange", "automatic", "UnitPosted", "ReviewAsked", "FleetReviewed");
  }

  private static World run(long seed) {
    World world = world(seed);
    RandomArea area = new RandomArea(world, seed);
    for (int i = 0; i < COMMANDS; i++) {
      world.offer(area.next());
    }
    return world;
  }

  private static List<String> log(long seed) {
    return run(seed).log().stream()
        .map(logged -> new String(EventJson.write(logged, "0".repeat(64)), StandardCharsets.UTF_8))
        .toList();
  }

  /** Nobody is sent, no drive is asked for, and its release is owed. */
  private static void requireNobodyForThoseBookedAhead(AreaEngine engine) {
    for (Incident incident : engine.view().listIncidents()) {
      if (incident.booked().isPresent() && incident.booked().get().releasedAt().isEmpty()) {
        assertThat(incident.response().jobs()).isEmpty();
        assertThat(incident.response().travelTimesAsked()).isZero();
        assertThat(Deadlines.list(engine.view(), incident.id()))
            .extracting(owed -> owed.obligation().kind())
            .containsExactly(Obligation.Kind.RELEASE_BOOKING);
      }
    }
  }

  /** Looks at both sides of every job; knows nothing of the deciders. */
  private static void requireAgreement(AreaEngine engine) {
    Map<String, Job> byUnit = new TreeMap<>();
    for (var unit : engine.view().listUnits()) {
      unit.job().ifPresent(job -> byUnit.put(unit.id().value(), job));
    }
    List<Job> onIncidents = new ArrayList<>();
    for (Incident incident : engine.view().listIncidents()) {
      for (Job job : incident.response().jobs()) {
        assertThat(job.incident()).isEqualTo(incident.id());
        assertThat(byUnit).containsEntry(job.unit().value(), job);
        onIncidents.add(job);
      }
    }
    assertThat(onIncidents).doesNotHaveDuplicates().hasSameSizeAs(byUnit.values());
  }
}
