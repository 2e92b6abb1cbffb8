package org.doorstep.simulator.optimise.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterChange;
import org.doorstep.simulator.scenario.RosterLine;

/**
 * A fleet whose crews of one kind work another roster: from the same bases, at each hour in about
 * the proportions in which the bases are staffed now, so that only the hours differ. Immutable.
 */
public final class RosterPlan {
  private static final int DAY_HOURS = 24;
  private static final int WEEK_DAYS = 7;
  private static final double HOUR_SECONDS = 3_600;

  private final Fleet fleet;
  private final UnitKind kind;
  private final List<Station> stations;

  /** A base with the place where its crews wait. */
  private record Station(String base, Optional<String> post) {}

  /** Of a fleet that has crews of the kind. */
  public RosterPlan(Fleet fleet, UnitKind kind) {
    this.fleet = fleet;
    this.kind = kind;
    LinkedHashSet<Station> found = new LinkedHashSet<>();
    lines().forEach(line -> found.add(new Station(line.base(), line.post())));
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "The fleet must have crews of the kind (%s).".formatted(kind));
    }
    stations = List.copyOf(found);
  }

  private List<RosterLine> lines() {
    return fleet.roster().stream().filter(line -> line.kind() == kind && line.crews() > 0).toList();
  }

  /** Hours of a week of all crews of the kind, as it is. */
  public double weekHours() {
    return lines().stream().mapToDouble(line -> line.crews() * line.hours() * days(line)).sum();
  }

  private static int days(RosterLine line) {
    return line.weekdays().map(List::size).orElse(WEEK_DAYS);
  }

  /** Crews on shift by the hour of the day, as it is, over the days of the week. */
  public List<Double> crewsByHour() {
    List<Double> crews = new ArrayList<>();
    for (int hour = 0; hour < DAY_HOURS; hour++) {
      double sum = 0;
      for (RosterLine line : lines()) {
        sum += line.crews() * onShift(line, hour) * days(line) / WEEK_DAYS;
      }
      crews.add(sum);
    }
    return crews;
  }

  /** The fleet under a roster. */
  public Fleet under(ShiftProgram.Roster roster) {
    List<Map<Station, Double>> target = target(roster);
    List<RosterLine> added = new ArrayList<>();
    Set<String> callSigns =
        new TreeSet<>(fleet.roster().stream().map(RosterLine::callSign).toList());
    for (Map.Entry<Shift, Integer> each : roster.crews().entrySet()) {
      Map<Station, Integer> crews = new LinkedHashMap<>();
      for (int crew = 0; crew < each.getValue(); crew++) {
        Station station = neediest(target, each.getKey());
        crews.merge(station, 1, Integer::sum);
        take(target, station, each.getKey());
      }
      crews.forEach((station, count) -> added.add(line(each.getKey(), station, count, callSigns)));
    }
    return with(added);
  }

  /** By hour: how many crews each station should have. */
  private List<Map<Station, Double>> target(ShiftProgram.Roster roster) {
    List<Map<Station, Double>> target = new ArrayList<>();
    for (int hour = 0; hour < DAY_HOURS; hour++) {
      double wanted = 0;
      for (Map.Entry<Shift, Integer> each : roster.crews().entrySet()) {
        wanted += each.getValue() * onShift(each.getKey(), hour);
      }
      Map<Station, Double> now = new LinkedHashMap<>();
      double all = 0;
      for (Station station : stations) {
        double crews = crews(station, hour);
        now.put(station, crews);
        all += crews;
      }
      double factor = all == 0 ? 0 : wanted / all;
      now.replaceAll((station, crews) -> crews * factor);
      target.add(now);
    }
    return target;
  }

  private double crews(Station station, int hour) {
    double crews = 0;
    for (RosterLine line : lines()) {
      if (new Station(line.base(), line.post()).equals(station)) {
        crews += line.crews() * onShift(line, hour) * days(line) / WEEK_DAYS;
      }
    }
    return crews;
  }

  private Station neediest(List<Map<Station, Double>> target, Shift shift) {
    Station neediest = stations.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (Station station : stations) {
      double lacking = 0;
      for (int hour = 0; hour < DAY_HOURS; hour++) {
        lacking += onShift(shift, hour) * target.get(hour).getOrDefault(station, 0.0);
      }
      if (lacking > most) {
        most = lacking;
        neediest = station;
      }
    }
    return neediest;
  }

  private static void take(List<Map<Station, Double>> target, Station station, Shift shift) {
    for (int hour = 0; hour < DAY_HOURS; hour++) {
      double works = onShift(shift, hour);
      target.get(hour).computeIfPresent(station, (key, crews) -> crews - works);
    }
  }

  private RosterLine line(Shift shift, Station station, int crews, Set<String> callSigns) {
    String stem =
        String.format(
            Locale.ROOT,
            "%s%02d%s",
            station
                .base()
                .replaceAll("[^A-Za-z]", "")
                .toUpperCase(Locale.ROOT)
                .concat("XX")
                .substring(0, 2),
            shift.startHalfHour(),
            (char) ('A' + shift.halfHours() % 26));
    String callSign = stem;
    for (int number = 1; !callSigns.add(callSign); number++) {
      callSign = stem + number + "-";
    }
    return new RosterLine(
        callSign,
        kind,
        station.base(),
        crews,
        shift.from(),
        shift.hours(),
        shift.days().size() == WEEK_DAYS ? Optional.empty() : Optional.of(shift.days()),
        station.post());
  }

  private Fleet with(List<RosterLine> added) {
    Map<String, RosterChange> changes = new LinkedHashMap<>(fleet.changes().orElse(Map.of()));
    for (RosterLine line : fleet.lines()) {
      if (line.kind() == kind) {
        changes.put(line.callSign(), RosterChange.crews(0));
      }
    }
    List<RosterLine> beside = new ArrayList<>();
    fleet
        .added()
        .ifPresent(all -> all.stream().filter(line -> line.kind() != kind).forEach(beside::add));
    beside.addAll(added);
    return new Fleet(
        fleet.bases(),
        fleet.kinds(),
        fleet.lines(),
        fleet.posts(),
        Optional.of(changes),
        Optional.of(beside),
        fleet.shifts(),
        fleet.absence());
  }

  private static double onShift(RosterLine line, int hour) {
    return onShift(line.from().toSecondOfDay() / HOUR_SECONDS, line.hours(), hour);
  }

  private static double onShift(Shift shift, int hour) {
    double days = shift.days().size() / (double) WEEK_DAYS;
    return days * onShift(shift.startHalfHour() / 2.0, shift.hours(), hour);
  }

  private static double onShift(double begins, double hours, int hour) {
    double part = 0;
    for (int day = -1; day <= 0; day++) {
      double from = begins + day * DAY_HOURS;
      part += Math.max(0, Math.min(hour + 1, from + hours) - Math.max(hour, from));
    }
    return part;
  }
}
