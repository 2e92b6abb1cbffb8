package org.doorstep.dispatch.shell.record;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * The words of one call or message, as they lie in the incident record.
 *
 * @param complaint what is the matter, in a few words
 * @param narrative what was said, at length
 * @param placeLabel the place in words
 * @param reference how the sending system names the case, if a system sent it
 */
public record CallDetails(
    String complaint,
    Optional<String> narrative,
    Optional<String> placeLabel,
    Optional<Caller> caller,
    List<PatientDetails> patients,
    Optional<String> reference) {
  /** The kind under which these entries are kept. */
  public static final String KIND = "call";

  private static final int COMPLAINT_LENGTH_MAX = 200;
  private static final int NARRATIVE_LENGTH_MAX = 20_000;
  private static final int PATIENTS_MAX = 100;

  public CallDetails {
    if (complaint.length() > COMPLAINT_LENGTH_MAX) {
      throw new IllegalArgumentException("The complaint must have 200 characters at most.");
    }
    if (narrative.filter(text -> text.length() > NARRATIVE_LENGTH_MAX).isPresent()) {
      throw new IllegalArgumentException("The narrative must have 20000 characters at most.");
    }
    if (patients.size() > PATIENTS_MAX) {
      throw new IllegalArgumentException("There must be 100 patients at most in one call.");
    }
    patients = List.copyOf(patients);
  }

  /** The body of the entry. */
  public byte[] toJson() {
    return RecordJson.write(this);
  }

  /** Reads what {@link #toJson} has written. */
  public static CallDetails of(byte[] json) {
    return RecordJson.read(CallDetails.class, json);
  }

  @Override
  public String toString() {
    return "CallDetails[masked]";
  }
}
