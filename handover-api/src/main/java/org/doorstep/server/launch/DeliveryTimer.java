package org.doorstep.server.launch;

import io.vertx.core.Vertx;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.doorstep.server.delivery.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the deliveries of an area done again and again, on worker threads: a few rounds at once, so
 * that a receiver who is slow to answer does not keep others waiting.
 */
final class DeliveryTimer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryTimer.class);
  private static final long EVERY_MILLIS = 500;
  private static final int ROUNDS_MAX = 3;
  private static final long STOP_SECONDS_MAX = 15;

  private final Vertx vertx;
  private final Delivery delivery;
  private final Semaphore rounds = new Semaphore(ROUNDS_MAX);
  private final long timer;

  DeliveryTimer(Vertx vertx, Delivery delivery) {
    this.vertx = vertx;
    this.delivery = delivery;
    this.timer = vertx.setPeriodic(EVERY_MILLIS, id -> begin());
  }

  private void begin() {
    if (rounds.tryAcquire()) {
      var unused = vertx.executeBlocking(this::round, false).onComplete(done -> rounds.release());
    }
  }

  private boolean round() {
    try {
      delivery.run();
    } catch (RuntimeException e) {
      LOG.warn("Messages cannot be delivered just now; they are kept.", e);
    }
    return true;
  }

  /** Waits for the rounds that are under way; what they leave is done after the next start. */
  @Override
  public void close() {
    vertx.cancelTimer(timer);
    try {
      if (!rounds.tryAcquire(ROUNDS_MAX, STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        LOG.warn("A message is still being delivered; it is sent again after the next start.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
