package org.doorstep.dispatch.shell.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;

/** Questions on the event bus of this process. */
final class LocalBus {
  private LocalBus() {}

  static Future<Buffer> ask(Vertx vertx, String address, Buffer question, Duration wait) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(Math.max(1, wait.toMillis()));
    return vertx.eventBus().<Buffer>request(address, question, options).map(Message::body);
  }
}
