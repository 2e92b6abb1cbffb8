package org.doorstep.server.delivery;

import io.vertx.core.Context;
import java.util.List;
import org.doorstep.handover.outbox.MessageCheck;

/**
 * A check that refuses to run on an event loop, always: one message takes some hundred milliseconds
 * and the first one seconds, for which no board, tablet or monitor would be answered.
 */
public final class WorkerCheck implements MessageCheck {
  private final MessageCheck check;

  public WorkerCheck(MessageCheck check) {
    this.check = check;
  }

  @Override
  public List<Fault> listFaults(byte[] message) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("A message must be checked on a worker, not an event loop.");
    }
    return check.listFaults(message);
  }
}
