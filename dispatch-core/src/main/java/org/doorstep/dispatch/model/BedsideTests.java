package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * What else was measured at the patient's side; none of it is part of the early warning score.
 *
 * @param glucoseTenths capillary glucose, tenths of a mmol per litre
 * @param pain from 0 to 10, by the patient
 * @param comaScale Glasgow Coma Scale, 3 to 15
 * @param comaParts its three parts, where they are told
 */
public record BedsideTests(
    Optional<Integer> glucoseTenths,
    Optional<Integer> pain,
    Optional<Integer> comaScale,
    Optional<ComaParts> comaParts) {
  /** Nothing else was measured. */
  public static final BedsideTests NONE =
      new BedsideTests(Optional.empty(), Optional.empty(), Optional.empty());

  public BedsideTests {
    Vital.GLUCOSE.check(glucoseTenths);
    Vital.PAIN.check(pain);
    Vital.COMA_SCALE.check(comaScale);
    if (comaScale.isPresent() && comaParts.isPresent()) {
      checkSum(comaScale.get(), comaParts.get().total());
    }
  }

  /** Where the parts of the coma scale are not told. */
  public BedsideTests(
      Optional<Integer> glucoseTenths, Optional<Integer> pain, Optional<Integer> comaScale) {
    this(glucoseTenths, pain, comaScale, Optional.empty());
  }

  private static void checkSum(int total, int sum) {
    if (total != sum) {
      throw new IllegalArgumentException(
          "The coma scale (%d) must be the sum of its parts (%d).".formatted(total, sum));
    }
  }
}
