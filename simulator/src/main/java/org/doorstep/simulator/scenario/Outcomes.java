package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.Bounds;
import org.doorstep.simulator.file.Meaning;

/** Where care of some categories happens; only the proportions count. */
@Meaning("Where care of some categories happens; only the proportions count.")
public record Outcomes(
    @Meaning("The categories.") List<Category> categories,
    @Meaning("By telephone.") @Bounds(least = 0, most = 100) double hearAndTreat,
    @Meaning("At the scene.") @Bounds(least = 0, most = 100) double treatAtScene,
    @Meaning("At the scene, and a community service takes over.") @Bounds(least = 0, most = 100)
        double community,
    @Meaning("Taken elsewhere than to an emergency department.") @Bounds(least = 0, most = 100)
        double elsewhere,
    @Meaning("Taken to an emergency department.") @Bounds(least = 0, most = 100)
        double emergencyDepartment) {
  public Outcomes {
    categories = List.copyOf(categories);
    if (!(hearAndTreat + treatAtScene + community + elsewhere + emergencyDepartment > 0)) {
      throw new IllegalArgumentException(
          "The outcomes of %s must not all be zero.".formatted(categories));
    }
  }

  /** The outcome below which that share lies; the share in {@code [0, 1)}. */
  public Outcome at(double share) {
    double sum = hearAndTreat + treatAtScene + community + elsewhere + emergencyDepartment;
    double left = share * sum - hearAndTreat;
    if (left < 0) {
      return Outcome.HEAR_AND_TREAT;
    }
    left -= treatAtScene;
    if (left < 0) {
      return Outcome.TREAT_AT_SCENE;
    }
    left -= community;
    if (left < 0) {
      return Outcome.COMMUNITY;
    }
    return left - elsewhere < 0 ? Outcome.ELSEWHERE : Outcome.EMERGENCY_DEPARTMENT;
  }
}
