package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.check.InvariantChecker;
import org.doorstep.simulator.check.Limits;
import org.doorstep.simulator.experiment.Period;
import org.doorstep.simulator.experiment.Stated;
import org.doorstep.simulator.fault.FaultPlan;
import org.doorstep.simulator.fault.FaultyArea;
import org.doorstep.simulator.host.Journal;
import org.doorstep.simulator.scenario.Kind;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.start.LiveIncident;
import org.doorstep.simulator.start.LiveJob;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.start.LiveUnit;
import org.doorstep.simulator.start.WhatIf;
import org.doorstep.simulator.study.Statements;
import org.doorstep.simulator.study.Trials;
import org.doorstep.simulator.world.crew.Crew;
import org.doorstep.simulator.world.road.Roads;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: a world begins from the state of an area at one instant. Here the area is a world too,
 * stopped in the middle of a busy day.
 */
class WhatIfTest {
  private static final Scenario BUSY = Town.with("demand: {incidents-per-thousand: 300}");
  private static final long STOPPED_MILLIS = 34_217_000;
  private static final int HOURS = 6;

  /** This desk asks for drive times only when somebody could be sent: the question may stand. */
  private static final Limits LIMITS =
      new Limits(Duration.ofMinutes(3), Duration.ofDays(9), Duration.ofMinutes(10));

  private final LiveStart start = stopped(41);
  private final WhatIf whatIf = new WhatIf(start, HOURS);
  private final Scenario scenario = whatIf.over(BUSY);
  private final Roads roads =
      Roads.straight(scenario, Town.KILOMETERS_PER_HOUR, Optional.of(start));

  @Test
  void board_atTheInstant_isTheStart() {
    World world = new World(scenario, roads, 5, List.of(), Optional.of(start));
    world.runUntil(world.area().millisOf(start.at()) - 1);
    DispatchView board = world.area().board();

    assertThat(start.units()).hasSizeGreaterThan(5);
    assertThat(start.incidents()).hasSizeGreaterThan(8);
    List<IncidentId> byOpening =
        start.incidents().stream().map(each -> new IncidentId(each.number())).toList();
    for (LiveUnit live : start.units()) {
      ClinicalUnit unit = board.findUnit(live.unit()).orElseThrow();
      assertThat(unit.shift().endsAt()).isEqualTo(live.shiftEndsAt());
      assertThat(unit.unavailable()).isEqualTo(live.unavailable());
      assertThat(unit.job().map(Job::stage)).isEqualTo(live.job().map(LiveJob::stage));
      assertThat(unit.job().map(Job::allocatedAt)).isEqualTo(live.job().map(LiveJob::allocatedAt));
      unit.job()
          .ifPresent(
              job -> {
                assertThat(job.since()).isEqualTo(live.since());
                assertThat(byOpening.get((int) job.incident().value() - 1).value())
                    .isEqualTo(live.job().orElseThrow().incident());
              });
    }
    for (int i = 0; i < start.incidents().size(); i++) {
      Incident open = board.findIncident(new IncidentId(i + 1)).orElseThrow();
      assertThat(open.triage().category()).isEqualTo(start.incidents().get(i).category());
    }
  }

  @Test
  void report_saysFromWhichInstantItBegan_andOverWhichHours() {
    Period period = new Trials(scenario, roads, Optional.of(start)).period();

    assertThat(period.live()).isTrue();
    assertThat(OffsetDateTime.parse(period.from()).toInstant())
        .isEqualTo(start.at().truncatedTo(ChronoUnit.MILLIS));
    assertThat(OffsetDateTime.parse(period.until()).toInstant())
        .isEqualTo(start.at().plus(Duration.ofHours(HOURS)).truncatedTo(ChronoUnit.MILLIS));
    Stated first = Statements.of(scenario, Optional.of(start)).get(0);
    assertThat(first.words())
        .contains(
            "Units on shift: %d; open incidents: %d."
                .formatted(start.units().size(), start.incidents().size()));
    assertThat(first.measured()).isTrue();
  }

  @Test
  void log_hasTheOpeningsAtTheirTrueTimes_andNewCallsOnlyFromTheInstant() {
    List<Instant> opened = new ArrayList<>();
    new World(
            scenario,
            roads,
            5,
            List.of(
                logged -> {
                  if (logged.event() instanceof IncidentOpened) {
                    opened.add(logged.at());
                  }
                }),
            Optional.of(start))
        .run();

    int known = start.incidents().size();
    assertThat(opened.subList(0, known))
        .isEqualTo(start.incidents().stream().map(LiveIncident::openedAt).toList());
    assertThat(opened.subList(known, opened.size()))
        .hasSizeGreaterThan(5)
        .allSatisfy(at -> assertThat(at).isAfter(start.at()));
  }

  @Test
  void everyIncidentOfTheStart_isClosedInTheEnd_andEveryPromiseIsKept() {
    for (long seed = 1; seed <= 5; seed++) {
      InvariantChecker checker = new InvariantChecker(LIMITS);
      World world =
          new World(
              scenario,
              roads,
              seed,
              List.of(),
              Optional.of(start),
              Optional.empty(),
              started ->
                  new FaultyArea(
                      World.AREA,
                      started.timeline(),
                      scenario.span().startsAt(),
                      FaultPlan.NONE,
                      1,
                      started.outside(),
                      checker));
      world.runUntil(scenario.span().endMillis() + Duration.ofHours(12).toMillis());

      assertThat(checker.violations()).as("seed %d", seed).isEmpty();
      for (int i = 1; i <= start.incidents().size(); i++) {
        assertThat(world.area().board().findIncident(new IncidentId(i)))
            .as("seed %d, incident %d", seed, i)
            .isEmpty();
      }
    }
  }

  @Test
  void waiting_countsFromTheOpening() {
    LiveUnit unit =
        start.units().stream().filter(each -> each.job().isEmpty()).findFirst().orElseThrow();
    LiveStart alone =
        new LiveStart(
            start.at(),
            List.of(unit),
            List.of(
                new LiveIncident(
                    12,
                    Category.C2,
                    start.at().minusSeconds(6_000),
                    new Position(51.25, 0.5),
                    Capabilities.NONE,
                    false,
                    Optional.empty())));
    Scenario nobodyCalls =
        new WhatIf(alone, 4).over(Town.with("demand: {incidents-per-thousand: 0.01}"));
    Roads alike = Roads.straight(nobodyCalls, Town.KILOMETERS_PER_HOUR, Optional.of(alone));

    Map<String, Double> values =
        new Trials(nobodyCalls, alike, Optional.of(alone)).run(5, List.of()).values();

    assertThat(values.get("c2-incidents")).isEqualTo(1.0);
    assertThat(values.get("c2-mean-seconds")).isBetween(6_000.0, 9_000.0);
  }

  @Test
  void unit_ofAKindThatTheScenarioPlansWithout_goesOnAsWhatItIs() {
    LiveUnit some = start.units().get(0);
    LiveUnit falls =
        new LiveUnit(
            new UnitId("F501"),
            UnitKind.FALLS,
            new Capabilities(List.of(Capability.ASSESSMENT)),
            some.base(),
            some.at(),
            start.at().plusSeconds(7_200),
            Optional.empty(),
            Optional.empty(),
            start.at(),
            Optional.empty());
    LiveStart alone = new LiveStart(start.at(), List.of(falls), List.of());
    Scenario without = new WhatIf(alone, HOURS).over(BUSY);
    assertThat(without.fleet().kinds()).extracting(Kind::kind).doesNotContain(UnitKind.FALLS);
    Roads alike = Roads.straight(without, Town.KILOMETERS_PER_HOUR, Optional.of(alone));

    Map<String, Double> values =
        new Trials(without, alike, Optional.of(alone)).run(5, List.of()).values();

    assertThat(values.get("falls-hours")).isGreaterThanOrEqualTo(2.0);
  }

  @Test
  void log_ofTheSameSeed_isTheSame() {
    assertThat(journal(7)).isEqualTo(journal(7)).isNotEqualTo(journal(8));
  }

  private String journal(long seed) {
    Journal journal = Journal.hashOnly();
    new World(scenario, roads, seed, List.of(journal), Optional.of(start)).run();
    return journal.head();
  }

  /** The state of a busy town at some second of its day. */
  private static LiveStart stopped(long seed) {
    Roads roads = Roads.straight(BUSY, Town.KILOMETERS_PER_HOUR);
    List<LiveIncident> incidents = new ArrayList<>();
    List<LoggedEvent> log = new ArrayList<>();
    World world = new World(BUSY, roads, seed, List.of(log::add));
    world.runUntil(STOPPED_MILLIS);
    DispatchView board = world.area().board();
    for (LoggedEvent logged : log) {
      if (logged.event() instanceof IncidentOpened opened) {
        board
            .findIncident(opened.incident())
            .ifPresent(open -> incidents.add(incident(open, logged.at())));
      }
    }
    List<LiveUnit> units = new ArrayList<>();
    for (Crew crew : world.crews().list()) {
      board.findUnit(crew.id()).ifPresent(unit -> units.add(unit(unit, crew, world)));
    }
    return new LiveStart(world.area().instant(), units, incidents);
  }

  private static LiveIncident incident(Incident open, Instant at) {
    return new LiveIncident(
        open.id().value(),
        open.triage().category(),
        at,
        new Position(51.2, 0.4),
        open.triage().needs(),
        false,
        Optional.empty());
  }

  private static LiveUnit unit(ClinicalUnit unit, Crew crew, World world) {
    var at = crew.leg().about(world.area().now());
    return new LiveUnit(
        unit.id(),
        unit.shift().kind(),
        unit.shift().capabilities(),
        Optional.of(unit.shift().base()),
        new Position(at.lat(), at.lon()),
        unit.shift().endsAt(),
        unit.shift().rest(),
        unit.unavailable(),
        unit.job().map(Job::since).orElse(unit.since()),
        unit.job().map(job -> new LiveJob(job.incident().value(), job.stage(), job.allocatedAt())));
  }
}
