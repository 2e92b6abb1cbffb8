package org.doorstep.simulator.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.simulator.chance.Chance;
import org.jspecify.annotations.Nullable;

/**
 * A clinician of the hub: treats some callers by telephone, answers what practices ask, finds
 * another way for letters that are stranded, and asks again where a visit did not happen.
 */
final class VirtualHub extends Member {
  private final Chance chance;

  // The incidents that are treated by telephone, until they are off the board.
  private final TreeSet<Long> byTelephone = new TreeSet<>();
  private final Map<Long, Long> opened = new TreeMap<>();

  VirtualHub(double speed, Chance chance) {
    super(speed);
    this.chance = chance;
  }

  /**
   * Takes an incident on, to be treated by telephone.
   *
   * @param sequence the event after which the board shows it
   */
  void own(long incident, long sequence) {
    byTelephone.add(incident);
    opened.put(incident, sequence);
  }

  /** The orders about callers who are not known as patients yet. */
  List<Order> beginAll(BoardMirror board, Patients patients, Instant now) {
    List<Order> orders = new ArrayList<>();
    for (long incident : List.copyOf(byTelephone)) {
      CareView.Ref first = new CareView.Ref(incident, 1);
      if (board.findIncident(incident).isEmpty()) {
        if (patients.find(first).isEmpty()
            && board.sequence() > opened.getOrDefault(incident, 0L)) {
          byTelephone.remove(incident);
        }
      } else if (patients.find(first).isEmpty()) {
        giveWhenDue(treat(first, 0), now).ifPresent(orders::add);
      }
    }
    return orders;
  }

  @Override
  Optional<Task> find(CareView patient, BoardMirror board) {
    Optional<BoardMirror.Incident> open = board.findIncident(patient.patient().incident());
    if (open.isPresent() && byTelephone.contains(open.get().incident())) {
      return Optional.of(byTelephone(patient, open.get()));
    }
    return patient
        .handover()
        .flatMap(letter -> findLetter(patient, letter))
        .or(() -> patient.lastReferral().flatMap(asked -> findVisit(patient, asked)));
  }

  private Task byTelephone(CareView patient, BoardMirror.Incident incident) {
    if (patient.choice().isEmpty()) {
      return treat(patient.patient(), patient.version());
    }
    if (patient.handover().isEmpty()) {
      Map<String, @Nullable Object> terms = new LinkedHashMap<>();
      terms.put("kind", "FOR_INFORMATION");
      patient.practice().ifPresent(practice -> terms.put("practice", practice));
      return new Task(
          name(patient, "sign"),
          minutes(chance.between(0.5, 2)),
          Order.of(
              "SignHandover",
              "patient",
              patient.patient().body(),
              "terms",
              terms,
              "words",
              words("Treated by telephone.")));
    }
    return new Task(
        name(patient, "close"),
        minutes(0.2),
        Order.of(
            "CloseIncident",
            "incident",
            incident.incident(),
            "reason",
            CloseReason.HEARD_AND_TREATED,
            "saw",
            incident.version()));
  }

  private Task treat(CareView.Ref patient, long saw) {
    return new Task(
        "%d treat".formatted(patient.incident()),
        minutes(chance.between(4, 15)),
        Order.of(
            "ChooseDisposition",
            "patient",
            patient.body(),
            "choice",
            Order.of("Choice", "disposition", Disposition.HEAR_AND_TREAT).body(),
            "saw",
            saw));
  }

  private Optional<Task> findLetter(CareView patient, CareView.Letter letter) {
    if (letter.state() == HandoverState.QUERIED) {
      return Optional.of(
          new Task(
              name(patient, "question " + letter.asked()),
              minutes(chance.between(5, 20)),
              Order.of(
                  "AnswerPractice",
                  "patient",
                  patient.patient().body(),
                  "words",
                  words("As on the repeat prescription."))));
    }
    if (letter.state().isStranded()) {
      return Optional.of(
          new Task(
              name(patient, "stranded " + letter.asked()),
              minutes(chance.between(5, 20)),
              Order.of(
                  "HandOverByHand",
                  "patient",
                  patient.patient().body(),
                  "words",
                  words("Told by telephone."))));
    }
    return Optional.empty();
  }

  /** Where the crew has left, only the hub can settle what no service has taken on. */
  private Optional<Task> findAnotherWay(CareView patient, CareView.Asked asked) {
    boolean stillTheirs =
        patient.choice().filter(each -> each.disposition() == Disposition.COMMUNITY).isPresent();
    if (!stillTheirs || patient.handover().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Task(
            name(patient, "settle " + asked.number()),
            minutes(chance.between(5, 20)),
            Order.of(
                "CancelReferral",
                "patient",
                patient.patient().body(),
                "referral",
                asked.number())));
  }

  private Optional<Task> findVisit(CareView patient, CareView.Asked asked) {
    if (asked.state().isTurnedAway()) {
      return findAnotherWay(patient, asked);
    }
    if (asked.state() != ReferralState.NOT_ATTENDED) {
      return Optional.empty();
    }
    return Optional.of(
        new Task(
            name(patient, "missed " + asked.number()),
            minutes(chance.between(2, 10)),
            Order.of(
                "OfferReferral",
                "patient",
                patient.patient().body(),
                "services",
                List.of(asked.service()),
                "answerSeconds",
                new JobTimes(1).answerSeconds(),
                "words",
                words("The visit did not happen; please go today."))));
  }

  private static Map<String, @Nullable Object> words(String summary) {
    return Order.of(
            "Words", "summary", summary, "advice", "Call 999 if it gets worse, 111 if unsure.")
        .body();
  }
}
