package org.doorstep.simulator.measure;

import java.util.Optional;
import org.doorstep.dispatch.model.Category;

/** For which incidents response times are published, each with a rule when its clock stops. */
public enum ResponseClass {
  /** Life-threatening: the first arrival at the scene. */
  C1,
  /** Those of {@link #C1} that were conveyed: the arrival of the vehicle that conveyed. */
  C1T,
  /** Emergency: the arrival of the vehicle that conveyed; where none did, the first arrival. */
  C2,
  /** Urgent: as {@link #C2}. */
  C3,
  /** Less urgent: as {@link #C2}. */
  C4;

  /**
   * The class of a category; {@link #C1T} is found at the end. Professionals' requests and
   * transfers of levels 1 and 2 count as C1 and C2, those below have measures of their own.
   */
  public static Optional<ResponseClass> of(Category category) {
    return switch (category) {
      case C1, HCP1, IFT1 -> Optional.of(C1);
      case C2, HCP2, IFT2 -> Optional.of(C2);
      case C3 -> Optional.of(C3);
      case C4 -> Optional.of(C4);
      case HCP3, IFT3, HCP4, IFT4, C5 -> Optional.empty();
    };
  }
}
