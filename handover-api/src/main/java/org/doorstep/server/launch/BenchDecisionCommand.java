package org.doorstep.server.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.protocol.ProtocolFiles;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.server.bench.DecisionBench;
import org.doorstep.server.config.ConfigReader;
import org.doorstep.server.config.ServerConfig;
import org.doorstep.server.identity.Role;
import org.doorstep.server.identity.User;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a crew's decision screen waits for a server of this machine. */
@Command(
    name = "decision",
    mixinStandardHelpOptions = true,
    description = {
      "How long a decision screen waits: an assessment in, durable and decided; rows, reasons and",
      "ranked destinations out. A server of its own with its database and roads, over HTTP."
    })
final class BenchDecisionCommand implements Callable<Integer> {
  private static final Duration LINK_GOOD_FOR = Duration.ofHours(1);

  @Mixin private RoadsOption roads = new RoadsOption();

  @Option(
      names = "--warm-up",
      defaultValue = "300",
      description = "Decisions that are not counted. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 300;

  @Option(
      names = "--decisions",
      defaultValue = "2000",
      description = "Decisions that are counted. Default: ${DEFAULT-VALUE}.")
  private int decisions = 2_000;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (warmUp < 0 || decisions < 1) {
      throw new IllegalArgumentException(
          "The options --warm-up (%d) and --decisions (%d) must be 0 and 1 or more."
              .formatted(warmUp, decisions));
    }
    Path folder = Files.createTempDirectory("doorstep-bench-");
    Clock clock = Clock.systemUTC();
    ServerConfig config = config(folder, roads.folder(this::say));
    try (DoorstepServer.Running running = DoorstepServer.start(config, clock, this::say)) {
      URI server = URI.create(Address.of(config, running.port()));
      print(
          new DecisionBench(server, signIn(running, server, clock), example(), clock)
              .run(warmUp, decisions));
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private void say(String words) {
    if (!json) {
      System.out.println(words);
    }
  }

  /** A server of its own on any free port. */
  static ServerConfig config(Path folder, Path map) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    changes.put("data", folder.toString());
    changes.put("map", map.toString());
    Map<String, @Nullable Object> listen = new LinkedHashMap<>();
    listen.put("port", 0);
    changes.put("listen", listen);
    return ConfigReader.of(changes, "bench");
  }

  /** A session of the desk, and one of each crew. */
  static Map<String, String> signIn(DoorstepServer.Running running, URI server, Clock clock)
      throws IOException, InterruptedException {
    Map<String, String> cookies = new LinkedHashMap<>();
    cookies.put(
        DecisionBench.DESK, signIn(running, server, clock, Role.DESK, Optional.<UnitId>empty()));
    for (String unit : DecisionBench.UNITS) {
      cookies.put(unit, signIn(running, server, clock, Role.CREW, Optional.of(new UnitId(unit))));
    }
    return cookies;
  }

  private static String signIn(
      DoorstepServer.Running running, URI server, Clock clock, Role role, Optional<UnitId> unit)
      throws IOException, InterruptedException {
    String name = "bench-" + unit.map(UnitId::value).orElse("desk").toLowerCase(Locale.ROOT);
    User user = new User(name, List.of(role), List.of(running.area()), unit);
    running.users().put(user.signing("Sam Bench, Paramedic, HCPC PA000001"), Optional.empty());
    String secret = running.sessions().makeLink(name, clock.instant().plus(LINK_GOOD_FOR), 1);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.resolve("/api/session/link"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofByteArray(
                            RecordJson.write(Map.of("secret", secret))))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .map(cookie -> cookie.split(";", 2)[0])
        .orElseThrow(() -> new IOException("The server gave no session."));
  }

  static Map<String, @Nullable Object> example() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ProtocolFiles.class.getResourceAsStream("/protocol/assessment.example.json"))) {
      return JsonTree.parseObject(in.readAllBytes());
    }
  }

  private void print(DecisionBench.Result result) {
    if (json) {
      System.out.println(new String(RecordJson.write(result), StandardCharsets.UTF_8));
      return;
    }
    System.out.printf(
        "%,d decisions: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        result.decisions(),
        result.decisionP50Millis(),
        result.decisionP99Millis(),
        result.decisionMaxMillis());
    System.out.printf(
        "of these p99: assessment %.1f ms, its reading %.1f ms, destinations %.1f ms%n",
        result.assessmentP99Millis(), result.readingP99Millis(), result.destinationsP99Millis());
  }
}
