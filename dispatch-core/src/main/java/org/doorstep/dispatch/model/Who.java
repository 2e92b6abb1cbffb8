package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Who a patient is, where more has become known than the first call told.
 *
 * @param identity where the latest identity lies; earlier ones are kept beside it
 * @param sameAs the number of the patient of the same incident who is the same person
 */
public record Who(Optional<RecordId> identity, Optional<Integer> sameAs) {
  /** Nothing beyond what was told. */
  public static final Who AS_TOLD = new Who(Optional.empty(), Optional.empty());

  /** The same, with a newer identity. */
  public Who known(RecordId latest) {
    return new Who(Optional.of(latest), sameAs);
  }

  /** The same person as another patient, or nobody else's again. */
  public Who same(Optional<Integer> other) {
    return new Who(identity, other);
  }
}
