package org.doorstep.simulator.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** The server as the driver reaches it: by HTTP, like anybody else. Thread-safe. */
final class Door {
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);

  private final URI server;
  private final HttpClient client;

  /**
   * A request.
   *
   * @param json the body of a POST; absent: a GET
   * @param key of a command, the same at every repeat
   */
  record Ask(String path, Optional<String> json, Optional<UUID> key) {
    static Ask read(String path) {
      return new Ask(path, Optional.empty(), Optional.empty());
    }

    static Ask post(String path, String json) {
      return new Ask(path, Optional.of(json), Optional.empty());
    }

    @Override
    public String toString() {
      return "Ask[%s]".formatted(path);
    }
  }

  /**
   * The door of a server.
   *
   * @param workers runs what the client does in the background
   */
  Door(URI server, Executor workers) {
    this.server = server;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTS_WITHIN)
            .executor(workers)
            .build();
  }

  /** Asks once; fails when nothing answers. */
  CompletableFuture<HttpResponse<String>> ask(Ask ask, Optional<String> cookie) {
    HttpRequest.Builder request = request(ask.path(), cookie).timeout(ANSWERS_WITHIN);
    ask.json()
        .ifPresent(
            json ->
                request
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json)));
    ask.key().ifPresent(key -> request.header("Idempotency-Key", key.toString()));
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Opens a stream of lines; completes when it has ended, with the status of its answer. */
  CompletableFuture<Integer> follow(
      String path, Optional<String> cookie, Optional<String> last, Flow.Subscriber<String> lines) {
    HttpRequest.Builder request = request(path, cookie).header("Accept", "text/event-stream").GET();
    last.ifPresent(id -> request.header("Last-Event-ID", id));
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(lines))
        .thenApply(HttpResponse::statusCode);
  }

  private HttpRequest.Builder request(String path, Optional<String> cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    cookie.ifPresent(value -> request.header("Cookie", value));
    return request;
  }
}
