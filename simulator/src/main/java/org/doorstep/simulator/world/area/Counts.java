package org.doorstep.simulator.world.area;

import org.doorstep.simulator.scenario.Span;

/**
 * What a world knows and its log does not: who would have been conveyed as today, who calls again,
 * how far crews drive. Of the measured time only. Confined to one thread.
 */
public final class Counts {
  private final long fromMillis;
  private final long untilMillis;
  private int avoided;
  private int again;
  private double meters;

  /** Nothing counted yet. */
  public Counts(Span span) {
    fromMillis = span.measuredFromMillis();
    untilMillis = span.endMillis();
  }

  /** Whether a moment is measured. */
  public boolean isMeasured(long moment) {
    return fromMillis <= moment && moment < untilMillis;
  }

  /** A patient was treated at the scene instead of being conveyed as today. */
  public void avoided(long moment) {
    avoided += isMeasured(moment) ? 1 : 0;
  }

  /** Such a patient calls again. */
  public void again(long moment) {
    again += isMeasured(moment) ? 1 : 0;
  }

  /** A crew has driven. */
  public void driven(double more, long moment) {
    meters += isMeasured(moment) ? more : 0;
  }

  /** Patients treated at the scene instead of being conveyed as today. */
  public int conveyancesAvoided() {
    return avoided;
  }

  /** Such patients who have called again. */
  public int recontacts() {
    return again;
  }

  /** How far all crews have driven, in kilometres, as far as their drives have ended. */
  public double kilometers() {
    return meters / 1_000;
  }
}
