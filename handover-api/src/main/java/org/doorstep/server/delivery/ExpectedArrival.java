package org.doorstep.server.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.UnitId;

/** How long until one of the crews is at a hospital, from where they are now. */
public interface ExpectedArrival {
  /** Nobody can tell. */
  ExpectedArrival UNKNOWN = (crews, to) -> Optional.empty();

  /**
   * The shortest drive; empty where no position is known.
   *
   * @param crews those who have left the scene
   */
  Optional<Duration> find(List<UnitId> crews, Service to);
}
