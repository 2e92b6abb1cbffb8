package org.doorstep.dispatch.shell.travel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of closures at one moment, all of one piece.
 *
 * @param edition names it: another one whenever anything in it is another
 * @param generation of the metric that drive times are answered from
 * @param changedAt drive times that were asked for earlier may not know of the newest closures
 * @param closures those that hold, come, or have ended within a day, by id
 */
public record RoadView(String edition, long generation, Instant changedAt, List<Shown> closures) {
  public RoadView {
    closures = List.copyOf(closures);
  }

  /** A closure as it stands, on the map in use. */
  public record Shown(KeptClosure kept, KeptClosure.State state, LaidClosure laid) {
    boolean isLaid() {
      return laid.fault().isEmpty();
    }
  }

  /** One of them. */
  public Optional<Shown> find(String id) {
    return closures.stream().filter(each -> each.kept().closure().id().equals(id)).findFirst();
  }
}
