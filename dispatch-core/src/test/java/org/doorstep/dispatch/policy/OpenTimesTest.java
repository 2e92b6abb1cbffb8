package org.doorstep.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.DatedHours;
import org.doorstep.dispatch.model.OpenSpan;
import org.doorstep.dispatch.model.OpeningHours;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: open until when, by the clock on the wall: over midnight, on bank holidays, on single
 * dates, and on the days on which clocks change.
 */
class OpenTimesTest {
  private static final ServiceDirectory DIRECTORY =
      new ServiceDirectory(
          "invented",
          "Europe/London",
          "2027-12-31",
          List.of("2026-12-25", "2026-12-28"),
          List.of());

  /** Weekdays, Saturday, Sunday, bank holiday, exceptions. */
  private static final OpeningHours DAY =
      new OpeningHours(
          "09:00-17:00",
          "10:00-12:00",
          "closed",
          "11:00-13:00",
          Optional.of(
              List.of(
                  new DatedHours("2026-12-24", "09:00-12:00", Optional.of("Christmas Eve")),
                  new DatedHours("2026-12-28", "closed", Optional.empty()))));

  private static final OpeningHours NIGHT =
      new OpeningHours("00:00-08:00,18:30-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00");

  private static final OpeningHours EARLY =
      new OpeningHours("00:30-01:30", "00:30-01:30", "00:30-01:30", "00:30-01:30");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in the middle of a Wednesday      | DAY   | 2026-11-25T12:00:00Z | open   | 2026-11-25T17:00:00Z
          its first minute                  | DAY   | 2026-11-25T09:00:00Z | open   | 2026-11-25T17:00:00Z
          not its last                      | DAY   | 2026-11-25T17:00:00Z | closed | 2026-11-26T09:00:00Z
          Saturday noon until Monday        | DAY   | 2026-11-28T12:00:00Z | closed | 2026-11-30T09:00:00Z
          an hour earlier by the sun in May | DAY   | 2026-05-27T08:00:00Z | open   | 2026-05-27T16:00:00Z
          a date of its own                 | DAY   | 2026-12-24T13:00:00Z | closed | 2026-12-25T11:00:00Z
          a bank holiday on a weekday       | DAY   | 2026-12-25T12:00:00Z | open   | 2026-12-25T13:00:00Z
          its own date before bank holiday  | DAY   | 2026-12-28T12:00:00Z | closed | 2026-12-29T09:00:00Z
          over midnight                     | NIGHT | 2026-11-25T23:00:00Z | open   | 2026-11-26T08:00:00Z
          Friday evening to Monday morning  | NIGHT | 2026-11-27T19:00:00Z | open   | 2026-11-30T08:00:00Z
          over the night of Christmas       | NIGHT | 2026-12-24T20:00:00Z | open   | 2026-12-29T08:00:00Z
          clocks go back: the first 01:15   | EARLY | 2026-10-25T00:15:00Z | open   | 2026-10-25T00:30:00Z
          clocks go back: in between        | EARLY | 2026-10-25T00:45:00Z | closed | 2026-10-25T01:00:00Z
          clocks go back: the second 01:15  | EARLY | 2026-10-25T01:15:00Z | open   | 2026-10-25T01:30:00Z
          clocks go forward over the end    | EARLY | 2027-03-28T00:45:00Z | open   | 2027-03-28T01:00:00Z
          """)
  void span_atAMoment_saysUntilWhen(
      String name, String hours, String at, String state, String changesAt) {
    OpenSpan span = DIRECTORY.span(of(hours), Instant.parse(at));

    assertThat(span)
        .isEqualTo(new OpenSpan(state.equals("open"), Optional.of(Instant.parse(changesAt))));
  }

  @Test
  void span_atEveryMinuteOfDaysOnWhichClocksChange_isTrueUpToTheMinuteBefore() {
    for (String day : List.of("2026-10-25T00:00:00Z", "2027-03-28T00:00:00Z")) {
      for (OpeningHours hours : List.of(DAY, NIGHT, EARLY)) {
        for (int minute = 0; minute < 300; minute++) {
          Instant at = Instant.parse(day).plusSeconds(minute * 60L);
          OpenSpan span = DIRECTORY.span(hours, at);
          Instant changes = span.changesAt().orElseThrow();
          assertThat(DIRECTORY.holds(hours, changes)).as("%s", at).isNotEqualTo(span.open());
          for (Instant each = at; each.isBefore(changes); each = each.plusSeconds(60)) {
            assertThat(DIRECTORY.holds(hours, each)).as("%s", each).isEqualTo(span.open());
          }
        }
      }
    }
  }

  @Test
  void span_ofAServiceThatNeverCloses_doesNotChange() {
    OpeningHours always =
        new OpeningHours("00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00");

    assertThat(DIRECTORY.span(always, Instant.parse("2026-11-25T12:00:00Z")))
        .isEqualTo(new OpenSpan(true, Optional.empty()));
  }

  @Test
  void exceptions_thatSayADateTwiceOrNoDate_areRefused() {
    var closed = new DatedHours("2026-12-24", "closed", Optional.empty());

    assertThatThrownBy(
            () ->
                new OpeningHours(
                    "closed", "closed", "closed", "closed", Optional.of(List.of(closed, closed))))
        .hasMessageContaining("2026-12-24");
    assertThatThrownBy(() -> new DatedHours("24 December", "closed", Optional.empty()))
        .hasMessageContaining("24 December");
  }

  private static OpeningHours of(String name) {
    return switch (name) {
      case "DAY" -> DAY;
      case "NIGHT" -> NIGHT;
      default -> EARLY;
    };
  }
}
