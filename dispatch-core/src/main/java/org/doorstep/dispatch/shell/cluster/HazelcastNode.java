package org.doorstep.dispatch.shell.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node that Hazelcast joins to others. It knows who is there, in the order in which they came,
 * and where the door of each is, which every node says of itself as it joins; nothing is kept in
 * it, so nothing in it can be out of date.
 */
final class HazelcastNode implements Node {
  private static final Logger LOG = LoggerFactory.getLogger(HazelcastNode.class);
  private static final String DOOR = "doorstep.door";
  private static final long REPAIR_MILLIS = 3_000;
  private static final long STOP_SECONDS_MAX = 20;
  private static final int CONNECT_SECONDS_MAX = 2;
  private static final int BEGUN_MAX = 4;
  private static final String LOGGING = "hazelcast.logging.type";

  private final Vertx vertx;
  private final ClusterSettings settings;
  private final NodeLink link;
  private final AtomicBoolean repairing = new AtomicBoolean();

  // Written under the lock of this node: replaced once it has given itself up.
  private volatile HazelcastInstance hazelcast;
  private boolean closed;

  private HazelcastNode(Vertx vertx, ClusterSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
    this.link = new NodeLink(vertx, settings);
    this.hazelcast = begin(settings);
  }

  static Node join(ClusterSettings settings) throws Exception {
    // Its first words come before it has read its configuration.
    System.setProperty(LOGGING, "slf4j");
    Vertx vertx = Vertx.vertx();
    try {
      // Open before the others learn of it.
      NodeDoor.open(vertx, settings);
      HazelcastNode node = new HazelcastNode(vertx, settings);
      vertx.setPeriodic(REPAIR_MILLIS, id -> node.repair());
      return node;
    } catch (Exception e) {
      var unused = vertx.close();
      throw e;
    }
  }

  @Override
  public Vertx vertx() {
    return vertx;
  }

  @Override
  public boolean isOneOfSeveral() {
    return true;
  }

  @Override
  public Membership membership() {
    List<Member> seen = seen();
    return new Membership(
        seen.size(), settings.members().size(), !seen.isEmpty() && seen.get(0).localMember());
  }

  @Override
  public Future<Buffer> askOwner(String address, Buffer question, Duration wait) {
    List<Member> seen = seen();
    if (!seen.isEmpty() && seen.get(0).localMember()) {
      return LocalBus.ask(vertx, address, question, wait);
    }
    return seen.stream()
        .findFirst()
        .flatMap(HazelcastNode::door)
        .map(door -> link.ask(door, address, question, wait))
        .orElseGet(
            () -> Future.failedFuture(new ReplyException(ReplyFailure.NO_HANDLERS, "Nobody.")));
  }

  @Override
  public void tellOthers(String address, Buffer news) {
    for (Member member : seen()) {
      if (!member.localMember()) {
        door(member).ifPresent(door -> link.tell(door, address, news));
      }
    }
  }

  @Override
  public void close() throws TimeoutException {
    synchronized (this) {
      closed = true;
      hazelcast.shutdown();
    }
    var unused = vertx.close().await(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** Who is seen, in the order in which they came: the one that has been here longest first. */
  private List<Member> seen() {
    try {
      return List.copyOf(hazelcast.getCluster().getMembers());
    } catch (HazelcastInstanceNotActiveException e) {
      // It has given itself up, or is stopping: nobody is seen.
      return List.of();
    }
  }

  private static Optional<NodeAddress> door(Member member) {
    return Optional.ofNullable(member.getAttribute(DOOR)).map(NodeAddress::parse);
  }

  /** Joins anew: a member that cannot go back to the others after a cut gives itself up. */
  private void repair() {
    if (!hazelcast.getLifecycleService().isRunning() && repairing.compareAndSet(false, true)) {
      vertx
          .executeBlocking(this::joinAnew, false)
          .onFailure(fault -> LOG.warn("The other nodes cannot be joined just now.", fault))
          .onComplete(done -> repairing.set(false));
    }
  }

  private synchronized boolean joinAnew() {
    if (!closed) {
      LOG.warn("This node has given its membership up; it joins the others anew.");
      hazelcast = Hazelcast.newHazelcastInstance(config(settings));
    }
    return true;
  }

  /** The others may let nobody in for a while, as when one of them has just gone. */
  private static HazelcastInstance begin(ClusterSettings settings) {
    for (int begun = 1; begun < BEGUN_MAX; begun++) {
      try {
        return Hazelcast.newHazelcastInstance(config(settings));
      } catch (IllegalStateException e) {
        LOG.warn("The other nodes did not let this one in; it asks again.", e);
      }
    }
    return Hazelcast.newHazelcastInstance(config(settings));
  }

  private static Config config(ClusterSettings settings) {
    Config config = new Config();
    config.setClusterName(settings.name());
    properties(config, settings.silence());
    network(config.getNetworkConfig(), settings);
    config.getMetricsConfig().setEnabled(false);
    config.getMemberAttributeConfig().setAttribute(DOOR, settings.door().toString());
    JavaSerializationFilterConfig onlyItsOwn = new JavaSerializationFilterConfig();
    onlyItsOwn.getWhitelist().addPrefixes("com.hazelcast.");
    config.getSerializationConfig().setJavaSerializationFilterConfig(onlyItsOwn);
    return config;
  }

  private static void properties(Config config, ClusterSettings.Silence silence) {
    config
        .setProperty(LOGGING, "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.socket.bind.any", "false")
        .setProperty("hazelcast.socket.connect.timeout.seconds", "2")
        .setProperty("hazelcast.wait.seconds.before.join", "1")
        // A member that does not find back in so long gives itself up, and joins anew.
        .setProperty("hazelcast.max.join.merge.target.seconds", "5")
        .setProperty("hazelcast.max.join.seconds", "15")
        .setProperty("hazelcast.graceful.shutdown.max.wait", "10")
        // Nothing is kept in it that would have to be spread.
        .setProperty("hazelcast.partition.count", "11")
        .setProperty(
            "hazelcast.heartbeat.interval.seconds", Integer.toString(silence.heartbeatSeconds()))
        .setProperty("hazelcast.max.no.heartbeat.seconds", Integer.toString(silence.limitSeconds()))
        .setProperty("hazelcast.heartbeat.failuredetector.type", "deadline")
        .setProperty("hazelcast.member.list.publish.interval.seconds", "5")
        .setProperty("hazelcast.operation.call.timeout.millis", "10000")
        // A cut that has healed is seen after so long; the node stays cut until then.
        .setProperty("hazelcast.merge.first.run.delay.seconds", "10")
        .setProperty("hazelcast.merge.next.run.delay.seconds", "5");
  }

  private static void network(NetworkConfig network, ClusterSettings settings) {
    network.setPort(settings.membership().port()).setPortAutoIncrement(false);
    network.getInterfaces().setEnabled(true).addInterface(settings.listen().host());
    settings.membership().publicAddress().ifPresent(network::setPublicAddress);
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig()
        .setEnabled(true)
        .setConnectionTimeoutSeconds(CONNECT_SECONDS_MAX)
        .setMembers(settings.members());
  }
}
