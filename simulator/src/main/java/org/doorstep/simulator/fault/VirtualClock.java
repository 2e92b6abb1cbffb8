package org.doorstep.simulator.fault;

import java.time.Instant;
import org.doorstep.simulator.time.Timeline;

/** The time of the virtual world: a timeline in milliseconds since a start. */
record VirtualClock(Timeline timeline, Instant start) {
  Instant now() {
    return start.plusMillis(timeline.now());
  }

  long millis() {
    return timeline.now();
  }

  void in(long millis, Runnable event) {
    timeline.at(timeline.now() + millis, event);
  }
}
