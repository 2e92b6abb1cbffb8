package org.doorstep.dispatch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.model.BookingNeeds.Equipment;
import org.doorstep.dispatch.model.BookingNeeds.Escort;
import org.doorstep.dispatch.model.BookingNeeds.Mobility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: a booking says when and what is needed, and cannot be nonsense. */
class BookingTest {
  @ParameterizedTest(name = "{0} to {1} by {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          60 | 120  |     | ok
          60 | 1500 |     | ok
          60 | 1501 |     | The window (2026-11-24T13:00:00Z to 2026-11-25T13:01:00Z) must be no longer than 24 hours.
          60 | 60   |     | The end of the window (2026-11-24T13:00:00Z) must be after its beginning (2026-11-24T13:00:00Z).
          60 |      |     | The window must have both its ends, or none.
             | 60   |     | The window must have both its ends, or none.
             |      |     | A booking must have a window or an appointment.
             |      | 180 | ok
          60 | 120  | 61  | ok
          60 | 120  | 60  | The appointment (2026-11-24T13:00:00Z) must be after the window opens (2026-11-24T13:00:00Z).
          """)
  void window_ofMinutesAfterNoon_isTakenOrRefused(
      Long from, Long until, Long arriveBy, String says) {
    if (says.equals("ok")) {
      assertThatCode(() -> window(from, until, arriveBy)).doesNotThrowAnyException();
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> window(from, until, arriveBy))
          .withMessage(says);
    }
  }

  @Test
  void appointment_withoutAWindow_opensTwoHoursAheadAndLeavesTheTimeToDrive() {
    BookingWindow window = BookingWindow.before(at(180L));

    assertThat(window.opens()).isEqualTo(at(60L));
    assertThat(window.closes()).isEqualTo(at(135L));
  }

  @ParameterizedTest(name = "{0} with {1} needs {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WALKS     |                            | CONVEYANCE
          CHAIR     |                            | CONVEYANCE
          STRETCHER |                            | CONVEYANCE
          BARIATRIC |                            | CONVEYANCE BARIATRIC
          STRETCHER | OXYGEN                     | EMERGENCY_CARE CONVEYANCE
          CHAIR     | SYRINGE_DRIVER             | ASSESSMENT CONVEYANCE
          STRETCHER | MONITORING                 | PARAMEDIC CONVEYANCE
          BARIATRIC | SYRINGE_DRIVER OXYGEN      | ASSESSMENT EMERGENCY_CARE CONVEYANCE BARIATRIC
          """)
  void capabilities_ofWhatThePatientNeeds_followTheTable(
      Mobility mobility, String equipment, String needed) {
    List<Equipment> carried =
        Optional.ofNullable(equipment).stream()
            .flatMap(words -> Arrays.stream(words.split(" ", -1)))
            .map(Equipment::valueOf)
            .toList();
    List<Capability> capabilities =
        Arrays.stream(needed.split(" ", -1)).map(Capability::valueOf).toList();

    assertThat(new BookingNeeds(mobility, Escort.CLINICAL_TEAM, carried).capabilities())
        .isEqualTo(new Capabilities(capabilities));
  }

  @Test
  void capabilities_askedAlready_areKept() {
    var needs = new BookingNeeds(Mobility.CHAIR, Escort.NONE, List.of());

    assertThat(needs.with(Capabilities.of(Capability.MENTAL_HEALTH)))
        .isEqualTo(Capabilities.of(Capability.MENTAL_HEALTH, Capability.CONVEYANCE));
  }

  @Test
  void equipment_givenTwiceAndInAnyOrder_isTheSameBooking() {
    assertThat(
            new BookingNeeds(
                Mobility.CHAIR,
                Escort.NONE,
                List.of(Equipment.MONITORING, Equipment.OXYGEN, Equipment.OXYGEN)))
        .isEqualTo(
            new BookingNeeds(
                Mobility.CHAIR, Escort.NONE, List.of(Equipment.OXYGEN, Equipment.MONITORING)));
  }

  private static BookingWindow window(Long from, Long until, Long arriveBy) {
    return new BookingWindow(
        Optional.ofNullable(from).map(BookingTest::at),
        Optional.ofNullable(until).map(BookingTest::at),
        Optional.ofNullable(arriveBy).map(BookingTest::at));
  }

  private static Instant at(Long minutes) {
    return World.NOON.plusSeconds(minutes * 60);
  }
}
