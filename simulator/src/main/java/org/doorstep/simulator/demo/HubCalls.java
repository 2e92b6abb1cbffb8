package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CallBackReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/**
 * The clinician of the hub at the telephone: calls back who is on the queue, calls those who wait,
 * reviews who has called again, and agrees with crews where the tables say so. Only about the
 * driver's own incidents: those of people, and cases that a person has taken, are theirs.
 */
final class HubCalls extends Member {
  private static final Duration CALLS_BEFORE_DUE = Duration.ofMinutes(1);
  private static final double NO_ANSWER = 0.25;

  private final Chance chance;

  // Incidents to be called back, each with the event after which the board shows it.
  private final Map<Long, Long> toQueue = new TreeMap<>();

  HubCalls(double speed, Chance chance) {
    super(speed);
    this.chance = chance;
  }

  /** Takes an incident on, to be called back; the board shows it after that event. */
  void own(long incident, long sequence) {
    toQueue.put(incident, sequence);
  }

  private boolean owns(long incident) {
    return toQueue.containsKey(incident);
  }

  /** The orders about those who wait. */
  List<Order> callAll(BoardMirror board, LongPredicate isOurs, Instant now) {
    List<Order> orders = new ArrayList<>();
    toQueue
        .entrySet()
        .removeIf(
            each ->
                board.sequence() > each.getValue() && board.findIncident(each.getKey()).isEmpty());
    for (BoardMirror.Incident incident : board.listIncidents()) {
      if (isOurs.test(incident.incident()) || owns(incident.incident())) {
        findCall(incident, now).flatMap(task -> giveWhenDue(task, now)).ifPresent(orders::add);
      }
    }
    return orders;
  }

  private Optional<Task> findCall(BoardMirror.Incident incident, Instant now) {
    BoardMirror.Contact contact = incident.contact();
    boolean elsewhere =
        contact.taken().filter(by -> !by.equals("user:" + DemoSettings.HUB_USER)).isPresent();
    if (elsewhere) {
      return Optional.empty();
    }
    if (owns(incident.incident()) && !contact.queued() && incident.units().isEmpty()) {
      return Optional.of(queue(incident));
    }
    if (contact.findDue(Obligation.Kind.DECIDE_UNREACHED).isPresent()) {
      return Optional.of(decide(incident));
    }
    if (contact.findDue(Obligation.Kind.REVIEW_CONTACT).isPresent()) {
      return Optional.of(review(incident));
    }
    if (contact.findDue(Obligation.Kind.CALL_BACK).isPresent()) {
      return Optional.of(contact.taken().isEmpty() ? take(incident) : callBack(incident));
    }
    return contact
        .findDue(Obligation.Kind.WELFARE_CALL)
        .filter(due -> due.isBefore(now.plus(CALLS_BEFORE_DUE)))
        .map(due -> welfare(incident, due));
  }

  private Task queue(BoardMirror.Incident incident) {
    return task(
        incident,
        "queue",
        0.5,
        1.5,
        Order.of(
            "QueueCallBack", "incident", incident.incident(), "reason", CallBackReason.CATEGORY));
  }

  private Task take(BoardMirror.Incident incident) {
    return task(
        incident,
        "take " + incident.contact().attempts(),
        1,
        4,
        Order.of("TakeCase", "incident", incident.incident()));
  }

  private Task callBack(BoardMirror.Incident incident) {
    long attempts = incident.contact().attempts();
    boolean answers = attempts > 0 || !chance.happens(NO_ANSWER);
    Order order =
        answers
            ? Order.of(
                "RecordCallBack",
                "incident",
                incident.incident(),
                "outcome",
                CallBackOutcome.ADVISED,
                "words",
                words("No red flags on the telephone."))
            : Order.of(
                "RecordCallBack",
                "incident",
                incident.incident(),
                "outcome",
                CallBackOutcome.NO_ANSWER);
    return task(incident, "call back " + attempts, 4, 12, order);
  }

  private Task review(BoardMirror.Incident incident) {
    return task(
        incident,
        "review",
        1,
        4,
        Order.of(
            "RecordReview",
            "incident",
            incident.incident(),
            "outcome",
            ReviewOutcome.STANDS,
            "words",
            words("Read the first call, spoke with the caller: no change.")));
  }

  private Task welfare(BoardMirror.Incident incident, Instant due) {
    return task(
        incident,
        "welfare " + due,
        0.5,
        2,
        Order.of(
            "RecordWelfareCall",
            "incident",
            incident.incident(),
            "outcome",
            WelfareOutcome.NO_CHANGE));
  }

  /** Nobody gives up: that is for a person to say. */
  private Task decide(BoardMirror.Incident incident) {
    return task(
        incident,
        "unreached",
        0.5,
        2,
        Order.of(
            "DecideUnreached",
            "incident",
            incident.incident(),
            "decision",
            UnreachedDecision.KEEP_TRYING));
  }

  /** Where the tables want the hub first: agreed by voice, before the crew chooses. */
  @Override
  Optional<Task> find(CareView patient, BoardMirror board) {
    boolean hubFirst = patient.proposal().filter(CareView.Proposal::hubFirst).isPresent();
    boolean crew =
        board
            .findIncident(patient.patient().incident())
            .filter(incident -> !incident.units().isEmpty())
            .isPresent();
    boolean open = patient.choice().isEmpty() && patient.handover().isEmpty();
    if (!hubFirst || !crew || !open || patient.agreed()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
    outcome.put("disposition", Disposition.TREAT_AT_SCENE);
    return Optional.of(
        new Task(
            name(patient, "agree"),
            minutes(chance.between(0.5, 2)),
            Order.of(
                "AgreeOutcome",
                "patient",
                patient.patient().body(),
                "outcome",
                outcome,
                "agreed",
                true,
                "with",
                List.of(Order.of("Party", "role", Party.Role.CREW_CLINICIAN).body()),
                "words",
                words("Spoke with the crew: can stay, with a named follow-up."))));
  }

  private Task task(
      BoardMirror.Incident incident, String what, double from, double to, Order order) {
    return new Task(
        "%d %s".formatted(incident.incident(), what), minutes(chance.between(from, to)), order);
  }

  private static Map<String, @Nullable Object> words(String summary) {
    return Order.of(
            "Words", "summary", summary, "advice", "Call 999 if it gets worse, 111 if unsure.")
        .body();
  }
}
