package org.doorstep.dispatch.model;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What was found and what was looked for and not found. A finding in neither list was not asked,
 * and is never taken as absent.
 *
 * @param present sorted, without repeats, whatever was given
 * @param absent sorted, without repeats; none of them present
 */
public record Findings(List<Finding> present, List<Finding> absent) {
  /** Nothing asked yet. */
  public static final Findings NONE = new Findings(List.of(), List.of());

  public Findings {
    EnumSet<Finding> found = sorted(present);
    EnumSet<Finding> lacking = sorted(absent);
    for (Finding each : found) {
      if (lacking.contains(each)) {
        throw new IllegalArgumentException(
            "The finding (%s) must not be both present and absent.".formatted(each));
      }
    }
    present = List.copyOf(found);
    absent = List.copyOf(lacking);
  }

  /** True when found, false when looked for in vain, empty when not asked. */
  public Optional<Boolean> answer(Finding finding) {
    if (present.contains(finding)) {
      return Optional.of(true);
    }
    return absent.contains(finding) ? Optional.of(false) : Optional.empty();
  }

  /** Whether it was found. */
  public boolean has(Finding finding) {
    return present.contains(finding);
  }

  private static EnumSet<Finding> sorted(Collection<Finding> given) {
    EnumSet<Finding> set = EnumSet.noneOf(Finding.class);
    set.addAll(given);
    return set;
  }
}
