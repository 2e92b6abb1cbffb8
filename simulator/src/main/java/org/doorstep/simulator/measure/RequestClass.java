package org.doorstep.simulator.measure;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.model.Category;

/**
 * Incidents by who asked, beside {@link ResponseClass}: requests of professionals and transfers by
 * level, and what is left of C1 and C2 without them. The published table shows that C1 is C1
 * without them, and theirs of level 1; C2 alike.
 */
public enum RequestClass {
  /** A professional asks, level 1. */
  HCP1,
  /** A professional asks, level 2. */
  HCP2,
  /** A professional asks, level 3. */
  HCP3,
  /** A professional asks, level 4. */
  HCP4,
  /** Transfer, level 1. */
  IFT1,
  /** Transfer, level 2. */
  IFT2,
  /** Transfer, level 3. */
  IFT3,
  /** Transfer, level 4. */
  IFT4,
  /** C1 of all others. */
  C1_PUBLIC,
  /** C2 of all others. */
  C2_PUBLIC;

  /** The classes of a category, none or one. */
  static List<RequestClass> of(Category category) {
    List<RequestClass> classes = new ArrayList<>(1);
    for (RequestClass each : values()) {
      if (each.name().equals(category.name()) || each.name().equals(category + "_PUBLIC")) {
        classes.add(each);
      }
    }
    return classes;
  }

  /** Whether the clock stops with the first arrival, whoever conveys; as for C1. */
  boolean stopsAtFirstArrival() {
    return this == HCP1 || this == IFT1 || this == C1_PUBLIC;
  }

  /** How many were attended. */
  public Measure incidents() {
    return Measure.valueOf(name() + "_INCIDENTS");
  }

  /** The total of their response times. */
  public Measure totalSeconds() {
    return Measure.valueOf(name() + "_TOTAL_SECONDS");
  }

  /** The mean of their response times. */
  public Measure meanSeconds() {
    return Measure.valueOf(name() + "_MEAN_SECONDS");
  }

  /** The 90th centile of their response times. */
  public Measure p90Seconds() {
    return Measure.valueOf(name() + "_P90_SECONDS");
  }
}
