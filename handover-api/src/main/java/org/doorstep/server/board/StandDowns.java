package org.doorstep.server.board;

import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOff;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.server.board.BoardUnit.StoodDown;

/**
 * Remembers from which incident each unit was last taken off, and why, so that its crew can be
 * told. Confined to the follower's thread.
 *
 * <p>After a start it knows those whose incident is still open: of the others nobody asks any more.
 */
final class StandDowns {
  private final TreeMap<UnitId, StoodDown> latest = new TreeMap<>();

  /** Takes an event; those of one unit need not come in order. */
  void hear(LoggedEvent logged) {
    if (logged.event() instanceof UnitStoodDown stoodDown) {
      StoodDown told = new StoodDown(stoodDown.incident(), stoodDown.reason(), logged.at());
      latest.merge(stoodDown.unit(), told, (had, now) -> now.at().isBefore(had.at()) ? had : now);
    } else if (logged.event() instanceof UnitSignedOff gone) {
      latest.remove(gone.unit());
    }
  }

  Optional<StoodDown> find(UnitId unit) {
    return Optional.ofNullable(latest.get(unit));
  }

  void clear() {
    latest.clear();
  }
}
