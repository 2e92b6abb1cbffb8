package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.UnitId;

/** The judge's entry of one open incident. One thread. */
final class OpenEntry {
  final TreeSet<UnitId> crews = new TreeSet<>();
  final Instant opened;
  Instant clockStarted;
  int level;
  boolean placed;
  boolean attended;
  boolean nobodyToSend;
  Optional<Booking> booking = Optional.empty();

  /** Whether it is booked and nobody is to be sent yet. */
  boolean ahead;

  OpenEntry(boolean placed, int level, Instant opened) {
    this.placed = placed;
    this.level = level;
    this.opened = opened;
    this.clockStarted = opened;
  }

  boolean isWaiting() {
    return crews.isEmpty() && !ahead;
  }

  /** The patient is waited for from the opening of the window, if that was not past. */
  void book(Booking agreed) {
    Instant opens = agreed.window().opens();
    booking = Optional.of(agreed);
    clockStarted = opens.isBefore(opened) ? opened : opens;
  }
}
