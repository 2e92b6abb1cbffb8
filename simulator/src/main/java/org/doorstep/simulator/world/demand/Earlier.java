package org.doorstep.simulator.world.demand;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.Care;
import org.doorstep.simulator.scenario.Outcome;

/**
 * What is known of a call that was made before the world began to act.
 *
 * @param moment when it was made, in milliseconds since the start
 * @param lastedMillis how long ago that is
 * @param possible where care may still happen, one at least
 * @param isOpen whether nobody has decided yet where it will
 */
public record Earlier(
    long moment,
    long lastedMillis,
    Category category,
    int place,
    List<Outcome> possible,
    boolean isOpen) {
  static final int TRIES_MAX = 200;

  public Earlier {
    possible = List.copyOf(possible);
    if (possible.isEmpty()) {
      throw new IllegalArgumentException("A call must have an outcome that is possible.");
    }
  }

  /** As often as the scenario has it among those that are possible; else the first of them. */
  Outcome outcome(Care care, Chance own) {
    for (int tries = 0; tries < TRIES_MAX && possible.size() > 1; tries++) {
      Outcome drawn = care.find(category).map(all -> all.at(own.share())).orElse(possible.get(0));
      if (possible.contains(drawn)) {
        return drawn;
      }
    }
    return possible.get(0);
  }
}
