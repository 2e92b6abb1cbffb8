package org.doorstep.server.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.fhir.FhirReferrals;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralReply.Answer;
import org.doorstep.handover.referral.ReferralReply.Answerer;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.handover.referral.ReferralReply.Matching;
import org.doorstep.handover.referral.ReferralReply.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A community service with a system of its own, played: takes messages over HTTP and answers them
 * later, by messages of the standard, as a script says. Repeats and cancellations are taken and not
 * answered.
 */
final class PlayedService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlayedService.class);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final int ACCEPTED = 202;

  private final HttpServer server;
  private final String name;
  private final IntFunction<List<Step>> script;
  private final Clock clock;
  private final FhirReferrals referrals = new FhirReferrals();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(PlayedService::thread);

  // The requests that have come in, each numbered once; filled by the server's threads.
  private final ConcurrentHashMap<UUID, Integer> known = new ConcurrentHashMap<>();

  // Where answers go; set once the other server runs, read when the first answer leaves.
  private volatile Optional<URI> answersTo = Optional.empty();

  // What its last answer was answered with; 0 before the first. Written by the later thread.
  private volatile int lastStatus;

  /** One answer, some time after the request. */
  record Step(Duration after, Kind kind) {}

  /**
   * A service that listens on a free port of this machine.
   *
   * @param script the answers to each request, by its number from 0
   */
  PlayedService(String name, IntFunction<List<Step>> script, Clock clock) throws IOException {
    this.name = name;
    this.script = script;
    this.clock = clock;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /** Where it takes messages. */
  String uri() {
    return "http://127.0.0.1:%d/$process-message".formatted(server.getAddress().getPort());
  }

  /** The HTTP status that its last answer was answered with; 0 before the first. */
  int lastStatus() {
    return lastStatus;
  }

  /** Answers go to that server from now on. */
  void answerTo(String address) {
    answersTo = Optional.of(URI.create(address + "/bars/$process-message"));
  }

  @Override
  public void close() {
    later.shutdownNow();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      UUID id = UUID.fromString(exchange.getRequestHeaders().getFirst("X-Request-Id"));
      boolean isNew = new String(body, StandardCharsets.UTF_8).contains("\"active\"");
      int number = known.size();
      if (isNew && known.putIfAbsent(id, number) == null) {
        for (Step step : script.apply(number)) {
          var unused =
              later.schedule(
                  () -> answer(id, body, step.kind()),
                  step.after().toMillis(),
                  TimeUnit.MILLISECONDS);
        }
      }
      exchange.sendResponseHeaders(ACCEPTED, -1);
    }
  }

  private void answer(UUID request, byte[] body, Kind kind) {
    Optional<Reason> reason =
        kind == Kind.DECLINED
            ? Optional.of(new Reason(Reason.Code.NOT_AVAILABLE_IN_TIME, Optional.empty()))
            : Optional.empty();
    ReferralReply reply =
        new ReferralReply(
            DerivedId.of("played-reply", request.toString(), kind.name()),
            new Matching(Optional.of(request), Optional.empty()),
            new Answer(kind, reason),
            clock.instant(),
            new Answerer(name, Optional.empty(), Optional.empty()));
    answersTo.ifPresent(uri -> post(uri, referrals.writeReply(body, reply)));
  }

  private void post(URI uri, byte[] body) {
    try {
      HttpResponse<Void> response =
          http.send(
              HttpRequest.newBuilder(uri)
                  .timeout(ANSWER_MAX)
                  .header("Content-Type", "application/fhir+json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      lastStatus = response.statusCode();
    } catch (IOException e) {
      LOG.info("The played service ({}) could not answer: {}.", name, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "played-service");
    thread.setDaemon(true);
    return thread;
  }
}
