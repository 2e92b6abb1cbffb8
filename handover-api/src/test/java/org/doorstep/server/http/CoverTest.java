package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: the map can show how soon help would come, and from where a place is reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverTest {
  private static final String AREA = "/api/areas/WEST_KENT";

  private TestServer server;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void cover_nobodyFree_isEmptyAndThenTheUnitsOwn() throws Exception {
    assertThat(bands(AREA + "/cover?minutes=60")).isEmpty();

    desk.awaitBoard(desk.signOn("A1").number("sequence"));

    assertThat(bands(AREA + "/cover?minutes=60")).containsExactly("0-3600");
  }

  @Test
  void isochrones_ofAPlace_areBandsFromNearToFar() throws Exception {
    List<String> bands = bands(AREA + "/isochrones?lat=51.1968&lon=0.2621&minutes=1,180");

    assertThat(bands)
        .isNotEmpty()
        .allMatch(band -> band.startsWith("0-") || band.startsWith("60-"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cover?mode=fast                                | mode: must be normal or blue_light",
        "cover?minutes=                                 | minutes: up to 8 whole numbers",
        "cover?minutes=8,8                              | minutes: up to 8 whole numbers",
        "cover?minutes=181                              | minutes: up to 8 whole numbers",
        "cover?minutes=1,2,3,4,5,6,7,8,9                | minutes: up to 8 whole numbers",
        "isochrones?lat=51                              | lon: needed, in degrees",
        "isochrones?lat=x&lon=0                         | lat: needed, in degrees",
        "isochrones?lat=95&lon=0                        | must lie in [-90, 90]",
        "isochrones?lat=10&lon=0                        | no road is near",
      })
  void badQuestion_isRefusedByNameAndRule(String question, String rule) throws Exception {
    TestClient.Answer answer = desk.get(AREA + "/" + question);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains(rule);
  }

  private List<String> bands(String path) throws Exception {
    TestClient.Answer answer = desk.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonArray features = new JsonObject(answer.text()).getJsonArray("features");
    List<String> bands = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      JsonObject properties = features.getJsonObject(i).getJsonObject("properties");
      bands.add(properties.getInteger("fromSeconds") + "-" + properties.getInteger("toSeconds", 0));
    }
    return bands;
  }
}
