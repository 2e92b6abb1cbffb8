package org.doorstep.dispatch.model;

/**
 * Whether queues at hospitals may change the order of destinations in an area: off until a desk
 * switches it on, with a reason.
 *
 * @param reason for people, without a word about any patient
 */
public record LoadLevelling(boolean on, String reason, ServiceWord.Said said) {
  /** As much as fits a line. */
  public static final int REASON_LENGTH_MAX = 200;

  public LoadLevelling {
    Require.atMost("length of the reason", reason.length(), REASON_LENGTH_MAX);
    if (on && reason.isBlank()) {
      throw new IllegalArgumentException("The reason to level the load must not be blank.");
    }
  }
}
