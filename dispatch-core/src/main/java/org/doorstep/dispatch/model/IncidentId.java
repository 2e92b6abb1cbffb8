package org.doorstep.dispatch.model;

/**
 * An incident's number, counted up within its area; short enough to be said on the radio.
 *
 * @param value 1 or more
 */
public record IncidentId(long value) implements Comparable<IncidentId> {
  public IncidentId {
    Require.atLeast("incident", value, 1);
  }

  @Override
  public int compareTo(IncidentId other) {
    return Long.compare(value, other.value);
  }
}
