package org.doorstep.dispatch.shell.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * A patient as the caller or another system has described them; possibly unidentified.
 *
 * @param nhsNumber ten digits as given, right or wrong
 * @param nhsNumberStatus what is known of it, for example {@code present and verified} or {@code
 *     check digit fails}
 * @param ageYears whole years, 0 to 130
 * @param birthDate such as {@code 1948-03-17}
 */
public record PatientDetails(
    Optional<String> name,
    Optional<String> nhsNumber,
    Optional<String> nhsNumberStatus,
    Optional<Integer> ageYears,
    Optional<String> sex,
    boolean unidentified,
    Optional<String> birthDate) {
  /** The kind under which an identity is kept that became known after the call. */
  public static final String KIND = "identity";

  private static final int AGE_YEARS_MAX = 130;

  /** A patient whose birth date was not told. */
  public PatientDetails(
      Optional<String> name,
      Optional<String> nhsNumber,
      Optional<String> nhsNumberStatus,
      Optional<Integer> ageYears,
      Optional<String> sex,
      boolean unidentified) {
    this(name, nhsNumber, nhsNumberStatus, ageYears, sex, unidentified, Optional.empty());
  }

  public PatientDetails {
    birthDate.ifPresent(PatientDetails::checkDate);
    if (ageYears.filter(age -> age < 0 || age > AGE_YEARS_MAX).isPresent()) {
      throw new IllegalArgumentException("The ageYears must be in [0, 130].");
    }
  }

  private static void checkDate(String date) {
    try {
      LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("The birthDate must be such as 1948-03-17.", e);
    }
  }

  /** The body of the entry. */
  public byte[] toJson() {
    return RecordJson.write(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static PatientDetails of(byte[] json) {
    return RecordJson.read(PatientDetails.class, json);
  }

  @Override
  public String toString() {
    return "PatientDetails[masked]";
  }
}
