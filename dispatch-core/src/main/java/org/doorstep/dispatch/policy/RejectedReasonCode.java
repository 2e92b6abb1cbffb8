package org.doorstep.dispatch.policy;

import java.util.Optional;
import org.doorstep.dispatch.policy.DestinationReason.Code;

/**
 * The national code for a rejected service, of the code system {@code dos-rejected-reasons-bars}.
 *
 * <p>That system has no code for a service that is closed, nor for one whose word nobody has.
 */
public final class RejectedReasonCode {
  /** The code system's address. */
  public static final String SYSTEM = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";

  private static final String CAPACITY = "22";
  private static final String NOT_APPROPRIATE = "23";
  private static final String NOT_ELIGIBLE = "40";
  private static final String DISTANCE = "42";

  private RejectedReasonCode() {}

  /** The code of a reason; empty where none says it. */
  public static Optional<String> find(Code code) {
    return switch (code) {
      case LACKS_NEED, OTHER_DISPOSITION, OTHER_SYMPTOM, SCORE_TOO_HIGH, SCORE_MISSING ->
          Optional.of(NOT_APPROPRIATE);
      case REFERRER_NOT_TAKEN,
          TOO_YOUNG,
          TOO_OLD,
          AGE_UNKNOWN,
          OTHER_SEX,
          OTHER_PRACTICE,
          OTHER_DISTRICT,
          NOT_AMBULATORY ->
          Optional.of(NOT_ELIGIBLE);
      case OUT_OF_REACH, TOO_FAR, NO_ROUTE -> Optional.of(DISTANCE);
      case FULL, PAUSED, ADVICE_ONLY, NO_MORE_TODAY -> Optional.of(CAPACITY);
      default -> Optional.empty();
    };
  }
}
