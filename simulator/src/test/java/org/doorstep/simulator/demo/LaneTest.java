package org.doorstep.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.demo.Door.Ask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FEATURE: what the driver asks of a server over HTTP, and that a repeat has the same key. */
class LaneTest {
  private static final String COMMAND = "/api/areas/A/commands/OpenIncident";
  private static final long SECONDS_MAX = 20;

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger faultsLeft = new AtomicInteger();
  private final DriverThread thread = new DriverThread();
  private HttpServer server = newServer();

  @BeforeEach
  void listen() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    thread.close(() -> {});
  }

  @Test
  void give_command_signsInFirstAndShowsCookieAndKey() throws Exception {
    UUID key = new Keys(Chance.of(1, "keys")).next(Instant.parse("2026-11-25T09:00:00Z"));

    Outcome outcome = outcome(command(key));

    assertThat(outcome.sequence()).isEqualTo(5);
    assertThat(sent)
        .containsExactly(
            "POST /api/session/link - - {\"secret\":\"open sesame\"}",
            "POST " + COMMAND + " doorstep=abc " + key + " {}");
  }

  @Test
  void give_serverFaultTwice_asksAgainWithTheSameKey() throws Exception {
    UUID key = new Keys(Chance.of(1, "keys")).next(Instant.parse("2026-11-25T09:00:00Z"));
    faultsLeft.set(2);

    Outcome outcome = outcome(command(key));

    assertThat(outcome.isAccepted()).isTrue();
    assertThat(sent.stream().filter(line -> line.contains(key.toString()))).hasSize(3);
  }

  @Test
  void give_refusal_isToldAtOnce() throws Exception {
    Outcome outcome = outcome(Ask.read("/refused"));

    assertThat(outcome.status()).isEqualTo(409);
    assertThat(outcome.code()).isEqualTo("unit-on-job");
  }

  @Test
  void next_key_isAUuidOfVersionSeven() {
    UUID key = new Keys(Chance.of(1, "keys")).next(Instant.ofEpochMilli(1_700_000_000_000L));

    assertThat(key.version()).isEqualTo(7);
    assertThat(key.variant()).isEqualTo(2);
    assertThat(key.getMostSignificantBits() >>> 16).isEqualTo(1_700_000_000_000L);
  }

  private static Ask command(UUID key) {
    return new Ask(COMMAND, Optional.of("{}"), Optional.of(key));
  }

  private Outcome outcome(Ask ask) throws Exception {
    Door door =
        new Door(
            URI.create("http://localhost:" + server.getAddress().getPort()),
            java.util.concurrent.ForkJoinPool.commonPool());
    Lane lane = new Lane("test", "open sesame", door, thread, Duration.ofMillis(1));
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    thread.run(() -> lane.give(ask, outcome::complete));
    return outcome.get(SECONDS_MAX, TimeUnit.SECONDS);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    sent.add(
        "%s %s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                path,
                header(exchange, "Cookie"),
                header(exchange, "Idempotency-Key"),
                body));
    boolean signsIn = path.endsWith("/link");
    if (signsIn) {
      exchange.getResponseHeaders().add("Set-Cookie", "doorstep=abc; Path=/; HttpOnly");
    }
    boolean fault = !signsIn && faultsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    int status = fault ? 503 : path.equals("/refused") ? 409 : 200;
    byte[] answer =
        (status == 409 ? "{\"code\":\"unit-on-job\"}" : "{\"sequence\":5}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("-");
  }

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
