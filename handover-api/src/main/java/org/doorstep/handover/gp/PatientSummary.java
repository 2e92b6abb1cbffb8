package org.doorstep.handover.gp;

import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.wire.RecordJson;

/** What a record says of one patient, plans first. */
public record PatientSummary(
    RecordedPatient patient,
    PlanSection plans,
    SummarySection allergies,
    SummarySection medicines,
    SummarySection problems,
    SummarySection encounters) {

  /** Whether every section was read to its end. */
  public boolean isWhole() {
    return plans.fault().isEmpty()
        && Stream.of(allergies, medicines, problems, encounters)
            .map(SummarySection::fault)
            .allMatch(Optional::isEmpty);
  }

  /** The bytes of a copy. */
  public byte[] toJson() {
    return RecordJson.write(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static PatientSummary of(byte[] json) {
    return RecordJson.read(PatientSummary.class, json);
  }

  @Override
  public String toString() {
    return "PatientSummary[masked]";
  }
}
