package org.doorstep.dispatch.policy;

import java.util.Optional;
import org.doorstep.dispatch.model.Referrer;
import org.doorstep.dispatch.model.Sex;

/**
 * A patient for whom a service is looked for: never who it is.
 *
 * @param ageYears empty when unknown
 * @param news2 empty when it is missing or not validated
 * @param sex empty when unknown
 * @param ambulatory whether the patient walks; empty when not asked
 * @param home where the patient belongs
 * @param asked who asks, and how a triage system has coded what for
 */
public record Referred(
    Optional<Integer> ageYears,
    Optional<Integer> news2,
    Optional<Sex> sex,
    Optional<Boolean> ambulatory,
    Home home,
    Asked asked) {
  /** Somebody of whom nothing is known. */
  public static final Referred UNKNOWN =
      new Referred(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Home.UNKNOWN,
          Asked.NOTHING);

  /**
   * Where a patient belongs.
   *
   * @param practice code in the organisation data service
   * @param district where the patient lives
   */
  public record Home(Optional<String> practice, Optional<String> district) {
    /** Neither is known. */
    public static final Home UNKNOWN = new Home(Optional.empty(), Optional.empty());
  }

  /**
   * Who asks for what.
   *
   * @param by whoever may refer, where it is not said
   * @param disposition of a triage system
   * @param symptomGroup of a triage system
   * @param symptomDiscriminator within the group
   */
  public record Asked(
      Optional<Referrer> by,
      Optional<String> disposition,
      Optional<String> symptomGroup,
      Optional<String> symptomDiscriminator) {
    /** Nothing is said of either. */
    public static final Asked NOTHING =
        new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
