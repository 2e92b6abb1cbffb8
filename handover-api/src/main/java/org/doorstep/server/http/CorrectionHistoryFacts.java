package org.doorstep.server.http;

import java.util.Map;
import org.doorstep.dispatch.event.CorrectionEvent.CorrectionCases;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverAmended;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverRetracted;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsMerged;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsSeparated;
import org.doorstep.server.http.HistoryFacts.Facts;

/**
 * The facts of a history that set right what was said before.
 *
 * @param care knows the practice that a handover had gone to
 */
record CorrectionHistoryFacts(CareHistoryFacts care)
    implements CorrectionCases<Map<String, String>> {
  @Override
  public Map<String, String> identityCorrected(IdentityCorrected event) {
    return Facts.of("patient", event.patient().number()).map();
  }

  @Override
  public Map<String, String> patientsMerged(PatientsMerged event) {
    return Facts.of("patient", event.patient().number()).and("into", event.into()).map();
  }

  @Override
  public Map<String, String> patientsSeparated(PatientsSeparated event) {
    return Facts.of("patient", event.patient().number()).map();
  }

  @Override
  public Map<String, String> handoverAmended(HandoverAmended event) {
    return care.amended(event);
  }

  @Override
  public Map<String, String> handoverRetracted(HandoverRetracted event) {
    return care.retracted(event);
  }
}
