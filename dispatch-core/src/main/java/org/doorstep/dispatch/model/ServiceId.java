package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/**
 * An entry of the directory of services: a hospital, a community service, a practice.
 *
 * @param value stable, as the area's directory spells it
 */
public record ServiceId(String value) implements Comparable<ServiceId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public ServiceId {
    Require.matches("service", value, FORM);
  }

  @Override
  public int compareTo(ServiceId other) {
    return value.compareTo(other.value);
  }
}
