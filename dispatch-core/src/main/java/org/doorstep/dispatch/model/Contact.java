package org.doorstep.dispatch.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Who speaks with somebody who waits, and what is owed to them until a crew is there.
 *
 * @param callBack the entry in the queue of call-backs, while there is one
 * @param welfare the last call to see how they are
 * @param reviewSince since when a clinician's review is open: they have called again, or are worse
 * @param hubAskedAt when the crew has asked for the hub, until somebody of the hub has taken it
 * @param taken who works on the case
 */
public record Contact(
    Optional<CallBack> callBack,
    Optional<WelfareCall> welfare,
    Optional<Instant> reviewSince,
    Optional<Instant> hubAskedAt,
    Optional<Taken> taken) {
  /** Nobody has spoken with them since the first call. */
  public static final Contact NONE =
      new Contact(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The same with an entry in the queue, or with none. */
  public Contact withCallBack(Optional<CallBack> now) {
    return new Contact(now, welfare, reviewSince, hubAskedAt, taken);
  }

  /** The same after a call to see how they are; who is worse is reviewed. */
  public Contact called(WelfareOutcome outcome, Instant at) {
    int before = welfare.map(WelfareCall::unanswered).orElse(0);
    WelfareCall call =
        new WelfareCall(at, outcome, outcome == WelfareOutcome.NO_ANSWER ? before + 1 : 0);
    Contact next = new Contact(callBack, Optional.of(call), reviewSince, hubAskedAt, taken);
    return outcome == WelfareOutcome.WORSE ? next.reviewOpened(at) : next;
  }

  /** The same with a review open; one that is open already keeps its time. */
  public Contact reviewOpened(Instant at) {
    return new Contact(callBack, welfare, reviewSince.or(() -> Optional.of(at)), hubAskedAt, taken);
  }

  /** The same with no review open. */
  public Contact reviewed() {
    return new Contact(callBack, welfare, Optional.empty(), hubAskedAt, taken);
  }

  /** The same when the crew wants the hub; a question that is open keeps its time. */
  public Contact hubAsked(Instant at) {
    return new Contact(callBack, welfare, reviewSince, hubAskedAt.or(() -> Optional.of(at)), taken);
  }

  /** The same in somebody's hands: who has asked for the hub is heard. */
  public Contact takenBy(Taken by) {
    return new Contact(callBack, welfare, reviewSince, Optional.empty(), Optional.of(by));
  }

  /** The same in nobody's hands. */
  public Contact released() {
    return new Contact(callBack, welfare, reviewSince, hubAskedAt, Optional.empty());
  }

  /** The same after a decision about who does not answer. */
  public Contact decided(UnreachedDecision decision, Instant at) {
    Optional<CallBack> queue =
        decision == UnreachedDecision.SEND_CREW
            ? Optional.empty()
            : callBack.map(entry -> entry.again(at));
    return new Contact(
        queue,
        welfare.map(call -> new WelfareCall(at, call.outcome(), 0)),
        reviewSince,
        hubAskedAt,
        taken);
  }

  /** When the last call was made after which a person has to decide. */
  public Optional<Instant> unreachedSince() {
    return callBack
        .filter(CallBack::isUnreached)
        .flatMap(CallBack::triedAt)
        .or(() -> welfare.filter(WelfareCall::isUnreached).map(WelfareCall::at));
  }
}
