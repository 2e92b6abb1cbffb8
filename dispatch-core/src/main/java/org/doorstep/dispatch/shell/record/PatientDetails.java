package org.doorstep.dispatch.shell.record;

import java.util.Optional;

/**
 * A patient as the caller or another system has described them; possibly unidentified.
 *
 * @param nhsNumber ten digits as given, right or wrong
 * @param nhsNumberStatus what is known of it, for example {@code present and verified} or {@code
 *     check digit fails}
 * @param ageYears whole years, 0 to 130
 */
public record PatientDetails(
    Optional<String> name,
    Optional<String> nhsNumber,
    Optional<String> nhsNumberStatus,
    Optional<Integer> ageYears,
    Optional<String> sex,
    boolean unidentified) {
  private static final int AGE_YEARS_MAX = 130;

  public PatientDetails {
    if (ageYears.filter(age -> age < 0 || age > AGE_YEARS_MAX).isPresent()) {
      throw new IllegalArgumentException("The ageYears must be in [0, 130].");
    }
  }

  @Override
  public String toString() {
    return "PatientDetails[masked]";
  }
}
