package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The booking of an incident, and how far it has come.
 *
 * @param releasedAt from when the incident waits like any other; empty while its time has not come
 */
public record Booked(Booking booking, Optional<Instant> releasedAt) {

  /** The same, released. */
  public Booked released(Instant at) {
    return new Booked(booking, Optional.of(at));
  }

  /** Another booking in its place; one whose time has not come yet is not released any more. */
  public Booked changed(Booking now, Instant at) {
    boolean early = now.releaseAt().isAfter(at);
    return new Booked(now, early ? Optional.empty() : releasedAt);
  }
}
