package org.doorstep.simulator.optimise.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterChange;
import org.doorstep.simulator.scenario.RosterLine;

/**
 * A fleet with more or fewer crews: each one more joins the line of its kind over whose hours there
 * is most work for each crew on shift, each one less leaves the line where there is least. Ties go
 * to the line that comes first. Immutable.
 */
public final class CrewNumbers {
  private static final int DAY_HOURS = 24;
  private static final int WEEK_DAYS = 7;
  private static final double HOUR_SECONDS = 3_600;

  private final Fleet fleet;
  private final WeekLoad load;

  /** Of a fleet under a load, which says at what hours crews are short. */
  public CrewNumbers(Fleet fleet, WeekLoad load) {
    this.fleet = fleet;
    this.load = load;
  }

  /** Crews of a kind in the roster. */
  public static int crews(Fleet fleet, UnitKind kind) {
    return fleet.roster().stream()
        .filter(line -> line.kind() == kind)
        .mapToInt(RosterLine::crews)
        .sum();
  }

  /** Hours of a week of crews of a kind. */
  public static double weekHours(Fleet fleet, UnitKind kind) {
    return fleet.roster().stream()
        .filter(line -> line.kind() == kind)
        .mapToDouble(line -> line.crews() * line.hours() * days(line))
        .sum();
  }

  private static int days(RosterLine line) {
    return line.weekdays().map(List::size).orElse(WEEK_DAYS);
  }

  /**
   * The fleet with so many crews of a kind more; fewer where the number is below zero.
   *
   * @throws IllegalArgumentException if there are not so many, or no line that they could join
   */
  public Fleet with(UnitKind kind, int more) {
    List<RosterLine> roster = new ArrayList<>(fleet.roster());
    if (roster.stream().noneMatch(line -> line.kind() == kind)) {
      throw new IllegalArgumentException(
          "The fleet must have a roster line of the kind (%s).".formatted(kind));
    }
    if (crews(fleet, kind) + more < 0) {
      throw new IllegalArgumentException(
          "The fleet has %d crews of the kind (%s); %d cannot leave."
              .formatted(crews(fleet, kind), kind, -more));
    }
    for (int i = 0; i < StrictMath.abs(more); i++) {
      int line = more > 0 ? shortest(roster, kind) : richest(roster, kind);
      roster.set(line, withCrews(roster.get(line), roster.get(line).crews() + (more > 0 ? 1 : -1)));
    }
    return with(roster);
  }

  private int shortest(List<RosterLine> roster, UnitKind kind) {
    int found = -1;
    for (int line = 0; line < roster.size(); line++) {
      if (roster.get(line).kind() == kind
          && (found < 0 || work(roster, line) > work(roster, found))) {
        found = line;
      }
    }
    return found;
  }

  private int richest(List<RosterLine> roster, UnitKind kind) {
    int found = -1;
    for (int line = 0; line < roster.size(); line++) {
      RosterLine each = roster.get(line);
      if (each.kind() == kind
          && each.crews() > 0
          && (found < 0 || work(roster, line) < work(roster, found))) {
        found = line;
      }
    }
    return found;
  }

  /** Work for each crew of the kind on shift, over the hours of a line. */
  private double work(List<RosterLine> roster, int line) {
    RosterLine at = roster.get(line);
    double work = 0;
    for (int hour = 0; hour < DAY_HOURS; hour++) {
      double crews = 0;
      for (RosterLine each : roster) {
        crews += each.kind() == at.kind() ? each.crews() * onShift(each, hour) : 0;
      }
      work += onShift(at, hour) * load.busyUnits(hour) / StrictMath.max(1, crews);
    }
    return work / at.hours();
  }

  private static double onShift(RosterLine line, int hour) {
    double begins = line.from().toSecondOfDay() / HOUR_SECONDS;
    double part = 0;
    for (int day = -1; day <= 0; day++) {
      double from = begins + day * DAY_HOURS;
      part += Math.max(0, Math.min(hour + 1, from + line.hours()) - Math.max(hour, from));
    }
    return part * days(line) / WEEK_DAYS;
  }

  private static RosterLine withCrews(RosterLine line, int crews) {
    return new RosterLine(
        line.callSign(),
        line.kind(),
        line.base(),
        crews,
        line.from(),
        line.hours(),
        line.weekdays(),
        line.post());
  }

  private Fleet with(List<RosterLine> roster) {
    Map<String, RosterChange> changes = new LinkedHashMap<>(fleet.changes().orElse(Map.of()));
    List<RosterLine> before = fleet.roster();
    int lines = fleet.lines().size();
    for (int line = 0; line < lines; line++) {
      if (roster.get(line).crews() != before.get(line).crews()) {
        changes.merge(
            roster.get(line).callSign(),
            RosterChange.crews(roster.get(line).crews()),
            CrewNumbers::withCrews);
      }
    }
    List<RosterLine> added =
        roster.subList(lines, roster.size()).stream().filter(line -> line.crews() > 0).toList();
    return new Fleet(
        fleet.bases(),
        fleet.kinds(),
        fleet.lines(),
        fleet.posts(),
        changes.isEmpty() ? Optional.empty() : Optional.of(changes),
        added.isEmpty() ? Optional.empty() : Optional.of(added),
        fleet.shifts(),
        fleet.absence());
  }

  private static RosterChange withCrews(RosterChange old, RosterChange crews) {
    return new RosterChange(
        crews.crews(), old.base(), old.post(), old.from(), old.hours(), old.weekdays());
  }
}
