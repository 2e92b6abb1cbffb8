package org.doorstep.simulator.scenario;

import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Where calls come from: so many places by roads, near settlements, as people live there. */
@Meaning("Where calls come from.")
public record CallPlaces(
    @Meaning("How many places; a table of drive times among all is kept.")
        @Bounds(least = 1, most = 6_000)
        int count,
    @Meaning("Chooses the places; the same in all replications.")
        @Bounds(least = 0, most = 1_000_000_000)
        long seed,
    @Meaning("Where calls were recorded; they come from there, and not from where people live.")
        Optional<List<RecordedCalls>> recorded) {
  public CallPlaces {
    recorded = recorded.map(List::copyOf);
    if (recorded.filter(List::isEmpty).isPresent()) {
      throw new IllegalArgumentException("The recorded calls must not be none.");
    }
  }

  /** How many calls came from around a point. */
  @Meaning("How many calls came from around a point.")
  public record RecordedCalls(
      @Meaning("Degrees north.") @Bounds(least = -90, most = 90) double lat,
      @Meaning("Degrees east.") @Bounds(least = -180, most = 180) double lon,
      @Meaning("How many.") @Bounds(least = 1, most = 100_000_000) int calls) {}
}
