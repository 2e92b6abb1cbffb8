package org.doorstep.dispatch.shell.cluster;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TCPSSLOptions;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How this node and the others find each other. Checked only while {@code enabled}.
 *
 * @param name nodes of another name are never joined
 * @param members every node there is, this one too, as {@code ADDRESS:PORT} of its membership; more
 *     than half of them must see each other before any of them decides
 * @param membership where the others tell this node that they are there
 * @param eventBus where commands and hints come in
 * @param tls of the event bus; must be there unless the host is this machine itself
 */
public record ClusterSettings(
    boolean enabled,
    String name,
    List<String> members,
    Interface listen,
    Door membership,
    Door eventBus,
    Silence silence,
    Optional<Tls> tls) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final int MEMBERS_MIN = 2;
  private static final int MEMBERS_MAX = 9;

  /**
   * The one address of this machine that both doors are on.
   *
   * @param host an address, never a name: a name could mean another machine tomorrow
   * @param allowPublic whether it may be one that the whole Internet can reach
   */
  public record Interface(String host, boolean allowPublic) {}

  /**
   * One port.
   *
   * @param port 1 to 65535
   * @param publicAddress {@code ADDRESS:PORT} where the others reach it, when that differs: behind
   *     a tunnel or a translation of addresses
   */
  public record Door(int port, Optional<String> publicAddress) {
    private static final int PORT_MAX = 65_535;

    public Door {
      if (port < 1 || port > PORT_MAX) {
        throw new IllegalArgumentException("The port (%d) must be in [1, 65535].".formatted(port));
      }
    }
  }

  /**
   * When a node that says nothing counts as gone.
   *
   * @param heartbeatSeconds how often a node says that it is there, 1 to 10
   * @param limitSeconds 3 to 60, and three heartbeats or more
   */
  public record Silence(int heartbeatSeconds, int limitSeconds) {
    private static final int HEARTBEAT_SECONDS_MAX = 10;
    private static final int LIMIT_SECONDS_MIN = 3;
    private static final int LIMIT_SECONDS_MAX = 60;

    public Silence {
      if (heartbeatSeconds < 1 || heartbeatSeconds > HEARTBEAT_SECONDS_MAX) {
        throw new IllegalArgumentException(
            "The heartbeat-seconds (%d) must be in [1, 10].".formatted(heartbeatSeconds));
      }
      if (limitSeconds < LIMIT_SECONDS_MIN
          || limitSeconds > LIMIT_SECONDS_MAX
          || limitSeconds < 3 * heartbeatSeconds) {
        throw new IllegalArgumentException(
            "The limit-seconds (%d) must be in [3, 60], and three times heartbeat-seconds (%d) or more."
                .formatted(limitSeconds, heartbeatSeconds));
      }
    }
  }

  /**
   * Files in PEM form.
   *
   * @param authority who must have signed the certificate of every node, this one too
   */
  public record Tls(String certificate, String key, String authority) {
    /** Has a node show its own certificate, and believe those that the authority has signed. */
    void secure(TCPSSLOptions options) {
      options
          .setSsl(true)
          .setKeyCertOptions(new PemKeyCertOptions().setCertPath(certificate).setKeyPath(key))
          .setTrustOptions(new PemTrustOptions().addCertPath(authority));
    }
  }

  public ClusterSettings {
    members = List.copyOf(members);
    if (enabled) {
      requireName(name);
      requireHost(listen, tls);
      if (membership.port() == eventBus.port()) {
        throw new IllegalArgumentException(
            "The ports (%d) of membership and event-bus must differ.".formatted(eventBus.port()));
      }
      eventBus.publicAddress().ifPresent(NodeAddress::parse);
      requireMembers(members, ownAddress(listen, membership));
    }
  }

  /** Where the others reach this node's membership; one of {@code members}. */
  public NodeAddress address() {
    return ownAddress(listen, membership);
  }

  /** Where the others reach this node's event bus. */
  NodeAddress door() {
    return ownAddress(listen, eventBus);
  }

  private static NodeAddress ownAddress(Interface listen, Door door) {
    return door.publicAddress()
        .map(NodeAddress::parse)
        .orElseGet(() -> new NodeAddress(listen.host(), door.port()));
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "The name (%s) must be 1 to 40 letters, digits, dots, dashes.".formatted(name));
    }
  }

  private static void requireHost(Interface listen, Optional<Tls> tls) {
    NodeAddress address = new NodeAddress(listen.host(), 1);
    if (address.isEverywhere()) {
      throw new IllegalArgumentException(
          "The listen.host (%s) means every network of this machine; one must be named."
              .formatted(listen.host()));
    }
    if (!address.isPrivate() && !listen.allowPublic()) {
      throw new IllegalArgumentException(
          "The listen.host (%s) is no private address: whoever reaches it is a member."
                  .formatted(listen.host())
              + "\nMaybe only the other nodes reach it: then set (listen.allow-public).");
    }
    if (!address.isLoopback() && tls.isEmpty()) {
      throw new IllegalArgumentException(
          "The listen.host (%s) is on a network; that needs (tls).".formatted(listen.host()));
    }
  }

  private static void requireMembers(List<String> members, NodeAddress own) {
    TreeSet<String> distinct = new TreeSet<>();
    members.forEach(member -> distinct.add(NodeAddress.parse(member).toString()));
    if (members.size() < MEMBERS_MIN
        || members.size() > MEMBERS_MAX
        || distinct.size() != members.size()) {
      throw new IllegalArgumentException(
          "The members (%s) must be 2 to 9 different nodes.".formatted(String.join(", ", members)));
    }
    if (!distinct.contains(own.toString())) {
      throw new IllegalArgumentException(
          "The members (%s) must name this node too, as (%s)."
              .formatted(String.join(", ", members), own));
    }
  }
}
