package org.doorstep.dispatch.policy.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.model.UnitKind;
import org.junit.jupiter.api.Test;

/** FEATURE: a plan can be kept, and is near the best there is. */
class BookingPlanTwinTest {
  private static final int SEEDS = 400;

  @Test
  void plan_ofSmallCases_isNearTheBestOfAllPlans() {
    List<Double> gaps = new ArrayList<>();
    List<Long> missed = new ArrayList<>();
    Seeds.each(
        SEEDS,
        seed -> {
          BookingQuestion question = new RandomPlans(seed).question(4, 3);
          BookingProposal proposal = BookingPlan.propose(question);
          long least = new AllPlans(question).leastCost();
          assertThat(proposal.cost()).isGreaterThanOrEqualTo(least);
          missed.add(proposal.cost() / BookingPlan.UNPLANNED - least / BookingPlan.UNPLANNED);
          if (missed.get(missed.size() - 1) == 0) {
            double done = least % BookingPlan.UNPLANNED;
            gaps.add(done == 0 ? 0 : (proposal.cost() - least) / done);
          }
        });
    double gap = gaps.stream().mapToDouble(each -> each).average().orElse(1);
    long leftOut = missed.stream().mapToLong(each -> each).sum();
    System.out.printf(
        "booked plans: %d cases, %d journeys left out that could be done, mean gap %.4f, %d exact%n",
        SEEDS, leftOut, gap, gaps.stream().filter(each -> each == 0).count());

    assertThat(leftOut)
        .as("journeys left out of %d: half of one in a hundred", 4 * SEEDS)
        .isLessThanOrEqualTo(4L * SEEDS / 200);
    assertThat(gap).as("mean of the cost above the least").isLessThan(0.01);
  }

  @Test
  void plan_ofAnySize_canBeKept() {
    Seeds.each(
        100,
        seed -> {
          BookingQuestion question = new RandomPlans(seed).question(30, 12);
          requireKept(question, BookingPlan.propose(question));
        });
  }

  @Test
  void plan_ofTheMostThatIsTaken_canBeKept() {
    BookingQuestion question =
        new RandomPlans(1).question(BookingQuestion.JOURNEYS_MAX, BookingQuestion.UNITS_MAX);

    requireKept(question, BookingPlan.propose(question));
  }

  @Test
  void plan_askedTwice_isTheSame() {
    Seeds.each(
        20,
        seed ->
            assertThat(BookingPlan.propose(new RandomPlans(seed).question(30, 12)))
                .isEqualTo(BookingPlan.propose(new RandomPlans(seed).question(30, 12))));
  }

  /** Looks at what was proposed alone; knows nothing of routes. */
  private static void requireKept(BookingQuestion question, BookingProposal proposal) {
    assertThat(proposal.planned().size() + proposal.unplanned().size())
        .isEqualTo(question.journeys().size());
    for (PlanUnit unit : question.units()) {
      List<PlannedBooking> own =
          proposal.planned().stream()
              .filter(each -> each.unit().equals(unit.unit()))
              .sorted(Comparator.comparing(PlannedBooking::setOffAt))
              .toList();
      Instant free = unit.freeAt();
      int place = unit.place();
      for (PlannedBooking planned : own) {
        PlanJourney journey = journey(question, planned);
        assertThat(planned.setOffAt()).isAfterOrEqualTo(free).isAfterOrEqualTo(question.now());
        assertThat(Duration.between(planned.setOffAt(), planned.startAt()).toMillis())
            .isEqualTo(question.drives().millis(place, journey.origin()));
        requireInTime(question, journey, planned);
        requireSpared(question, unit, journey, planned);
        free = planned.clearAt();
        place = journey.destination();
      }
      if (!own.isEmpty()) {
        assertThat(free.plusMillis(question.drives().millis(place, unit.base())))
            .isBeforeOrEqualTo(unit.shiftEndsAt());
        unit.rests().forEach(rest -> requireRest(unit, rest, own));
      }
    }
  }

  private static PlanJourney journey(BookingQuestion question, PlannedBooking planned) {
    return question.journeys().stream()
        .filter(each -> each.incident().equals(planned.incident()))
        .findFirst()
        .orElseThrow();
  }

  private static void requireInTime(
      BookingQuestion question, PlanJourney journey, PlannedBooking planned) {
    assertThat(planned.startAt())
        .isBetween(journey.booking().window().opens(), journey.booking().window().closes());
    Instant there = planned.clearAt().minusSeconds(60L * journey.booking().minutes().destination());
    journey.booking().window().arriveBy().ifPresent(by -> assertThat(there).isBeforeOrEqualTo(by));
    assertThat(Duration.between(planned.startAt(), there).toMillis())
        .isEqualTo(
            60_000L * journey.booking().minutes().pickUp()
                + question.drives().millis(journey.origin(), journey.destination()));
  }

  private static void requireSpared(
      BookingQuestion question, PlanUnit unit, PlanJourney journey, PlannedBooking planned) {
    assertThat(unit.capabilities().meet(journey.needs())).isTrue();
    assertThat(unit.seats()).isGreaterThanOrEqualTo(journey.booking().needs().escort().seats());
    boolean closing =
        !journey.booking().window().closes().isAfter(question.now().plus(Duration.ofHours(1)));
    if (unit.kind() == UnitKind.AMBULANCE && !closing) {
      long first = question.load().startsAt().toEpochMilli();
      for (Instant at = planned.setOffAt();
          !at.isAfter(planned.clearAt());
          at = at.plusSeconds(60)) {
        long hour = (at.toEpochMilli() - first) / 3_600_000;
        int last = question.load().weights().size() - 1;
        assertThat(question.load().weights().get((int) StrictMath.min(last, hour)))
            .isLessThanOrEqualTo(EmergencyLoad.LOW_MAX);
      }
    }
  }

  /** Some gap between journeys has the whole break in it, unless present work has made it so. */
  private static void requireRest(PlanUnit unit, PlanRest rest, List<PlannedBooking> own) {
    Instant latest = rest.until().minusSeconds(60L * rest.minutes());
    if (unit.freeAt().isAfter(latest)) {
      return;
    }
    boolean fits = false;
    Instant free = unit.freeAt();
    for (PlannedBooking next : own) {
      Instant begin = free.isBefore(rest.from()) ? rest.from() : free;
      fits |=
          !begin.isAfter(latest)
              && !begin.plusSeconds(60L * rest.minutes()).isAfter(next.setOffAt());
      free = next.clearAt();
    }
    fits |= !free.isAfter(latest);
    assertThat(fits).as("the break of %s among %s", unit, own).isTrue();
  }
}
