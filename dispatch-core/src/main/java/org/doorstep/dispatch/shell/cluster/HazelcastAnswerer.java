package org.doorstep.dispatch.shell.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.function.UnaryOperator;

/** A member of a group that answers questions, one at a time. */
public final class HazelcastAnswerer implements AutoCloseable {
  private static final String LOGGING = "hazelcast.logging.type";

  private final HazelcastInstance member;

  private HazelcastAnswerer(HazelcastInstance member) {
    this.member = member;
  }

  /**
   * Joins whoever is there already, and does not wait for others.
   *
   * @param own where the others and those who ask reach it; a private address of this machine
   * @param answer takes a line and gives one; called on one thread
   * @throws IllegalStateException if the port cannot be had
   */
  public static HazelcastAnswerer join(
      GroupSettings group, NodeAddress own, UnaryOperator<String> answer) {
    GroupSettings.requirePrivate(own);
    System.setProperty(LOGGING, "slf4j");
    Config config = new Config();
    config.setClusterName(group.name());
    config
        .setProperty(LOGGING, "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.socket.bind.any", "false")
        .setProperty("hazelcast.socket.connect.timeout.seconds", "2")
        .setProperty("hazelcast.wait.seconds.before.join", "1")
        // They are busy with something else: silence of half a minute says nothing yet.
        .setProperty("hazelcast.max.no.heartbeat.seconds", "60");
    config.getMetricsConfig().setEnabled(false);
    config.getNetworkConfig().setPort(own.port()).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(own.host());
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(group.addresses());
    config.addExecutorConfig(new ExecutorConfig(HazelcastQuestion.EXECUTOR, 1));
    secure(config.getSerializationConfig());
    config.getUserContext().put(HazelcastQuestion.ANSWERING, answer);
    return new HazelcastAnswerer(Hazelcast.newHazelcastInstance(config));
  }

  /** Questions are the only objects that are made of what comes in. */
  static void secure(SerializationConfig serialization) {
    JavaSerializationFilterConfig own = new JavaSerializationFilterConfig();
    own.getWhitelist().addPrefixes("com.hazelcast.");
    serialization
        .setJavaSerializationFilterConfig(own)
        .addDataSerializableFactory(HazelcastQuestion.FACTORY, number -> new HazelcastQuestion());
  }

  /** How many members this one sees, itself included. */
  public int members() {
    return member.getCluster().getMembers().size();
  }

  /** Leaves; what is in hand is lost. */
  @Override
  public void close() {
    member.getLifecycleService().terminate();
  }
}
