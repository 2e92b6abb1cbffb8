package org.doorstep.dispatch.model;

import java.util.regex.Pattern;

/** The name of a service in the directory: capitals, digits and dashes. */
public record ServiceId(String value) implements Comparable<ServiceId> {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,39}");

  public ServiceId {
    Require.matches("service", value, FORM);
  }

  @Override
  public int compareTo(ServiceId other) {
    return value.compareTo(other.value);
  }
}
