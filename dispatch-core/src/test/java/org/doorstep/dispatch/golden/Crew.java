package org.doorstep.dispatch.golden;

import java.time.Duration;
import java.time.Instant;
import org.doorstep.dispatch.golden.GridTown.Spot;

/** A vehicle in the town: it stands, or it drives; its position is heard of, or it is not. */
final class Crew {
  private final Spot base;
  private Spot from;
  private Spot to;
  private Instant departs;
  private Instant arrives;
  private Instant heardAt;
  private boolean silent;
  private boolean reachable = true;

  Crew(Spot base, Instant now) {
    this.base = base;
    from = base;
    to = base;
    departs = now;
    arrives = now;
    heardAt = now;
  }

  /** Sets off; answers when it will be there. */
  Instant drive(Spot there, int millis, Instant now) {
    from = at(now);
    to = there;
    departs = now;
    arrives = now.plusMillis(millis);
    return arrives;
  }

  /** Stays where it is. */
  void stop(Instant now) {
    Spot here = at(now);
    from = here;
    to = here;
    departs = now;
    arrives = now;
  }

  Spot at(Instant now) {
    if (!now.isBefore(arrives)) {
      return to;
    }
    double whole = Duration.between(departs, arrives).toMillis();
    return from.towards(to, Duration.between(departs, now).toMillis() / whole);
  }

  boolean isOnRoad(Instant now) {
    return now.isBefore(arrives);
  }

  /** From now on no position comes in. */
  void fallSilent(Instant now) {
    silent = true;
    heardAt = now;
  }

  void cutOff() {
    reachable = false;
  }

  boolean isSilent() {
    return silent;
  }

  boolean isReachable() {
    return reachable;
  }

  /** Where it is held to be: its base stands in for a position that nobody knows. */
  Spot known(Instant now) {
    return silent ? base : at(now);
  }

  int fixAgeSeconds(Instant now) {
    return silent ? (int) Duration.between(heardAt, now).toSeconds() : 5;
  }
}
