package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/**
 * A unit's call sign, unique in its area.
 *
 * @param value capital letters, digits and hyphens, at most 16, no hyphen first
 */
public record UnitId(String value) implements Comparable<UnitId> {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,15}");

  public UnitId {
    Require.matches("unit", value, FORM);
  }

  @Override
  public int compareTo(UnitId other) {
    return value.compareTo(other.value);
  }
}
