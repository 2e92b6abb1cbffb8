package org.doorstep.dispatch.shell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.shell.SubmissionFault.Kind;

/** The way of a command to whoever owns its area, on this node or another. Thread-safe. */
public final class AreaGateway {
  private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(10);

  private final Vertx vertx;

  /** A gateway on the event bus. */
  public AreaGateway(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Submits a command.
   *
   * @return the area's reply once it is durable; failed with a {@link SubmissionFault}, of kind
   *     {@code UNKNOWN} when no answer came in time: ask again with the same id
   */
  public Future<Reply> submit(Submission submission) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(ANSWER_WAIT_MAX.toMillis());
    return vertx
        .eventBus()
        .<Buffer>request(
            DispatchVerticle.address(submission.command().head().area()),
            SubmissionWire.write(submission),
            options)
        .map(message -> SubmissionWire.readReply(message.body()))
        .recover(fault -> Future.failedFuture(known(fault)));
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
