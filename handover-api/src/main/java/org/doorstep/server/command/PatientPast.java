package org.doorstep.server.command;

import java.util.Optional;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.PersonalContext;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.server.delivery.CaseFile;

/** What log and record say of a patient before a handover is signed. Blocks. */
final class PatientPast {
  private final AreaLog log;
  private final IncidentRecord record;

  PatientPast(AreaLog log, IncidentRecord record) {
    this.log = log;
    this.record = record;
  }

  /** Where the incident is; empty where that is not known. */
  Optional<Position> scene(IncidentId incident) {
    CaseFile file = read(new PatientId(incident, 1));
    return file.opened().place().flatMap(hidden -> record.open(file.opened().call(), hidden));
  }

  /**
   * Whether the patient may refuse that the practice is told: with capacity that was tested and
   * found; by telephone, where nobody has assessed, by the word of who signs.
   */
  boolean mayRefuseSharing(PatientId patient) {
    CaseFile file = read(patient);
    boolean byTelephone =
        file.chosen()
            .map(chosen -> chosen.choice().disposition() == Disposition.HEAR_AND_TREAT)
            .orElse(false);
    Optional<Boolean> tested =
        file.assessed()
            .map(Assessed::record)
            .flatMap(record::find)
            .flatMap(body -> AssessmentDetails.of(body).assessment().context())
            .flatMap(PersonalContext::capacity)
            .flatMap(test -> test.hasCapacity());
    return tested.orElse(byTelephone && file.assessed().isEmpty());
  }

  private CaseFile read(PatientId patient) {
    try {
      return CaseFile.read(log.history(patient.incident()), patient, Long.MAX_VALUE);
    } catch (LogFault e) {
      throw new IllegalStateException("The log cannot be read.", e);
    }
  }
}
