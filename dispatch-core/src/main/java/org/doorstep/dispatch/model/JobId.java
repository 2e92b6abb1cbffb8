package org.doorstep.dispatch.model;

/**
 * One unit's commitment to one incident, named by the sequence of the event that began it.
 *
 * @param value 1 or more
 */
public record JobId(long value) {
  public JobId {
    Require.atLeast("job", value, 1);
  }
}
