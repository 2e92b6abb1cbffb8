package org.doorstep.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Arrangements;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PreAlert;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.Atmist;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.PatientDetails;

/** Reads patients in full: how far their care has come, and the words about them. */
final class PatientReading {
  private final AreaLog log;
  private final IncidentRecord record;

  /** A patient as those see them who take part in the care. */
  record ShownPatient(
      Patient care,
      Optional<PatientDetails> identity,
      Optional<AssessmentDetails> assessment,
      Optional<CareWords> referral,
      Optional<Atmist> preAlert,
      Optional<CareWords> handover) {
    @Override
    public String toString() {
      return "ShownPatient[masked]";
    }
  }

  PatientReading(AreaLog log, IncidentRecord record) {
    this.log = log;
    this.record = record;
  }

  List<ShownPatient> read(List<Patient> patients) throws LogFault {
    List<ShownPatient> shown = new ArrayList<>();
    for (Patient patient : patients) {
      shown.add(read(patient));
    }
    return shown;
  }

  private ShownPatient read(Patient patient) throws LogFault {
    Arrangements arrangements = patient.arrangements();
    return new ShownPatient(
        patient,
        findIdentity(patient),
        find(patient.assessed().map(Assessed::record)).map(AssessmentDetails::of),
        find(arrangements.lastReferral().map(Referral::rest).map(plan -> plan.record()))
            .map(CareWords::of),
        find(arrangements.preAlert().map(PreAlert::record)).map(Atmist::of),
        find(arrangements.handover().map(Handover::record)).map(CareWords::of));
  }

  /** Who it is, as far as the first call has told: patients have their numbers in its order. */
  private Optional<PatientDetails> findIdentity(Patient patient) throws LogFault {
    return find(log.findRecord(patient.id().incident()))
        .map(CallDetails::of)
        .map(CallDetails::patients)
        .filter(told -> told.size() >= patient.id().number())
        .map(told -> told.get(patient.id().number() - 1));
  }

  private Optional<byte[]> find(Optional<RecordId> id) {
    return id.flatMap(record::find);
  }
}
