package org.doorstep.handover.gp;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An advance care plan as a record names it. The paper itself may say otherwise.
 *
 * @param text what it says, as recorded
 * @param active whether the record has it as in force
 * @param made the day as recorded, as in {@code 2024-05-02}, {@code 2024-05} or {@code 2024}
 * @param review by when somebody has to look at it again
 * @param expires after which day it no longer holds
 * @param by who signed, or who may speak
 * @param original where the original lies
 * @param lifeSustaining whether it says that it covers life-sustaining treatment
 */
public record KnownPlan(
    PlanKind kind,
    String text,
    boolean active,
    Optional<String> made,
    Optional<String> review,
    Optional<String> expires,
    Optional<String> by,
    Optional<String> original,
    Optional<Cpr> cpr,
    Optional<Boolean> lifeSustaining) {
  private static final int ADULT_YEARS = 18;
  private static final int YEAR_DIGITS = 4;

  /**
   * What makes it doubtful by itself, whatever the paper says.
   *
   * @param birthDate of the patient as recorded, whole or in part
   */
  public Optional<String> warning(Optional<String> birthDate, LocalDate today) {
    boolean refusal = kind == PlanKind.ADVANCE_DECISION;
    if (refusal
        && birthDate.filter(day -> isUnderAge(day, made.orElse(today.toString()))).isPresent()) {
      return Optional.of("Made before the age of 18: in law this is no advance decision.");
    }
    boolean silent = lifeSustaining.filter(covers -> covers).isEmpty();
    if (silent && refusal) {
      return Optional.of("The record does not say that it covers life-sustaining treatment.");
    }
    return silent && kind == PlanKind.LASTING_POWER_OF_ATTORNEY
        ? Optional.of(
            "The record does not say that the attorney may decide on life-sustaining treatment.")
        : Optional.empty();
  }

  private static boolean isUnderAge(String born, String on) {
    int years = year(on) - year(born);
    boolean birthdayToCome =
        on.length() > YEAR_DIGITS
            && born.length() > YEAR_DIGITS
            && on.substring(YEAR_DIGITS).compareTo(born.substring(YEAR_DIGITS)) < 0;
    return years < ADULT_YEARS || (years == ADULT_YEARS && birthdayToCome);
  }

  private static int year(String day) {
    return Integer.parseInt(day.substring(0, YEAR_DIGITS));
  }

  @Override
  public String toString() {
    return "KnownPlan[masked]";
  }
}
