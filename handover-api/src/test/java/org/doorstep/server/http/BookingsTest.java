package org.doorstep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doorstep.server.TestClient;
import org.doorstep.server.TestClient.Answer;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: a journey is booked, planned, changed and released through the API, and what is wrong
 * with a booking has a stable code. Windows are minutes from now.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingsTest {
  private static final String AREA = "/api/areas/WEST_KENT";

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private TestServer server;
  private TestClient desk;

  @BeforeAll
  void start() throws Exception {
    server = TestServer.start();
    desk = server.client("desk1");
    Answer signedOn =
        desk.command(
            "SignOnUnit",
            """
            {"unit":"T601","shift":{"kind":"URGENT_TRANSFER","capabilities":["CONVEYANCE"],
             "base":"Paddock Wood Make Ready","endsAt":"%s"}}"""
                .formatted(now.plus(Duration.ofHours(10))));
    assertThat(signedOn.status()).as(signedOn.text()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void booking_ofATransfer_isShownApartAndPlanned() throws Exception {
    long incident = booked("IFT4", window(120, 240));

    JsonObject shown = shown(incident);
    JsonObject booking = shown.getJsonObject("booking");
    assertThat(booking.getString("opensAt")).isEqualTo(at(120).toString());
    assertThat(booking.getString("releaseAt")).isEqualTo(at(75).toString());
    assertThat(booking.containsKey("releasedAt")).isFalse();
    assertThat(shown.getBoolean("asking")).isFalse();
    assertThat(shown.getString("clockStartedAt")).isEqualTo(at(120).toString());
    JsonObject planned = planned(incident);
    assertThat(planned.getString("unit")).isEqualTo("T601");
    assertThat(Instant.parse(planned.getString("startAt"))).isBetween(at(120), at(240));
    assertThat(planned.getJsonArray("reasons").getJsonObject(0).getString("code"))
        .isEqualTo("TRANSFER_UNIT");
    close(incident);
  }

  @Test
  void booking_thatNoUnitCanDo_saysWhy() throws Exception {
    long incident = booked("IFT4", window(120, 240).replace("STRETCHER", "BARIATRIC"));

    JsonArray unplanned = desk("bookings").getJsonArray("unplanned");
    assertThat(unplanned.getJsonObject(0).getLong("incident")).isEqualTo(incident);
    assertThat(unplanned.getJsonObject(0).getJsonObject("reason"))
        .isEqualTo(new JsonObject().put("code", "NONE_CAPABLE").put("amount", 1));
    close(incident);
  }

  @Test
  void booking_changedAndReleased_waits() throws Exception {
    long incident = booked("HCP4", window(300, 400));

    accepted("ChangeBooking", incident, "\"booking\":%s,".formatted(window(200, 260)));
    assertThat(shown(incident).getJsonObject("booking").getString("closesAt"))
        .isEqualTo(at(260).toString());
    Answer early = desk.command("RequestRecommendation", "{\"incident\":%d}".formatted(incident));
    assertThat(early.code()).isEqualTo("booking-not-released");
    accepted("ReleaseBooking", incident, "");

    assertThat(shown(incident).getJsonObject("booking").containsKey("releasedAt")).isTrue();
    Answer again = give("ReleaseBooking", incident, "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("booking-released");
    assertThat(desk("incidents/" + incident).getJsonArray("history").encode())
        .contains("BookingChanged", "BookingReleased", at(200).toString());
    close(incident);
  }

  @ParameterizedTest(name = "{0} {1} to {2}, {3} for {4}: {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C3   | 120   | 180   | STRETCHER | 20  | 409 | booking-unfit   |
          HCP4 | -90   | -30   | STRETCHER | 20  | 409 | booking-past    |
          IFT4 | 20200 | 20260 | STRETCHER | 20  | 409 | booking-too-far |
          IFT4 | 180   | 120   | STRETCHER | 20  | 400 | invalid-value   | /booking/window
          IFT4 | 120   | 1561  | STRETCHER | 20  | 400 | invalid-value   | /booking/window
          IFT4 | 120   | 180   | FLIES     | 20  | 400 | invalid-value   | /booking/needs/mobility
          IFT4 | 120   | 180   | STRETCHER | 241 | 400 | invalid-value   | /booking/minutes
          """)
  void booking_badInput_hasAStableCodeAndBooksNothing(
      String category,
      long from,
      long until,
      String mobility,
      int minutes,
      int status,
      String code,
      String pointer)
      throws Exception {
    long before = booked("IFT4", window(120, 240));
    close(before);
    String booking =
        window(from, until)
            .replace("STRETCHER", mobility)
            .replace("\"pickUp\":20", "\"pickUp\":" + minutes);

    Answer answer = open(category, booking);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().get("pointer")).isEqualTo(pointer);
    // Numbers are given in turn, and nobody has been given the next one.
    Answer next = desk.command("RequestRecommendation", "{\"incident\":%d}".formatted(before + 1));
    assertThat(next.code()).isEqualTo("incident-unknown");
  }

  @Test
  void answers_areOfTheShapeThatWasAgreed() throws Exception {
    Contract contract = new Contract();
    long incident = booked("IFT4", window(120, 240));
    long other = booked("IFT4", window(120, 240).replace("STRETCHER", "BARIATRIC"));

    Answer plan = desk.get(AREA + "/bookings");
    assertThat(contract.faults("readBookings", plan.status(), plan.contentType(), plan.text()))
        .isEmpty();
    Answer board = desk.board();
    assertThat(contract.faults("readBoard", board.status(), board.contentType(), board.text()))
        .isEmpty();
    close(incident);
    close(other);
  }

  @Test
  void plan_isOfNoConcernToACrew() throws Exception {
    server.addCrew("crew9", "T601");

    assertThat(server.client("crew9").get(AREA + "/bookings").status()).isEqualTo(403);
  }

  private long booked(String category, String booking) throws Exception {
    Answer answer = open(category, booking);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    desk.awaitBoard(answer.number("sequence"));
    return answer.number("incident");
  }

  private Answer open(String category, String booking) throws Exception {
    return desk.command(
        "OpenIncident",
        """
        {"call":{"complaint":"Back to the care home","patients":[]},"category":"%s",
         "needs":["CONVEYANCE"],"place":{"lat":51.19,"lon":0.27},"booking":%s}"""
            .formatted(category, booking));
  }

  private String window(long from, long until) {
    return """
        {"window":{"from":"%s","until":"%s"},
         "journey":{"origin":"HOSPITAL_WARD","destination":"CARE_HOME"},
         "needs":{"mobility":"STRETCHER","escort":"CARER","equipment":[]},
         "minutes":{"pickUp":20,"destination":15}}"""
        .formatted(at(from), at(until));
  }

  private void accepted(String command, long incident, String more) throws Exception {
    Answer answer = give(command, incident, more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    desk.awaitBoard(answer.number("sequence"));
  }

  private Answer give(String command, long incident, String more) throws Exception {
    long saw = shown(incident).getLong("version");
    return desk.command(command, "{\"incident\":%d,%s\"saw\":%d}".formatted(incident, more, saw));
  }

  private void close(long incident) throws Exception {
    accepted("CloseIncident", incident, "\"reason\":\"CALLED_OFF\",");
  }

  private JsonObject shown(long incident) throws Exception {
    for (Object each : desk("board").getJsonArray("incidents")) {
      if (each instanceof JsonObject shown && shown.getLong("incident") == incident) {
        return shown;
      }
    }
    throw new AssertionError("Incident %d is not on the board.".formatted(incident));
  }

  private JsonObject planned(long incident) throws Exception {
    for (Object each : desk("bookings").getJsonArray("planned")) {
      if (each instanceof JsonObject planned && planned.getLong("incident") == incident) {
        return planned;
      }
    }
    throw new AssertionError("Incident %d is not planned.".formatted(incident));
  }

  private JsonObject desk(String path) throws Exception {
    return new JsonObject(desk.get(AREA + "/" + path).text());
  }

  private Instant at(long minutes) {
    return now.plusSeconds(60 * minutes);
  }
}
