package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What a practice is asked.
 *
 * @param practice who is asked: the practice, or out-of-hours care in its place; empty where there
 *     is nobody that is known, and a person must find a way
 * @param dueAt until when the action is asked for; there where it is asked, and only there
 * @param route why it does not go the usual way; empty where it does
 * @param reason which of the agreed reasons for asking; only where action is asked
 * @param copyTo the practice that hears of what somebody else was asked
 */
public record HandoverTerms(
    Kind kind,
    Optional<ServiceId> practice,
    Optional<Instant> dueAt,
    Optional<HandoverRoute> route,
    Optional<ActionReason> reason,
    Optional<ServiceId> copyTo) {
  /** Whether anything is asked. */
  public enum Kind {
    /** Ends when it has been received. */
    FOR_INFORMATION,
    /** Ends when the practice has accepted. */
    ACTION_REQUESTED
  }

  /** The usual way: to the practice of the patient, or to nobody that is known. */
  public HandoverTerms(Kind kind, Optional<ServiceId> practice, Optional<Instant> dueAt) {
    this(kind, practice, dueAt, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public HandoverTerms {
    boolean asks = kind == Kind.ACTION_REQUESTED;
    if (dueAt.isPresent() != asks) {
      throw new IllegalArgumentException(
          "A handover (%s) must %s a due time.".formatted(kind, asks ? "have" : "not have"));
    }
    if (reason.isPresent() && !asks) {
      throw new IllegalArgumentException("Only a handover that asks for action has a reason.");
    }
    if (copyTo.isPresent() && (practice.isEmpty() || copyTo.equals(practice))) {
      throw new IllegalArgumentException("A copy must go to another than who is asked.");
    }
    route.ifPresent(way -> check(way, asks, practice));
  }

  private static void check(HandoverRoute route, boolean asks, Optional<ServiceId> practice) {
    if (route == HandoverRoute.OUT_OF_HOURS && !(asks && practice.isPresent())) {
      throw new IllegalArgumentException("Out-of-hours care must be named and asked to act.");
    }
    if (route == HandoverRoute.SHARING_REFUSED && (asks || practice.isPresent())) {
      throw new IllegalArgumentException(
          "Where sharing is refused nobody must be told and nothing asked.");
    }
  }

  /** The same terms for another receiver. */
  public HandoverTerms to(ServiceId other) {
    return new HandoverTerms(
        kind,
        Optional.of(other),
        dueAt,
        route,
        reason,
        copyTo.filter(copied -> !copied.equals(other)));
  }

  /** The same request to out-of-hours care in place of the practice, which has a copy. */
  public HandoverTerms outOfHours(ServiceId care) {
    return new HandoverTerms(
        kind,
        Optional.of(care),
        dueAt,
        Optional.of(HandoverRoute.OUT_OF_HOURS),
        reason,
        practice.filter(own -> !own.equals(care)));
  }

  /**
   * Whether it ends with the signature: nobody is to be told, and nothing is asked of anybody. The
   * record is kept, and the patient has the advice in hand.
   */
  public boolean isKept() {
    return kind == Kind.FOR_INFORMATION
        && practice.isEmpty()
        && route
            .filter(
                way -> way == HandoverRoute.SHARING_REFUSED || way == HandoverRoute.UNREGISTERED)
            .isPresent();
  }
}
