package org.doorstep.server.http;

import java.util.Optional;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Who;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.server.board.BoardState;

/** Who patients are, as far as it has been told. Blocks. */
final class PatientIdentities {
  private final ServedArea area;

  PatientIdentities(ServedArea area) {
    this.area = area;
  }

  /**
   * As was put down last; else as the first call has told, in whose order patients have numbers.
   */
  Optional<PatientDetails> find(Patient patient) throws LogFault {
    Optional<PatientDetails> corrected =
        read(patient.who().flatMap(Who::identity)).map(PatientDetails::of);
    return corrected.isPresent() ? corrected : findTold(patient.id());
  }

  /** Of a patient of the board, or of one whom nobody owes anything any more. */
  Optional<PatientDetails> find(PatientId patient) throws LogFault {
    Optional<Patient> known = area.board().state().flatMap(board -> board.findPatient(patient));
    return find(known.orElseGet(() -> Patient.unknown(patient)));
  }

  private Optional<PatientDetails> findTold(PatientId patient) throws LogFault {
    return read(area.log().findRecord(patient.incident()))
        .map(CallDetails::of)
        .map(CallDetails::patients)
        .filter(told -> told.size() >= patient.number())
        .map(told -> told.get(patient.number() - 1));
  }

  /** Whether there ever was such an incident. */
  boolean isKnown(PatientId patient) throws LogFault {
    return area.log().findRecord(patient.incident()).isPresent();
  }

  /** The age in years: as the crew has put it down, else as told. */
  Optional<Integer> findAge(BoardState board, PatientId patient) throws LogFault {
    Optional<Integer> assessed =
        read(board.findPatient(patient).flatMap(Patient::assessed).map(Assessed::record))
            .map(AssessmentDetails::of)
            .flatMap(details -> details.assessment().patient().ageYears());
    return assessed.isPresent() ? assessed : find(patient).flatMap(PatientDetails::ageYears);
  }

  private Optional<byte[]> read(Optional<RecordId> id) {
    return id.flatMap(area.record()::find);
  }
}
