package org.doorstep.simulator.study;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.FleetEvent.UnitPosted;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.MoveAdvice;
import org.doorstep.dispatch.policy.area.CoverDefaults;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.simulator.measure.Ambsys;
import org.doorstep.simulator.measure.Measure;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.World;
import org.doorstep.simulator.world.desk.WeighedArea;
import org.doorstep.simulator.world.road.Roads;

/**
 * A county under the closest capable unit and under the area's own policy, over the same calls:
 * what differs is the policy alone. The same scenario, roads and seed give the same figures.
 */
public final class CountyStudy {
  /** Calls go on coming so long, so that those of the window end as busy as they began. */
  private static final Duration WIND_DOWN = Duration.ofHours(12);

  private final Scenario scenario;
  private final Roads roads;
  private final WeighedArea weighed;

  /** A study of a scenario on its roads, under the rules that ship. */
  public CountyStudy(Scenario scenario, Roads roads) {
    this.scenario = scenario;
    this.roads = roads;
    this.weighed =
        WeighedArea.of(
            scenario, roads, DispatchRules.ENGINEERING_DEFAULTS, CoverDefaults.CATEGORIES);
  }

  /** Who decides. */
  public enum Policy {
    /** Whoever is closest of those that can do it. */
    CLOSEST_CAPABLE,
    /** Everything is weighed. */
    OURS
  }

  /**
   * What one run has given.
   *
   * @param values by measure
   * @param diverts units taken from one patient for a more urgent one
   * @param exchanges units that another took over from
   * @param moves of standing units
   */
  public record Run(Map<Measure, Double> values, int diverts, int exchanges, int moves) {
    /** A figure. */
    public double of(Measure measure) {
      return values.getOrDefault(measure, Double.NaN);
    }
  }

  private static final class Orders implements Consumer<LoggedEvent> {
    private int diverts;
    private int exchanges;
    private int moves;

    @Override
    public void accept(LoggedEvent logged) {
      if (logged.event() instanceof UnitStoodDown stood) {
        diverts += stood.reason() == JobEndReason.MORE_URGENT_CALL ? 1 : 0;
        exchanges += stood.reason() == JobEndReason.BETTER_UNIT ? 1 : 0;
      } else if (logged.event() instanceof UnitPosted posted) {
        moves += posted.kind() == MoveAdvice.Kind.STANDING ? 1 : 0;
      }
    }
  }

  /** Runs the span of the scenario once. */
  public Run run(Policy policy, long seed) {
    Ambsys measures = Trials.measures(scenario, roads);
    Orders orders = new Orders();
    List<Consumer<LoggedEvent>> followers = List.of(measures::accept, orders);
    World world =
        switch (policy) {
          case CLOSEST_CAPABLE -> new World(scenario, roads, seed, followers);
          case OURS -> new World(scenario, roads, seed, followers, weighed);
        };
    world.runUntil(scenario.span().endMillis() + WIND_DOWN.toMillis());
    Map<Measure, Double> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      values.put(measure, measures.figures().of(measure));
    }
    return new Run(values, orders.diverts, orders.exchanges, orders.moves);
  }

  /** What the area decides by under the area's own policy. */
  public WeighedArea weighed() {
    return weighed;
  }
}
