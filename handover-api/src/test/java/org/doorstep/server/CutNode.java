package org.doorstep.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.record.MasterKey;

/** One node of two, of which the other never comes. */
public final class CutNode implements AutoCloseable {
  private final Database database;
  private final TestServer server;

  private CutNode(Database database, TestServer server) {
    this.database = database;
    this.server = server;
  }

  public static CutNode start() throws Exception {
    Path folder = TestServer.freshFolder();
    Database database = Database.embedded(folder.resolve("database"));
    Path masterKey = folder.resolve("master.key");
    MasterKey.readOrMake(masterKey);
    int port = FreePort.find();
    Map<String, Object> cluster =
        Map.of(
            "enabled",
            true,
            "name",
            "test-" + port,
            "members",
            List.of("127.0.0.1:" + port, "127.0.0.1:" + FreePort.find()),
            "membership",
            Map.of("port", port),
            "event-bus",
            Map.of("port", FreePort.find()));
    Map<String, Object> changes =
        Map.of(
            "master-key",
            masterKey.toString(),
            "database",
            Map.of("url", database.url(), "user", "postgres"),
            "cluster",
            cluster);
    return new CutNode(
        database, TestServer.start(Clock.systemUTC(), folder.resolve("node"), changes));
  }

  public TestServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
