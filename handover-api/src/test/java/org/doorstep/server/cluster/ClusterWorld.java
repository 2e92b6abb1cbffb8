package org.doorstep.server.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.FreePort;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestMap;
import org.doorstep.server.TestServer;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.doorstep.server.identity.Users;

/**
 * Three nodes over one PostgreSQL, which this process runs: to them it is somebody else's. Whoever
 * has been there longest owns the area.
 */
final class ClusterWorld implements AutoCloseable {
  static final int NODES = 3;
  private static final long KNOCK_SECONDS_MAX = 30;

  private final Path folder = TestServer.freshFolder();
  private final Database database = Database.embedded(folder.resolve("database"));
  private final Path masterKey = folder.resolve("master.key");
  private final Certificates certificates = Certificates.make(folder);
  private final Wire wire = new Wire();
  private final List<Integer> membershipPorts = new ArrayList<>();
  private final List<Integer> busPorts = new ArrayList<>();
  private final List<NodeProcess> nodes = new ArrayList<>();

  // In the order in which they came.
  private final List<Integer> seniority = new ArrayList<>(List.of(0, 1, 2));

  ClusterWorld() throws Exception {
    MasterKey.readOrMake(masterKey);
    for (int node = 0; node < NODES; node++) {
      membershipPorts.add(FreePort.find());
      busPorts.add(FreePort.find());
      wire.open(node, membershipPorts.get(node), busPorts.get(node));
    }
    for (int node = 0; node < NODES; node++) {
      nodes.add(launch(node).serving());
    }
    addUsers();
    awaitAllReady();
  }

  /** The node that decides, as long as nothing is wrong. */
  int owner() {
    return seniority.get(0);
  }

  /** A node was away: the next in turn decides now, and it comes last. */
  void wasAway(int node) {
    seniority.remove((Integer) node);
    seniority.add(node);
  }

  void awaitAllReady() throws InterruptedException {
    for (NodeProcess node : nodes) {
      Await.until("every node takes commands", node::isReady);
    }
  }

  Database database() {
    return database;
  }

  /**
   * Asks at the door of a node as another node does, past the wire.
   *
   * @param certified whether with the certificate of a node
   * @return the status of the answer
   */
  int knock(int node, boolean certified) throws Exception {
    HttpClientOptions options =
        new HttpClientOptions()
            .setSsl(true)
            .setVerifyHost(false)
            .setTrustOptions(certificates.trusted());
    if (certified) {
      options.setKeyCertOptions(certificates.own());
    }
    Vertx vertx = Vertx.vertx();
    // Named: what nobody holds is closed by the collector.
    HttpClient client = vertx.createHttpClient(options);
    try {
      return client
          .request(HttpMethod.POST, busPorts.get(node), "127.0.0.1", "/ask/nobody")
          .compose(request -> request.send(""))
          .await(KNOCK_SECONDS_MAX, TimeUnit.SECONDS)
          .statusCode();
    } finally {
      var unused =
          client.close().eventually(vertx::close).await(KNOCK_SECONDS_MAX, TimeUnit.SECONDS);
    }
  }

  /** What lies between the nodes. */
  Wire wire() {
    return wire;
  }

  NodeProcess node(int number) {
    return nodes.get(number);
  }

  /** A client of a node that has signed in. */
  TestClient client(int node, String user) throws Exception {
    TestClient client = nodes.get(node).client();
    client.signIn(user, TestServer.PASSWORD);
    return client;
  }

  /** Starts a node again that has been killed. */
  void restart(int node) throws IOException {
    nodes.set(node, launch(node).serving());
  }

  private NodeProcess launch(int node) throws IOException {
    Path config = folder.resolve("node-" + node + ".yaml");
    // JSON is YAML.
    Files.write(config, RecordJson.write(config(node)));
    NodeProcess process = NodeProcess.start(config);
    wire.isOf(node, process.pid());
    return process;
  }

  private Map<String, Object> config(int node) {
    Map<String, Object> cluster = new LinkedHashMap<>();
    cluster.put("enabled", true);
    cluster.put("name", "test-" + membershipPorts.get(0));
    List<String> members = new ArrayList<>();
    for (int each = 0; each < NODES; each++) {
      members.add(wire.membershipAddress(each));
    }
    cluster.put("members", members);
    cluster.put("membership", door(membershipPorts.get(node), wire.membershipAddress(node)));
    cluster.put("event-bus", door(busPorts.get(node), wire.busAddress(node)));
    cluster.put("tls", certificates.config());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("data", folder.resolve("node-" + node).toString());
    tree.put("map", TestMap.folder().toString());
    tree.put("master-key", masterKey.toString());
    tree.put("listen", Map.of("port", 0));
    tree.put("database", Map.of("url", database.url(), "user", "postgres"));
    tree.put("cluster", cluster);
    return tree;
  }

  private static Map<String, Object> door(int port, String publicAddress) {
    Map<String, Object> door = new LinkedHashMap<>();
    door.put("port", port);
    door.put("public-address", publicAddress);
    return door;
  }

  private void addUsers() {
    Users users = new Users(database.dataSource());
    users.put(
        new User("desk1", List.of(Role.DESK), List.of(TestServer.AREA), Optional.empty()),
        Optional.of(TestServer.PASSWORD));
    users.put(
        new User(
            "crew1", List.of(Role.CREW), List.of(TestServer.AREA), Optional.of(new UnitId("P1"))),
        Optional.of(TestServer.PASSWORD));
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(NodeProcess::close);
    wire.close();
    database.close();
  }
}
