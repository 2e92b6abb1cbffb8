package org.doorstep.dispatch.policy.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** FEATURE: a table of costs takes no value that would decide something nobody meant. */
class AssignmentCostsTest {
  private final AssignmentCosts costs = new AssignmentCosts();

  @Test
  void reset_newTable_forbidsEveryPair() {
    costs.reset(1, 2);

    assertThat(costs.cost(0, 1)).isEqualTo(AssignmentCosts.FORBIDDEN);
    assertThat(costs.waitCost(0)).isNaN();
  }

  @Test
  void reset_filledTable_forgetsWhatWasThere() {
    costs.reset(2, 2);
    costs.set(1, 1, 5);
    costs.setWait(1, 5);
    costs.reset(2, 2);

    assertThat(costs.cost(1, 1)).isEqualTo(AssignmentCosts.FORBIDDEN);
    assertThat(costs.waitCost(1)).isNaN();
  }

  @Test
  void set_notANumber_isRefusedByPlace() {
    costs.reset(4, 8);

    assertThatThrownBy(() -> costs.set(3, 7, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The cost (NaN) of row (3) and column (7) must be from -1.0E9 to 1.0E9, or FORBIDDEN.");
  }

  @Test
  void set_lessThanNothing_isRefused() {
    costs.reset(1, 1);

    assertThatThrownBy(() -> costs.set(0, 0, Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(-Infinity)");
  }

  @Test
  void setWait_forbidden_isRefusedByPlace() {
    costs.reset(2, 0);

    assertThatThrownBy(() -> costs.setWait(1, AssignmentCosts.FORBIDDEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The cost (Infinity) of waiting of row (1) must be from -1.0E9 to 1.0E9.");
  }

  @Test
  void set_noSuchColumn_isRefusedByPlace() {
    costs.reset(2, 3);

    assertThatThrownBy(() -> costs.set(0, 3, 1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("The column (3) must be one of the 3 of the table.");
  }

  @Test
  void reset_moreRowsThanThereCanBe_isRefused() {
    assertThatThrownBy(() -> costs.reset(2_001, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number (2001) of rows must be from 0 to 2000.");
  }
}
