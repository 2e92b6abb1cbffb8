package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.List;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.ClinicalUnit;

/**
 * An area at one moment.
 *
 * @param units all on shift, in the order of their call signs
 * @param calls all open incidents, in the order of their numbers
 * @param picture what was found out about places and drives
 */
public record Situation(
    List<ClinicalUnit> units, List<OpenCall> calls, AreaPicture picture, Instant now) {
  public Situation {
    units = List.copyOf(units);
    calls = List.copyOf(calls);
  }
}
