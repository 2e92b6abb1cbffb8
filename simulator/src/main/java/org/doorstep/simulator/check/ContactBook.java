package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Obligation.Kind;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;

/** The judge's table of what is owed to those who wait without a crew, and to crews that ask. */
final class ContactBook implements HubEvent.HubCases<IncidentId> {
  private static final int TRIES_MAX = 3;
  private static final List<Kind> KINDS =
      List.of(
          Kind.CALL_BACK,
          Kind.WELFARE_CALL,
          Kind.REVIEW_CONTACT,
          Kind.DECIDE_UNREACHED,
          Kind.ANSWER_CREW);

  private final Dues dues;
  private final Map<IncidentId, ContactEntry> entries = new TreeMap<>();
  private Instant at = Instant.EPOCH;

  ContactBook(Dues dues) {
    this.dues = dues;
  }

  /** What has happened; what is owed about its incident may be something else now. */
  void happened(HubEvent event, Instant when, Function<IncidentId, OpenEntry> open) {
    at = when;
    IncidentId incident = event.fold(this);
    weigh(incident, open.apply(incident));
  }

  /** Another call, or the first: whoever has called before is to be reviewed. */
  void called(IncidentId incident, List<Flag> flags, Instant when) {
    if (flags.contains(Flag.REPEAT_CALLER)) {
      open(entry(incident), when);
    }
  }

  void closed(IncidentId incident) {
    entries.remove(incident);
    KINDS.forEach(kind -> dues.settle(Obligation.of(kind, incident)));
  }

  /** Owes what is owed now, and nothing else. */
  void weigh(IncidentId incident, OpenEntry open) {
    ContactEntry entry = entries.getOrDefault(incident, new ContactEntry());
    boolean alone = !open.ahead && open.there.isEmpty();
    boolean callsUnanswered = entry.callBackDue.isPresent() && entry.callBackTries >= TRIES_MAX;
    boolean welfareUnanswered = entry.welfareTries >= TRIES_MAX;
    owe(incident, Kind.CALL_BACK, entry.callBackDue.filter(due -> alone && !callsUnanswered));
    owe(
        incident,
        Kind.WELFARE_CALL,
        welfareDue(entry, open).filter(due -> alone && !welfareUnanswered));
    owe(
        incident,
        Kind.REVIEW_CONTACT,
        entry
            .reviewSince
            .filter(since -> alone)
            .map(since -> ContactAllowance.review(since, open.level)));
    Optional<Instant> unreached =
        callsUnanswered
            ? Optional.of(entry.callBackTried)
            : entry.welfareAt.filter(last -> welfareUnanswered);
    owe(
        incident,
        Kind.DECIDE_UNREACHED,
        unreached.filter(last -> alone).map(ContactAllowance::unreached));
    owe(incident, Kind.ANSWER_CREW, entry.hubAsked.map(ContactAllowance::crewAnswered));
  }

  private static Optional<Instant> welfareDue(ContactEntry entry, OpenEntry open) {
    Instant first = ContactAllowance.welfareFirst(open.clockStarted, open.level);
    if (entry.welfareAt.isEmpty()) {
      return Optional.of(first);
    }
    Instant last = entry.welfareAt.get();
    if (entry.welfareEnough && !open.clockStarted.isAfter(last)) {
      return Optional.empty();
    }
    Instant next =
        entry.welfareAnswered
            ? ContactAllowance.welfareAgain(last, open.level)
            : ContactAllowance.tryAgain(last, open.level);
    return Optional.of(next.isBefore(first) ? first : next);
  }

  private void owe(IncidentId incident, Kind kind, Optional<Instant> due) {
    Obligation what = Obligation.of(kind, incident);
    due.ifPresentOrElse(when -> dues.owe(what, when), () -> dues.settle(what));
  }

  @Override
  public IncidentId callBackQueued(HubEvent.CallBackQueued event) {
    ContactEntry entry = entry(event.incident());
    entry.callBackDue = Optional.of(event.dueAt());
    entry.callBackTries = 0;
    return event.incident();
  }

  @Override
  public IncidentId caseTaken(HubEvent.CaseTaken event) {
    entry(event.incident()).hubAsked = Optional.empty();
    return event.incident();
  }

  @Override
  public IncidentId caseReleased(HubEvent.CaseReleased event) {
    return event.incident();
  }

  @Override
  public IncidentId callBackMade(HubEvent.CallBackMade event) {
    ContactEntry entry = entry(event.incident());
    entry.callBackDue = event.nextDueAt();
    if (event.outcome() == CallBackOutcome.NO_ANSWER) {
      entry.callBackTries++;
      entry.callBackTried = at;
    }
    return event.incident();
  }

  @Override
  public IncidentId welfareCallMade(HubEvent.WelfareCallMade event) {
    ContactEntry entry = entry(event.incident());
    entry.welfareAt = Optional.of(at);
    entry.welfareAnswered = event.outcome() != WelfareOutcome.NO_ANSWER;
    entry.welfareTries = entry.welfareAnswered ? 0 : entry.welfareTries + 1;
    entry.welfareEnough = event.outcome() == WelfareOutcome.NOT_NEEDED;
    if (event.outcome() == WelfareOutcome.WORSE) {
      open(entry, at);
    }
    return event.incident();
  }

  @Override
  public IncidentId contactReviewed(HubEvent.ContactReviewed event) {
    entry(event.incident()).reviewSince = Optional.empty();
    return event.incident();
  }

  @Override
  public IncidentId unreachedDecided(HubEvent.UnreachedDecided event) {
    ContactEntry entry = entry(event.incident());
    entry.callBackTries = 0;
    entry.callBackDue =
        entry
            .callBackDue
            .filter(due -> event.decision() != UnreachedDecision.SEND_CREW)
            .map(due -> at);
    entry.welfareTries = 0;
    entry.welfareAt = entry.welfareAt.map(last -> at);
    return event.incident();
  }

  @Override
  public IncidentId hubAsked(HubEvent.HubAsked event) {
    ContactEntry entry = entry(event.patient().incident());
    entry.hubAsked = entry.hubAsked.or(() -> Optional.of(at));
    return event.patient().incident();
  }

  @Override
  public IncidentId outcomeProposed(HubEvent.OutcomeProposed event) {
    return event.patient().incident();
  }

  @Override
  public IncidentId outcomeAnswered(HubEvent.OutcomeAnswered event) {
    return event.patient().incident();
  }

  @Override
  public IncidentId outcomeAgreed(HubEvent.OutcomeAgreed event) {
    return event.patient().incident();
  }

  /** A review that is open keeps its time. */
  private static void open(ContactEntry entry, Instant when) {
    entry.reviewSince = entry.reviewSince.or(() -> Optional.of(when));
  }

  private ContactEntry entry(IncidentId incident) {
    return entries.computeIfAbsent(incident, id -> new ContactEntry());
  }
}
