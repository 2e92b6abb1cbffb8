package org.doorstep.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.wire.Subject;
import org.doorstep.server.http.HistoryFacts.Facts;

/**
 * The care part of the facts of a history. Remembers which service an offer went to and which
 * hospital and practice a patient has, because later events do not repeat it.
 */
final class CareHistoryFacts implements CareEvent.Cases<Facts> {
  private final Map<String, ServiceId> asked = new TreeMap<>();
  private final Map<Integer, ServiceId> hospitals = new TreeMap<>();
  private final Map<Integer, ServiceId> practices = new TreeMap<>();

  /** The facts of the next event. */
  Map<String, String> of(CareEvent event) {
    return event.fold(this).and("patient", Subject.findPatient(event).map(PatientId::number)).map();
  }

  @Override
  public Facts assessmentRecorded(CareEvent.AssessmentRecorded event) {
    CareProposal proposal = event.proposal();
    return Facts.of("level", proposal.level())
        .and("destination", proposal.destination())
        .and("hubFirst", proposal.hubFirst())
        .and("news2", proposal.news2());
  }

  @Override
  public Facts dispositionChosen(CareEvent.DispositionChosen event) {
    hospitals.remove(event.patient().number());
    event.choice().destination().ifPresent(to -> hospitals.put(event.patient().number(), to));
    return Facts.of("disposition", event.choice().disposition())
        .and("service", value(event.choice().destination()))
        .and("reason", event.choice().reason());
  }

  @Override
  public Facts ownershipTaken(CareEvent.OwnershipTaken event) {
    return new Facts();
  }

  @Override
  public Facts referralOffered(CareEvent.ReferralOffered event) {
    asked.put(key(event.patient(), event.referral()), event.service());
    return Facts.of("service", event.service().value())
        .and("referral", event.referral())
        .and("more", event.rest().services().size())
        .and("dueAt", event.answerBy());
  }

  @Override
  public Facts referralAnswered(CareEvent.ReferralAnswered event) {
    return referral(event.patient(), event.referral())
        .and("answer", event.answer().kind())
        .and("reason", event.answer().reason())
        .and("dueAt", event.dueAt());
  }

  @Override
  public Facts referralExpired(CareEvent.ReferralExpired event) {
    return referral(event.patient(), event.referral());
  }

  @Override
  public Facts referralCancelled(CareEvent.ReferralCancelled event) {
    return referral(event.patient(), event.referral());
  }

  @Override
  public Facts attendanceReported(CareEvent.AttendanceReported event) {
    return referral(event.patient(), event.referral()).and("attended", event.attended());
  }

  private Facts referral(PatientId patient, int number) {
    Optional<ServiceId> service = Optional.ofNullable(asked.get(key(patient, number)));
    return Facts.of("referral", number).and("service", value(service));
  }

  private static String key(PatientId patient, int referral) {
    return patient.number() + "/" + referral;
  }

  @Override
  public Facts preAlertSent(CareEvent.PreAlertSent event) {
    return Facts.of("service", event.destination().value());
  }

  @Override
  public Facts preAlertAcknowledged(CareEvent.PreAlertAcknowledged event) {
    return hospital(event.patient()).and("bay", event.bay().value());
  }

  @Override
  public Facts patientReceived(CareEvent.PatientReceived event) {
    return hospital(event.patient());
  }

  private Facts hospital(PatientId patient) {
    return new Facts().and("service", value(Optional.ofNullable(hospitals.get(patient.number()))));
  }

  @Override
  public Facts handoverSigned(CareEvent.HandoverSigned event) {
    HandoverTerms terms = event.terms();
    terms.practice().ifPresent(practice -> practices.put(event.patient().number(), practice));
    return practice(event.patient())
        .and("kind", terms.kind())
        .and("dueAt", terms.dueAt())
        .and("route", terms.route())
        .and("copyTo", value(terms.copyTo()));
  }

  /** A handover that goes out again with an addendum. */
  Map<String, String> amended(CorrectionEvent.HandoverAmended event) {
    HandoverTerms terms = event.terms();
    terms.practice().ifPresent(practice -> practices.put(event.patient().number(), practice));
    return practice(event.patient())
        .and("kind", terms.kind())
        .and("dueAt", terms.dueAt())
        .and("patient", event.patient().number())
        .map();
  }

  /** A handover that was taken back. */
  Map<String, String> retracted(CorrectionEvent.HandoverRetracted event) {
    return practice(event.patient())
        .and("reason", event.reason())
        .and("patient", event.patient().number())
        .map();
  }

  @Override
  public Facts handoverDelivered(CareEvent.HandoverDelivered event) {
    return practice(event.patient()).and("delivery", event.delivery());
  }

  @Override
  public Facts handoverAnswered(CareEvent.HandoverAnswered event) {
    return practice(event.patient())
        .and("answer", event.answer().kind())
        .and("reason", event.answer().reason());
  }

  @Override
  public Facts practiceAnswered(CareEvent.PracticeAnswered event) {
    return practice(event.patient());
  }

  @Override
  public Facts handoverRedirected(CareEvent.HandoverRedirected event) {
    practices.put(event.patient().number(), event.practice());
    return practice(event.patient());
  }

  @Override
  public Facts handedOverByHand(CareEvent.HandedOverByHand event) {
    return new Facts();
  }

  @Override
  public Facts preAlertCancelled(CareEvent.PreAlertCancelled event) {
    return hospital(event.patient());
  }

  @Override
  public Facts followUpRecorded(CareEvent.FollowUpRecorded event) {
    return practice(event.patient()).and("outcome", event.outcome());
  }

  @Override
  public Facts returnHomeNoted(CareEvent.ReturnHomeNoted event) {
    return new Facts();
  }

  @Override
  public Facts responsibilityEnded(CareEvent.ResponsibilityEnded event) {
    return new Facts();
  }

  private Facts practice(PatientId patient) {
    return new Facts().and("practice", value(Optional.ofNullable(practices.get(patient.number()))));
  }

  private static Optional<String> value(Optional<ServiceId> service) {
    return service.map(ServiceId::value);
  }
}
