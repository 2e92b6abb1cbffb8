package org.doorstep.dispatch.shell.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A node by itself, which is a cluster of one. */
final class LoneNode implements Node {
  private static final long STOP_SECONDS_MAX = 20;

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Vertx vertx() {
    return vertx;
  }

  @Override
  public Membership membership() {
    return Membership.ALONE;
  }

  @Override
  public boolean isOneOfSeveral() {
    return false;
  }

  @Override
  public Future<Buffer> askOwner(String address, Buffer question, Duration wait) {
    return LocalBus.ask(vertx, address, question, wait);
  }

  @Override
  public void tellOthers(String address, Buffer news) {
    // There is nobody else.
  }

  @Override
  public void close() throws TimeoutException {
    var unused = vertx.close().await(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }
}
