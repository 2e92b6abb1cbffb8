package org.doorstep.simulator.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.doorstep.simulator.file.FileFault;
import org.junit.jupiter.api.Test;

/** FEATURE: a start is read as it was written, and what cannot have been is one clear error. */
class StartFileTest {
  private static final String TEXT =
      """
      {"at": "2026-02-02T10:00:00Z",
       "units": [
         {"unit": "A01", "kind": "AMBULANCE", "capabilities": ["CONVEYANCE"],
          "base": "Tonbridge", "at": {"lat": 51.19571, "lon": 0.27349},
          "shiftEndsAt": "2026-02-02T12:00:00Z", "since": "2026-02-02T09:50:00Z",
          "job": {"incident": 7, "stage": "MOBILE", "allocatedAt": "2026-02-02T09:48:00Z"}}],
       "incidents": [
         {"number": 7, "category": "C2", "openedAt": "2026-02-02T09:30:00Z",
          "at": {"lat": 51.2, "lon": 0.3}, "needs": ["CONVEYANCE"], "byTelephone": false}]}
      """;

  @Test
  void start_thatIsWritten_isReadAgain() {
    LiveStart start = StartFile.read("start.json", TEXT);

    assertThat(StartFile.read("start.json", StartFile.write(start))).isEqualTo(start);
    assertThat(start.earliest()).isEqualTo("2026-02-02T09:30:00Z");
  }

  @Test
  void places_areRoundedToAThousandthOfADegree() {
    LiveUnit unit = StartFile.read("start.json", TEXT).units().get(0);

    assertThat(unit.at().lat()).isEqualTo(51.196);
    assertThat(unit.at().lon()).isEqualTo(0.273);
  }

  @Test
  void stage_thatIsUnknown_isOneError() {
    refused(TEXT.replace("MOBILE", "FLYING"), "stage): This must be one of ALLOCATED");
  }

  @Test
  void unit_onAnIncidentThatIsNotThere_isOneError() {
    refused(
        TEXT.replace("\"incident\": 7", "\"incident\": 8"),
        "The unit (A01) is on the incident (8), which is not in the start.");
  }

  @Test
  void opening_afterTheInstant_isOneError() {
    refused(
        TEXT.replace("\"openedAt\": \"2026-02-02T09:30", "\"openedAt\": \"2026-02-02T10:30"),
        "must not be after the instant of the start");
  }

  @Test
  void instant_inTheFuture_isOneError() {
    assertThatThrownBy(
            () -> StartFile.read("start.json", TEXT, Instant.parse("2026-02-02T09:59:59Z")))
        .isInstanceOf(FileFault.class)
        .hasMessageContaining("must not be in the future");
  }

  @Test
  void unit_thatIsThereTwice_isOneError() {
    LiveStart start = StartFile.read("start.json", TEXT);
    String twice =
        StartFile.write(start)
            .replaceFirst("\"units\":\\[(.*)\\],\"inc", "\"units\":[$1,$1],\"inc");

    refused(twice, "The unit (A01) must be there once only.");
  }

  private static void refused(String text, String words) {
    assertThatThrownBy(() -> StartFile.read("start.json", text))
        .isInstanceOf(FileFault.class)
        .hasMessageContaining(words)
        .hasMessageStartingWith("start.json");
  }
}
