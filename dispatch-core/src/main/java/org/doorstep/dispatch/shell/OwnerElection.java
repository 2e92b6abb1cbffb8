package org.doorstep.dispatch.shell;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.doorstep.dispatch.shell.cluster.Membership;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has this node own its area while it should: the node that has been here longest, in sight of more
 * than half of all. A node by itself always should.
 *
 * <p>It says who tries. Around a cut two nodes may try for some seconds; the log lets only one of
 * them append each number, and the other is told, rebuilds, and looks here again.
 */
public final class OwnerElection {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerElection.class);
  private static final long LOOK_MILLIS = 500;
  private static final long STOP_SECONDS_MAX = 30;

  private final Vertx vertx;
  private final Context context;
  private final Supplier<Membership> membership;
  private final Supplier<DispatchVerticle> candidates;

  // Confined to the context.
  private boolean moving;
  private String deployment = "";

  // Written on the context, read by whoever shows whether this node decides.
  private volatile @Nullable DispatchVerticle owner;

  /**
   * An election that has not begun.
   *
   * @param candidates makes an owner that has not started; asked anew each time, because an owner
   *     that has stopped does not start again
   */
  public OwnerElection(
      Vertx vertx, Supplier<Membership> membership, Supplier<DispatchVerticle> candidates) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.membership = membership;
    this.candidates = candidates;
  }

  /** Begins; done once this node owns the area, or has seen that it should not. */
  public Future<Void> start() {
    Promise<Void> looked = Promise.promise();
    context.runOnContext(v -> look().onComplete(looked));
    vertx.setPeriodic(LOOK_MILLIS, id -> reconsider());
    return looked.future();
  }

  /** Things may have changed; any thread may say so. */
  public void reconsider() {
    context.runOnContext(
        v -> {
          var unused =
              look().onFailure(fault -> LOG.warn("The area cannot be owned just now.", fault));
        });
  }

  /** Whether this very node owns the area and takes commands; any thread may ask. */
  public boolean isDeciding() {
    DispatchVerticle owning = owner;
    return owning != null && owning.isDeciding();
  }

  private Future<Void> look() {
    Membership seen = membership.get();
    if (moving || seen.isOwner() == (owner != null)) {
      return Future.succeededFuture();
    }
    moving = true;
    return (seen.isOwner() ? begin(seen) : end(seen))
        .eventually(
            () -> {
              moving = false;
              return Future.succeededFuture();
            });
  }

  private Future<Void> begin(Membership seen) {
    LOG.info("This node takes the area: it sees ({}) of ({}).", seen.seen(), seen.nodes());
    DispatchVerticle candidate = candidates.get();
    owner = candidate;
    return vertx
        .deployVerticle(candidate)
        .onSuccess(id -> deployment = id)
        .onFailure(fault -> owner = null)
        .mapEmpty();
  }

  private Future<Void> end(Membership seen) {
    LOG.warn("This node gives the area up: it sees ({}) of ({}).", seen.seen(), seen.nodes());
    // First of all it says so; to stop takes a moment.
    owner = null;
    return vertx.undeploy(deployment).timeout(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }
}
