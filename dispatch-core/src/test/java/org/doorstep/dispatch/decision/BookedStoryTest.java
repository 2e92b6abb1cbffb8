package org.doorstep.dispatch.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorstep.dispatch.BookedStory;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.wire.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: a journey is booked for later, waits for nobody until its time has come, and is then
 * never forgotten. Each is told, and then stands as it happened, with the minutes since noon.
 */
class BookedStoryTest {
  private static final IncidentId FIRST = new IncidentId(1);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D01 released in time, sent, done | booked HCP4 120 180; after 80; sent; reported ACKNOWLEDGED AT_SCENE AT_PATIENT LEFT_SCENE AT_DESTINATION HANDED_OVER CLEAR \
          | IncidentOpened ~ BookingReleased 75 ~ UnitAssigned 80 ~ JobStageReported 80 ~ JobStageReported 80 ~ JobStageReported 80 ~ JobStageReported 80 ~ JobStageReported 80 ~ JobStageReported 80 ~ JobStageReported 80 ~ IncidentClosed 80
          D02 released and nobody is sent: late in time for the end of the window | booked HCP4 120 180; after 151 \
          | IncidentOpened ~ BookingReleased 75 ~ SEND overdue 150
          D03 a wide window: late by its urgency from the opening | booked IFT3 120 600; after 211 \
          | IncidentOpened ~ BookingReleased 75 ~ SEND overdue 210
          D04 put off before its time: released later | booked HCP4 120 180; after 70; changed 240 300; after 130 \
          | IncidentOpened ~ BookingChanged 70 ~ BookingReleased 195
          D05 put off when released: waits for its window again | booked HCP4 120 180; after 80; changed 240 300; after 120 \
          | IncidentOpened ~ BookingReleased 75 ~ BookingChanged 80 ~ BookingReleased 195
          D06 brought forward: released at the next look | booked HCP4 600 660; after 10; changed 40 90; after 1 \
          | IncidentOpened ~ BookingChanged 10 ~ BookingReleased 11
          D07 released by the desk, and not again | booked IFT4 300 400; after 10; released; after 260 \
          | IncidentOpened ~ BookingReleased 10
          D08 booked for a window that is open: released at the next look | booked IFT4 -10 60; after 31 \
          | IncidentOpened ~ BookingReleased 1 ~ SEND overdue 30
          D09 cancelled: nothing is owed | booked HCP3 120 180; after 5; cancelled; after 300 \
          | IncidentOpened ~ IncidentClosed 5
          D10 worse than when booked: released at once, and the clock starts | booked HCP3 300 400; after 5; now HCP2; after 11 \
          | IncidentOpened ~ IncidentRecategorised 5 ~ SEND overdue 15
          D11 an emergency after all: no booking any more | booked HCP3 300 400; after 5; now C2; after 11 \
          | IncidentOpened ~ IncidentRecategorised 5 ~ SEND overdue 15
          D12 less urgent, and no request of a professional: waits from then | booked IFT3 300 400; after 5; now C4; after 151 \
          | IncidentOpened ~ IncidentRecategorised 5 ~ SEND overdue 155
          """)
  void story_told_goesThisWay(String name, String told, String expected) {
    assertThat(line(BookedStory.tell(told).world().log())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an emergency                   | booked C3 120 180 | BOOKING_UNFIT
          a call-back                    | booked C5 120 180 | BOOKING_UNFIT
          a request of a professional    | booked HCP1 120 180 | ok
          a window that has closed       | booked HCP4 -60 0 | BOOKING_PAST
          a window that closes just now  | booked HCP4 -60 1 | ok
          the last moment of the horizon | booked IFT4 20160 20200 | ok
          beyond the horizon             | booked IFT4 20161 20200 | BOOKING_TOO_FAR
          sent before it is released     | booked HCP4 120 180; sent | BOOKING_NOT_RELEASED
          asked before it is released    | booked HCP4 120 180; asked | BOOKING_NOT_RELEASED
          asked when released            | booked HCP4 120 180; released; asked | ok
          released what is not booked    | called HCP4; released | BOOKING_MISSING
          released twice                 | booked HCP4 120 180; released; released | BOOKING_RELEASED
          released by a stale screen     | booked HCP4 120 180; stale; released | SEEN_STATE_OUTDATED
          released when cancelled        | booked HCP4 120 180; cancelled; released | INCIDENT_CLOSED
          changed what is not booked     | called HCP4; changed 1 2 | BOOKING_MISSING
          changed what nobody has opened | changed 1 2 | INCIDENT_UNKNOWN
          changed to the past            | booked HCP4 120 180; changed -60 -1 | BOOKING_PAST
          changed to nothing new         | booked HCP4 120 180; changed 120 180 | NOTHING_TO_CHANGE
          changed by a stale screen      | booked HCP4 120 180; stale; changed 1 2 | SEEN_STATE_OUTDATED
          changed with a crew under way  | booked HCP4 120 180; released; sent; changed 240 300 | BOOKING_UNDER_WAY
          changed when it is emergency   | booked HCP4 120 180; now C1; changed 240 300 | BOOKING_MISSING
          """)
  void step_outOfPlace_isRefused(String name, String told, String expected) {
    assertThat(BookedStory.tell(told).refused().map(Enum::name).orElse("ok")).isEqualTo(expected);
  }

  @Test
  void bookedAhead_asksForNoDriveTimes_untilItIsReleased() {
    World ahead = BookedStory.tell("booked HCP4 120 180").world();
    World released = BookedStory.tell("booked HCP4 120 180; after 75").world();

    assertThat(ahead.engine().obligations()).isEmpty();
    assertThat(released.engine().obligations())
        .singleElement()
        .isInstanceOfSatisfying(
            AskTravelTimes.class, ask -> assertThat(ask.incident()).isEqualTo(FIRST));
  }

  @Test
  void clock_ofABooking_startsWhenTheWindowOpens() {
    assertThat(clock("booked HCP4 120 180; released")).isEqualTo(World.NOON.plusSeconds(7_200));
    assertThat(clock("booked HCP4 120 180; changed 60 180")).isEqualTo(at(60));
    assertThat(clock("booked HCP4 -30 60")).isEqualTo(World.NOON);
    assertThat(clock("booked HCP4 120 180; after 5; now HCP1")).isEqualTo(at(5));
  }

  @Test
  void needs_ofABooking_areAddedToThoseThatWereAsked() {
    Incident booked = BookedStory.tell("booked IFT4 120 180; now IFT3").world().incident(FIRST);

    assertThat(booked.triage().needs()).isEqualTo(World.booking(0, 1).needs().capabilities());
  }

  private static Instant clock(String told) {
    return BookedStory.tell(told).world().incident(FIRST).triage().clockStartedAt();
  }

  private static Instant at(long minutes) {
    return World.NOON.plusSeconds(minutes * 60);
  }

  private static String line(List<LoggedEvent> log) {
    return String.join(" ~ ", log.stream().skip(1).map(BookedStoryTest::words).toList());
  }

  private static String words(LoggedEvent logged) {
    long minutes = Duration.between(World.NOON, logged.at()).toMinutes();
    String kind =
        logged.event() instanceof DeadlinePassed passed
            ? passed.overdue().obligation().kind() + " overdue"
            : Family.nameOf(logged.event());
    return minutes == 0 ? kind : kind + " " + minutes;
  }
}
