package org.doorstep.dispatch.shell.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * This process with its event loops: by itself, or one of several that share a database. The event
 * bus is of this process alone; what others must hear of is sent to them by this class.
 */
public interface Node extends AutoCloseable {
  /**
   * Starts the event loops; with clustering on, joins whoever is there already and does not wait
   * for the rest.
   *
   * @throws Exception if the ports cannot be had or the others do not let it in
   */
  static Node start(ClusterSettings settings) throws Exception {
    // Hazelcast is started by one branch alone: a single node opens no port for it.
    return settings.enabled() ? HazelcastNode.join(settings) : new LoneNode();
  }

  /** The event loops, and the event bus of this process. */
  Vertx vertx();

  /** What is seen of the cluster now; any thread may ask, and it never blocks. */
  Membership membership();

  /** Whether there can be others, seen or not. */
  boolean isOneOfSeveral();

  /**
   * Asks at an address of the event bus of the node that should own the areas, this one or another.
   *
   * @return the answer; failed with a {@link io.vertx.core.eventbus.ReplyException} as the event
   *     bus fails: between nodes a question or its answer can be lost without a word, which is a
   *     {@code TIMEOUT}
   */
  Future<Buffer> askOwner(String address, Buffer question, Duration wait);

  /** Publishes on the event bus of every other node that is seen; may be lost without a word. */
  void tellOthers(String address, Buffer news);

  /** Leaves the others, who then need not wait for silence, and stops. */
  @Override
  void close() throws TimeoutException;
}
