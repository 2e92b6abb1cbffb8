package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.simulator.host.AreaPort;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.host.VirtualArea;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/** FEATURE: whom the desk sends, and whom it keeps back. */
class DeskTest {
  private static final long SEED = 13;

  @Test
  void order_isThatOfTheRecommendation_withNobodyOverriding() {
    List<LoggedEvent> log = Town.run(Town.with("span: {days: 2}"), SEED);

    assertThat(log)
        .filteredOn(logged -> logged.event() instanceof DispatchEvent.UnitAssigned)
        .hasSizeGreaterThan(50)
        .allMatch(
            logged ->
                logged.event() instanceof DispatchEvent.UnitAssigned assigned
                    && assigned.override().isEmpty()
                    && assigned.recommendation().isPresent());
  }

  @Test
  void secondUnit_goesToEveryC1_whereTheShareIsAll() {
    List<String> lines =
        Timelines.of(
            Town.run(
                Town.with(
                    "demand: {categories: [{category: C1, percent: 100}]}",
                    "desk: {second-unit-percent: 100}"),
                SEED));

    assertThat(lines)
        .filteredOn(line -> line.contains("closed crews clear"))
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.matches(".*assigned.*assigned.*"));
  }

  @Test
  void car_thatGoesToC1_isAccompaniedByAnAmbulance_whichTakesThePatientAlong() {
    List<String> lines =
        Timelines.of(
            Town.run(
                Town.with(
                    "demand: {categories: [{category: C1, percent: 100}]}",
                    "desk: {second-unit-percent: 0}",
                    "work:",
                    "  care:",
                    "    outcomes:",
                    "      - {categories: [C1], hear-and-treat: 0, treat-at-scene: 0, community: 0,"
                        + " elsewhere: 0, emergency-department: 100}"),
                SEED));

    assertThat(lines)
        .filteredOn(line -> line.contains("R01 at scene") && line.contains("settled"))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*R01 assigned.*[A-D]0. assigned.*[A-D]0. left scene.*"));
    assertThat(lines).noneMatch(line -> line.contains("R01 left scene"));
  }

  @Test
  void reserve_ofAll_keepsEveryAmbulanceForTheMoreUrgent() {
    List<String> lines =
        Timelines.of(
            Town.run(
                Town.with(
                    "demand:",
                    "  categories: [{category: C1, percent: 50}, {category: C3, percent: 50}]",
                    "desk:",
                    "  levels:",
                    level(1, 0),
                    level(2, 100),
                    level(3, 100),
                    level(4, 100),
                    level(5, 100)),
                SEED));

    assertThat(lines)
        .filteredOn(line -> line.contains(" C1 "))
        .anyMatch(line -> line.contains("assigned"));
    assertThat(lines)
        .filteredOn(line -> line.contains(" C3 "))
        .noneMatch(line -> line.contains("assigned"));
  }

  private static String level(int queue, int reservePercent) {
    return "    - {queue: %d, behind-minutes: 0, reserve-percent: %d, decision: {p10: 1, p50: 1, p90: 1, p99: 1}}"
        .formatted(queue, reservePercent);
  }

  @Test
  void caller_whoCallsOff_endsTheIncident_andStandsDownWhoIsOnTheWay() {
    List<String> lines =
        Timelines.of(
            Town.run(
                Town.with(
                    "demand:",
                    "  categories: [{category: C2, percent: 100}]",
                    "  callers:",
                    "    call-off-percent: 100",
                    "    call-off: {p10: 2, p50: 10, p90: 30, p99: 60}"),
                SEED));

    assertThat(lines)
        .anyMatch(line -> line.contains("closed called off") && !line.contains("assigned"));
    assertThat(lines).anyMatch(line -> line.matches(".*stood down.*closed called off.*"));
    assertThat(lines)
        .filteredOn(line -> line.contains("closed called off"))
        .noneMatch(line -> line.contains("at scene"));
  }

  @Test
  void caller_whoWaitsTooLong_findsAWayOfTheirOwn() {
    List<String> lines =
        Timelines.of(
            Town.run(
                Town.with(
                    "demand:",
                    "  categories: [{category: C3, percent: 100}]",
                    "  callers: {give-up-hours: 1}",
                    "desk:",
                    "  levels:",
                    level(1, 100),
                    level(2, 100),
                    level(3, 100),
                    level(4, 100),
                    level(5, 100)),
                SEED));

    assertThat(lines).anyMatch(line -> line.contains("closed called off"));
    assertThat(lines).noneMatch(line -> line.contains("assigned"));
  }

  @Test
  void deadlines_thatPass_areSaidWithinAMinute() {
    for (LoggedEvent logged : Town.run(Town.with("span: {days: 3}"), SEED)) {
      if (logged.event() instanceof DispatchEvent.DeadlinePassed passed) {
        assertThat(Duration.between(passed.overdue().dueAt(), logged.at()))
            .as("%s", passed)
            .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(passed.overdue().obligation().kind())
            .isNotEqualTo(Obligation.Kind.REROUTE_HANDOVER);
      }
    }
  }

  @Test
  void area_thatAnswersLateTellsTwiceOrNotAtAll_isLivedWith() {
    Scenario scenario = Town.with("span: {days: 3}");
    Map<IncidentId, Instant> open = new HashMap<>();
    Map<Rejection, Integer> refusals = new HashMap<>();
    Instant[] last = {Instant.MIN};
    new World(
            scenario,
            Roads.straight(scenario, Town.KILOMETERS_PER_HOUR),
            SEED,
            List.of(
                logged -> {
                  last[0] = logged.at();
                  if (logged.event() instanceof DispatchEvent.IncidentOpened opened) {
                    open.put(opened.incident(), logged.at());
                  } else if (logged.event() instanceof DispatchEvent.IncidentClosed closed) {
                    open.remove(closed.incident());
                  }
                }),
            Optional.empty(),
            started -> new LateArea(started, refusals))
        .run();

    assertThat(refusals).as("what was refused").isNotEmpty();
    assertThat(open.values())
        .as("incidents open for more than twelve hours at the end")
        .allMatch(at -> Duration.between(at, last[0]).compareTo(Duration.ofHours(12)) < 0);
  }

  /** An area that decides late, answers later, and gives every order twice or not at all. */
  private static final class LateArea implements AreaPort {
    private static final long DECIDES_MILLIS = 700;
    private static final long ANSWERS_MILLIS = 1_900;

    private final World.Started started;
    private final Map<Rejection, Integer> refusals;
    private final VirtualArea area;

    LateArea(World.Started started, Map<Rejection, Integer> refusals) {
      this.started = started;
      this.refusals = refusals;
      this.area = new VirtualArea(World.AREA, new Twice(started));
    }

    @Override
    public void give(Command command, Consumer<Reply> answer) {
      after(
          DECIDES_MILLIS,
          () ->
              area.give(
                  command,
                  reply -> {
                    reply.rejection().ifPresent(why -> refusals.merge(why, 1, Integer::sum));
                    after(ANSWERS_MILLIS, () -> answer.accept(reply));
                  }));
    }

    @Override
    public DispatchView board() {
      return area.board();
    }

    private void after(long millis, Runnable event) {
      started.timeline().at(started.timeline().now() + millis, event);
    }
  }

  /** Every third order is lost, the others come twice. */
  private static final class Twice implements Outside {
    private final World.Started started;
    private int orders;

    Twice(World.Started started) {
      this.started = started;
    }

    @Override
    public void happened(LoggedEvent event) {
      started.outside().happened(event);
    }

    @Override
    public void askTravelTimes(AskTravelTimes order) {
      twice(() -> started.outside().askTravelTimes(order));
    }

    @Override
    public void notifyCrew(NotifyCrew order) {
      twice(() -> started.outside().notifyCrew(order));
    }

    private void twice(Runnable order) {
      orders++;
      if (orders % 3 != 0) {
        order.run();
        later(order);
      }
    }

    private void later(Runnable event) {
      started.timeline().at(started.timeline().now() + 2_500, event);
    }
  }

  @Test
  void unit_onTwoJobsAtOnce_isNeverSeen() {
    Map<String, Optional<IncidentId>> jobs = new HashMap<>();
    for (LoggedEvent logged : Town.run(Town.with("span: {days: 3}"), SEED)) {
      if (logged.event() instanceof DispatchEvent.UnitAssigned assigned) {
        assertThat(jobs.getOrDefault(assigned.unit().value(), Optional.empty())).isEmpty();
        jobs.put(assigned.unit().value(), Optional.of(assigned.incident()));
      } else if (logged.event() instanceof DispatchEvent.JobStageReported reported
          && !reported.stage().isLive()) {
        jobs.put(reported.unit().value(), Optional.empty());
      } else if (logged.event() instanceof DispatchEvent.UnitStoodDown stood) {
        jobs.put(stood.unit().value(), Optional.empty());
      }
    }
  }
}
