package org.doorstep.dispatch.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.CallBack;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Contact;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Obligation.Kind;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.model.Triage;
import org.doorstep.dispatch.model.WelfareCall;
import org.doorstep.dispatch.model.WelfareOutcome;

/**
 * What is owed by when to somebody who waits without a crew at the scene: a call-back that was
 * promised, a call to see how they are, a clinician's review, a decision about who does not answer;
 * and to a crew that has asked for the hub.
 *
 * <p>All times are engineering defaults and need clinical approval.
 */
public final class ContactDeadlines {
  private static final Duration DECIDE_UNREACHED = Duration.ofMinutes(5);
  private static final Duration ANSWER_CREW = Duration.ofMinutes(5);

  /** By the level of urgency from 1: the first call back, by a clinician. */
  private static final List<Duration> CALL_BACK = minutes(5, 15, 30, 60, 90);

  /** The same: the first call to somebody who waits, once the target has passed. */
  private static final List<Duration> WELFARE_FIRST = minutes(10, 40, 120, 180, 120);

  private static final List<Duration> WELFARE_AGAIN = minutes(10, 30, 60, 60, 60);

  /** When nobody has answered. */
  private static final List<Duration> TRY_AGAIN = minutes(2, 5, 10, 15, 15);

  private static final List<Duration> REVIEW = minutes(5, 15, 30, 30, 60);

  private ContactDeadlines() {}

  /** When somebody of the category who is put on the queue now is to be called back. */
  static Instant callBackBy(Category category, Instant queuedAt) {
    return queuedAt.plus(of(CALL_BACK, category));
  }

  /** When to try again whom nobody has reached. */
  static Instant tryAgainBy(Category category, Instant triedAt) {
    return triedAt.plus(of(TRY_AGAIN, category));
  }

  /** What is owed about an incident, with its time; done in time or not. */
  public static List<Overdue> list(Incident incident) {
    Contact contact = incident.report().spoken();
    List<Overdue> owed = new ArrayList<>();
    if (isWithoutCrew(incident)) {
      contact
          .callBack()
          .filter(entry -> !entry.isUnreached())
          .map(CallBack::dueAt)
          .ifPresent(due -> add(owed, Kind.CALL_BACK, incident, due));
      findWelfareDue(incident).ifPresent(due -> add(owed, Kind.WELFARE_CALL, incident, due));
      contact
          .reviewSince()
          .map(since -> since.plus(of(REVIEW, incident.triage().category())))
          .ifPresent(due -> add(owed, Kind.REVIEW_CONTACT, incident, due));
      contact
          .unreachedSince()
          .map(since -> since.plus(DECIDE_UNREACHED))
          .ifPresent(due -> add(owed, Kind.DECIDE_UNREACHED, incident, due));
    }
    contact
        .hubAskedAt()
        .map(asked -> asked.plus(ANSWER_CREW))
        .ifPresent(due -> add(owed, Kind.ANSWER_CREW, incident, due));
    return owed;
  }

  /** Whether somebody waits and no crew is at the scene; what is booked for later does not wait. */
  static boolean isWithoutCrew(Incident incident) {
    return !incident.isBookedAhead()
        && incident.response().jobs().stream().noneMatch(job -> job.stage().hasReachedScene());
  }

  /**
   * The next call to see how they are: past the target of their wait, and again after each call;
   * not while a person has to decide about who does not answer.
   */
  private static Optional<Instant> findWelfareDue(Incident incident) {
    Triage triage = incident.triage();
    Instant first = triage.clockStartedAt().plus(of(WELFARE_FIRST, triage.category()));
    Optional<WelfareCall> last = incident.report().spoken().welfare();
    if (last.isEmpty()) {
      return Optional.of(first);
    }
    WelfareCall call = last.get();
    boolean sinceThen = triage.clockStartedAt().isAfter(call.at());
    if (call.isUnreached() || (call.outcome() == WelfareOutcome.NOT_NEEDED && !sinceThen)) {
      return Optional.empty();
    }
    List<Duration> within = call.outcome() == WelfareOutcome.NO_ANSWER ? TRY_AGAIN : WELFARE_AGAIN;
    Instant next = call.at().plus(of(within, triage.category()));
    return Optional.of(next.isAfter(first) ? next : first);
  }

  private static void add(List<Overdue> owed, Kind kind, Incident incident, Instant dueAt) {
    owed.add(new Overdue(Obligation.of(kind, incident.id()), dueAt));
  }

  private static Duration of(List<Duration> byLevel, Category category) {
    return byLevel.get(category.level() - 1);
  }

  private static List<Duration> minutes(int... byLevel) {
    List<Duration> all = new ArrayList<>();
    for (int each : byLevel) {
      all.add(Duration.ofMinutes(each));
    }
    return List.copyOf(all);
  }
}
