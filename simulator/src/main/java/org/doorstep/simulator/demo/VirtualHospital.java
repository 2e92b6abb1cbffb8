package org.doorstep.simulator.demo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.demo.CareView.Ref;

/**
 * An emergency department with a queue at its door: takes note of warnings at once, and takes over
 * a few patients at a time, in the order of their coming.
 */
final class VirtualHospital extends Member {
  private static final int NURSES = 3;

  private final String hospital;
  private final JobTimes times;
  private final Chance chance;

  // Those at the door, in the order of their coming; the first few are being taken over.
  private final TreeSet<Ref> atDoor = new TreeSet<>();
  private List<Ref> served = List.of();

  VirtualHospital(String hospital, double speed, Chance chance) {
    super(speed);
    this.hospital = hospital;
    this.times = new JobTimes(speed);
    this.chance = chance;
  }

  @Override
  List<Order> act(Collection<CareView> patients, BoardMirror board, Instant now) {
    atDoor.clear();
    patients.stream()
        .filter(patient -> isComing(patient) && !patient.received() && isAtDoor(patient, board))
        .map(CareView::patient)
        .forEach(atDoor::add);
    served = atDoor.stream().limit(NURSES).toList();
    return super.act(patients, board, now);
  }

  @Override
  Optional<Task> find(CareView patient, BoardMirror board) {
    if (!isComing(patient)) {
      return Optional.empty();
    }
    if (patient.preAlert().filter(warning -> !warning.acknowledged()).isPresent()
        && !patient.received()) {
      return Optional.of(
          new Task(
              name(patient, "warning"),
              minutes(chance.between(0.5, 2)),
              Order.of(
                  "AcknowledgePreAlert",
                  "patient",
                  patient.patient().body(),
                  "bay",
                  "RESUS " + chance.whole(1, 4))));
    }
    return served.contains(patient.patient())
        ? Optional.of(
            new Task(
                name(patient, "door"),
                times.toHandOver(chance),
                Order.of("ReceivePatient", "patient", patient.patient().body())))
        : Optional.empty();
  }

  private boolean isComing(CareView patient) {
    return patient
        .choice()
        .filter(choice -> choice.disposition() == Disposition.ACUTE)
        .flatMap(CareView.Choice::destination)
        .filter(hospital::equals)
        .isPresent();
  }

  private static boolean isAtDoor(CareView patient, BoardMirror board) {
    return board.findIncident(patient.patient().incident()).stream()
        .flatMap(incident -> incident.units().stream())
        .flatMap(unit -> board.findUnit(unit).stream())
        .flatMap(unit -> unit.job().stream())
        .anyMatch(job -> job.stage() == JobStage.AT_DESTINATION);
  }
}
