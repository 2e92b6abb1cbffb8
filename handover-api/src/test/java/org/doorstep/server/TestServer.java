package org.doorstep.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.server.config.ConfigReader;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.doorstep.server.launch.DoorstepServer;
import org.jspecify.annotations.Nullable;

/** A whole server for tests: real database, real roads, any free port. */
public final class TestServer implements AutoCloseable {
  public static final AreaId AREA = new AreaId("WEST_KENT");
  public static final String SIGNATURE = "Alex Sample, Paramedic, HCPC PA000001";
  public static final String PASSWORD = "correct horse battery staple";

  private final DoorstepServer.Running running;

  private TestServer(DoorstepServer.Running running) {
    this.running = running;
  }

  /** A server with an empty area. */
  public static TestServer start() throws Exception {
    return start(Clock.systemUTC(), freshFolder(), Map.of());
  }

  /** A server on a folder, with other settings than the defaults. */
  public static TestServer start(Clock clock, Path folder, Map<String, Object> changes)
      throws Exception {
    return start(clock, folder, 0, changes);
  }

  /** A server on a folder and a port, so that one that was stopped can come back as it was. */
  public static TestServer start(Clock clock, Path folder, int port, Map<String, Object> changes)
      throws Exception {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("map", TestMap.folder().toString());
    tree.putAll(changes);
    tree.put("data", folder.toString());
    Map<String, @Nullable Object> listen = new LinkedHashMap<>();
    listen.put("port", port);
    tree.put("listen", listen);
    ServerConfig config = ConfigReader.of(tree, "test");
    TestServer server = new TestServer(DoorstepServer.start(config, clock, words -> {}));
    server.addUser("desk1", Role.DESK);
    server.addUser("desk2", Role.DESK);
    server.addUser("boss", Role.ADMIN);
    server.addUser("planner1", Role.PLANNER);
    return server;
  }

  public static Path freshFolder() throws IOException {
    Path target = Path.of("target").toAbsolutePath();
    Files.createDirectories(target);
    return Files.createTempDirectory(target, "test-server-");
  }

  public void addUser(String name, Role... roles) {
    running
        .users()
        .put(
            new User(name, List.of(roles), List.of(AREA), Optional.empty()).signing(SIGNATURE),
            Optional.of(PASSWORD));
  }

  /** Somebody at the desk who is no clinician: a user without a signature. */
  public void addCallTaker(String name) {
    running
        .users()
        .put(
            new User(name, List.of(Role.DESK), List.of(AREA), Optional.empty()),
            Optional.of(PASSWORD));
  }

  public void addCrew(String name, String unit) {
    running
        .users()
        .put(
            new User(name, List.of(Role.CREW), List.of(AREA), Optional.of(new UnitId(unit)))
                .signing(SIGNATURE),
            Optional.of(PASSWORD));
  }

  /** Somebody of a practice, hospital or service. */
  public void addMember(String name, Role role, Optional<ServiceId> service) {
    running
        .users()
        .put(
            new User(
                name,
                List.of(role),
                List.of(AREA),
                Optional.empty(),
                service,
                Optional.of(SIGNATURE)),
            Optional.of(PASSWORD));
  }

  /** Somebody inside other walls. */
  public void addStranger(String name) {
    running
        .users()
        .put(
            new User(name, List.of(Role.DESK), List.of(new AreaId("EAST_KENT")), Optional.empty()),
            Optional.of(PASSWORD));
  }

  public DoorstepServer.Running running() {
    return running;
  }

  public String address() {
    return "http://localhost:" + running.port();
  }

  /** A client that has signed in. */
  public TestClient client(String user) throws Exception {
    TestClient client = new TestClient(address());
    client.signIn(user, PASSWORD);
    return client;
  }

  @Override
  public void close() {
    running.close();
  }
}
