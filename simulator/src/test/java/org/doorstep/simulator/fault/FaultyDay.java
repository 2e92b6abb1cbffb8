package org.doorstep.simulator.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.simulator.check.InvariantChecker;
import org.doorstep.simulator.check.Limits;
import org.doorstep.simulator.check.Violation;
import org.doorstep.simulator.host.Journal;
import org.doorstep.simulator.time.Timeline;
import org.doorstep.simulator.workload.BusyDay;

/**
 * One seed: a busy day at an area where things fail, then calm until all has come to rest.
 *
 * @param log what became durable, in its order
 * @param violations what the judge found; the run ends at the first
 * @param rest whether nothing was open and nobody waited at the end
 * @param decided the state of the owner's engine at the end
 */
record FaultyDay(
    long seed,
    List<LoggedEvent> log,
    List<Violation> violations,
    FaultCounts counts,
    boolean rest,
    Optional<AreaSnapshot> decided) {
  private static final AreaId AREA = new AreaId("TOWN");
  private static final Instant START = Instant.parse("2026-11-24T06:00:00Z");
  private static final long MINUTE_MILLIS = 60_000;
  private static final long REST_MILLIS_MAX = 900 * MINUTE_MILLIS;

  /** The storm, with nodes that lose sight of each other again and again. */
  static final FaultPlan FLAPPING =
      new FaultPlan(
          FaultPlan.STORM.network(),
          new FaultPlan.Log(6, 0.004, 0.004, 0.05, 25_000, FaultPlan.STORM.log().stalls()),
          new FaultPlan.Nodes(
              FaultPlan.STORM.nodes().crashes(),
              FaultPlan.STORM.nodes().pauses(),
              new FaultPlan.Spells(60, 90_000),
              0.003,
              3_000),
          5_000);

  /** What kind of day. */
  enum Pace {
    /** A call each half minute, and every kind of fault. */
    BUSY(180, BusyDay.CALLS_EVERY_SECONDS_USUAL),
    /** A call each quarter of an hour: nothing but the clock makes the owner look. */
    QUIET(360, 900);

    private final int minutes;
    private final int callsEverySeconds;

    Pace(int minutes, int callsEverySeconds) {
      this.minutes = minutes;
      this.callsEverySeconds = callsEverySeconds;
    }
  }

  static FaultyDay run(long seed, Pace pace, FaultPlan plan, ShellSteps steps) {
    Timeline timeline = new Timeline();
    InvariantChecker checker = new InvariantChecker(Limits.USUAL);
    BusyDay day = new BusyDay(AREA, timeline, START, seed, pace.callsEverySeconds);
    FaultyArea area =
        new FaultyArea(AREA, new VirtualClock(timeline, START), plan, seed, day, checker, steps);
    day.begin(area);
    while (timeline.now() < pace.minutes * MINUTE_MILLIS && checker.isClean()) {
      timeline.runNext();
    }
    day.end();
    area.calm();
    while (!isAtRest(area) && timeline.now() < REST_MILLIS_MAX && checker.isClean()) {
      timeline.runUntil(timeline.now() + MINUTE_MILLIS);
    }
    if (checker.isClean()) {
      checker.lookAtEnd(START.plusMillis(timeline.now()));
    }
    return new FaultyDay(
        seed,
        area.events(),
        checker.violations(),
        area.counts(),
        isAtRest(area),
        area.findDecided());
  }

  /** The state that the log alone gives. */
  AreaSnapshot rebuilt() {
    AreaState state = new AreaState(AreaSnapshot.empty(AREA));
    log.forEach(state::evolve);
    return state.snapshot();
  }

  /** The hash of the last event, which names the one before it, and so on to the first. */
  String hash() {
    Journal journal = Journal.hashOnly();
    log.forEach(journal);
    return journal.head();
  }

  private static boolean isAtRest(FaultyArea area) {
    return area.unanswered() == 0
        && area.board().listIncidents().isEmpty()
        && area.board().listPatients().isEmpty();
  }
}
