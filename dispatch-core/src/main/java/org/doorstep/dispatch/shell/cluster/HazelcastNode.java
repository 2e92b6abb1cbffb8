package org.doorstep.dispatch.shell.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins a node to others by Hazelcast, which knows who is there and where each listens for the
 * event bus, and nothing else: nothing of the product is kept in it.
 */
final class HazelcastNode {
  private static final Logger LOG = LoggerFactory.getLogger(HazelcastNode.class);
  private static final long REASSERT_MILLIS = 3_000;
  private static final long JOIN_SECONDS_MAX = 60;
  private static final int CONNECT_SECONDS_MAX = 2;
  private static final int PING_MILLIS = 1_000;
  private static final int PING_REPLY_MILLIS = 2_000;
  private static final String LOGGING = "hazelcast.logging.type";
  private static final int CONNECT_MILLIS = 1_000;
  private static final String CALL_MILLIS_MAX = "10000";

  private HazelcastNode() {}

  static Node join(ClusterSettings settings) throws Exception {
    // Its first words come before it has read its configuration.
    System.setProperty(LOGGING, "slf4j");
    HazelcastClusterManager joined = new HazelcastClusterManager(config(settings));
    Vertx vertx =
        Vertx.builder()
            .with(new VertxOptions().setEventBusOptions(eventBus(settings)))
            .withClusterManager(joined)
            .buildClustered()
            .await(JOIN_SECONDS_MAX, TimeUnit.SECONDS);
    HazelcastInstance hazelcast = joined.getHazelcastInstance();
    vertx.setPeriodic(REASSERT_MILLIS, id -> reassert(vertx, joined));
    int nodes = settings.members().size();
    return new Node(vertx, () -> look(hazelcast, nodes));
  }

  /**
   * Says again where this node listens: after a merge a node that was away can strike the others
   * off, late and for good. On a worker: while the manager clears up after a node that has gone
   * silent, it lets nobody in for some seconds.
   */
  private static void reassert(Vertx vertx, HazelcastClusterManager joined) {
    var unused =
        vertx.executeBlocking(
            () -> {
              joined.setNodeInfo(joined.getNodeInfo(), HazelcastNode::reasserted);
              return true;
            },
            false);
  }

  private static void reasserted(@Nullable Void done, @Nullable Throwable fault) {
    if (fault != null) {
      LOG.debug("Where this node listens cannot be said just now.", fault);
    }
  }

  private static Membership look(HazelcastInstance hazelcast, int nodes) {
    try {
      Set<Member> members = hazelcast.getCluster().getMembers();
      // In the order in which they came; the one that has been here longest is the first.
      boolean first = !members.isEmpty() && members.iterator().next().localMember();
      return new Membership(members.size(), nodes, first);
    } catch (HazelcastInstanceNotActiveException e) {
      // Between two clusters, or stopping: nobody is seen.
      return new Membership(0, nodes, false);
    }
  }

  private static Config config(ClusterSettings settings) {
    Config config = new Config();
    config.setClusterName(settings.name());
    properties(config, settings.silence());
    network(config.getNetworkConfig(), settings);
    config.getMetricsConfig().setEnabled(false);
    JavaSerializationFilterConfig onlyOurs = new JavaSerializationFilterConfig();
    onlyOurs.getWhitelist().addPrefixes("io.vertx.spi.cluster.hazelcast.", "com.hazelcast.");
    config.getSerializationConfig().setJavaSerializationFilterConfig(onlyOurs);
    // What the cluster manager of Vert.x keeps in it: who has registered for which address.
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setBackupCount(1)
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
    config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
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
        .setProperty(
            "hazelcast.heartbeat.interval.seconds", Integer.toString(silence.heartbeatSeconds()))
        .setProperty("hazelcast.max.no.heartbeat.seconds", Integer.toString(silence.limitSeconds()))
        .setProperty("hazelcast.heartbeat.failuredetector.type", "deadline")
        .setProperty("hazelcast.member.list.publish.interval.seconds", "5")
        .setProperty("hazelcast.operation.call.timeout.millis", CALL_MILLIS_MAX)
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

  private static EventBusOptions eventBus(ClusterSettings settings) {
    EventBusOptions options =
        new EventBusOptions()
            .setHost(settings.listen().host())
            .setPort(settings.eventBus().port())
            .setClusterPingInterval(PING_MILLIS)
            .setClusterPingReplyInterval(PING_REPLY_MILLIS)
            .setConnectTimeout(CONNECT_MILLIS)
            .setReconnectAttempts(0);
    settings
        .eventBus()
        .publicAddress()
        .map(NodeAddress::parse)
        .ifPresent(
            address ->
                options.setClusterPublicHost(address.host()).setClusterPublicPort(address.port()));
    settings
        .tls()
        .ifPresent(
            tls ->
                options
                    .setSsl(true)
                    .setClientAuth(ClientAuth.REQUIRED)
                    .setKeyCertOptions(
                        new PemKeyCertOptions()
                            .setCertPath(tls.certificate())
                            .setKeyPath(tls.key()))
                    .setTrustOptions(new PemTrustOptions().addCertPath(tls.authority())));
    return options;
  }
}
