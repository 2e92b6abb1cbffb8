package org.doorstep.handover.letter;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whom it is about; possibly unidentified.
 *
 * @param nhs empty for the unidentified
 * @param ageYears as estimated at the scene, 0 to 130; for those whose birth date is not known
 */
public record LetterPatient(
    Optional<NhsIdentity> nhs,
    Optional<PersonName> name,
    Optional<LocalDate> birthDate,
    Optional<Integer> ageYears,
    Gender gender,
    Home home) {
  private static final int AGE_YEARS_MAX = 130;

  /** As the record systems know it. */
  public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
  }

  public LetterPatient {
    Checks.within("ageYears", ageYears, 0, AGE_YEARS_MAX);
  }

  /** Whether nobody can tell by this who the patient is. */
  public boolean isUnidentified() {
    return nhs.isEmpty() && (name.isEmpty() || birthDate.isEmpty());
  }

  @Override
  public String toString() {
    return "LetterPatient[masked]";
  }
}
