package org.doorstep.dispatch.policy.booking;

import java.util.List;

/**
 * The drives between the places of a plan.
 *
 * @param places how many there are, 0 or more
 * @param driveMillis from each place to each, row after row; 0 or more
 */
public record PlanDrives(int places, List<Integer> driveMillis) {
  public PlanDrives {
    driveMillis = List.copyOf(driveMillis);
    if (driveMillis.size() != places * places) {
      throw new IllegalArgumentException(
          "The drives (%d) must be one for each pair of the places (%d)."
              .formatted(driveMillis.size(), places));
    }
    for (int drive : driveMillis) {
      if (drive < 0) {
        throw new IllegalArgumentException("A drive (%d ms) must be 0 or more.".formatted(drive));
      }
    }
  }

  /** The drive from one place to another, in milliseconds. */
  public int millis(int from, int to) {
    return driveMillis.get(from * places + to);
  }
}
