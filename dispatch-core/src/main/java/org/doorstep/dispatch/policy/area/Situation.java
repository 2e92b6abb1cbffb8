package org.doorstep.dispatch.policy.area;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaPicture;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.IncidentId;

/**
 * An area at one moment.
 *
 * @param units all on shift, in the order of their call signs
 * @param calls the open incidents to which drives are known
 * @param picture what was found out about places and drives
 */
public record Situation(
    List<ClinicalUnit> units, List<OpenCall> calls, AreaPicture picture, Instant now) {
  public Situation {
    units = List.copyOf(units);
    calls = List.copyOf(calls);
  }

  /** The open incident of that number, if drives to it are known. */
  Optional<OpenCall> find(IncidentId id) {
    for (OpenCall call : calls) {
      if (call.incident().id().equals(id)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }
}
