package org.doorstep.simulator.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Period;
import org.doorstep.simulator.experiment.ZonePlace;
import org.doorstep.simulator.measure.Ambsys;
import org.doorstep.simulator.measure.Contacts;
import org.doorstep.simulator.measure.CrewTime;
import org.doorstep.simulator.measure.Figures;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.measure.PlanMeasure;
import org.doorstep.simulator.measure.Window;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.scenario.Span;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.world.CoverWatch;
import org.doorstep.simulator.world.World;
import org.doorstep.simulator.world.road.NearPlaces;
import org.doorstep.simulator.world.road.Roads;
import org.doorstep.simulator.world.road.Zones;

/**
 * A scenario on its roads, to be run again and again and measured as planners ask. Immutable, so
 * that replications on several threads may share it.
 */
public final class Trials {
  /** Calls go on coming so long, so that those of the window end as busy as they began. */
  private static final long WIND_DOWN_MILLIS = 12 * 3_600_000L;

  private final Optional<LiveStart> start;
  private final Scenario scenario;
  private final Roads roads;
  private final Window window;
  private final SortedSet<ServiceId> departments;
  private final Zones zones;
  private final NearPlaces near;
  private final Grounds grounds;

  /**
   * Of a scenario.
   *
   * @param roads prepared for it
   */
  public Trials(Scenario scenario, Roads roads) {
    this(scenario, roads, Optional.empty());
  }

  /**
   * Of a scenario that begins from a live area.
   *
   * @param scenario over the span of the what-if
   * @param roads prepared with the same start
   * @param start whoever waits then counts as well, from when they began to wait
   */
  public Trials(Scenario scenario, Roads roads, Optional<LiveStart> start) {
    this.start = start;
    this.scenario = scenario;
    this.roads = roads;
    Window whole = window(scenario.span());
    this.window = new Window(whole.from(), whole.until(), start.isPresent());
    this.departments = departments(roads);
    this.zones = Zones.of(roads.places());
    this.near = new NearPlaces(roads.places());
    this.grounds = new Grounds(scenario, roads.places(), zones);
  }

  /** The national measures of a scenario's window, fed by its log. */
  public static Ambsys measures(Scenario scenario, Roads roads) {
    return new Ambsys(departments(roads), window(scenario.span()), scenario.span().zone());
  }

  private static SortedSet<ServiceId> departments(Roads roads) {
    SortedSet<ServiceId> departments = new TreeSet<>();
    for (Service each : roads.places().directory().services()) {
      if (each.meets(CareNeed.EMERGENCY)) {
        departments.add(each.id());
      }
    }
    return departments;
  }

  private static Window window(Span span) {
    return new Window(
        span.startsAt().plusMillis(span.measuredFromMillis()),
        span.startsAt().plusMillis(span.endMillis()));
  }

  /** Which time is measured. */
  public Period period() {
    return Period.of(
        scenario.span().startsAt(),
        window.from(),
        window.until(),
        scenario.span().zone(),
        start.isPresent());
  }

  /** Where its zones are. */
  public List<ZonePlace> zones() {
    return grounds.zones();
  }

  /** Who follows the log of one run. One thread. */
  private record Followers(Ambsys ambsys, CrewTime crews, Contacts contacts) {
    List<Consumer<LoggedEvent>> all() {
      return List.of(ambsys::accept, crews::accept, contacts::accept);
    }
  }

  /**
   * Runs it once.
   *
   * @param further told each event beside the measures
   */
  public Measured run(long seed, List<Consumer<LoggedEvent>> further) {
    Followers followers =
        new Followers(
            new Ambsys(departments, window, scenario.span().zone(), grounds::of),
            new CrewTime(window),
            new Contacts(window));
    List<Consumer<LoggedEvent>> all = new ArrayList<>(followers.all());
    all.addAll(further);
    World world = new World(scenario, roads, seed, all, start);
    CoverWatch cover = new CoverWatch(world, scenario.span(), roads, zones, near);
    world.runUntil(scenario.span().endMillis() + WIND_DOWN_MILLIS);
    return new Measured(
        values(followers, world, cover),
        Measured.curves(followers.ambsys()),
        grounds.groups(followers.ambsys(), cover.shares()));
  }

  private Map<String, Double> values(Followers followers, World world, CoverWatch cover) {
    Figures figures = followers.ambsys().figures();
    Map<String, Double> values = new LinkedHashMap<>(figures.byKey());
    share(values, PlanMeasure.HEAR_AND_TREAT_SHARE, figures, Measure.HEAR_AND_TREAT);
    share(values, PlanMeasure.SEE_AND_TREAT_SHARE, figures, Measure.SEE_AND_TREAT);
    share(values, PlanMeasure.TO_ED_SHARE, figures, Measure.TO_ED);
    share(values, PlanMeasure.TO_ELSEWHERE_SHARE, figures, Measure.TO_ELSEWHERE);
    put(values, PlanMeasure.CONVEYANCES_AVOIDED, world.counts().conveyancesAvoided());
    put(values, PlanMeasure.RECONTACTS, world.counts().recontacts());
    put(values, PlanMeasure.COMMUNITY_CONTACTS, followers.contacts().community());
    put(values, PlanMeasure.PRACTICE_CONTACTS, followers.contacts().practice());
    put(values, PlanMeasure.BREAKS_KEPT_SHARE, followers.crews().breaksKeptShare());
    put(values, PlanMeasure.BREAKS_MISSED_SHARE, followers.crews().breaksMissedShare());
    put(values, PlanMeasure.KILOMETERS, world.counts().kilometers());
    put(values, PlanMeasure.COVERED_SHARE, cover.share());
    Map<UnitKind, Double> jobs = followers.crews().jobHours();
    followers
        .crews()
        .hours()
        .forEach(
            (kind, hours) -> {
              values.put(word(kind) + "-hours", hours);
              values.put(word(kind) + "-utilisation", jobs.getOrDefault(kind, 0.0) / hours);
            });
    scenario
        .costs()
        .ifPresent(costs -> values.putAll(Costing.values(costs, use(figures, followers, world))));
    return values;
  }

  private static Costing.Use use(Figures figures, Followers followers, World world) {
    return new Costing.Use(
        followers.crews().hours(),
        world.counts().kilometers(),
        figures.of(Measure.CALLS),
        figures.of(Measure.HEAR_AND_TREAT),
        figures.of(Measure.TO_ED),
        figures.of(Measure.TO_ELSEWHERE),
        world.counts().conveyancesAvoided(),
        followers.contacts().community(),
        followers.contacts().practice(),
        figures.of(Measure.INCIDENTS));
  }

  private static void share(
      Map<String, Double> values, PlanMeasure as, Figures figures, Measure part) {
    put(values, as, figures.ratio(part, Measure.INCIDENTS));
  }

  private static void put(Map<String, Double> values, PlanMeasure measure, double value) {
    values.put(measure.key(), value);
  }

  private static String word(UnitKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
