package org.doorstep.simulator.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterLine;

/**
 * More or fewer ambulance shifts a day, spread over a roster so that it keeps its shape: each goes
 * to the line that has grown least beside what it was.
 */
final class CrewSteps {
  private CrewSteps() {}

  /**
   * The crews of the lines that are changed.
   *
   * @param extra shifts a day more; fewer if below zero, as long as there are any
   */
  static Map<String, Integer> spread(Fleet fleet, int extra) {
    List<RosterLine> lines = new ArrayList<>();
    for (RosterLine line : fleet.roster()) {
      if (line.kind() == UnitKind.AMBULANCE && line.crews() > 0) {
        lines.add(line);
      }
    }
    TreeMap<String, Integer> crews = new TreeMap<>();
    for (int step = 0; step < StrictMath.abs(extra); step++) {
      RosterLine next = extra > 0 ? least(lines, crews) : most(lines, crews);
      crews.merge(next.callSign(), now(next, crews) + (extra > 0 ? 1 : -1), (old, now) -> now);
    }
    return crews;
  }

  private static int now(RosterLine line, Map<String, Integer> crews) {
    return crews.getOrDefault(line.callSign(), line.crews());
  }

  /** The first whose next crew is the smallest growth. */
  private static RosterLine least(List<RosterLine> lines, Map<String, Integer> crews) {
    RosterLine best = lines.get(0);
    for (RosterLine line : lines) {
      if (growth(line, crews) < growth(best, crews)) {
        best = line;
      }
    }
    return best;
  }

  private static double growth(RosterLine line, Map<String, Integer> crews) {
    return (now(line, crews) + 1.0) / line.crews();
  }

  /** The first that has most left beside what it was. */
  private static RosterLine most(List<RosterLine> lines, Map<String, Integer> crews) {
    RosterLine best = lines.get(0);
    for (RosterLine line : lines) {
      if (now(line, crews) * best.crews() > now(best, crews) * line.crews()) {
        best = line;
      }
    }
    return best;
  }

  /** How many ambulance shifts a roster has on a day when all lines work. */
  static int shifts(Fleet fleet) {
    return fleet.roster().stream()
        .filter(line -> line.kind() == UnitKind.AMBULANCE)
        .mapToInt(RosterLine::crews)
        .sum();
  }
}
