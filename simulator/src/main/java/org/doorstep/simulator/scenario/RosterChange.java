package org.doorstep.simulator.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** What a scenario changes of a roster line; what is left out stays. */
@Meaning("What is changed of a roster line; what is left out stays.")
public record RosterChange(
    @Meaning("How many crews; 0: the line is not worked.") @Bounds(least = 0, most = 500)
        Optional<Integer> crews,
    @Meaning("Where the shift begins and ends.") Optional<String> base,
    @Meaning("Where it waits between jobs: a base or a post.") Optional<String> post,
    @Meaning("When the shift begins, by the clock on the wall.") Optional<LocalTime> from,
    @Meaning("How long it is, in hours.") @Bounds(least = 1, most = 20) Optional<Double> hours,
    @Meaning("On which days it begins.") Optional<List<DayOfWeek>> weekdays) {
  public RosterChange {
    weekdays = weekdays.map(List::copyOf);
  }

  /** Only the number of crews is changed. */
  public static RosterChange crews(int crews) {
    return new RosterChange(
        Optional.of(crews),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
