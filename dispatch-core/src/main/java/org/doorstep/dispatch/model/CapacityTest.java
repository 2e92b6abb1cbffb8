package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * The test of capacity for the decision at hand (Mental Capacity Act 2005, sections 2 and 3); empty
 * parts were not tested.
 *
 * @param impaired whether mind or brain are impaired or disturbed
 * @param understands what the decision is about
 * @param retains it long enough to decide
 * @param weighs it
 * @param communicates the decision, by any means
 */
public record CapacityTest(
    Optional<Boolean> impaired,
    Optional<Boolean> understands,
    Optional<Boolean> retains,
    Optional<Boolean> weighs,
    Optional<Boolean> communicates) {

  /**
   * Whether there is capacity: lost only where an impairment comes with something that cannot be
   * done; empty while neither is sure.
   */
  public Optional<Boolean> hasCapacity() {
    List<Optional<Boolean>> parts = List.of(understands, retains, weighs, communicates);
    boolean lacks = parts.contains(Optional.of(false));
    boolean whole = !lacks && !parts.contains(Optional.<Boolean>empty());
    if (whole || impaired.equals(Optional.of(false))) {
      return Optional.of(true);
    }
    return lacks && impaired.isPresent() ? Optional.of(false) : Optional.empty();
  }
}
