package org.doorstep.dispatch.model;

/** What a service says of its room, or what is left of its word. */
public enum Room {
  OPEN,
  /** Under pressure, still taking. */
  LIMITED,
  /** Takes nobody until a stated time, or until it speaks again. */
  PAUSED,
  FULL,
  /** Nobody is seen; a clinician answers the telephone. */
  ADVICE_ONLY,
  /** Took patients until a stated time that has passed, and takes no more today; never said. */
  NO_MORE_TODAY,
  /** Nobody has said, or not lately enough; never taken for room. */
  UNKNOWN;

  /** Whether patients are turned away. */
  public boolean isShut() {
    return this == PAUSED || this == FULL || this == ADVICE_ONLY || this == NO_MORE_TODAY;
  }

  /** As a colour. */
  public Capacity capacity() {
    return switch (this) {
      case OPEN -> Capacity.GREEN;
      case LIMITED -> Capacity.AMBER;
      case PAUSED, FULL, ADVICE_ONLY, NO_MORE_TODAY -> Capacity.RED;
      case UNKNOWN -> Capacity.UNKNOWN;
    };
  }

  /** What a bare colour says. */
  public static Room of(Capacity capacity) {
    return switch (capacity) {
      case GREEN -> OPEN;
      case AMBER -> LIMITED;
      case RED -> FULL;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
