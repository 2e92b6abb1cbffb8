package org.doorstep.handover.letter;

import java.util.Optional;

/**
 * Breathing as measured.
 *
 * @param ratePerMinute 0 to 150
 * @param saturationPercent 0 to 100, by pulse oximeter
 * @param oxygen whether oxygen was given; empty where it was not recorded
 */
public record Breathing(
    Optional<Integer> ratePerMinute, Optional<Integer> saturationPercent, Optional<Oxygen> oxygen) {
  private static final int FLOW_MAX = 80;

  /**
   * Air or oxygen.
   *
   * @param litresPerMinute the flow, where oxygen was given and the flow is known
   */
  public record Oxygen(boolean given, Optional<Integer> litresPerMinute) {
    /** No oxygen. */
    public static final Oxygen AIR = new Oxygen(false, Optional.empty());

    public Oxygen {
      Checks.within("litresPerMinute", litresPerMinute, 1, FLOW_MAX);
      if (!given && litresPerMinute.isPresent()) {
        throw new IllegalArgumentException("Air has no flow of oxygen.");
      }
    }
  }

  public Breathing {
    Checks.within("ratePerMinute", ratePerMinute, 0, 150);
    Checks.within("saturationPercent", saturationPercent, 0, 100);
  }
}
