package org.doorstep.dispatch.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Arrangements;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Handover;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Obligation.Kind;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.Retraction;

/**
 * Reads off the state what is owed by when: every open incident, job, referral, pre-alert and
 * handover has a deadline, and no open thing is without one.
 *
 * <p>The times are engineering defaults and need clinical and operational approval.
 */
public final class Deadlines {
  private static final Duration ACKNOWLEDGE_JOB = Duration.ofMinutes(2);
  private static final Duration SET_OFF = Duration.ofMinutes(5);
  private static final Duration REACH_SCENE = Duration.ofMinutes(90);
  private static final Duration ON_SCENE = Duration.ofHours(3);
  private static final Duration TO_DESTINATION = Duration.ofHours(2);
  private static final Duration TO_CLEAR = Duration.ofHours(1);
  private static final Duration SIGN_HANDOVER = Duration.ofHours(2);
  private static final Duration ACKNOWLEDGE_PRE_ALERT = Duration.ofMinutes(3);
  private static final Duration REARRANGE = Duration.ofMinutes(15);
  private static final Duration DELIVER = Duration.ofMinutes(30);
  private static final Duration ANSWER_HANDOVER = Duration.ofHours(4);
  private static final Duration ANSWER_PRACTICE = Duration.ofHours(1);
  private static final Duration REROUTE = Duration.ofMinutes(30);
  private static final Duration DRIVE_TO_PICK_UP = Duration.ofMinutes(30);

  /** Until when somebody should be on the way, by the level of urgency from 1. */
  private static final List<Duration> SEND =
      List.of(
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(90),
          Duration.ofMinutes(150),
          Duration.ofHours(2));

  private Deadlines() {}

  /** All that is owed, done in time or not, in the order of incidents. */
  public static List<Overdue> list(DispatchView view) {
    List<Overdue> owed = new ArrayList<>();
    view.listIncidents().forEach(incident -> addIncident(owed, view, incident));
    view.listPatients().forEach(patient -> addPatient(owed, patient));
    return owed;
  }

  /** What is owed about one incident and its patients. */
  public static List<Overdue> list(DispatchView view, IncidentId id) {
    List<Overdue> owed = new ArrayList<>();
    view.findIncident(id).ifPresent(incident -> addIncident(owed, view, incident));
    view.listPatients(id).forEach(patient -> addPatient(owed, patient));
    return owed;
  }

  /** What is past its time and has not been said to be. */
  public static List<Overdue> listPassed(DispatchView view, Instant now) {
    List<Overdue> passed = new ArrayList<>(list(view));
    passed.removeIf(owed -> owed.dueAt().isAfter(now));
    if (!passed.isEmpty()) {
      Map<Obligation, Instant> told = new TreeMap<>();
      view.listOverdue().forEach(each -> told.put(each.obligation(), each.dueAt()));
      passed.removeIf(owed -> owed.dueAt().equals(told.get(owed.obligation())));
    }
    return passed;
  }

  private static void addIncident(List<Overdue> owed, DispatchView view, Incident incident) {
    if (!ResponseNeeds.listUnmet(view, incident).isEmpty()) {
      owed.add(new Overdue(Obligation.of(Kind.SEND, incident.id()), sendBy(incident)));
    }
    if (incident.isBookedAhead() && incident.booked().isPresent()) {
      owed.add(
          new Overdue(
              Obligation.of(Kind.RELEASE_BOOKING, incident.id()),
              incident.booked().get().booking().releaseAt()));
    }
    owed.addAll(ContactDeadlines.list(incident));
    for (Job job : incident.response().jobs()) {
      Kind kind = job.stage() == JobStage.ALLOCATED ? Kind.ACKNOWLEDGE_JOB : Kind.PROGRESS_JOB;
      owed.add(
          new Overdue(
              Obligation.of(kind, incident.id(), job.unit()),
              job.since().plus(within(job.stage()))));
    }
  }

  /** By its urgency from the start of its clock; a booked window leaves the time to drive. */
  private static Instant sendBy(Incident incident) {
    Duration within = SEND.get(incident.triage().category().level() - 1);
    Instant usual = incident.triage().clockStartedAt().plus(within);
    return incident
        .booked()
        .map(booked -> booked.booking().window().closes().minus(DRIVE_TO_PICK_UP))
        .filter(usual::isAfter)
        .orElse(usual);
  }

  private static Duration within(JobStage stage) {
    return switch (stage) {
      case ALLOCATED -> ACKNOWLEDGE_JOB;
      case ACKNOWLEDGED -> SET_OFF;
      case MOBILE -> REACH_SCENE;
      case AT_SCENE, AT_PATIENT -> ON_SCENE;
      case LEFT_SCENE -> TO_DESTINATION;
      case AT_DESTINATION, HANDED_OVER, CLEAR -> TO_CLEAR;
    };
  }

  private static void addPatient(List<Overdue> owed, Patient patient) {
    Arrangements arrangements = patient.arrangements();
    arrangements
        .preAlert()
        .filter(sent -> sent.acknowledgedBy().isEmpty() && arrangements.reception().isEmpty())
        .ifPresent(
            sent ->
                add(
                    owed,
                    patient,
                    Kind.ACKNOWLEDGE_PRE_ALERT,
                    sent.sentAt().plus(ACKNOWLEDGE_PRE_ALERT)));
    arrangements.lastReferral().ifPresent(referral -> addReferral(owed, patient, referral));
    arrangements
        .handover()
        .ifPresentOrElse(
            handover -> addHandover(owed, patient, handover),
            () ->
                unsignedSince(patient)
                    .ifPresent(
                        since ->
                            add(owed, patient, Kind.SIGN_HANDOVER, since.plus(SIGN_HANDOVER))));
  }

  /** Since when a signature is owed; whoever is another patient of the incident owes none. */
  private static Optional<Instant> unsignedSince(Patient patient) {
    return patient.isAnother()
        ? Optional.empty()
        : patient
            .arrangements()
            .retracted()
            .map(Retraction::at)
            .or(() -> patient.assessed().map(Assessed::at));
  }

  private static void addReferral(List<Overdue> owed, Patient patient, Referral referral) {
    if (referral.state().isAsked()) {
      add(owed, patient, Kind.ANSWER_REFERRAL, referral.dueAt());
    } else if (referral.state() == ReferralState.ACCEPTED) {
      add(owed, patient, Kind.ATTEND, referral.dueAt());
    } else if (referral.state() == ReferralState.NOT_ATTENDED || patient.isTurnedAway()) {
      add(owed, patient, Kind.REARRANGE, referral.dueAt().plus(REARRANGE));
    }
  }

  private static void addHandover(List<Overdue> owed, Patient patient, Handover handover) {
    findOwed(handover)
        .ifPresent(kind -> add(owed, patient, kind, handover.since().plus(within(kind, handover))));
  }

  private static Optional<Kind> findOwed(Handover handover) {
    if (handover.hasEnded()) {
      return Optional.empty();
    }
    return switch (handover.state()) {
      case SIGNED, SENT -> Optional.of(Kind.DELIVER_HANDOVER);
      case RECEIVED -> Optional.of(Kind.ANSWER_HANDOVER);
      case QUERIED -> Optional.of(Kind.ANSWER_PRACTICE);
      case REFUSED, UNDELIVERABLE -> Optional.of(Kind.REROUTE_HANDOVER);
      case ACCEPTED, BY_HAND, KEPT -> Optional.empty();
    };
  }

  private static Duration within(Kind kind, Handover handover) {
    return switch (kind) {
      case DELIVER_HANDOVER -> DELIVER;
      case ANSWER_PRACTICE -> ANSWER_PRACTICE;
      case REROUTE_HANDOVER -> REROUTE;
      default -> answerWithin(handover);
    };
  }

  /** The practice's answer is due when the action is, if that is sooner than the usual time. */
  private static Duration answerWithin(Handover handover) {
    HandoverTerms terms = handover.terms();
    return terms
        .dueAt()
        .map(due -> Duration.between(handover.since(), due))
        .filter(left -> !left.isNegative() && left.compareTo(ANSWER_HANDOVER) < 0)
        .orElse(ANSWER_HANDOVER);
  }

  private static void add(List<Overdue> owed, Patient patient, Kind kind, Instant dueAt) {
    owed.add(new Overdue(Obligation.of(kind, patient.id()), dueAt));
  }
}
