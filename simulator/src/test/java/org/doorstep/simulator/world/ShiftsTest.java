package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.junit.jupiter.api.Test;

/** FEATURE: crews come on shift, have their break, go home, and are sometimes off the road. */
class ShiftsTest {
  private static final long SEED = 5;

  /** One unit's shift as the log tells it. */
  private static final class Told {
    private final Instant on;
    private final Instant ends;
    private final List<Duration> breaks = new ArrayList<>();
    private Instant off = Instant.MAX;
    private Instant away = Instant.MAX;
    private Instant lastAssigned = Instant.MIN;
    private Instant lastClear = Instant.MIN;

    Told(Instant on, Instant ends) {
      this.on = on;
      this.ends = ends;
    }
  }

  @Test
  void break_isGivenOnceInEachWholeShift_andLastsHalfAnHour() {
    List<Told> shifts = whole(Town.run(Town.with("span: {days: 3}"), SEED));

    assertThat(shifts).hasSizeGreaterThan(10);
    for (Told shift : shifts) {
      assertThat(shift.breaks).containsExactly(Duration.ofMinutes(30));
    }
  }

  @Test
  void end_ofAShift_isWhenTheLastJobIsOver() {
    List<Told> shifts = whole(Town.run(Town.with("span: {days: 3}"), SEED));

    for (Told shift : shifts) {
      assertThat(shift.lastAssigned).isBefore(shift.ends);
      Instant due = shift.ends.isAfter(shift.lastClear) ? shift.ends : shift.lastClear;
      assertThat(shift.off).isEqualTo(due);
    }
    assertThat(shifts).as("overruns").anyMatch(shift -> shift.off.isAfter(shift.ends));
  }

  @Test
  void vehicle_offTheRoadByTheScenario_isNotSentMeanwhile() {
    List<LoggedEvent> log =
        Town.run(
            Town.with(
                "faults:",
                "  off-road:",
                "    - {unit: A01, from: 2026-02-02T02:00, until: 2026-02-02T09:00}"),
            SEED);
    List<Instant> times = new ArrayList<>();
    for (LoggedEvent logged : log) {
      if (logged.event() instanceof DispatchEvent.UnitMadeUnavailable made
          && made.reason() == UnavailableReason.VEHICLE_OFF_ROAD) {
        times.add(logged.at());
      }
      if (logged.event() instanceof DispatchEvent.UnitAssigned assigned
          && assigned.unit().value().equals("A01")
          && !times.isEmpty()) {
        assertThat(logged.at()).isAfterOrEqualTo(Instant.parse("2026-02-02T09:00:00Z"));
      }
    }
    assertThat(times).hasSize(1);
  }

  @Test
  void vehicle_failingByChance_comesBackBeforeTheShiftEnds_orNot() {
    List<LoggedEvent> log =
        Town.run(
            Town.with("fleet: {absence: {vehicle-fails-percent: 100}}", "span: {days: 2}"), SEED);

    assertThat(log)
        .filteredOn(
            logged ->
                logged.event() instanceof DispatchEvent.UnitMadeUnavailable made
                    && made.reason() == UnavailableReason.VEHICLE_OFF_ROAD)
        .hasSizeGreaterThan(10);
  }

  /** The shifts that have ended. */
  private static List<Told> whole(List<LoggedEvent> log) {
    Map<UnitId, Told> running = new HashMap<>();
    List<Told> ended = new ArrayList<>();
    for (LoggedEvent logged : log) {
      DispatchEvent event = logged.event();
      if (event instanceof DispatchEvent.UnitSignedOn on) {
        running.put(on.unit(), new Told(logged.at(), on.shift().endsAt()));
      } else if (event instanceof DispatchEvent.UnitSignedOff off) {
        Told shift = of(running, off.unit());
        running.remove(off.unit());
        shift.off = logged.at();
        assertThat(shift.on).isBefore(shift.off);
        ended.add(shift);
      } else if (event instanceof DispatchEvent.UnitMadeUnavailable away
          && away.reason() == UnavailableReason.BREAK) {
        of(running, away.unit()).away = logged.at();
      } else if (event instanceof DispatchEvent.UnitMadeAvailable back) {
        Told shift = of(running, back.unit());
        shift.breaks.add(Duration.between(shift.away, logged.at()));
      } else if (event instanceof DispatchEvent.UnitAssigned assigned) {
        of(running, assigned.unit()).lastAssigned = logged.at();
      } else if (event instanceof DispatchEvent.JobStageReported reported
          && reported.stage() == JobStage.CLEAR) {
        of(running, reported.unit()).lastClear = logged.at();
      }
    }
    return ended;
  }

  private static Told of(Map<UnitId, Told> running, UnitId unit) {
    return Optional.ofNullable(running.get(unit)).orElseThrow();
  }
}
