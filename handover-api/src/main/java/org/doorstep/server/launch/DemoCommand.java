package org.doorstep.server.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.doorstep.server.config.ConfigFault;
import org.doorstep.server.config.ConfigReader;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.simulator.demo.DemoDriver;
import org.doorstep.simulator.demo.DemoSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A server of its own with virtual callers and crews on it, until it is told to stop. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Show a live board: the embedded area with virtual callers and crews, who use the server's",
      "own API. Everything is kept in one folder; the address is reached from this machine only."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int PORT_USUAL = 8_080;
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private static final String DATA_USUAL = "doorstep-demo";

  @Option(names = "--port", description = "Where to listen on this machine (default: 8080).")
  private int port = PORT_USUAL;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder for everything that is kept (default: ./doorstep-demo).")
  private Path data = Path.of(DATA_USUAL);

  @Option(
      names = "--map",
      paramLabel = "DIR",
      description = "A map made by import-map (default: synthetic roads, made once).")
  private @Nullable Path map;

  @Option(names = "--seed", description = "One seed gives the same calls (default: 1).")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "How much faster than life crews work, 1 to 60 (default: 10).")
  private double speed = DemoSettings.SPEED_USUAL;

  @Option(
      names = "--calls-per-hour",
      paramLabel = "N",
      description = "Mean of calls an hour (default: those of West Kent, times the speed).")
  private @Nullable Double callsPerHour;

  @Option(
      names = "--hands-on",
      description = "No virtual desk: people send units to all incidents.")
  private boolean handsOn;

  @Option(
      names = "--hours",
      paramLabel = "N",
      description = "Ends after so many hours of the demo's time (default: never).")
  private @Nullable Double hours;

  @Override
  public Integer call() throws Exception {
    requireFreePort();
    Consumer<String> progress = System.out::println;
    Clock clock = Clock.systemUTC();
    DemoCast cast = DemoCast.westKent(seed, speed);
    try (StopSignal stop = StopSignal.caught();
        PlayedService falls = cast.fallsTeam(clock);
        DoorstepServer.Running running = DoorstepServer.start(config(falls), clock, progress)) {
      String address = Address.of(config(falls), running.port());
      falls.answerTo(address);
      DemoUsers users = DemoUsers.enrol(running, clock.instant());
      DemoSettings settings =
          new DemoSettings(
              seed, speed, callsAnHour(), !handsOn, users.secrets(), cast.cast(clock.instant()));
      try (DemoDriver driver =
          new DemoDriver(URI.create(address), running.roads(), settings, clock)) {
        driver.start();
        System.out.println(users.table(address));
        stop.await(length());
        System.out.println(driver.shares().table());
      }
    }
    return 0;
  }

  private Optional<Duration> length() {
    return Optional.ofNullable(hours)
        .map(given -> Duration.ofMillis((long) (given * MILLIS_PER_HOUR / speed)));
  }

  private double callsAnHour() {
    Double given = callsPerHour;
    return given == null ? DemoSettings.callsPerHourUsual(speed) : given;
  }

  private ServerConfig config(PlayedService falls) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    changes.put("data", data.toString());
    if (map != null) {
      changes.put("map", map.toString());
    }
    Map<String, @Nullable Object> listen = new LinkedHashMap<>();
    listen.put("port", port);
    changes.put("listen", listen);
    Map<String, @Nullable Object> bars = new LinkedHashMap<>();
    // Only this machine can reach the demo, and there are no patients in it.
    bars.put("require-token", false);
    bars.put("receivers", List.of(Map.of("service", DemoCast.FALLS_TEAM, "uri", falls.uri())));
    changes.put("bars", bars);
    return ConfigReader.of(changes, "demo");
  }

  /** Looks before the database and the map are opened, which takes a while at the first start. */
  private void requireFreePort() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new ConfigFault(
          "The port (%d) is taken.\nMaybe another Doorstep is running; choose another with --port."
              .formatted(port),
          e);
    }
  }
}
