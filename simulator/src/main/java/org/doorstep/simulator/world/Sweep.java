package org.doorstep.simulator.world;

import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.simulator.world.area.AreaLine;

/**
 * Looks again and again whether the time of an obligation has passed, and then asks for a sweep, as
 * the live sweeper does. Confined to one thread.
 */
final class Sweep {
  private static final Actor SWEEPER = Actor.system("sweeper");

  private final AreaLine area;
  private final long everyMillis;

  Sweep(AreaLine area, long everyMillis) {
    this.area = area;
    this.everyMillis = everyMillis;
  }

  /** Plans the next look, and with it all that follow. */
  void planNext() {
    area.after(
        everyMillis,
        () -> {
          look();
          planNext();
        });
  }

  private void look() {
    if (!Deadlines.listPassed(area.board(), area.instant()).isEmpty()) {
      area.give(SWEEPER, SweepDeadlines::new, reply -> {});
    }
  }
}
