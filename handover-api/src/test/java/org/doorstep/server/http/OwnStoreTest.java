package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.shell.reference.Practices;
import org.doorstep.handover.gp.InventedRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * FEATURE: our own store answers the client of this process alone: on the loopback, to a secret
 * that no two starts share.
 */
@Timeout(60)
class OwnStoreTest {
  private static final String SEARCH =
      "/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7C9990020019";

  private final Vertx vertx = Vertx.vertx();
  private OwnStore store;

  @BeforeEach
  void start() throws Exception {
    store = open();
  }

  private OwnStore open() throws Exception {
    return OwnStore.start(
            vertx,
            new FhirRoutes(
                new AreaId("WEST_KENT"), Practices.westKent(), InventedRecords.westKent()))
        .await(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    var unused = vertx.close().await(30, TimeUnit.SECONDS);
  }

  @Test
  void store_toWhoeverShowsNothingOrSomethingElse_isClosed() throws Exception {
    assertThat(ask("").statusCode()).isEqualTo(401);
    assertThat(ask("Bearer ").statusCode()).isEqualTo(401);
    assertThat(ask("Bearer null").statusCode()).isEqualTo(401);
    assertThat(ask("Bearer " + open().secret()).statusCode()).isEqualTo(401);
    assertThat(ask("Bearer " + open().secret()).body()).isEmpty();
  }

  @Test
  void store_toItsOwnClient_answers() throws Exception {
    HttpResponse<String> answer = ask("Bearer " + store.secret());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Proxywell");
  }

  @Test
  void store_listensOnTheLoopbackOnly() {
    assertThat(store.base().getHost()).isEqualTo("127.0.0.1");
    assertThat(store.secret()).hasSize(64);
  }

  private HttpResponse<String> ask(String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(store.base() + SEARCH));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
