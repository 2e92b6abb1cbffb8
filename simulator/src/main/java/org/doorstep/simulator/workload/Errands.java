package org.doorstep.simulator.workload;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.simulator.host.AreaPort;
import org.doorstep.simulator.host.CommandHeads;
import org.doorstep.simulator.time.Timeline;

/**
 * How everybody in the town gets something done: look at the board, give the command that it calls
 * for, and on a refusal look again, some times. One thread.
 */
final class Errands {
  private static final int TRIES_MAX = 8;
  private static final long AGAIN_MILLIS = 10_000;

  private final AreaPort port;
  private final Timeline timeline;
  private final Instant start;
  private final CommandHeads heads;

  /** What is to be done, as the board stands; empty when it is no longer called for. */
  interface Errand {
    Optional<Command> look(DispatchView board, CommandHead head);
  }

  Errands(AreaId area, AreaPort port, Timeline timeline, Instant start) {
    this.port = port;
    this.timeline = timeline;
    this.start = start;
    this.heads = new CommandHeads(area);
  }

  Instant now() {
    return start.plusMillis(timeline.now());
  }

  DispatchView board() {
    return port.board();
  }

  RecordId record() {
    return heads.nextRecord();
  }

  CommandHead head(String user) {
    return heads.next(Actor.user(user), now());
  }

  /** Has something happen after some seconds. */
  void in(double seconds, Runnable event) {
    timeline.at(timeline.now() + (long) (1_000 * seconds), event);
  }

  /** Gives a command now, whatever becomes of it. */
  void give(Command command) {
    port.give(command, reply -> {});
  }

  /** Runs an errand after some seconds. */
  void run(double seconds, String user, Errand errand) {
    run(seconds, user, errand, () -> {});
  }

  /** Runs an errand after some seconds, and something else when it is over. */
  void run(double seconds, String user, Errand errand, Runnable then) {
    in(seconds, () -> attempt(user, errand, then, TRIES_MAX));
  }

  private void attempt(String user, Errand errand, Runnable then, int tries) {
    Optional<Command> command = errand.look(port.board(), head(user));
    if (command.isEmpty()) {
      then.run();
      return;
    }
    port.give(
        command.get(),
        reply -> {
          if (reply.rejection().isEmpty() || tries == 1) {
            then.run();
          } else {
            timeline.at(
                timeline.now() + AGAIN_MILLIS, () -> attempt(user, errand, then, tries - 1));
          }
        });
  }
}
