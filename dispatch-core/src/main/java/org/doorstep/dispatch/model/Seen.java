package org.doorstep.dispatch.model;

/**
 * What a person had on screen when the choice was made.
 *
 * @param incident the incident's version then, 1 or more
 * @param unit the unit's version then, 1 or more
 */
public record Seen(long incident, long unit) {
  public Seen {
    Require.atLeast("seen incident version", incident, 1);
    Require.atLeast("seen unit version", unit, 1);
  }

  /** Whether both are still as they were seen. */
  public boolean matches(Incident nowIncident, ClinicalUnit nowUnit) {
    return incident == nowIncident.version() && unit == nowUnit.version();
  }
}
