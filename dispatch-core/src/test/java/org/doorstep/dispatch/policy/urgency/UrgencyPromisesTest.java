package org.doorstep.dispatch.policy.urgency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.policy.assignment.AssignmentCosts;
import org.doorstep.dispatch.policy.assignment.AssignmentSolver;
import org.junit.jupiter.api.Test;

/** FEATURE: whatever a site writes, nearer is never dearer and urgent is never cheaper. */
class UrgencyPromisesTest {
  private static final int DRAWS = 5_000;
  private static final double ROUNDING = 1e-9;

  @Test
  void arrivalCost_longerDrive_neverCostsLess() {
    eachRules(
        (rules, random) -> {
          UrgencyCurve curve = anyCurve(Urgency.of(rules), random);
          double waited = 1_600 * random.nextDouble();
          double drive = 240 * random.nextDouble();
          double rural = random.nextDouble();

          assertThat(curve.arrivalCost(waited, drive + 0.02, rural))
              .isGreaterThan(curve.arrivalCost(waited, drive, rural) - ROUNDING);
          assertThat(curve.arrivalCost(waited, drive / 2, rural))
              .isLessThanOrEqualTo(curve.arrivalCost(waited, drive, rural));
        });
  }

  @Test
  void arrivalCost_quickerWithinTheHorizon_isStrictlyCheaper() {
    eachRules(
        (rules, random) -> {
          UrgencyCurve curve = anyCurve(Urgency.of(rules), random);
          double waited = 1_600 * random.nextDouble();
          double drive = 239 * random.nextDouble();

          assertThat(curve.arrivalCost(waited, drive + 1 / 60.0, 0))
              .isGreaterThan(curve.arrivalCost(waited, drive, 0));
        });
  }

  @Test
  void arrivalCost_moreUrgentAtEqualTimes_neverCostsLess() {
    eachRules(
        (rules, random) -> {
          Urgency urgency = Urgency.of(rules);
          Category urgent = anyCategory(random);
          Category other = anyCategory(random);
          double waited = 1_600 * random.nextDouble() * random.nextDouble();
          double drive = 240 * random.nextDouble();
          if (urgent.isMoreUrgentThan(other)) {
            UrgencyCurve lower = urgency.curve(urgent, Optional.of(C2Segment.STANDARD));
            UrgencyCurve higher = urgency.curve(other, Optional.empty());

            assertThat(lower.arrivalCost(waited, drive, 0.3))
                .isGreaterThanOrEqualTo(higher.arrivalCost(waited, drive, 0.3) - ROUNDING);
            assertThat(lower.perMinute(waited))
                .isGreaterThanOrEqualTo(higher.perMinute(waited) - ROUNDING);
          }
        });
  }

  @Test
  void waitCost_moreUrgentAtEqualTimes_neverCostsLess() {
    eachRules(
        (rules, random) -> {
          Urgency urgency = Urgency.of(rules);
          Category urgent = anyCategory(random);
          Category other = anyCategory(random);
          double waited = 1_600 * random.nextDouble();
          if (urgent.isMoreUrgentThan(other)) {
            assertThat(urgency.waitCost(urgent, Optional.empty(), waited, 0))
                .isGreaterThanOrEqualTo(
                    urgency.waitCost(other, Optional.empty(), waited, 0) - ROUNDING);
          }
        });
  }

  @Test
  void arrivalCost_upperHalfOfC2_neverCostsLessThanTheLower() {
    eachRules(
        (rules, random) -> {
          Urgency urgency = Urgency.of(rules);
          double waited = 300 * random.nextDouble();

          assertThat(
                  urgency.arrivalCost(Category.C2, Optional.of(C2Segment.IMMEDIATE), waited, 10, 0))
              .isGreaterThanOrEqualTo(
                  urgency.arrivalCost(Category.C2, Optional.of(C2Segment.STANDARD), waited, 10, 0));
          assertThat(urgency.curve(Category.C2, Optional.empty()))
              .isSameAs(urgency.curve(Category.C2, Optional.of(C2Segment.IMMEDIATE)));
        });
  }

  @Test
  void arrivalCost_anyTimes_isBounded() {
    eachRules(
        (rules, random) -> {
          UrgencyCurve curve = anyCurve(Urgency.of(rules), random);

          assertThat(curve.arrivalCost(1e9, 1e9, 1)).isBetween(0.0, Urgency.COST_MAX);
          assertThat(Urgency.COST_MAX).isLessThan(AssignmentCosts.COST_MAX);
        });
  }

  @Test
  void oneUnit_freshC1BesideAnythingOldAndRemote_goesToTheC1() {
    eachRules(
        (rules, random) -> {
          Urgency urgency = Urgency.of(rules);
          double drive = 1 + 40 * random.nextDouble();
          Category other = anyCategory(random);
          if (other.level() > 1) {
            AssignmentSolver solver =
                oneUnit(
                    urgency.curve(Category.C1, Optional.empty()),
                    0,
                    drive,
                    urgency.curve(other, Optional.empty()),
                    2_000 * random.nextDouble(),
                    drive + 5 * random.nextDouble(),
                    rules.rural().extraMax());

            assertThat(solver.columnOf(0)).isZero();
          }
        });
  }

  @Test
  void oneUnit_c3FourHoursPastTarget_goesBeforeAFreshC2OfTheLowerHalf() {
    Urgency urgency = Urgency.of(DispatchRules.ENGINEERING_DEFAULTS.urgency());
    UrgencyCurve upper = urgency.curve(Category.C2, Optional.of(C2Segment.IMMEDIATE));
    UrgencyCurve lower = urgency.curve(Category.C2, Optional.of(C2Segment.STANDARD));
    UrgencyCurve c3 = urgency.curve(Category.C3, Optional.empty());

    assertThat(oneUnit(lower, 0, 8, c3, 130, 8, 0).columnOf(0)).isZero();
    assertThat(oneUnit(lower, 0, 8, c3, 360, 8, 0).columnOf(1)).isZero();
    assertThat(oneUnit(upper, 0, 8, c3, 360, 8, 0).columnOf(0)).isZero();
  }

  private static AssignmentSolver oneUnit(
      UrgencyCurve first,
      double firstWaited,
      double firstDrive,
      UrgencyCurve second,
      double secondWaited,
      double secondDrive,
      double secondRural) {
    AssignmentCosts costs = new AssignmentCosts();
    costs.reset(2, 1);
    costs.set(0, 0, first.arrivalCost(firstWaited, firstDrive, 0));
    costs.setWait(0, first.waitCost(firstWaited, 0));
    costs.set(1, 0, second.arrivalCost(secondWaited, secondDrive, secondRural));
    costs.setWait(1, second.waitCost(secondWaited, secondRural));
    AssignmentSolver solver = new AssignmentSolver();
    solver.solve(costs);
    return solver;
  }

  private static UrgencyCurve anyCurve(Urgency urgency, Random random) {
    C2Segment segment = random.nextBoolean() ? C2Segment.STANDARD : C2Segment.IMMEDIATE;
    return urgency.curve(anyCategory(random), Optional.of(segment));
  }

  private static Category anyCategory(Random random) {
    List<Category> all = List.of(Category.values());
    return all.get(random.nextInt(all.size()));
  }

  /** Holds for the defaults and for every other set of rules that is not refused. */
  private static void eachRules(BiConsumer<UrgencyRules, Random> property) {
    AtomicInteger taken = new AtomicInteger();
    Seeds.each(
        DRAWS,
        seed -> {
          Random random = new Random(seed);
          Optional<UrgencyRules> drawn = RandomRules.draw(random);
          if (drawn.isPresent()) {
            taken.incrementAndGet();
            property.accept(drawn.get(), random);
          }
          property.accept(DispatchRules.ENGINEERING_DEFAULTS.urgency(), random);
        });
    assertThat(taken.get()).as("rules that are not refused").isGreaterThan(DRAWS / 50);
  }
}
