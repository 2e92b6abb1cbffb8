package org.doorstep.server.config;

/**
 * How much of this machine planners may use. Experiments are processes of their own at low
 * priority; what they take, dispatch does not have.
 *
 * @param running experiments that run at a time, 1 to 4; the others wait their turn
 * @param processes that share the replications of one experiment, 1 to 16
 * @param queued experiments that wait at most, 1 to 100
 * @param kept experiments that are kept at most, 1 to 2000
 */
public record PlannerSettings(int running, int processes, int queued, int kept) {
  private static final int RUNNING_MAX = 4;
  private static final int PROCESSES_MAX = 16;
  private static final int QUEUED_MAX = 100;
  private static final int KEPT_MAX = 2_000;

  public PlannerSettings {
    require("running", running, RUNNING_MAX);
    require("processes", processes, PROCESSES_MAX);
    require("queued", queued, QUEUED_MAX);
    require("kept", kept, KEPT_MAX);
  }

  private static void require(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "The %s (%d) must be in [1, %d].".formatted(key, value, most));
    }
  }
}
