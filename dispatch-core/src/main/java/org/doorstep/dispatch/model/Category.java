package org.doorstep.dispatch.model;

/** How soon help is needed, most urgent first; the codes of the national standards. */
public enum Category {
  /** Life-threatening. */
  C1(1),
  /** A professional asks for level 1. */
  HCP1(1),
  /** Transfer between hospitals, level 1. */
  IFT1(1),
  /** Emergency. */
  C2(2),
  /** A professional asks for level 2. */
  HCP2(2),
  /** Transfer between hospitals, level 2. */
  IFT2(2),
  /** Urgent. */
  C3(3),
  /** A professional asks for level 3. */
  HCP3(3),
  /** Transfer between hospitals, level 3. */
  IFT3(3),
  /** Less urgent. */
  C4(4),
  /** A professional asks for level 4. */
  HCP4(4),
  /** Transfer between hospitals, level 4. */
  IFT4(4),
  /** Clinical call-back. */
  C5(5);

  private final int level;

  Category(int level) {
    this.level = level;
  }

  /**
   * From 1, the most urgent, to 5; a professional's request counts as the category of its level.
   */
  public int level() {
    return level;
  }

  /** Whether this is strictly more urgent. */
  public boolean isMoreUrgentThan(Category other) {
    return level < other.level;
  }
}
