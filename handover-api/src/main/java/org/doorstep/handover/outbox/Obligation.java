package org.doorstep.handover.outbox;

/**
 * What the area owes the world: an effect of its log, by the event that it follows from.
 *
 * @param area the area's name
 * @param sequence the event's number, 1 or more
 * @param index the effect's number among those of the event, 0 or more
 */
public record Obligation(String area, long sequence, int index) {
  public Obligation {
    if (sequence < 1 || index < 0) {
      throw new IllegalArgumentException(
          "The sequence (%d) must be 1 or more, the index (%d) 0 or more."
              .formatted(sequence, index));
    }
  }
}
