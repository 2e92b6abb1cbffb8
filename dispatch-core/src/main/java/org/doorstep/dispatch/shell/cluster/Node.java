package org.doorstep.dispatch.shell.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** This process with its event loops: by itself, or one of several that share a database. */
public final class Node implements AutoCloseable {
  private static final long STOP_SECONDS_MAX = 20;

  private final Vertx vertx;
  private final Supplier<Membership> membership;

  Node(Vertx vertx, Supplier<Membership> membership) {
    this.vertx = vertx;
    this.membership = membership;
  }

  /**
   * Starts the event loops; with clustering on, joins whoever is there already and does not wait
   * for the rest.
   *
   * @throws Exception if the ports cannot be had or the others do not let it in
   */
  public static Node start(ClusterSettings settings) throws Exception {
    // Hazelcast is started by one branch alone: a single node opens no port for it.
    return settings.enabled()
        ? HazelcastNode.join(settings)
        : new Node(Vertx.vertx(new VertxOptions()), () -> Membership.ALONE);
  }

  /** The event loops, and the event bus that reaches all nodes that are seen. */
  public Vertx vertx() {
    return vertx;
  }

  /** What is seen of the cluster now; any thread may ask, and it never blocks. */
  public Membership membership() {
    return membership.get();
  }

  /** Leaves the others, who then need not wait for silence, and stops. */
  @Override
  public void close() throws TimeoutException {
    var unused = vertx.close().await(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }
}
