package org.doorstep.server.outcome;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.handover.bars.NhsNumber;

/** Who the patients of an incident are, as was told or put down later, by keyed digests. */
final class PeopleTold {
  private final IncidentRecord record;

  PeopleTold(IncidentRecord record) {
    this.record = record;
  }

  /**
   * A digest for each patient of the call, in its order; of one without a number that fits its
   * check digit an empty one.
   *
   * @return empty where the call has been erased
   */
  Optional<List<Optional<String>>> find(RecordId call) {
    return record
        .find(call)
        .map(CallDetails::of)
        .map(words -> words.patients().stream().map(this::digest).toList());
  }

  /** The digest of an identity that was put down after the call; empty without a fit number. */
  Optional<String> findKnown(RecordId identity) {
    return record.find(identity).map(PatientDetails::of).flatMap(this::digest);
  }

  private Optional<String> digest(PatientDetails told) {
    return told.nhsNumber()
        .map(NhsNumber::compact)
        .filter(NhsNumber::isValid)
        .map(record::personDigest);
  }
}
