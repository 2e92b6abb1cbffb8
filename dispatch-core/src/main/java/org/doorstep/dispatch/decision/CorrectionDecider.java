package org.doorstep.dispatch.decision;

import java.util.Optional;
import java.util.function.Function;
import org.doorstep.dispatch.command.CorrectionCommand;
import org.doorstep.dispatch.command.CorrectionCommand.AmendHandover;
import org.doorstep.dispatch.command.CorrectionCommand.CorrectIdentity;
import org.doorstep.dispatch.command.CorrectionCommand.MergePatients;
import org.doorstep.dispatch.command.CorrectionCommand.RetractHandover;
import org.doorstep.dispatch.command.CorrectionCommand.SeparatePatients;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverAmended;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverRetracted;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsMerged;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsSeparated;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.Who;

/** Decides about what was said wrongly: who a patient is, and what a practice was told. */
record CorrectionDecider(DispatchView view) implements CorrectionCommand.CorrectionCases<Decision> {

  /** Of an open incident the next number stands for somebody who has not been assessed yet. */
  @Override
  public Decision correctIdentity(CorrectIdentity command) {
    PatientId id = command.patient();
    boolean next = id.number() == view.listPatients(id.incident()).size() + 1;
    if (view.findIncident(id.incident()).isPresent() && view.findPatient(id).isEmpty() && !next) {
      return Decision.reject(Rejection.PATIENT_UNKNOWN);
    }
    return opened(id, new IdentityCorrected(id, command.record()));
  }

  @Override
  public Decision mergePatients(MergePatients command) {
    var into = new PatientId(command.patient().incident(), command.into());
    return CareDecider.onPatient(
        view,
        command.patient(),
        patient ->
            CareDecider.onPatient(
                view,
                into,
                other ->
                    findUnfit(patient, other)
                        .map(Decision::reject)
                        .orElseGet(
                            () ->
                                Decision.accept(
                                    new PatientsMerged(patient.id(), command.into())))));
  }

  /** Nobody stands for two others, and whoever is promised to a service is not made to vanish. */
  private Optional<Rejection> findUnfit(Patient patient, Patient other) {
    boolean chained =
        patient.id().equals(other.id())
            || patient.isAnother()
            || other.isAnother()
            || view.listPatients(patient.id().incident()).stream()
                .anyMatch(each -> isSame(each, patient));
    if (chained) {
      return Optional.of(Rejection.MERGE_UNFIT);
    }
    return patient
        .arrangements()
        .lastReferral()
        .map(Referral::state)
        .filter(state -> state.isOpen())
        .map(open -> Rejection.REFERRAL_OPEN);
  }

  private static boolean isSame(Patient each, Patient as) {
    return each.who().flatMap(Who::sameAs).filter(n -> n == as.id().number()).isPresent();
  }

  @Override
  public Decision separatePatients(SeparatePatients command) {
    return CareDecider.onPatient(
        view,
        command.patient(),
        patient ->
            patient.isAnother()
                ? Decision.accept(new PatientsSeparated(patient.id()))
                : Decision.reject(Rejection.NOTHING_TO_CHANGE));
  }

  @Override
  public Decision amendHandover(AmendHandover command) {
    return onHandover(
        command.patient(),
        command.amends(),
        new HandoverAmended(
            command.patient(), command.amends(), command.record(), command.terms()));
  }

  @Override
  public Decision retractHandover(RetractHandover command) {
    return onHandover(
        command.patient(),
        command.asked(),
        new HandoverRetracted(
            command.patient(),
            command.asked(),
            command.reason(),
            command.record(),
            command.choice()));
  }

  /** The handover that was seen must be the one that stands. */
  private Decision onHandover(PatientId id, long asked, DispatchEvent then) {
    Function<Patient, Decision> decide =
        patient ->
            patient
                .arrangements()
                .handover()
                .map(Handover::asked)
                .map(
                    stands ->
                        stands == asked
                            ? Decision.accept(then)
                            : Decision.reject(Rejection.SEEN_STATE_OUTDATED))
                .orElseGet(() -> Decision.reject(Rejection.HANDOVER_UNSIGNED));
    return view.findPatient(id).map(decide).orElseGet(() -> settled(id, then));
  }

  /** Of somebody who is settled the area knows no more than that the incident has been. */
  private Decision settled(PatientId id, DispatchEvent then) {
    return view.findIncident(id.incident()).isPresent()
        ? Decision.reject(Rejection.PATIENT_UNKNOWN)
        : opened(id, then);
  }

  private Decision opened(PatientId id, DispatchEvent then) {
    return view.wasOpened(id.incident())
        ? Decision.accept(then)
        : Decision.reject(Rejection.INCIDENT_UNKNOWN);
  }
}
