package org.doorstep.dispatch.policy;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.model.Room;
import org.doorstep.dispatch.model.RoomNote;

/**
 * What can be held of a service's room now.
 *
 * @param ageSeconds of the word, even of one too old to be held; empty where nothing was said
 * @param until when a pause ends, or until when patients are taken
 * @param placesLeft while that can still be held
 */
public record ServiceStatus(
    Room room,
    Optional<Long> ageSeconds,
    Optional<Instant> until,
    Optional<Integer> placesLeft,
    Optional<RoomNote> note) {
  /** Nothing was said. */
  public static final ServiceStatus UNKNOWN =
      new ServiceStatus(
          Room.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A bare word of a known age. */
  static ServiceStatus of(Room room, long ageSeconds) {
    return new ServiceStatus(
        room, Optional.of(ageSeconds), Optional.empty(), Optional.empty(), Optional.empty());
  }

  long age() {
    return ageSeconds.orElse(0L);
  }
}
