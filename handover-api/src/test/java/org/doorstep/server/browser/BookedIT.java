package org.doorstep.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.doorstep.server.TestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * FEATURE: a desk books a journey from the call form and sees who is proposed for it, changes its
 * window, and releases or cancels it; until then nobody is waiting for it.
 */
class BookedIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final World world = BROWSER.world();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  @Test
  void book_fromTheForm_isPlanned_releasedAndWaits() throws Exception {
    transferUnit();
    Desk desk = BROWSER.desk("desk1");
    book(desk);

    desk.shows("#pane-title", "Back to Oak Lodge");
    desk.shows("#booking", "hospital ward to care home");
    desk.shows("#booking", "wheelchair, nurse (1 seat), oxygen");
    desk.shows("#ahead-title", "For later");
    assertThat(desk.at("#waiting-count")).hasText("0");
    assertThat(desk.at("#booked-button")).hasAttribute("data-booked-count", "1");

    desk.at("#pane").focus();
    desk.press("b");
    Locator row = desk.at(".booking");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("T601 sets off");
    assertThat(row).containsText("a transfer unit");
    assertThat(row.locator("button").first()).isFocused();
    desk.screenshot("booked-list");

    row.locator("[data-release]").click();
    assertThat(row).containsText("released");
    assertThat(desk.at("#waiting-count")).hasText("1");
    desk.shows("#waiting", "booked");
    row.locator("button:has-text('Open')").click();
    desk.shows("#pane [data-candidate='T601']", "T601");
    desk.shows("#pane .history", "released by desk1");
    desk.screenshot("booked-released");
  }

  @Test
  void window_isChangedByKeys_andTheBookingIsCancelled() throws Exception {
    long incident = booked(120, 180);
    Desk desk = BROWSER.desk("desk1");
    desk.press("b");
    desk.at("[data-change='%d']".formatted(incident)).focus();
    desk.press("Enter");
    assertThat(desk.at("#window-from")).isFocused();
    desk.at("#window-until").fill(field(60));
    // More than an hour later: in one night of the year an hour comes twice.
    desk.at("#window-from").fill(field(200));
    desk.at("#window-from").press("Enter");
    desk.shows(".window-form", "Say from when, and until when after that.");
    desk.at("#window-until").fill(field(400));
    desk.at("#window-from").fill(field(300));
    desk.at("#window-from").press("Enter");

    assertThat(desk.at(".window-form")).hasCount(0);
    desk.shows(".booking", clock(300));
    assertThat(desk.at("[data-change='%d']".formatted(incident))).isFocused();
    desk.at("[data-cancel]").click();
    desk.shows("#choice", "Cancel the booking of %d".formatted(incident));
    desk.at("#choice button").first().click();
    desk.shows("#pane", "Nothing is booked.");
    assertThat(desk.at("#booked-button")).hasAttribute("data-booked-count", "0");
  }

  @Test
  void journey_whoseTimeHasCome_waitsOfItself() throws Exception {
    long incident = booked(10, 60);
    Desk desk = BROWSER.desk("desk1");

    desk.shows("#waiting [data-incident='%d']".formatted(incident), "booked " + clock(10));
    desk.open(incident);
    desk.shows("#pane .history", "The time of the booking has come");
    close(incident);
  }

  @Test
  void screens_ofBookedWork_passTheRules() throws Exception {
    transferUnit();
    long planned = booked(120, 180);
    long other = booked(120, 140);
    Desk desk = BROWSER.desk("desk1");
    desk.press("b");
    assertThat(desk.at(".booking")).hasCount(2);
    assertThat(desk.at(".booking .proposal b").first()).isVisible();
    desk.at("[data-change='%d']".formatted(planned)).click();
    Axe.bothThemes(desk, "booked-pane");
    Axe.fitsAtDoubleZoom(desk);
    desk.page().setViewportSize(1600, 900);
    desk.press("Escape");
    desk.at(".booking button:has-text('Open')").first().click();
    desk.shows("#ahead-title", "For later");
    Axe.bothThemes(desk, "booked-incident");
    desk.press("Escape", "n");
    desk.at("#asker").selectOption("HCP");
    desk.at("#booked").check();
    assertThat(desk.at("#booking-from")).isVisible();
    Axe.bothThemes(desk, "booked-form-empty");
    Axe.fitsAtDoubleZoom(desk);
    close(planned);
    close(other);
  }

  /** Takes the call; what is missing of the booking is said before it is saved. */
  private void book(Desk desk) {
    desk.press("n");
    desk.type("Back to Oak Lodge");
    desk.press("Tab");
    desk.type("51.19320, 0.28830");
    assertThat(desk.at("#place-list [role=option]")).hasCount(1);
    desk.press("Enter", "Alt+4");
    assertThat(desk.at("#booked")).hasCount(0);
    desk.at("#asker").selectOption("IFT");
    desk.at("#booked").check();
    desk.press("Control+Enter");
    desk.shows("#faults", "Say from when until when");
    desk.shows("#faults", "Choose what kind of place it is to");
    fillBooking(desk);
    desk.screenshot("booked-form");
    desk.press("Control+Enter");
  }

  private void fillBooking(Desk desk) {
    desk.at("#booking-from").fill(field(120));
    desk.at("#booking-until").fill(field(210));
    desk.at("#booking-origin").selectOption("HOSPITAL_WARD");
    desk.at("#booking-destination").selectOption("CARE_HOME");
    desk.at("#booking-mobility").selectOption("CHAIR");
    desk.at("#booking-escort").selectOption("NURSE");
    desk.at("[data-equipment='OXYGEN']").check();
  }

  private void transferUnit() throws Exception {
    Answer answer =
        world
            .other()
            .command(
                "SignOnUnit",
                """
                {"unit":"T601","shift":{"kind":"URGENT_TRANSFER",
                 "capabilities":["EMERGENCY_CARE","CONVEYANCE"],
                 "base":"Paddock Wood Make Ready","endsAt":"%s"}}"""
                    .formatted(now.plus(Duration.ofHours(10))));
    assertThat(answer.status() == 200 || "unit-already-signed-on".equals(answer.code()))
        .as(answer.text())
        .isTrue();
  }

  private long booked(long from, long until) throws Exception {
    Answer answer =
        world
            .other()
            .command(
                "OpenIncident",
                """
                {"call":{"complaint":"To the day clinic","patients":[]},"category":"IFT4",
                 "place":{"lat":51.1932,"lon":0.2883,"label":"Row Street 4"},
                 "booking":{"window":{"from":"%s","until":"%s"},
                  "journey":{"origin":"CARE_HOME","destination":"CLINIC"},
                  "needs":{"mobility":"STRETCHER","escort":"CARER","equipment":["OXYGEN"]},
                  "minutes":{"pickUp":15,"destination":10}}}"""
                    .formatted(at(from), at(until)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.number("incident");
  }

  private void close(long incident) throws Exception {
    for (Object each : world.other().board().list("incidents")) {
      if (each instanceof Map<?, ?> shown && Long.valueOf(incident).equals(shown.get("incident"))) {
        World.accepted(
            world
                .other()
                .command(
                    "CloseIncident",
                    "{\"incident\":%d,\"reason\":\"CALLED_OFF\",\"saw\":%s}"
                        .formatted(incident, shown.get("version"))));
      }
    }
  }

  private Instant at(long minutes) {
    return now.plusSeconds(60 * minutes);
  }

  private String field(long minutes) {
    return FIELD.format(at(minutes).atZone(LONDON));
  }

  private String clock(long minutes) {
    return DateTimeFormatter.ofPattern("HH:mm").format(at(minutes).atZone(LONDON));
  }
}
