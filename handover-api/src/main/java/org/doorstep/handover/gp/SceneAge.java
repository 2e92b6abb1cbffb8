package org.doorstep.handover.gp;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the age told at the scene says of a birth date in a record. Callers guess: a few years are
 * no contradiction. Pure.
 */
public final class SceneAge {
  /** So many years apart is still a guess; an engineering default that needs clinical approval. */
  public static final int GUESSED_YEARS_MAX = 5;

  private static final int YEAR_DIGITS = 4;

  private SceneAge() {}

  /**
   * Whether the two can hardly be of one person.
   *
   * @param birthDate as recorded, whole or in part; absent: nothing to compare
   * @param ageYears as told at the scene; absent: nothing to compare
   */
  public static boolean contradicts(
      Optional<String> birthDate, Optional<Integer> ageYears, LocalDate today) {
    if (birthDate.isEmpty() || ageYears.isEmpty()) {
      return false;
    }
    int years = today.getYear() - Integer.parseInt(birthDate.get().substring(0, YEAR_DIGITS));
    // The birthday of this year may be yet to come, so one less is the same age.
    int told = ageYears.get();
    return told > years + GUESSED_YEARS_MAX || told < years - 1 - GUESSED_YEARS_MAX;
  }
}
