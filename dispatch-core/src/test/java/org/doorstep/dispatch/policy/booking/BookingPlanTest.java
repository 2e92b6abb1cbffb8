package org.doorstep.dispatch.policy.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.BookingJourney;
import org.doorstep.dispatch.model.BookingMinutes;
import org.doorstep.dispatch.model.BookingNeeds;
import org.doorstep.dispatch.model.BookingNeeds.Escort;
import org.doorstep.dispatch.model.BookingNeeds.Mobility;
import org.doorstep.dispatch.model.BookingPlace;
import org.doorstep.dispatch.model.BookingWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.policy.booking.PlanReason.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: booked journeys are planned around emergencies, each with its reason in numbers. All
 * drives take ten minutes, both ends twenty; times are minutes after noon, when it is asked.
 */
class BookingPlanTest {
  private static final int DRIVE_MILLIS = 600_000;

  /** Units: kind letter, shift end, then free-at and break windows where there are any. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a transfer unit before a nearer-to-hand ambulance | 120-180 | A 480; T 480 | 50       | T2 120 TRANSFER_UNIT 0
          no transfer unit and a quiet afternoon            | 120-180 | A 480        | 80       | A1 120 LOAD_IS_LOW 80
          no transfer unit and a busy afternoon             | 120-180 | A 480        | 81       | KEPT_FOR_EMERGENCIES 81
          busy until two: begins when it is quiet           | 90-180  | A 480        | 120 120 60 | A1 130 LOAD_IS_LOW 60
          busy, and the window closes within the hour       | 10-60   | A 480        | 150      | A1 10 WINDOW_CLOSES 3600
          busy, and the window closes just after the hour   | 10-61   | A 480        | 150      | KEPT_FOR_EMERGENCIES 150
          a car can do it, and is kept from it              | 120-180 | C 480        | 50       | KEPT_FOR_EMERGENCIES 50
          nobody on shift                                   | 120-180 |              | 50       | NONE_CAPABLE 0
          free too late for the window                      | 10-30   | T 480 25     | 50       | TOO_LATE_FOR_WINDOW 300
          there only after the appointment                  | 10-80 by 50 | T 480 25 | 50       | TOO_LATE_FOR_APPOINTMENT 900
          back at the base just before the shift ends       | 120-180 | T 170        | 50       | T1 120 TRANSFER_UNIT 0
          back at the base just after the shift ends        | 120-180 | T 169        | 50       | SHIFT_ENDS 60
          the break before it                               | 60-80   | T 480 0 10-50 | 50      | T1 60 TRANSFER_UNIT 0
          the break leaves no room on either side           | 40-60   | T 480 0 25-65 | 50      | BREAK_DUE 3300
          """)
  void plan_ofOneJourney_saysWhoWhenAndWhy(
      String name, String window, String units, String load, String expected) {
    BookingQuestion question = question(List.of(journey(1, window, Escort.NONE)), units, load);

    assertThat(words(BookingPlan.propose(question))).containsExactly(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one after the other         | 60-100; 60-180  | T 480      | T1 60 TRANSFER_UNIT 0, T1 120 TRANSFER_UNIT 0
          the same hour, two units    | 60-80; 60-80    | T 480; T 480 | T1 60 TRANSFER_UNIT 0, T2 60 TRANSFER_UNIT 0
          the same hour, one unit     | 60-80; 60-80    | T 480      | T1 60 TRANSFER_UNIT 0, UNITS_TAKEN 1
          the tight one goes first    | 60-240; 60-70   | T 480      | T1 120 TRANSFER_UNIT 0, T1 60 TRANSFER_UNIT 0
          """)
  void plan_ofTwoJourneys_makesRoomForBoth(
      String name, String windows, String units, String expected) {
    List<PlanJourney> journeys = new ArrayList<>();
    for (String window : windows.split("; ", -1)) {
      journeys.add(journey(journeys.size() + 1, window, Escort.NONE));
    }

    BookingProposal proposal = BookingPlan.propose(question(journeys, units, "50"));

    assertThat(String.join(", ", words(proposal))).isEqualTo(expected);
  }

  @Test
  void plan_moreEscortsThanSeats_saysHowManyAreNeeded() {
    BookingQuestion question =
        question(List.of(journey(1, "60-90", Escort.CLINICAL_TEAM)), "S 480", "50");

    assertThat(words(BookingPlan.propose(question))).containsExactly("NO_SEAT 2");
  }

  @Test
  void plan_ofAJourney_saysTheNumbersBehindIt() {
    BookingProposal proposal =
        BookingPlan.propose(question(List.of(journey(1, "60-90", Escort.NONE)), "T 480 55", "50"));

    PlannedBooking planned = proposal.findPlanned(new IncidentId(1)).orElseThrow();
    assertThat(planned.reasons())
        .containsExactly(
            new PlanReason(Code.TRANSFER_UNIT, 0),
            new PlanReason(Code.DRIVE, 600),
            new PlanReason(Code.AFTER_OPENING, 300),
            new PlanReason(Code.BEFORE_SHIFT_END, (480 - 115) * 60));
    assertThat(planned.setOffAt()).isEqualTo(at(55));
    assertThat(planned.clearAt()).isEqualTo(at(115));
    assertThat(proposal.policy()).isEqualTo("booking-plan/1");
  }

  @Test
  void question_withMoreThanCanBeSearched_isRefused() {
    List<PlanJourney> many =
        Collections.nCopies(BookingQuestion.JOURNEYS_MAX + 1, journey(1, "60-90", Escort.NONE));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> question(many, "T 480", "50"))
        .withMessage("The journeys (61) of a plan must be 60 or fewer.");
  }

  private static BookingQuestion question(List<PlanJourney> journeys, String units, String load) {
    List<PlanUnit> crews = new ArrayList<>();
    for (String words : Optional.ofNullable(units).orElse("").split("; ", -1)) {
      if (!words.isEmpty()) {
        crews.add(unit(crews.size() + 1, words.split(" ", -1)));
      }
    }
    return new BookingQuestion(
        World.NOON,
        journeys,
        crews,
        new PlanDrives(2, List.of(0, DRIVE_MILLIS, DRIVE_MILLIS, 0)),
        new EmergencyLoad(
            World.NOON, Arrays.stream(load.split(" ", -1)).map(Integer::valueOf).toList()));
  }

  /** The patient is at place 1, all else at place 0. */
  private static PlanJourney journey(int number, String words, Escort escort) {
    String[] parts = words.split("-| by ", -1);
    Booking booking =
        new Booking(
            new BookingWindow(
                Optional.of(at(Long.parseLong(parts[0]))),
                Optional.of(at(Long.parseLong(parts[1]))),
                parts.length > 2 ? Optional.of(at(Long.parseLong(parts[2]))) : Optional.empty()),
            new BookingJourney(BookingPlace.HOME, BookingPlace.CLINIC, Optional.empty()),
            new BookingNeeds(Mobility.STRETCHER, escort, List.of()),
            new BookingMinutes(20, 20));
    return new PlanJourney(new IncidentId(number), booking, booking.needs().capabilities(), 1, 0);
  }

  private static PlanUnit unit(int number, String[] words) {
    UnitKind kind =
        switch (words[0]) {
          case "A" -> UnitKind.AMBULANCE;
          case "C" -> UnitKind.PARAMEDIC_CAR;
          default -> UnitKind.URGENT_TRANSFER;
        };
    List<PlanRest> rests = new ArrayList<>();
    if (words.length > 3) {
      String[] ends = words[3].split("-", -1);
      rests.add(new PlanRest(at(Long.parseLong(ends[0])), at(Long.parseLong(ends[1])), 30));
    }
    return new PlanUnit(
        new UnitId(words[0] + number),
        kind,
        Capabilities.of(Capability.CONVEYANCE),
        words[0].equals("S") ? 1 : PlanUnit.seats(kind),
        at(words.length > 2 ? Long.parseLong(words[2]) : 0),
        0,
        0,
        at(Long.parseLong(words[1])),
        rests);
  }

  private static List<String> words(BookingProposal proposal) {
    List<String> words = new ArrayList<>();
    for (long number = 1;
        number <= proposal.planned().size() + proposal.unplanned().size();
        number++) {
      IncidentId incident = new IncidentId(number);
      proposal.findPlanned(incident).map(BookingPlanTest::words).ifPresent(words::add);
      proposal.findUnplanned(incident).map(each -> words(each.reason())).ifPresent(words::add);
    }
    return words;
  }

  private static String words(PlannedBooking planned) {
    long minutes = Duration.between(World.NOON, planned.startAt()).toMinutes();
    return "%s %d %s".formatted(planned.unit().value(), minutes, words(planned.reasons().get(0)));
  }

  private static String words(PlanReason reason) {
    return "%s %d".formatted(reason.code(), reason.amount());
  }

  private static Instant at(long minutes) {
    return World.NOON.plusSeconds(minutes * 60);
  }
}
