package org.doorstep.simulator.paper;

import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.statistics.Interval;

/**
 * What was found for one number of people and one share.
 *
 * @param unchanged the runs with today's crews
 * @param extra the fewest ambulance shifts a day more that hold the target; empty where none do
 * @param held the runs with these; none where there are none
 */
record Answer(Case of, List<Measured> unchanged, Optional<Integer> extra, List<Measured> held) {
  Answer {
    unchanged = List.copyOf(unchanged);
    held = List.copyOf(held);
  }

  /** Of a measure with the crews that hold the target; of none where there are none. */
  Interval held(String measure) {
    return Interval.of(Values.of(held, measure));
  }

  /** Of a measure with today's crews. */
  Interval unchanged(String measure) {
    return Interval.of(Values.of(unchanged, measure));
  }

  /** By how much a measure differs from another answer, both holding the target, pair by pair. */
  Optional<Interval> less(Answer other, String measure) {
    List<Double> before = Values.of(other.held, measure);
    List<Double> after = Values.of(held, measure);
    return before.isEmpty() || before.size() != after.size()
        ? Optional.empty()
        : Optional.of(Interval.ofDifferences(before, after));
  }
}
