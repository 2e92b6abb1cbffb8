package org.doorstep.simulator.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Who works when: so many crews of a kind, from one base, on the same shift. */
@Meaning("Crews of a kind on the same shift from one base.")
public record RosterLine(
    @Meaning("Begins the call signs; a number follows: capitals, digits, hyphens, at most 12.")
        String callSign,
    @Meaning("The kind of unit.") UnitKind kind,
    @Meaning("Where the shift begins and ends.") String base,
    @Meaning("How many crews.") @Bounds(least = 1, most = 500) int crews,
    @Meaning("When the shift begins, by the clock on the wall.") LocalTime from,
    @Meaning("How long it is, in hours.") @Bounds(least = 1, most = 20) double hours,
    @Meaning("On which days it begins; on all if left out.") Optional<List<DayOfWeek>> weekdays,
    @Meaning("Where it waits between jobs: a base or a post; its own base if left out.")
        Optional<String> post) {
  public RosterLine {
    weekdays = weekdays.map(List::copyOf);
    if (!callSign.matches("[A-Z0-9][A-Z0-9-]{0,11}")) {
      throw new IllegalArgumentException(
          "The call sign (%s) must be capitals, digits and hyphens, at most 12."
              .formatted(callSign));
    }
  }

  /** Whether a shift begins on that day. */
  public boolean worksOn(DayOfWeek day) {
    return weekdays.map(days -> days.contains(day)).orElse(true);
  }

  /** Where it waits between jobs. */
  public String waitsAt() {
    return post.orElse(base);
  }

  /** The same line as a scenario changes it. */
  RosterLine with(RosterChange change) {
    return new RosterLine(
        callSign,
        kind,
        change.base().orElse(base),
        change.crews().orElse(crews),
        change.from().orElse(from),
        change.hours().orElse(hours),
        change.weekdays().or(() -> weekdays),
        change.post().or(() -> post));
  }
}
