package org.doorstep.server.outcome;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.handover.bars.NhsNumber;

/** Who the patients of an incident are, as far as the first call has told, by keyed digests. */
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

  private Optional<String> digest(PatientDetails told) {
    return told.nhsNumber()
        .map(NhsNumber::compact)
        .filter(NhsNumber::isValid)
        .map(record::personDigest);
  }
}
