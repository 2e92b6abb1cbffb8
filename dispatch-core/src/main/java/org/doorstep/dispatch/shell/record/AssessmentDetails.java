package org.doorstep.dispatch.shell.record;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.protocol.CareDecision;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.FollowUpIf;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * An assessment as it lies in the patient record, with what the tables of its day made of it: all
 * it takes to decide again years later.
 *
 * @param followUps what the practice is asked for in each way in which care can happen; empty in
 *     records of before that was kept
 */
public record AssessmentDetails(
    Assessment assessment, CareResult result, Optional<List<FollowUpIf>> followUps) {
  /** The kind under which these entries are kept. */
  public static final String KIND = "assessment";

  public AssessmentDetails {
    followUps = followUps.map(List::copyOf);
  }

  /** What the tables make of an assessment. */
  public static AssessmentDetails decided(CareTables tables, Assessment assessment) {
    return new AssessmentDetails(
        assessment,
        CareDecision.decide(tables, assessment),
        Optional.of(CareDecision.followUps(tables, assessment)));
  }

  /** The body of the entry. */
  public byte[] toJson() {
    return RecordJson.write(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static AssessmentDetails of(byte[] json) {
    return RecordJson.read(AssessmentDetails.class, json);
  }

  @Override
  public String toString() {
    return "AssessmentDetails[masked]";
  }
}
