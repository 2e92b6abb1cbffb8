package org.doorstep.dispatch.shell;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.travel.AreaModels;
import org.doorstep.dispatch.shell.travel.ReviewRounds;
import org.doorstep.dispatch.shell.travel.TravelDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns one area in this process: takes its commands off the event bus, keeps its engine, and meets
 * its obligations to the world.
 *
 * <p>Two owners at once do no harm: the log lets one of them append, and the other rebuilds.
 */
public final class DispatchVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchVerticle.class);

  private static final long REGISTER_SECONDS_MAX = 10;

  private final AreaKeeper keeper;
  private final TravelDesk travel;
  private final ReviewRounds reviews;
  private final AreaId area;

  /**
   * An owner that has not started.
   *
   * @param announce is told the last durable sequence after each batch; a hint, must not block
   * @param whenFenced is told that another owner has written; must not block
   */
  public DispatchVerticle(
      AreaLog log,
      TravelDesk travel,
      AreaModels models,
      InstantSource clock,
      LongConsumer announce,
      Runnable whenFenced) {
    this.area = log.area();
    this.travel = travel;
    this.reviews = new ReviewRounds(models, clock);
    Sweeper sweeper = new Sweeper(clock);
    this.keeper =
        new AreaKeeper(
            log,
            this::meet,
            announce,
            view -> {
              lookAtUnits(view);
              return sweeper.apply(view);
            },
            models::current,
            whenFenced);
  }

  private void lookAtUnits(DispatchView view) {
    reviews
        .findDue(view)
        .ifPresent(
            asked ->
                travel.review(asked, view, command -> keeper.submit(Submission.internal(command))));
  }

  /** Whether the engine stands on its log and takes commands; any thread may ask. */
  public boolean isDeciding() {
    return keeper.isReady();
  }

  static String address(AreaId area) {
    return "doorstep.area." + area.value();
  }

  @Override
  public Future<?> start() {
    keeper.start();
    return vertx
        .eventBus()
        .consumer(address(area), this::take)
        .completion()
        .timeout(REGISTER_SECONDS_MAX, TimeUnit.SECONDS)
        // What does not start is never told to stop.
        .recover(fault -> stop().transform(stopped -> Future.failedFuture(fault)));
  }

  @Override
  public Future<?> stop() {
    // Until the keeper has ended, those who ask are told that it is busy; then nobody is there.
    return vertx.executeBlocking(
        () -> {
          keeper.close();
          travel.close();
          return true;
        });
  }

  private void take(Message<Buffer> message) {
    if (message.body().length() == 0) {
      message.reply(Buffer.buffer(new byte[] {(byte) (isDeciding() ? 1 : 0)}));
      return;
    }
    Submission submission;
    try {
      submission = SubmissionWire.readSubmission(message.body());
    } catch (RuntimeException e) {
      LOG.warn("A submission to the area ({}) cannot be read.", area.value());
      message.fail(SubmissionFault.Kind.BROKEN.number(), "The submission cannot be read here.");
      return;
    }
    var unused =
        keeper
            .submit(submission)
            .whenComplete(
                (reply, fault) -> {
                  if (fault == null) {
                    message.reply(SubmissionWire.write(reply));
                  } else {
                    fail(message, fault);
                  }
                });
  }

  private static void fail(Message<Buffer> message, Throwable fault) {
    SubmissionFault.Kind kind =
        fault instanceof SubmissionFault known ? known.kind() : SubmissionFault.Kind.UNKNOWN;
    message.fail(kind.number(), String.valueOf(fault.getMessage()));
  }

  private void meet(Effect effect, DispatchView view) {
    if (effect instanceof Effect.AskTravelTimes ask) {
      travel.ask(ask, view, command -> keeper.submit(Submission.internal(command)));
    }
    // A crew is told of its job by the stream that its tablet and every board follow: the stream is
    // read from the log, so there is nothing to send that could be lost.
  }
}
