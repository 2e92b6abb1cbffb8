package org.doorstep.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.simulator.check.Story.A1;
import static org.doorstep.simulator.check.Story.FIRST;
import static org.doorstep.simulator.check.Story.sent;

import java.time.Duration;
import org.doorstep.dispatch.event.DispatchEvent.BookingChanged;
import org.doorstep.dispatch.event.DispatchEvent.BookingReleased;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.check.Violation.Code;
import org.junit.jupiter.api.Test;

/** FEATURE: an independent judge finds a booked journey that is forgotten, or sent to too early. */
class BookedCheckTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofHours(10);

  @Test
  void booked_notReleasedInTime_isForgotten() {
    Story story = Story.booked(120, 180).after(Duration.ofMinutes(75)).after(SOON);
    assertThat(story.found()).isEmpty();

    assertThat(story.after(SOON).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void booked_releasedAndNobodySent_isForgottenInTimeForTheEndOfTheWindow() {
    Story story =
        Story.booked(120, 180)
            .after(Duration.ofMinutes(75))
            .happened(new BookingReleased(FIRST))
            .recommended(FIRST)
            .after(Duration.ofMinutes(75))
            .after(SOON);
    assertThat(story.found()).isEmpty();

    assertThat(story.after(SOON).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void booked_putOffWhenReleased_isOwedItsNewReleaseAndNothingElse() {
    Story story =
        Story.booked(120, 180)
            .after(Duration.ofMinutes(75))
            .happened(new BookingReleased(FIRST))
            .happened(new BookingChanged(FIRST, Story.booking(600, 660), Capabilities.NONE))
            .after(Duration.ofMinutes(480));
    assertThat(story.found()).isEmpty();

    assertThat(story.after(LATER).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void booked_emergencyAfterAll_isForgottenByItsUrgency() {
    Story story =
        Story.booked(120, 180)
            .happened(new IncidentRecategorised(FIRST, Category.C2, Capabilities.NONE, true))
            .recommended(FIRST)
            .after(Duration.ofMinutes(10));
    assertThat(story.found()).isEmpty();

    assertThat(story.after(Duration.ofMinutes(2)).found()).containsExactly(Code.INCIDENT_FORGOTTEN);
  }

  @Test
  void booked_sentToBeforeItIsReleased_isFound() {
    assertThat(Story.booked(120, 180).happened(sent(FIRST, A1)).found())
        .containsExactly(Code.BOOKED_NOT_RELEASED);
  }

  @Test
  void booked_releasedTwice_isFound() {
    assertThat(
            Story.booked(120, 180)
                .happened(new BookingReleased(FIRST))
                .happened(new BookingReleased(FIRST))
                .found())
        .containsExactly(Code.DONE_TWICE);
  }
}
