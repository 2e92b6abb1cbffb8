package org.doorstep.server.launch;

import org.doorstep.dispatch.shell.cluster.AnswerLost;
import org.doorstep.dispatch.shell.cluster.GroupSettings;
import org.doorstep.dispatch.shell.cluster.HazelcastAsker;
import org.doorstep.simulator.experiment.WorkerLost;
import org.doorstep.simulator.worker.Carrier;

/** Workers that are members of a group on one or more machines. */
final class ClusterCarrier implements Carrier {
  /** Never the name of a cluster that dispatches: neither could take the other for its own. */
  static final String GROUP = "doorstep-workers";

  private final HazelcastAsker asker;

  /**
   * Connects to them.
   *
   * @throws IllegalArgumentException if nobody is there
   */
  ClusterCarrier(GroupSettings group) {
    this.asker = HazelcastAsker.connect(group);
  }

  @Override
  public int room() {
    return asker.room();
  }

  @Override
  public String ask(String line) throws WorkerLost {
    try {
      return asker.ask(line);
    } catch (AnswerLost e) {
      throw new WorkerLost(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    asker.close();
  }
}
