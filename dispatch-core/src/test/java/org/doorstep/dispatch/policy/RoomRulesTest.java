package org.doorstep.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.QueueWord;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.ServiceWord;
import org.doorstep.dispatch.shell.reference.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: every word on room has an age, decays to "not known", and is never green for lack of a
 * newer one.
 */
class RoomRulesTest {
  private static final ServiceDirectory WEST_KENT = Directory.westKent().services();

  /** A Wednesday, 09:00 on the wall. */
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");

  private static final ServiceWord.Said SAID = new ServiceWord.Said(Actor.user("ann"), NINE);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          just said                                 | MAIDSTONE-ED     | OPEN        | -    | -  | 0    | OPEN
          a department's word at 59 minutes         | MAIDSTONE-ED     | OPEN        | -    | -  | 59   | OPEN
          a department's word after an hour         | MAIDSTONE-ED     | OPEN        | -    | -  | 60   | UNKNOWN
          full, after an hour                       | MAIDSTONE-ED     | FULL        | -    | -  | 60   | UNKNOWN
          a walk-in's word before two hours         | SEVENOAKS-UTC    | LIMITED     | -    | -  | 119  | LIMITED
          a walk-in's word after two hours          | SEVENOAKS-UTC    | LIMITED     | -    | -  | 120  | UNKNOWN
          a community team's word before four hours | URGENT-COMMUNITY | OPEN        | -    | -  | 239  | OPEN
          a community team's word after four hours  | URGENT-COMMUNITY | OPEN        | -    | -  | 240  | UNKNOWN
          a bed's word before eight hours           | SEVENOAKS-BEDS   | OPEN        | -    | 2  | 479  | OPEN
          a bed's word after eight hours            | SEVENOAKS-BEDS   | OPEN        | -    | 2  | 480  | UNKNOWN
          no places left                            | SEVENOAKS-BEDS   | OPEN        | -    | 0  | 5    | FULL
          no places left, long ago                  | SEVENOAKS-BEDS   | OPEN        | -    | 0  | 480  | UNKNOWN
          paused until 15:00, at 14:59              | SEVENOAKS-UTC    | PAUSED      | 360  | -  | 359  | PAUSED
          paused until 15:00, at 15:00              | SEVENOAKS-UTC    | PAUSED      | 360  | -  | 360  | UNKNOWN
          paused without an end                     | SEVENOAKS-UTC    | PAUSED      | -    | -  | 119  | PAUSED
          paused without an end, forgotten          | SEVENOAKS-UTC    | PAUSED      | -    | -  | 120  | UNKNOWN
          takes patients until 14:00, at 10:00      | SEVENOAKS-UTC    | OPEN        | 300  | -  | 60   | OPEN
          takes patients until 14:00, at 12:00      | SEVENOAKS-UTC    | OPEN        | 300  | -  | 180  | UNKNOWN
          takes patients until 14:00, at 14:00      | SEVENOAKS-UTC    | OPEN        | 300  | -  | 300  | NO_MORE_TODAY
          takes patients until 14:00, before 24:00  | SEVENOAKS-UTC    | LIMITED     | 300  | -  | 899  | NO_MORE_TODAY
          takes patients until 14:00, next day      | SEVENOAKS-UTC    | OPEN        | 300  | -  | 900  | UNKNOWN
          by telephone only                         | URGENT-COMMUNITY | ADVICE_ONLY | -    | -  | 10   | ADVICE_ONLY
          by telephone only, long ago               | URGENT-COMMUNITY | ADVICE_ONLY | -    | -  | 240  | UNKNOWN
          taken back                                | SEVENOAKS-UTC    | UNKNOWN     | -    | -  | 1    | UNKNOWN
          """)
  void status_afterMinutes_isAsWritten(
      String name,
      String service,
      Room said,
      String untilMinutes,
      String places,
      int minutes,
      Room expected) {
    ServiceWord word =
        new ServiceWord(
            new ServiceId(service),
            said,
            number(untilMinutes).map(each -> NINE.plusSeconds(each * 60L)),
            number(places),
            Optional.empty(),
            SAID);

    ServiceStatus status =
        RoomRules.status(
            WEST_KENT, service(service), Optional.of(word), NINE.plus(Duration.ofMinutes(minutes)));

    assertThat(status.room()).isEqualTo(expected);
    assertThat(status.ageSeconds()).contains(minutes * 60L);
  }

  @Test
  void status_ofWhomNobodyHasHeard_isNotKnown() {
    assertThat(RoomRules.status(WEST_KENT, service("MAIDSTONE-ED"), Optional.empty(), NINE))
        .isEqualTo(ServiceStatus.UNKNOWN);
  }

  @Test
  void word_withATimeInThePastOrOfWhatFollowsByItself_isRefused() {
    assertThatThrownBy(() -> word(Room.PAUSED, Optional.of(NINE))).hasMessageContaining("later");
    assertThatThrownBy(() -> word(Room.NO_MORE_TODAY, Optional.empty()))
        .hasMessageContaining("until when");
  }

  @Test
  void handover_saidLately_isLiveAndThenTheUsualOfThatHour() {
    var maidstone = new ServiceId("MAIDSTONE-ED");
    Optional<QueueWord> word = Optional.of(new QueueWord(maidstone, 6, 48, SAID));

    ExpectedHandover young = expect(word, 29);
    ExpectedHandover old = expect(word, 30);

    assertThat(young.source()).isEqualTo(ExpectedHandover.Source.LIVE);
    assertThat(young.minutes()).isEqualTo(48);
    assertThat(young.ambulancesWaiting()).contains(6);
    assertThat(old.source()).isEqualTo(ExpectedHandover.Source.USUAL);
    assertThat(old.asOf().orElseThrow()).startsWith("2025-07-31");
    assertThat(old).isEqualTo(expect(Optional.empty(), 30));
  }

  @Test
  void handover_ofWhomNothingIsUsual_isNotKnown() {
    assertThat(
            HandoverRules.expect(WEST_KENT, service("SEVENOAKS-UTC"), Optional.empty(), NINE, NINE))
        .isEmpty();
  }

  private static ExpectedHandover expect(Optional<QueueWord> word, int minutes) {
    Instant now = NINE.plus(Duration.ofMinutes(minutes));
    return HandoverRules.expect(WEST_KENT, service("MAIDSTONE-ED"), word, now, now).orElseThrow();
  }

  private static ServiceWord word(Room room, Optional<Instant> until) {
    return new ServiceWord(
        new ServiceId("SEVENOAKS-UTC"), room, until, Optional.empty(), Optional.empty(), SAID);
  }

  private static Service service(String id) {
    return WEST_KENT.find(new ServiceId(id)).orElseThrow();
  }

  private static Optional<Integer> number(String word) {
    return word.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(word));
  }
}
