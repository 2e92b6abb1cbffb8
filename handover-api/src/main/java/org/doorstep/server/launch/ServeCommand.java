package org.doorstep.server.launch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.server.config.ConfigReader;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Run the server with a configuration file.")
public final class ServeCommand implements Callable<Integer> {
  private static final Duration LINK_GOOD_FOR = Duration.ofHours(24);
  private static final long STOP_MILLIS_MAX = 25_000;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML; what it does not name has the defaults.")
  private @Nullable Path config;

  @Option(names = "--port", description = "Overrides listen.port.")
  private @Nullable Integer port;

  @Option(names = "--data", paramLabel = "DIR", description = "Overrides data.")
  private @Nullable Path data;

  @Option(names = "--map", paramLabel = "DIR", description = "Overrides map.")
  private @Nullable Path map;

  @Override
  public Integer call() throws Exception {
    ServerConfig settings = settings();
    System.out.println(ConfigPrinter.print(settings));
    Consumer<String> progress = System.out::println;
    try (DoorstepServer.Running running =
        DoorstepServer.start(settings, Clock.systemUTC(), progress)) {
      String address = Address.of(settings, running.port());
      System.out.println("Serving at " + address);
      if (running.users().count() == 0) {
        System.out.println(firstLink(running, address));
      }
      untilStopped();
    }
    return 0;
  }

  /** Nobody can sign in yet: the first admin gets in by a link that works once. */
  private static String firstLink(DoorstepServer.Running running, String address) {
    AreaId area = running.area();
    running
        .users()
        .put(
            new User("admin", List.of(Role.ADMIN, Role.DESK), List.of(area), Optional.empty()),
            Optional.empty());
    String secret = running.sessions().makeLink("admin", Instant.now().plus(LINK_GOOD_FOR), 1);
    return "No users yet. This link signs the first admin in, once, within 24 hours:\n  %s/sign-in#%s"
        .formatted(address, secret);
  }

  private ServerConfig settings() {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    Path file = config;
    if (file != null) {
      changes.putAll(ConfigReader.tree(file));
    }
    if (data != null) {
      changes.put("data", data.toString());
    }
    if (map != null) {
      changes.put("map", map.toString());
    }
    if (port != null) {
      Map<String, @Nullable Object> listen = new LinkedHashMap<>();
      if (changes.get("listen") instanceof Map<?, ?> given) {
        given.forEach((key, value) -> listen.put(String.valueOf(key), value));
      }
      listen.put("port", port);
      changes.put("listen", listen);
    }
    return ConfigReader.of(changes, file == null ? "command line" : file.toString());
  }

  static void untilStopped() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  try {
                    // The JVM waits for its hooks: this one for the server to close in order.
                    main.join(STOP_MILLIS_MAX);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "stop"));
    stopped.await();
  }
}
