package org.doorstep.simulator.demo;

import java.util.Optional;
import org.doorstep.dispatch.model.HandoverRefusal;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.simulator.chance.Chance;

/** A practice that reads its inbox: accepts nearly all, asks back now and then, refuses a few. */
final class VirtualPractice extends Member {
  private static final double ASKS_BACK = 0.06;
  private static final double REFUSES = 0.04;

  private final String practice;
  private final Chance chance;

  VirtualPractice(String practice, double speed, Chance chance) {
    super(speed);
    this.practice = practice;
    this.chance = chance;
  }

  @Override
  Optional<Task> find(CareView patient, BoardMirror board) {
    return patient
        .handover()
        .filter(letter -> letter.practice().filter(practice::equals).isPresent())
        .filter(letter -> letter.kind() == HandoverTerms.Kind.ACTION_REQUESTED)
        .filter(letter -> letter.state() == HandoverState.RECEIVED)
        .map(
            letter ->
                new Task(
                    name(patient, "letter " + letter.asked()),
                    minutes(chance.between(10, 60)),
                    answer(patient)));
  }

  private Order answer(CareView patient) {
    double drawn = chance.between(0, 1);
    if (drawn < ASKS_BACK) {
      return Order.of(
          "AnswerHandover",
          "patient",
          patient.patient().body(),
          "kind",
          "ASKED_BACK",
          "words",
          Order.of("Words", "asked", "Which tablets does the patient take at home?").body());
    }
    if (drawn < ASKS_BACK + REFUSES) {
      return Order.of(
          "AnswerHandover",
          "patient",
          patient.patient().body(),
          "kind",
          "REFUSED",
          "reason",
          HandoverRefusal.NO_LONGER_REGISTERED);
    }
    return Order.of("AnswerHandover", "patient", patient.patient().body(), "kind", "ACCEPTED");
  }
}
