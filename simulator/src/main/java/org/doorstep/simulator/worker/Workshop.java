package org.doorstep.simulator.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.simulator.experiment.Ended;
import org.doorstep.simulator.experiment.Setting;
import org.doorstep.simulator.experiment.Trial;

/**
 * What a worker does: it gets ready for a scenario once, keeps it, and runs replications of it. One
 * thread.
 */
public final class Workshop {
  /** A scenario with its tables takes some tens of megabytes. */
  private static final int KEPT_MAX = 24;

  private final String version;
  private final Function<SentScenario, Ready> prepare;
  private final Map<SentScenario, Ready> kept =
      new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SentScenario, Ready> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /**
   * A scenario that can be run.
   *
   * @param map which roads it is driven on, by the hash of what they were made of
   * @param setting what a report says of it, which only those know who have its roads
   */
  public record Ready(String map, Setting setting, Trial trial) {}

  /**
   * A workshop.
   *
   * @param version of this program
   * @param prepare reads, checks and prepares; what it throws is a refusal
   */
  public Workshop(String version, Function<SentScenario, Ready> prepare) {
    this.version = version;
    this.prepare = prepare;
  }

  /** Answers a line with a line. Never fails: what cannot be done is refused. */
  public String answer(String line) {
    return WorkLine.write(answered(line));
  }

  private WorkAnswer answered(String line) {
    WorkRequest request;
    try {
      request = WorkLine.read(WorkRequest.class, line);
    } catch (WireFault | IllegalStateException e) {
      return WorkAnswer.refusal("A worker was sent what is no request: " + e.getMessage());
    }
    if (!request.version().equals(version)) {
      return WorkAnswer.refusal(
          "A worker is of version (%s), and whoever gives work is of (%s): both must be the same."
              .formatted(version, request.version()));
    }
    try {
      Ready ready = kept.computeIfAbsent(request.scenario(), prepare);
      Optional<Ended> ended =
          request.turn().map(turn -> Ended.of(ready.trial(), turn.replication(), turn.seed()));
      return WorkAnswer.of(ready.map(), ready.setting(), ended);
    } catch (RuntimeException e) {
      return WorkAnswer.refusal(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }
}
