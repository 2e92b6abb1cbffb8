package org.doorstep.simulator.world.care;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.command.CareCommand.AcknowledgePreAlert;
import org.doorstep.dispatch.command.CareCommand.ReceivePatient;
import org.doorstep.dispatch.event.CareEvent.PreAlertSent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.scenario.HospitalRules;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.road.Places;

/**
 * Hospitals: warned, waited at, taking over. Patients are taken over in the order in which they
 * come, as many at a time as there are bays. Confined to one thread.
 */
public final class Hospitals {
  private static final Bay RESUS = new Bay("RESUS");

  private final AreaLine area;
  private final Cases cases;
  private final Places places;
  private final HospitalRules rules;
  private final Map<ServiceId, Queue> queues = new TreeMap<>();

  /** Who waits at one hospital. */
  private static final class Queue {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Queue(int bays) {
      free = bays;
    }
  }

  /** The hospitals of one world. */
  public Hospitals(AreaLine area, Cases cases, Places places, HospitalRules rules) {
    this.area = area;
    this.cases = cases;
    this.places = places;
    this.rules = rules;
    rules.bays().forEach(bays -> queues.put(bays.service(), new Queue(bays.count())));
  }

  /** A hospital was warned: it takes note after a while. */
  public void warned(PreAlertSent event) {
    cases
        .find(event.patient().incident())
        .ifPresent(
            call ->
                area.after(
                    rules.acknowledge().millis(call.draws().clinical().share()),
                    () ->
                        area.insist(
                            actor(event.destination()),
                            head ->
                                Optional.of(
                                    new AcknowledgePreAlert(
                                        head,
                                        event.patient(),
                                        Optional.of(event.destination()),
                                        RESUS)),
                            () -> {})));
  }

  /**
   * A crew has come with a patient.
   *
   * @param then what the crew does once the hospital has taken over
   */
  public void arrive(ServiceId service, PatientId patient, Call call, Runnable then) {
    Queue queue = queues.get(service);
    if (queue == null) {
      takeOver(service, patient, call, then);
    } else if (queue.free > 0) {
      queue.free--;
      takeOver(service, patient, call, () -> leave(queue, then));
    } else {
      queue.waiting.add(() -> takeOver(service, patient, call, () -> leave(queue, then)));
    }
  }

  private static void leave(Queue queue, Runnable then) {
    Runnable next = queue.waiting.poll();
    if (next == null) {
      queue.free++;
    } else {
      next.run();
    }
    then.run();
  }

  private void takeOver(ServiceId service, PatientId patient, Call call, Runnable then) {
    boolean emergency = places.isEmergencyDepartment(service);
    double share = call.draws().handover();
    long takes = emergency ? rules.handoverMillis(share) : rules.handoverElsewhere().millis(share);
    area.after(
        takes,
        () -> {
          area.insist(
              actor(service),
              head -> Optional.of(new ReceivePatient(head, patient, Optional.of(service))),
              () -> {});
          then.run();
        });
  }

  private static Actor actor(ServiceId service) {
    return Actor.user(service.value());
  }
}
