package org.doorstep.dispatch.shell;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.SubmissionFault.Kind;
import org.doorstep.dispatch.shell.cluster.Node;

/**
 * The way of a command to whoever owns its area, on this node or another. Thread-safe.
 *
 * <p>Between nodes a message can be lost without a word, and the owner can change: there it is sent
 * again under the same id, which the log answers once, until the time is up.
 */
public final class AreaGateway {
  private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(10);
  private static final Duration TRY_WAIT_MAX = Duration.ofMillis(1_500);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Node node;
  private final BooleanSupplier cutOff;

  /**
   * A gateway of a node.
   *
   * @param cutOff whether this node sees too few of the others to know who decides
   */
  public AreaGateway(Node node, BooleanSupplier cutOff) {
    this.node = node;
    this.cutOff = cutOff;
  }

  /**
   * Submits a command.
   *
   * @return the area's reply once it is durable; failed with a {@link SubmissionFault}, of kind
   *     {@code UNKNOWN} when no answer came in time: ask again with the same id
   */
  public Future<Reply> submit(Submission submission) {
    return ask(submission, System.nanoTime() + ANSWER_WAIT_MAX.toNanos(), false);
  }

  /** Whether an owner of the area is reached and takes commands; never fails. */
  public Future<Boolean> isOwned(AreaId area) {
    return node.askOwner(DispatchVerticle.address(area), Buffer.buffer(), TRY_WAIT_MAX)
        .map(answer -> answer.length() == 1 && answer.getByte(0) == 1)
        .otherwise(false);
  }

  /**
   * Asks once, and in a cluster again while there is time.
   *
   * @param asked whether it was sent before, so that its outcome may be open
   */
  private Future<Reply> ask(Submission submission, long until, boolean asked) {
    if (cutOff.getAsBoolean()) {
      return Future.failedFuture(
          asked
              ? new SubmissionFault(Kind.UNKNOWN, "The owner was lost before it could answer.")
              : new SubmissionFault(Kind.CUT_OFF, "This node is cut off from the other nodes."));
    }
    Duration left = Duration.ofNanos(until - System.nanoTime());
    boolean repeats = node.isOneOfSeveral() && left.compareTo(TRY_WAIT_MAX) > 0;
    return node.askOwner(
            DispatchVerticle.address(submission.command().head().area()),
            SubmissionWire.write(submission),
            repeats ? TRY_WAIT_MAX : left)
        .map(SubmissionWire::readReply)
        .recover(
            fault -> {
              SubmissionFault known = known(fault);
              boolean again =
                  repeats && (known.kind() == Kind.BUSY || known.kind() == Kind.UNKNOWN);
              return again
                  ? node.vertx()
                      .timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                      .compose(v -> ask(submission, until, true))
                  : Future.failedFuture(known);
            });
  }

  private static SubmissionFault known(Throwable fault) {
    if (fault instanceof ReplyException reply) {
      return switch (reply.failureType()) {
        case NO_HANDLERS -> new SubmissionFault(Kind.BUSY, "Nobody owns the area just now.");
        case TIMEOUT -> new SubmissionFault(Kind.UNKNOWN, "The area has not answered in time.");
        default ->
            reply.failureType() == ReplyFailure.RECIPIENT_FAILURE
                ? new SubmissionFault(
                    Kind.of(reply.failureCode()), String.valueOf(reply.getMessage()))
                : new SubmissionFault(Kind.UNKNOWN, "The answer cannot be read.");
      };
    }
    return new SubmissionFault(Kind.UNKNOWN, "The answer cannot be read.");
  }
}
