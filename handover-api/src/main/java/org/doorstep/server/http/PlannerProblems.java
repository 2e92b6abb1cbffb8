package org.doorstep.server.http;

import java.util.concurrent.Callable;
import org.doorstep.server.planner.PlannerFault;
import org.doorstep.server.planner.PlannerFault.Kind;

/** Why what a planner asked for cannot be, as problems with stable codes. */
final class PlannerProblems {
  private PlannerProblems() {}

  /** Does what was asked for; a refusal becomes a problem. */
  static <T> T asked(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (PlannerFault e) {
      throw new ProblemFault(
          of(e.kind())
              .because(String.valueOf(e.getMessage()))
              .naming(e.faults().stream().map(ShownFault::of).toList()));
    }
  }

  private static Problem of(Kind kind) {
    return switch (kind) {
      case SCENARIO_UNKNOWN -> Problem.of(404, "scenario-unknown", "There is no such scenario.");
      case SCENARIO_NAME -> Problem.of(400, "scenario-name", "No scenario can have this name.");
      case SCENARIO_SHIPPED ->
          Problem.of(409, "scenario-shipped", "A scenario that ships stays as it is.");
      case SCENARIO_CHANGED ->
          Problem.of(412, "scenario-changed", "The scenario has been changed; look at it again.");
      case SCENARIOS_TOO_MANY ->
          Problem.of(409, "scenarios-too-many", "No more scenarios are kept.");
      case SCENARIO_WRONG -> Problem.of(422, "scenario-wrong", "The scenario breaks rules.");
      case EXPERIMENT_UNKNOWN ->
          Problem.of(404, "experiment-unknown", "There is no such experiment.");
      case EDIT_INVALID ->
          Problem.of(422, "scenario-edit-invalid", "The text cannot be changed in this way.");
      case EXPERIMENT_RUNNING ->
          Problem.of(409, "experiment-running", "The experiment has to be stopped first.");
      case EXPERIMENT_ENDED -> Problem.of(409, "experiment-ended", "The experiment has ended.");
      case EXPERIMENTS_TOO_MANY ->
          Problem.of(409, "experiments-too-many", "No more experiments are taken.");
      case FILE_UNKNOWN ->
          Problem.of(404, "experiment-file-unknown", "The experiment has no such file.");
      case LIVE_STATE_MISSING ->
          Problem.of(503, "live-state-missing", "Nobody can say yet how the live area stands.");
    };
  }
}
