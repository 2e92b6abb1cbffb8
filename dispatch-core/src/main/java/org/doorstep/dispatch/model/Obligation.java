package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * Something that somebody owes by a time.
 *
 * @param patient the number of the patient; empty where it concerns the incident or a unit
 */
public record Obligation(
    Kind kind, IncidentId incident, Optional<Integer> patient, Optional<UnitId> unit)
    implements Comparable<Obligation> {
  /** Who owes what. */
  public enum Kind {
    /** The desk: somebody on the way. */
    SEND,
    /** The crew: acknowledge the job. */
    ACKNOWLEDGE_JOB,
    /** The crew: report the next step. */
    PROGRESS_JOB,
    /** The crew: sign the handover of a patient whose care has been chosen. */
    SIGN_HANDOVER,
    /** The destination: acknowledge the pre-alert. */
    ACKNOWLEDGE_PRE_ALERT,
    /** The service: answer the referral. */
    ANSWER_REFERRAL,
    /** The service: see the patient. */
    ATTEND,
    /** The hub: find another way for a visit that did not happen, or that nobody has taken on. */
    REARRANGE,
    /** The sender: prove that the handover has arrived. */
    DELIVER_HANDOVER,
    /** The practice: accept, ask back or refuse. */
    ANSWER_HANDOVER,
    /** The hub: answer the practice's question. */
    ANSWER_PRACTICE,
    /** The hub: find another way for a handover that is stranded. */
    REROUTE_HANDOVER,
    /** The area itself: let a booked incident wait, in time before its window. */
    RELEASE_BOOKING,
    /** A clinician: call back who is on the queue. */
    CALL_BACK,
    /** Desk or hub: call somebody who waits past the target, and see how they are. */
    WELFARE_CALL,
    /** A clinician: look at somebody who has called again, or is worse. */
    REVIEW_CONTACT,
    /** Desk or hub: decide about somebody who does not answer. */
    DECIDE_UNREACHED,
    /** The hub: speak with the crew that has asked for it. */
    ANSWER_CREW
  }

  /** Owed about an incident. */
  public static Obligation of(Kind kind, IncidentId incident) {
    return new Obligation(kind, incident, Optional.empty(), Optional.empty());
  }

  /** Owed by a unit. */
  public static Obligation of(Kind kind, IncidentId incident, UnitId unit) {
    return new Obligation(kind, incident, Optional.empty(), Optional.of(unit));
  }

  /** Owed to a patient. */
  public static Obligation of(Kind kind, PatientId patient) {
    return new Obligation(
        kind, patient.incident(), Optional.of(patient.number()), Optional.empty());
  }

  /** By incident, kind, patient and unit; written out, because a sweep compares by the thousand. */
  @Override
  public int compareTo(Obligation other) {
    int order = Long.compare(incident.value(), other.incident.value());
    order = order != 0 ? order : kind.compareTo(other.kind);
    order = order != 0 ? order : Integer.compare(patient.orElse(0), other.patient.orElse(0));
    return order != 0 ? order : nameOf(unit).compareTo(nameOf(other.unit));
  }

  private static String nameOf(Optional<UnitId> unit) {
    return unit.isPresent() ? unit.get().value() : "";
  }
}
