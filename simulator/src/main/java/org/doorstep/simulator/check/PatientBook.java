package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CorrectionEvent;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverAnswer;
import org.doorstep.dispatch.model.HandoverRoute;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Obligation.Kind;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ReferralAnswer;
import org.doorstep.simulator.check.PatientEntry.Standing;
import org.doorstep.simulator.check.Violation.Code;

/** The judge's table of patients: what has been arranged for each, and what is owed to them. */
final class PatientBook implements CareEvent.Cases<PatientBook> {
  private final Findings findings;
  private final Dues dues;
  private final NavigableMap<PatientId, PatientEntry> entries = new TreeMap<>();

  /** Since when the services that were asked have all said no, or nothing. */
  private final NavigableMap<PatientId, Instant> turnedAway = new TreeMap<>();

  /** Those who turned out to be somebody else of the incident. */
  private final NavigableMap<PatientId, PatientEntry> merged = new TreeMap<>();

  private Instant at = Instant.EPOCH;
  private Instant now = Instant.EPOCH;

  PatientBook(Findings findings, Dues dues) {
    this.findings = findings;
    this.dues = dues;
  }

  void happened(Instant when, CareEvent event, Instant seen) {
    at = when;
    now = seen;
    event.fold(this);
  }

  /** Whether each patient of an incident, if there is any, is in somebody's hands. */
  boolean areFitToLeave(IncidentId incident) {
    return of(incident).stream().allMatch(patient -> entry(patient).isFitToLeave());
  }

  /** The incident leaves the board: each patient must be in somebody's hands. */
  void leave(IncidentId incident, Instant seen) {
    for (PatientId patient : of(incident)) {
      if (!entry(patient).isFitToLeave()) {
        findings.add(Code.CLOSED_BUT_OWED, seen, "%s: %s".formatted(patient, entry(patient)));
      }
    }
  }

  @Override
  public PatientBook assessmentRecorded(CareEvent.AssessmentRecorded event) {
    change(event.patient(), entry -> entry);
    if (entry(event.patient()).handover() == Standing.NONE) {
      dues.owe(Obligation.of(Kind.SIGN_HANDOVER, event.patient()), Allowance.handoverSigned(at));
    }
    return this;
  }

  @Override
  public PatientBook dispositionChosen(CareEvent.DispositionChosen event) {
    change(event.patient(), entry -> entry.chose(event.choice().disposition()));
    return entry(event.patient()).visit() == Standing.TURNED_AWAY
        ? turnAway(event.patient(), turnedAway.getOrDefault(event.patient(), at))
        : this;
  }

  /** Where care is meant to be a service's, and none takes it on, another way is owed. */
  private PatientBook turnAway(PatientId patient, Instant since) {
    turnedAway.put(patient, since);
    if (entry(patient).chosen().equals(Optional.of(Disposition.COMMUNITY))) {
      dues.owe(Obligation.of(Kind.REARRANGE, patient), Allowance.referralRearranged(since));
    } else {
      dues.settle(Obligation.of(Kind.REARRANGE, patient));
    }
    return this;
  }

  @Override
  public PatientBook ownershipTaken(CareEvent.OwnershipTaken event) {
    return change(event.patient(), PatientEntry::ownedByName);
  }

  @Override
  public PatientBook referralOffered(CareEvent.ReferralOffered event) {
    visit(event.patient(), event.referral(), Standing.ASKED);
    dues.owe(Obligation.of(Kind.ANSWER_REFERRAL, event.patient()), event.answerBy());
    return this;
  }

  @Override
  public PatientBook referralAnswered(CareEvent.ReferralAnswered event) {
    if (isEarlier(event.patient(), event.referral())) {
      return this;
    }
    if (event.answer().kind() == ReferralAnswer.Kind.INTERIM) {
      dues.owe(Obligation.of(Kind.ANSWER_REFERRAL, event.patient()), event.dueAt());
      return this;
    }
    if (event.answer().kind() == ReferralAnswer.Kind.REFUSED) {
      visit(event.patient(), event.referral(), Standing.TURNED_AWAY);
      return turnAway(event.patient(), event.dueAt());
    }
    visit(event.patient(), event.referral(), Standing.AGREED);
    dues.owe(Obligation.of(Kind.ATTEND, event.patient()), event.dueAt());
    return this;
  }

  @Override
  public PatientBook referralExpired(CareEvent.ReferralExpired event) {
    if (isEarlier(event.patient(), event.referral())) {
      return this;
    }
    visit(event.patient(), event.referral(), Standing.TURNED_AWAY);
    return turnAway(event.patient(), at);
  }

  @Override
  public PatientBook referralCancelled(CareEvent.ReferralCancelled event) {
    return isEarlier(event.patient(), event.referral())
        ? this
        : visit(event.patient(), event.referral(), Standing.NONE);
  }

  @Override
  public PatientBook attendanceReported(CareEvent.AttendanceReported event) {
    if (isEarlier(event.patient(), event.referral())) {
      return this;
    }
    if (event.attended()) {
      return visit(event.patient(), event.referral(), Standing.OVER);
    }
    visit(event.patient(), event.referral(), Standing.MISSED);
    dues.owe(Obligation.of(Kind.REARRANGE, event.patient()), Allowance.referralRearranged(at));
    return this;
  }

  @Override
  public PatientBook preAlertSent(CareEvent.PreAlertSent event) {
    dues.owe(
        Obligation.of(Kind.ACKNOWLEDGE_PRE_ALERT, event.patient()), Allowance.preAlertHeard(at));
    return this;
  }

  @Override
  public PatientBook preAlertAcknowledged(CareEvent.PreAlertAcknowledged event) {
    dues.settle(Obligation.of(Kind.ACKNOWLEDGE_PRE_ALERT, event.patient()));
    return this;
  }

  @Override
  public PatientBook patientReceived(CareEvent.PatientReceived event) {
    dues.settle(Obligation.of(Kind.ACKNOWLEDGE_PRE_ALERT, event.patient()));
    return this;
  }

  @Override
  public PatientBook handoverSigned(CareEvent.HandoverSigned event) {
    return sign(event.patient(), event.terms());
  }

  private PatientBook sign(PatientId patient, HandoverTerms terms) {
    if (terms.practice().isPresent()) {
      return dispatch(patient, terms);
    }
    // Only a patient without a practice, or who will not have it told, ends with the signature.
    boolean nobodyToTell =
        terms.kind() == HandoverTerms.Kind.FOR_INFORMATION
            && (terms.route().equals(Optional.of(HandoverRoute.SHARING_REFUSED))
                || terms.route().equals(Optional.of(HandoverRoute.UNREGISTERED)));
    return nobodyToTell ? endHandover(patient) : strand(patient, Optional.of(terms));
  }

  @Override
  public PatientBook handoverDelivered(CareEvent.HandoverDelivered event) {
    PatientId patient = event.patient();
    Optional<HandoverTerms> terms = entry(patient).terms();
    return switch (event.delivery()) {
      case SENT -> waitFor(patient, terms, Kind.DELIVER_HANDOVER, Allowance.handoverArrived(at));
      case FAILED -> strand(patient, terms);
      case RECEIVED ->
          terms
              .filter(agreed -> agreed.kind() == HandoverTerms.Kind.ACTION_REQUESTED)
              .map(
                  agreed ->
                      waitFor(
                          patient,
                          terms,
                          Kind.ANSWER_HANDOVER,
                          Allowance.handoverAnswered(at, agreed)))
              .orElseGet(() -> endHandover(patient));
    };
  }

  @Override
  public PatientBook handoverAnswered(CareEvent.HandoverAnswered event) {
    Optional<HandoverTerms> terms = entry(event.patient()).terms();
    if (event.answer().kind() == HandoverAnswer.Kind.ACCEPTED) {
      return endHandover(event.patient());
    }
    return event.answer().kind() == HandoverAnswer.Kind.REFUSED
        ? strand(event.patient(), terms)
        : waitFor(event.patient(), terms, Kind.ANSWER_PRACTICE, Allowance.practiceAnswered(at));
  }

  @Override
  public PatientBook practiceAnswered(CareEvent.PracticeAnswered event) {
    return waitFor(
        event.patient(),
        entry(event.patient()).terms(),
        Kind.DELIVER_HANDOVER,
        Allowance.handoverArrived(at));
  }

  @Override
  public PatientBook handoverRedirected(CareEvent.HandoverRedirected event) {
    return waitFor(
        event.patient(),
        entry(event.patient()).terms(),
        Kind.DELIVER_HANDOVER,
        Allowance.handoverArrived(at));
  }

  @Override
  public PatientBook handedOverByHand(CareEvent.HandedOverByHand event) {
    return endHandover(event.patient());
  }

  @Override
  public PatientBook preAlertCancelled(CareEvent.PreAlertCancelled event) {
    dues.settle(Obligation.of(Kind.ACKNOWLEDGE_PRE_ALERT, event.patient()));
    return this;
  }

  @Override
  public PatientBook followUpRecorded(CareEvent.FollowUpRecorded event) {
    return this;
  }

  @Override
  public PatientBook returnHomeNoted(CareEvent.ReturnHomeNoted event) {
    return this;
  }

  /** What was said wrongly is set right. */
  void corrected(Instant when, CorrectionEvent event, Instant seen) {
    at = when;
    now = seen;
    if (event instanceof CorrectionEvent.HandoverAmended amended) {
      sign(amended.patient(), amended.terms());
    } else if (event instanceof CorrectionEvent.HandoverRetracted taken) {
      settleHandover(taken.patient());
      dues.owe(Obligation.of(Kind.SIGN_HANDOVER, taken.patient()), Allowance.handoverSigned(at));
      change(taken.patient(), entry -> entry.handover(Standing.NONE, Optional.empty()));
    } else if (event instanceof CorrectionEvent.PatientsMerged merged) {
      merge(merged.patient());
    } else if (event instanceof CorrectionEvent.PatientsSeparated separated) {
      PatientEntry entry = merged.remove(separated.patient());
      if (entry != null) {
        entries.put(separated.patient(), entry);
        if (entry.handover() == Standing.NONE) {
          dues.owe(
              Obligation.of(Kind.SIGN_HANDOVER, separated.patient()), Allowance.handoverSigned(at));
        }
      }
    }
  }

  /** Whoever is somebody else's double is owed nothing of their own, unless it was signed. */
  private void merge(PatientId patient) {
    PatientEntry entry = entry(patient);
    if (entry.handover() == Standing.NONE) {
      dues.settle(Obligation.of(Kind.SIGN_HANDOVER, patient));
      merged.put(patient, entry);
      entries.remove(patient);
    }
  }

  @Override
  public PatientBook responsibilityEnded(CareEvent.ResponsibilityEnded event) {
    for (PatientId patient : of(event.incident())) {
      if (!entry(patient).isLetGo()) {
        findings.add(Code.CLOSED_BUT_OWED, now, "%s: %s".formatted(patient, entry(patient)));
      }
      settleVisit(patient);
      settleHandover(patient);
      dues.settle(Obligation.of(Kind.ACKNOWLEDGE_PRE_ALERT, patient));
      entries.remove(patient);
      turnedAway.remove(patient);
    }
    return this;
  }

  private PatientBook dispatch(PatientId patient, HandoverTerms terms) {
    return waitFor(
        patient, Optional.of(terms), Kind.DELIVER_HANDOVER, Allowance.handoverArrived(at));
  }

  private PatientBook strand(PatientId patient, Optional<HandoverTerms> terms) {
    return waitFor(patient, terms, Kind.REROUTE_HANDOVER, Allowance.strandedRerouted(at));
  }

  private PatientBook waitFor(
      PatientId patient, Optional<HandoverTerms> terms, Kind kind, Instant due) {
    settleHandover(patient);
    dues.owe(Obligation.of(kind, patient), due);
    return change(patient, entry -> entry.handover(Standing.AGREED, terms));
  }

  private PatientBook endHandover(PatientId patient) {
    settleHandover(patient);
    return change(patient, entry -> entry.handover(Standing.OVER, entry.terms()));
  }

  private PatientBook visit(PatientId patient, int number, Standing next) {
    settleVisit(patient);
    return change(patient, entry -> entry.visit(number, next));
  }

  private void settleVisit(PatientId patient) {
    for (Kind kind : List.of(Kind.ANSWER_REFERRAL, Kind.ATTEND, Kind.REARRANGE)) {
      dues.settle(Obligation.of(kind, patient));
    }
  }

  private void settleHandover(PatientId patient) {
    for (Kind kind :
        List.of(
            Kind.SIGN_HANDOVER,
            Kind.DELIVER_HANDOVER,
            Kind.ANSWER_HANDOVER,
            Kind.ANSWER_PRACTICE,
            Kind.REROUTE_HANDOVER)) {
      dues.settle(Obligation.of(kind, patient));
    }
  }

  private boolean isEarlier(PatientId patient, int referral) {
    return referral != entry(patient).referral();
  }

  private PatientEntry entry(PatientId patient) {
    return entries.getOrDefault(patient, PatientEntry.NEW);
  }

  private PatientBook change(PatientId patient, UnaryOperator<PatientEntry> change) {
    entries.put(patient, change.apply(entry(patient)));
    return this;
  }

  private Collection<PatientId> of(IncidentId incident) {
    return new ArrayList<>(
        entries
            .subMap(
                new PatientId(incident, 1),
                true,
                new PatientId(incident, PatientId.NUMBER_MAX),
                true)
            .keySet());
  }
}
