package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.doorstep.server.planner.DeskWaits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: workers of the machine hear that somebody waits from a request to the end of its answer,
 * whatever that is, and of nothing that goes on by itself.
 */
@Timeout(60)
class DeskFirstTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @TempDir private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger seen = new AtomicInteger(-1);
  private DeskWaits desk;
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    desk = DeskWaits.in(folder.resolve("desk-waits"), InstantSource.system());
    Router router = Router.router(vertx);
    DeskFirst.mount(router, desk);
    router.route().handler(this::answer);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  @AfterEach
  void stop() throws Exception {
    desk.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private void answer(RoutingContext context) {
    seen.set(desk.waiting());
    String how = context.request().query();
    if ("fails".equals(how)) {
      throw new IllegalStateException("On purpose.");
    }
    if (!"never".equals(how)) {
      context.response().end();
    }
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "POST, /api/areas/WEST_KENT/commands/AssignUnit,            true",
    "POST, /api/areas/WEST_KENT/commands/AssignUnit?fails,      true",
    "GET,  /api/areas/WEST_KENT/patients,                       true",
    "GET,  /api/areas/WEST_KENT/patients/7/1/destinations,      true",
    "GET,  /api/areas/WEST_KENT/incidents/7,                    true",
    "GET,  /api/areas/WEST_KENT/stream,                         false",
    "GET,  /api/areas/WEST_KENT/planner/experiments,            false",
    "GET,  /tiles/10/511/340,                                   false",
  })
  void request_isSaidUntilItsAnswer(String method, String path, boolean waits) throws Exception {
    http.send(request(method, path).build(), HttpResponse.BodyHandlers.discarding());

    assertThat(seen.get()).isEqualTo(waits ? 1 : 0);
    awaitNobody();
  }

  @Test
  void whoeverGoesAway_waitsNoMore() throws Exception {
    assertThatThrownBy(
            () ->
                http.send(
                    request("GET", "/api/areas/WEST_KENT/patients?never").timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(seen.get()).isEqualTo(1);
    awaitNobody();
  }

  private HttpRequest.Builder request(String method, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path))
        .method(method, HttpRequest.BodyPublishers.noBody());
  }

  /** The client may have its answer a moment before the server has ended it. */
  private void awaitNobody() {
    while (desk.waiting() != 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
