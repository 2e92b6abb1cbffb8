package org.doorstep.simulator.start;

import java.time.Instant;
import org.doorstep.dispatch.model.JobStage;

/**
 * What a unit is on. How long it has been at its stage is what its unit says.
 *
 * @param incident the number of one that is open
 * @param stage not {@link JobStage#CLEAR}
 */
public record LiveJob(long incident, JobStage stage, Instant allocatedAt) {
  public LiveJob {
    if (!stage.isLive()) {
      throw new IllegalArgumentException(
          "The stage (%s) of a unit on the incident (%d) ends its job.".formatted(stage, incident));
    }
  }
}
