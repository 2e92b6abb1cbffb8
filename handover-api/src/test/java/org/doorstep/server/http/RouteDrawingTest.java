package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: the way on the screen is the one that the drive time of the recommendation stands for.
 */
class RouteDrawingTest {
  private static final String AREA = "/api/areas/WEST_KENT";

  @Test
  void route_ofAUnitThatDrivesAway_takesAsLongAsWasRecommended() throws Exception {
    try (TestServer server = TestServer.start()) {
      TestClient desk = server.client("desk1");
      desk.signOn("A1");
      server.addCrew("crew1", "A1");
      TestClient crew = server.client("crew1");
      // It drives west, and the incident lies in the east.
      send(crew, 51.1932, 0.2900);
      send(crew, 51.1932, 0.2890);
      long incident = desk.open("Fall", "C2", 51.1932, 0.3010);

      int recommended = recommended(desk);
      TestClient.Answer route = desk.get(AREA + "/routes?unit=A1&incident=" + incident);

      assertThat(new JsonObject(route.text()).getInteger("driveMillis")).isEqualTo(recommended);
      assertThat(new JsonObject(route.text()).getBoolean("estimated")).isFalse();
    }
  }

  private static void send(TestClient crew, double lat, double lon) throws Exception {
    crew.post(
        AREA + "/positions",
        Map.of("fixes", List.of(Map.of("unit", "A1", "lat", lat, "lon", lon))));
  }

  private static int recommended(TestClient desk) throws Exception {
    try (TestClient.Stream stream = desk.stream()) {
      String text = desk.board().text();
      while (!text.contains("\"candidates\":[{")) {
        stream.any();
        text = desk.board().text();
      }
      return new JsonObject(text)
          .getJsonArray("incidents")
          .getJsonObject(0)
          .getJsonObject("recommendation")
          .getJsonArray("candidates")
          .getJsonObject(0)
          .getInteger("driveMillis");
    }
  }
}
