package org.doorstep.simulator.world.demand;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;

/**
 * Which call became which incident, until nobody owes anything any more. Confined to one thread.
 * Only looked up, never walked through: its order is nobody's.
 */
public final class Cases {
  private final Map<RecordId, Call> given = new HashMap<>();
  private final Map<IncidentId, Call> opened = new HashMap<>();

  /** Notes under which record a call is given to the area. */
  public void give(RecordId record, Call call) {
    given.put(record, call);
  }

  /** Notes that the incident of a record is open; empty if the record is not of a call here. */
  public Optional<Call> open(RecordId record, IncidentId incident) {
    Optional<Call> call = Optional.ofNullable(given.remove(record));
    call.ifPresent(each -> opened.put(incident, each));
    return call;
  }

  /** The call of an incident. */
  public Optional<Call> find(IncidentId incident) {
    return Optional.ofNullable(opened.get(incident));
  }

  /** Forgets an incident. */
  public void forget(IncidentId incident) {
    opened.remove(incident);
  }

  /** How many incidents are known. */
  public int size() {
    return opened.size();
  }
}
