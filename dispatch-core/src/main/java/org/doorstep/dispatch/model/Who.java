package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Who a patient is, and what is known of the home, where more has become known than the first call
 * told.
 *
 * @param identity where the latest identity lies; earlier ones are kept beside it
 * @param sameAs the number of the patient of the same incident who is the same person
 * @param returnHome the latest word on what helps the patient to come home
 */
public record Who(
    Optional<RecordId> identity, Optional<Integer> sameAs, Optional<ReturnNote> returnHome) {
  /** Nothing beyond what was told. */
  public static final Who AS_TOLD = new Who(Optional.empty(), Optional.empty(), Optional.empty());

  /** The same, with a newer identity. */
  public Who known(RecordId latest) {
    return new Who(Optional.of(latest), sameAs, returnHome);
  }

  /** The same person as another patient, or nobody else's again. */
  public Who same(Optional<Integer> other) {
    return new Who(identity, other, returnHome);
  }

  /** The same, with a newer word on the way home. */
  public Who coming(ReturnNote latest) {
    return new Who(identity, sameAs, Optional.of(latest));
  }
}
