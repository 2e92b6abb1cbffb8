package org.doorstep.dispatch.shell.record;

import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * An assessment as it lies in the patient record, with what the tables of its day made of it: all
 * it takes to decide again years later.
 */
public record AssessmentDetails(Assessment assessment, CareResult result) {
  /** The kind under which these entries are kept. */
  public static final String KIND = "assessment";

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
