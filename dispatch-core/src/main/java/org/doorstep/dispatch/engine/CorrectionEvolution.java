package org.doorstep.dispatch.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.doorstep.dispatch.event.CorrectionEvent.CorrectionCases;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverAmended;
import org.doorstep.dispatch.event.CorrectionEvent.HandoverRetracted;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsMerged;
import org.doorstep.dispatch.event.CorrectionEvent.PatientsSeparated;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Retraction;
import org.doorstep.dispatch.model.Who;

/** What each correction changes; whoever was settled and is owed something again comes back. */
record CorrectionEvolution(AreaState state, Instant at, long sequence)
    implements CorrectionCases<AreaState> {

  @Override
  public AreaState identityCorrected(IdentityCorrected event) {
    boolean here =
        state.findPatient(event.patient()).isPresent()
            || state.findIncident(event.patient().incident()).isPresent();
    return here ? identify(event.patient(), who -> who.known(event.record())) : state;
  }

  @Override
  public AreaState patientsMerged(PatientsMerged event) {
    return identify(event.patient(), who -> who.same(Optional.of(event.into())));
  }

  @Override
  public AreaState patientsSeparated(PatientsSeparated event) {
    return identify(event.patient(), who -> who.same(Optional.empty()));
  }

  @Override
  public AreaState handoverAmended(HandoverAmended event) {
    return change(
        event.patient(),
        patient -> patient.with(patient.arrangements().with(again(event, patient))));
  }

  /**
   * What was signed first stays in view; of somebody who had been let go of, only what was added.
   */
  private Handover again(HandoverAmended event, Patient patient) {
    RecordId words = patient.arrangements().handover().map(Handover::record).orElse(event.record());
    return new Handover(event.terms(), CareEvolution.onItsWay(event.terms()), words, sequence, at);
  }

  @Override
  public AreaState handoverRetracted(HandoverRetracted event) {
    var taken = new Retraction(event.asked(), event.reason(), at);
    return change(
        event.patient(),
        patient -> chosen(patient, event).with(patient.arrangements().without(taken)));
  }

  /** Whoever had been let go of comes back with what was chosen. */
  private static Patient chosen(Patient patient, HandoverRetracted event) {
    return patient.choice().isPresent()
        ? patient
        : event.choice().map(patient::with).orElse(patient);
  }

  private AreaState identify(PatientId id, UnaryOperator<Who> change) {
    return change(id, patient -> patient.with(change.apply(patient.who().orElse(Who.AS_TOLD))));
  }

  private AreaState change(PatientId id, UnaryOperator<Patient> change) {
    state.put(change.apply(state.findPatient(id).orElseGet(() -> Patient.unknown(id))));
    return state;
  }
}
