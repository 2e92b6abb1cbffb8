package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a service has said of its room, with who said it and when.
 *
 * @param until when {@link Room#PAUSED}: when it ends; else: until when patients are taken
 * @param placesLeft none left is the same as full
 */
public record ServiceWord(
    ServiceId service,
    Room room,
    Optional<Instant> until,
    Optional<Integer> placesLeft,
    Optional<RoomNote> note,
    Said said) {
  /** More than any service has. */
  public static final int PLACES_MAX = 500;

  public ServiceWord {
    placesLeft.ifPresent(
        places -> {
          Require.atLeast("number of places left", places, 0);
          Require.atMost("number of places left", places, PLACES_MAX);
        });
    if (room == Room.NO_MORE_TODAY) {
      throw new IllegalArgumentException(
          "A service must say until when it takes patients; that it takes no more follows.");
    }
    if (until.isPresent() && !until.get().isAfter(said.at())) {
      throw new IllegalArgumentException(
          "The time until which a word on room holds (%s) must be later than now."
              .formatted(until.get()));
    }
  }

  /** Who said it, and when. */
  public record Said(Actor by, Instant at) {}
}
