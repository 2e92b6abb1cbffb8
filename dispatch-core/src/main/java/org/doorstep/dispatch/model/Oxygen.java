package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Whether a patient breathes air or is given oxygen.
 *
 * @param given whether oxygen was given when the saturation was read
 * @param litresPerMinute how much, where it was written down
 */
public record Oxygen(boolean given, Optional<Integer> litresPerMinute) {
  /** Room air. */
  public static final Oxygen AIR = new Oxygen(false, Optional.empty());

  public Oxygen {
    Vital.OXYGEN.check(litresPerMinute);
    if (!given && litresPerMinute.orElse(0) > 0) {
      throw new IllegalArgumentException(
          "The oxygen (%d litres per minute) must be 0 or left out where none is given."
              .formatted(litresPerMinute.orElse(0)));
    }
  }
}
