package org.doorstep.server.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.UnitId;

/**
 * What has changed on the board between two events.
 *
 * @param prev the event that the change starts from
 * @param now the server's clock when it was told
 * @param fleet the units as a whole, where that has changed: a review changes no unit
 */
public record BoardDelta(
    long prev,
    long sequence,
    Instant at,
    Instant now,
    List<BoardIncident> incidents,
    List<IncidentId> closed,
    List<BoardUnit> units,
    List<UnitId> gone,
    Optional<BoardFleet> fleet) {
  public BoardDelta {
    incidents = List.copyOf(incidents);
    closed = List.copyOf(closed);
    units = List.copyOf(units);
    gone = List.copyOf(gone);
  }
}
