package org.doorstep.server.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.simulator.experiment.Group;
import org.doorstep.simulator.experiment.Results;
import org.doorstep.simulator.experiment.Run;
import org.doorstep.simulator.statistics.Interval;

/** How a measure of each place differs between two scenarios that share their chance. */
final class PlaceChanges {
  /** Fewer pairs say nothing about a place. */
  private static final int PAIRS_MIN = 3;

  private PlaceChanges() {}

  /** Of one place. */
  record Change(String place, Interval difference) {
    Map<String, Object> values() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("place", place);
      values.put("difference", difference.mean());
      values.put("low", difference.low());
      values.put("high", difference.high());
      values.put("pairs", difference.count());
      return values;
    }
  }

  private record Pairs(List<Double> before, List<Double> after) {}

  /** Of all places that have enough pairs, the one that loses most first. */
  static List<Change> of(Results results, String measure) {
    String base = results.scenarios().get(0);
    Map<String, Pairs> places = new TreeMap<>();
    for (Run run : results.runs()) {
      if (run.scenario().equals(base)) {
        other(results, run).ifPresent(paired -> collect(run, paired, measure, places));
      }
    }
    List<Change> changes = new ArrayList<>();
    places.forEach(
        (place, pairs) -> {
          if (pairs.before().size() >= PAIRS_MIN) {
            changes.add(new Change(place, Interval.ofDifferences(pairs.before(), pairs.after())));
          }
        });
    changes.sort(Comparator.comparingDouble(change -> -change.difference().mean()));
    return changes;
  }

  private static Optional<Run> other(Results results, Run run) {
    return results.runs().stream()
        .filter(each -> each.replication() == run.replication())
        .filter(each -> !each.scenario().equals(run.scenario()))
        .findFirst();
  }

  private static void collect(Run before, Run after, String measure, Map<String, Pairs> to) {
    Map<String, Double> first = byPlace(before, measure);
    Map<String, Double> second = byPlace(after, measure);
    first.forEach(
        (place, value) -> {
          Double changed = second.get(place);
          if (changed != null) {
            Pairs pairs =
                to.computeIfAbsent(place, name -> new Pairs(new ArrayList<>(), new ArrayList<>()));
            pairs.before().add(value);
            pairs.after().add(changed);
          }
        });
  }

  private static Map<String, Double> byPlace(Run run, String measure) {
    Map<String, Double> values = new TreeMap<>();
    run.measured()
        .ifPresent(
            measured -> {
              for (Group group : measured.groups()) {
                Double value = group.values().get(measure);
                if (group.kind() == Group.Kind.PLACE && value != null) {
                  values.put(group.name(), value);
                }
              }
            });
    return values;
  }
}
