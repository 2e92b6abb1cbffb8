package org.doorstep.dispatch.model;

/**
 * A person in an incident, by number; who it is lies in the patient record and never in the log.
 *
 * @param number 1 for the first patient of the incident, at most {@link #NUMBER_MAX}
 */
public record PatientId(IncidentId incident, int number) implements Comparable<PatientId> {
  /** Where more are hurt, a major incident is declared and run by other means. */
  public static final int NUMBER_MAX = 20;

  public PatientId {
    Require.atLeast("number of the patient", number, 1);
    Require.atMost("number of the patient", number, NUMBER_MAX);
  }

  @Override
  public int compareTo(PatientId other) {
    int order = Long.compare(incident.value(), other.incident.value());
    return order != 0 ? order : Integer.compare(number, other.number);
  }
}
