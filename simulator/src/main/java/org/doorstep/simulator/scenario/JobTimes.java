package org.doorstep.simulator.scenario;

import java.util.List;
import org.doorstep.simulator.file.Meaning;

/** How long the steps of a job take. */
@Meaning("How long the steps of a job take.")
public record JobTimes(
    @Meaning("From the desk's word to the crew's.") Quantiles acknowledge,
    @Meaning("From knowing to rolling wheels, at a base.") Quantiles turnoutAtBase,
    @Meaning("From knowing to rolling wheels, on the road.") Quantiles turnoutOnRoad,
    @Meaning("From the vehicle to the patient.") Quantiles toPatient,
    @Meaning(
            "At the scene and after, by level of urgency, most urgent first; the last counts for those below.")
        List<SceneTimes> scenes,
    @Meaning("How real drives differ from the tables.") Traffic traffic) {
  public JobTimes {
    scenes = List.copyOf(scenes);
    if (scenes.isEmpty()) {
      throw new IllegalArgumentException("The job times must have scenes for level 1.");
    }
  }

  /** The times of a level, from 1. */
  public SceneTimes scene(int level) {
    return scenes.get(Math.min(level, scenes.size()) - 1);
  }
}
