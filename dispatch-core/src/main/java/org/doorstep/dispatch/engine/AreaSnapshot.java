package org.doorstep.dispatch.engine;

import java.time.Instant;
import org.doorstep.dispatch.model.AreaId;

/**
 * The whole state of an area after an event, so that a rebuild need not read the log from its
 * beginning. Losing one costs time only.
 *
 * @param sequence the last event that is in it; 0 before the first
 * @param at the time of that event
 * @param nextIncident the number that the next incident will have
 */
public record AreaSnapshot(
    AreaId area, long sequence, Instant at, long nextIncident, OpenWork open) {

  /** An area in which nothing has happened yet. */
  public static AreaSnapshot empty(AreaId area) {
    return new AreaSnapshot(area, 0, Instant.EPOCH, 1, OpenWork.NONE);
  }
}
