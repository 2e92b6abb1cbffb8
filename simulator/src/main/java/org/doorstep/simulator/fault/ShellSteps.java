package org.doorstep.simulator.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CommandId;

/**
 * The steps at which a shell would do harm if it were wrong. Here they are right; tests plant one
 * error in one step, and the judge has to find it.
 */
class ShellSteps {
  /** Whether a batch can be written from a number on; {@code head} is the last that is written. */
  boolean isFree(Batch batch, long first, long head) {
    return first > head;
  }

  /** Whether a command has a reply already. */
  boolean isAnswered(SharedLog log, Reply reply) {
    return log.findReply(reply.command()).isPresent();
  }

  /** What stays of an append that has failed. */
  List<LoggedEvent> leftOfFailed(Batch batch) {
    return List.of();
  }

  /** The replies that are written with a batch, for every node to find. */
  List<Reply> repliesToKeep(Batch batch) {
    return batch.replies();
  }

  /** What was answered to a command before. */
  Optional<Reply> findReply(SharedLog log, int node, CommandId command) {
    return log.findReply(command);
  }

  /** The time under which an event is written; {@code nodeNow} is what the node's clock says. */
  LoggedEvent timed(LoggedEvent event, Instant nodeNow) {
    return event;
  }

  /** The replies that go out before their batch is durable. */
  List<Reply> toldWhenDecided(int node, Batch batch) {
    return List.of();
  }

  /** The replies that go out when nobody knows whether their batch is durable. */
  List<Reply> toldWhenUnknown(Batch batch) {
    return List.of();
  }

  /** The replies that go out when a node dies with commands in hand. */
  List<Reply> toldWhenDying(SharedLog log, List<Command> waiting) {
    return List.of();
  }

  /** What is tried after another writer was first, without deciding anew. */
  Optional<Batch> insteadOfDeciding(SharedLog log, Batch fenced) {
    return Optional.empty();
  }

  /** Whether an engine is thrown away when an append did not succeed. */
  boolean dropsEngine() {
    return true;
  }

  /** The state from which a node goes on. */
  AreaState recover(SharedLog log) {
    return log.recover();
  }

  /** What a recovered engine has the world told again. */
  List<Effect> owedByRecovered(AreaEngine engine) {
    return engine.obligations();
  }

  /**
   * Whether another has written since the owner's last append. In a quiet area the fence alone
   * would tell it too late: it says nothing until the next append, and what the other has begun is
   * watched by nobody meanwhile.
   */
  boolean isOvertaken(long logHead, long ownHead) {
    return logHead > ownHead;
  }

  /** Whether the owner looks for obligations that are past their time. */
  boolean sweeps() {
    return true;
  }
}
