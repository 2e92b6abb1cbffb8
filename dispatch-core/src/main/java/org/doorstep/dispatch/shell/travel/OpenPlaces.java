package org.doorstep.dispatch.shell.travel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.shell.record.IncidentRecord;

/**
 * Opens the places of incidents, and remembers the last few: all that wait are asked for with each
 * that is asked about. Thread-safe.
 */
final class OpenPlaces {
  private static final int KEPT_MAX = 300;

  private final IncidentRecord record;

  /** Guarded by itself; a place that was corrected has another seal. */
  private final Map<SealedPlace, Position> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SealedPlace, Position> eldest) {
          return size() > KEPT_MAX;
        }
      };

  OpenPlaces(IncidentRecord record) {
    this.record = record;
  }

  /** Where it is; empty once its key has been erased. */
  Optional<Position> open(RecordId id, SealedPlace place) {
    synchronized (known) {
      Position before = known.get(place);
      if (before != null) {
        return Optional.of(before);
      }
    }
    Optional<Position> opened = record.open(id, place);
    synchronized (known) {
      opened.ifPresent(at -> known.put(place, at));
    }
    return opened;
  }
}
