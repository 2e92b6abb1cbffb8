package org.doorstep.dispatch.model;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What a unit can do, or what an incident needs: a set, kept in the order of {@link Capability}.
 *
 * @param value sorted, without repeats, whatever was given
 */
public record Capabilities(List<Capability> value) {
  /** No capability at all. */
  public static final Capabilities NONE = new Capabilities(List.of());

  public Capabilities {
    value = List.copyOf(sorted(value));
  }

  /** The set of those named. */
  public static Capabilities of(Capability... capabilities) {
    return new Capabilities(List.of(capabilities));
  }

  /** Whether everything in {@code needs} is here. */
  public boolean meet(Capabilities needs) {
    for (int i = 0; i < needs.value.size(); i++) {
      if (!value.contains(needs.value.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What of {@code needs} is not here. */
  public Capabilities lacking(Capabilities needs) {
    if (meet(needs)) {
      return NONE;
    }
    EnumSet<Capability> lacking = sorted(needs.value);
    lacking.removeAll(value);
    return new Capabilities(List.copyOf(lacking));
  }

  private static EnumSet<Capability> sorted(Collection<Capability> given) {
    EnumSet<Capability> set = EnumSet.noneOf(Capability.class);
    set.addAll(given);
    return set;
  }
}
