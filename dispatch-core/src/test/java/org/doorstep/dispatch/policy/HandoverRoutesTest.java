package org.doorstep.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.doorstep.dispatch.model.HandoverRoute;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.reference.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: a practice that opens only after an action is due is not asked to do it: out-of-hours
 * care is, and the practice has a copy. Times are by the clocks of West Kent.
 */
class HandoverRoutesTest {
  private static final ServiceId PRACTICE = new ServiceId("PRACTICE-1");
  private static final Position TONBRIDGE = new Position(51.195, 0.276);
  private static final Position MAIDSTONE = new Position(51.272, 0.529);

  private final HandoverRoutes routes = new HandoverRoutes(Directory.westKent().services());

  @ParameterizedTest(name = "{0}: signed {1}, due {2} -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open now, due tonight                  | 2026-11-26T17:00 | 2026-11-26T22:00 | PRACTICE-1
          the last minute of the day             | 2026-11-26T18:29 | 2026-11-26T23:00 | PRACTICE-1
          closed, due before it opens            | 2026-11-26T18:30 | 2026-11-27T07:59 | TUNBRIDGE-WELLS-OUT-OF-HOURS-GP
          closed, due the minute it opens        | 2026-11-26T18:30 | 2026-11-27T08:00 | TUNBRIDGE-WELLS-OUT-OF-HOURS-GP
          closed, due a minute after it opens    | 2026-11-26T18:30 | 2026-11-27T08:01 | PRACTICE-1
          Friday night, due on Sunday            | 2026-11-27T20:00 | 2026-11-29T12:00 | TUNBRIDGE-WELLS-OUT-OF-HOURS-GP
          Friday night, due on Monday            | 2026-11-27T20:00 | 2026-11-30T12:00 | PRACTICE-1
          Christmas Eve, due on the holiday      | 2026-12-24T20:00 | 2026-12-26T12:00 | TUNBRIDGE-WELLS-OUT-OF-HOURS-GP
          the night when clocks go back          | 2026-10-25T00:30 | 2026-10-25T09:00 | TUNBRIDGE-WELLS-OUT-OF-HOURS-GP
          """)
  void choose_byHours_asksWhoReadsItInTime(
      String name, LocalDateTime signed, LocalDateTime due, String expected) {
    HandoverTerms chosen = choose(asked(due), TONBRIDGE, signed);

    assertThat(chosen.practice()).contains(new ServiceId(expected));
    boolean elsewhere = !expected.equals(PRACTICE.value());
    assertThat(chosen.copyTo()).isEqualTo(elsewhere ? Optional.of(PRACTICE) : Optional.empty());
    assertThat(chosen.route())
        .isEqualTo(elsewhere ? Optional.of(HandoverRoute.OUT_OF_HOURS) : Optional.empty());
    assertThat(chosen.dueAt()).isEqualTo(asked(due).dueAt());
  }

  @Test
  void choose_ofTwoServices_theNearerIsAsked() {
    var night = LocalDateTime.parse("2026-11-26T20:00");

    assertThat(choose(asked(night.plusHours(3)), MAIDSTONE, night).practice())
        .contains(new ServiceId("MAIDSTONE-OUT-OF-HOURS-GP"));
  }

  @Test
  void choose_forInformation_goesToThePracticeAtAnyHour() {
    var terms =
        new HandoverTerms(
            HandoverTerms.Kind.FOR_INFORMATION, Optional.of(PRACTICE), Optional.empty());

    assertThat(choose(terms, TONBRIDGE, LocalDateTime.parse("2026-11-27T23:00"))).isEqualTo(terms);
  }

  private HandoverTerms choose(HandoverTerms asked, Position near, LocalDateTime signed) {
    return routes.choose(
        asked,
        HandoverRoutes.CORE_HOURS,
        near,
        signed.atZone(ZoneId.of("Europe/London")).toInstant());
  }

  private static HandoverTerms asked(LocalDateTime due) {
    return new HandoverTerms(
        HandoverTerms.Kind.ACTION_REQUESTED,
        Optional.of(PRACTICE),
        Optional.of(due.atZone(ZoneId.of("Europe/London")).toInstant()));
  }
}
