package org.doorstep.simulator.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.check.InvariantChecker;

/**
 * Everybody who gives commands: gives each again, under the same id, until it is answered; hears
 * the first answer and lets the judge know of every one. One thread.
 */
final class Clients {
  private static final long AGAIN_FIRST_MILLIS = 1_000;
  private static final long AGAIN_MILLIS_MAX = 30_000;

  private final VirtualClock clock;
  private final Network network;
  private final Membership membership;
  private final Chance chance;
  private final FaultCounts counts;
  private final InvariantChecker checker;
  // Looked up, never iterated.
  private final Map<CommandId, Consumer<Reply>> waiting = new HashMap<>();

  Clients(
      VirtualClock clock,
      Network network,
      Membership membership,
      Chance chance,
      FaultCounts counts,
      InvariantChecker checker) {
    this.clock = clock;
    this.network = network;
    this.membership = membership;
    this.chance = chance;
    this.counts = counts;
    this.checker = checker;
  }

  /** How many commands nobody has answered yet. */
  int size() {
    return waiting.size();
  }

  void give(Command command, Consumer<Reply> answer) {
    checker.given(command.head().id(), clock.now());
    waiting.put(command.head().id(), answer);
    send(command, AGAIN_FIRST_MILLIS);
  }

  /** A reply has arrived, perhaps not for the first time. */
  void hear(Reply reply) {
    checker.told(reply, clock.now());
    Consumer<Reply> answer = waiting.remove(reply.command());
    if (answer != null) {
      answer.accept(reply);
    }
  }

  private void send(Command command, long againMillis) {
    network.carry(() -> arrive(command));
    clock.in(
        againMillis,
        () -> {
          if (waiting.containsKey(command.head().id())) {
            counts.count(FaultKind.RESEND);
            send(command, Math.min(AGAIN_MILLIS_MAX, 2 * againMillis));
          }
        });
  }

  /** Any node that takes itself for the owner may get it; with none it is lost. */
  private void arrive(Command command) {
    List<Node> reached = membership.listReached();
    if (!reached.isEmpty()) {
      chance.pick(reached).receive(command);
    }
  }
}
