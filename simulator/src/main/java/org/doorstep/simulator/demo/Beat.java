package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When each crew says where it is: each second on the move, seldom while it stands. One thread. */
final class Beat {
  private static final Duration MOVING = Duration.ofMillis(950);
  private static final Duration STANDING = Duration.ofSeconds(40);

  private final Map<String, Instant> toldAt = new TreeMap<>();
  private final Map<String, Boolean> wasMoving = new TreeMap<>();

  /** Whether the crew is to say it now; then it counts as said. */
  boolean isDue(Crew crew, Instant now) {
    boolean moves = crew.isMoving(now);
    boolean arrived = !moves && Boolean.TRUE.equals(wasMoving.put(crew.unit(), moves));
    wasMoving.put(crew.unit(), moves);
    Duration period = moves ? MOVING : STANDING;
    boolean due =
        Optional.ofNullable(toldAt.get(crew.unit()))
            .map(told -> !now.isBefore(told.plus(period)))
            .orElse(true);
    if (due || arrived) {
      toldAt.put(crew.unit(), now);
    }
    return due || arrived;
  }
}
