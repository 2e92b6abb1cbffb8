package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: tiles come compressed to who takes that, and are not sent twice while the map stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapTilesTest {
  private static final String TOWN = "/tiles/13/4102/2735.mvt";
  private static final String COUNTY = "/tiles/8/128/85.mvt";
  private static final String ELSEWHERE = "/tiles/12/0/0.mvt";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private TestServer server;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    String body = "{\"user\":\"desk1\",\"password\":\"%s\"}".formatted(TestServer.PASSWORD);
    HttpRequest signIn =
        HttpRequest.newBuilder(URI.create(server.address() + "/api/session"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(http.send(signIn, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOWN, COUNTY})
  void tile_gzipTaken_isThePlainOneCompressed(String path) throws Exception {
    HttpResponse<byte[]> plain = get(path);
    HttpResponse<byte[]> zipped = get(path, "Accept-Encoding", "gzip, deflate, br");

    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
    for (HttpResponse<byte[]> each : List.of(plain, zipped)) {
      assertThat(each.headers().firstValue("Vary").orElse(""))
          .isEqualToIgnoringCase("accept-encoding");
      assertThat(each.headers().firstValue("Content-Type"))
          .contains("application/vnd.mapbox-vector-tile");
    }
  }

  @Test
  void tile_ofATown_isSmallerCompressed() throws Exception {
    assertThat(get(TOWN, "Accept-Encoding", "gzip").body())
        .hasSizeLessThan(get(TOWN).body().length);
  }

  @Test
  void tag_isStrongOfTheMapsContentAndOfTheForm() throws Exception {
    RoadNetwork roads = server.running().roads();
    String plain = etag(get(TOWN));
    String zipped = etag(get(TOWN, "Accept-Encoding", "gzip"));

    assertThat(plain).startsWith("\"" + roads.version().substring(0, 16)).endsWith("\"");
    assertThat(zipped).startsWith("\"" + roads.version().substring(0, 16)).isNotEqualTo(plain);
    assertThat(etag(get(COUNTY))).isEqualTo(plain);
  }

  @Test
  void tile_thatTheClientHas_isNotSentAgain() throws Exception {
    String plain = etag(get(TOWN));
    String zipped = etag(get(TOWN, "Accept-Encoding", "gzip"));

    HttpResponse<byte[]> again = get(TOWN, "If-None-Match", "\"other\", W/" + plain);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().map()).containsKeys("etag", "vary", "cache-control");
    assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
    HttpResponse<byte[]> both = get(TOWN, "If-None-Match", zipped, "Accept-Encoding", "gzip");
    assertThat(both.statusCode()).isEqualTo(304);
    assertThat(etag(both)).isEqualTo(zipped);
  }

  @Test
  void tile_thatTheClientHasInTheOtherForm_isSent() throws Exception {
    String zipped = etag(get(TOWN, "Accept-Encoding", "gzip"));

    assertThat(get(TOWN, "If-None-Match", zipped).statusCode()).isEqualTo(200);
    assertThat(get(TOWN, "If-None-Match", "\"older\"").statusCode()).isEqualTo(200);
  }

  @Test
  void tile_whereNothingIs_isNothingInEitherForm() throws Exception {
    assertThat(get(ELSEWHERE).statusCode()).isEqualTo(204);
    HttpResponse<byte[]> zipped = get(ELSEWHERE, "Accept-Encoding", "gzip");
    assertThat(zipped.statusCode()).isEqualTo(204);
    assertThat(zipped.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tiles/21/0/0.mvt", "/tiles/3/8/0.mvt", "/tiles/3/0/99999999.mvt"})
  void tile_outsideTheWorld_isNotFound(String path) throws Exception {
    assertThat(get(path, "Accept-Encoding", "gzip").statusCode()).isEqualTo(404);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String etag(HttpResponse<?> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
