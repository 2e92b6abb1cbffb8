package org.doorstep.server.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Agreement;
import org.doorstep.dispatch.model.Arrangements;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PreAlert;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReturnNote;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.Atmist;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.server.board.BoardIncident;
import org.doorstep.server.board.BoardPlace;
import org.doorstep.server.board.BoardState;

/** Reads patients in full: how far their care has come, and the words about them. Blocks. */
final class PatientReading {
  private final ServedArea area;
  private final ShownProtocol protocol;
  private final Arrivals arrivals;
  private final PatientIdentities identities;

  /**
   * A patient as those see them who take part in the care.
   *
   * @param practice where the patient is registered, as far as that is known
   * @param returnHome what helps the patient to come home, as the practice has written it
   * @param unconfirmed tables of the proposal whose review is past
   */
  record ShownPatient(
      Patient care,
      Optional<PatientDetails> identity,
      Optional<AssessmentDetails> assessment,
      Optional<CareWords> referral,
      Optional<Atmist> preAlert,
      Optional<CareWords> handover,
      Optional<CareWords> question,
      Optional<ShownIncident> incident,
      Optional<ServiceId> practice,
      Optional<CareWords> agreement,
      Optional<CareWords> returnHome,
      List<ShownProtocol.Unconfirmed> unconfirmed) {
    @Override
    public String toString() {
      return "ShownPatient[masked]";
    }
  }

  /** The incident while it is open. */
  record ShownIncident(
      Category category,
      String complaint,
      Optional<String> placeLabel,
      Instant openedAt,
      List<Flag> flags,
      List<ShownUnit> units) {
    @Override
    public String toString() {
      return "ShownIncident[masked]";
    }
  }

  /**
   * A crew on its way, there, or on its way onward.
   *
   * @param etaSeconds until it is at the destination; only while it drives there
   */
  record ShownUnit(UnitId unit, JobStage stage, Instant since, Optional<Long> etaSeconds) {}

  PatientReading(ServedArea area, Instant now) {
    this.protocol = new ShownProtocol(now);
    this.area = area;
    this.arrivals = new Arrivals(area);
    this.identities = new PatientIdentities(area);
  }

  /**
   * Reads patients.
   *
   * @param scope who is seen, and of whom all is
   */
  List<ShownPatient> read(BoardState board, PatientScope scope) throws LogFault {
    List<ShownPatient> shown = new ArrayList<>();
    for (Patient patient : board.patients()) {
      if (scope.showsCare(patient)) {
        shown.add(read(board, patient));
      } else if (scope.shows(patient)) {
        shown.add(outline(board, patient));
      }
    }
    return shown;
  }

  private ShownPatient read(BoardState board, Patient patient) throws LogFault {
    Arrangements arrangements = patient.arrangements();
    Optional<PatientDetails> identity = identities.find(patient);
    return new ShownPatient(
        patient,
        identity,
        find(patient.assessed().map(Assessed::record)).map(AssessmentDetails::of),
        find(arrangements.lastReferral().map(Referral::rest).map(plan -> plan.record()))
            .map(CareWords::of),
        find(arrangements.preAlert().map(PreAlert::record)).map(Atmist::of),
        find(arrangements.handover().map(Handover::record)).map(CareWords::of),
        find(PracticeQuestion.find(area.log(), patient)).map(CareWords::of),
        incident(board, patient),
        identity.flatMap(PatientDetails::nhsNumber).flatMap(this::practice),
        find(patient.agreement().flatMap(Agreement::record)).map(CareWords::of),
        returnHome(patient),
        patient.assessed().map(this::unconfirmed).orElse(List.of()));
  }

  private List<ShownProtocol.Unconfirmed> unconfirmed(Assessed assessed) {
    return protocol.unconfirmed(area.protocol().shelf().view(), assessed.proposal().rules());
  }

  /** Who it is, how far the crew has come, the practice's own note; the rest is for who treats. */
  private ShownPatient outline(BoardState board, Patient patient) throws LogFault {
    Patient unknown = Patient.unknown(patient.id());
    return new ShownPatient(
        patient.returnNote().map(unknown::with).orElse(unknown),
        identities.find(patient),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        incident(board, patient),
        Optional.empty(),
        Optional.empty(),
        returnHome(patient),
        List.of());
  }

  private Optional<CareWords> returnHome(Patient patient) {
    return find(patient.returnNote().map(ReturnNote::record)).map(CareWords::of);
  }

  private Optional<ShownIncident> incident(BoardState board, Patient patient) {
    return board.findIncident(patient.id().incident()).map(open -> incident(open, patient));
  }

  private ShownIncident incident(BoardIncident open, Patient patient) {
    return new ShownIncident(
        open.category(),
        open.complaint(),
        open.place().flatMap(BoardPlace::label),
        open.openedAt(),
        open.flags(),
        open.jobs().stream()
            .map(
                job ->
                    new ShownUnit(
                        job.unit(), job.stage(), job.since(), arrivals.findSeconds(job, patient)))
            .toList());
  }

  private Optional<ServiceId> practice(String nhsNumber) {
    return area.people().records().find(nhsNumber).map(GpRecord::practice);
  }

  private Optional<byte[]> find(Optional<RecordId> id) {
    return id.flatMap(area.record()::find);
  }
}
