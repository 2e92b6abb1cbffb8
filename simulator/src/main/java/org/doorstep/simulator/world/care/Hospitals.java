package org.doorstep.simulator.world.care;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleToLongFunction;
import org.doorstep.dispatch.command.CareCommand.AcknowledgePreAlert;
import org.doorstep.dispatch.command.CareCommand.ReceivePatient;
import org.doorstep.dispatch.event.CareEvent.PreAlertSent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Bay;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.scenario.HospitalRules;
import org.doorstep.simulator.scenario.Quantiles;
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
    arrived(service, patient, call, 0, then);
  }

  /**
   * A crew had come before the world began to act. Who came first must be told first: as many as
   * there are bays are being taken over, the others wait for one.
   *
   * @param lastedMillis how long ago it came
   */
  public void arrived(
      ServiceId service, PatientId patient, Call call, long lastedMillis, Runnable then) {
    Queue queue = queues.get(service);
    if (queue == null) {
      takeOver(service, patient, call, lastedMillis, then);
    } else if (queue.free > 0) {
      queue.free--;
      takeOver(service, patient, call, lastedMillis, () -> leave(queue, then));
    } else {
      queue.waiting.add(() -> takeOver(service, patient, call, 0, () -> leave(queue, then)));
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

  private void takeOver(
      ServiceId service, PatientId patient, Call call, long lastedMillis, Runnable then) {
    DoubleToLongFunction law =
        places.isEmergencyDepartment(service)
            ? rules::handoverMillis
            : rules.handoverElsewhere()::millis;
    double share = call.draws().handover();
    long takes =
        lastedMillis == 0 ? law.applyAsLong(share) : Quantiles.leftMillis(law, share, lastedMillis);
    area.after(
        takes,
        () -> {
          received(service, patient);
          then.run();
        });
  }

  /** The hospital says that it has taken a patient over. */
  public void received(ServiceId service, PatientId patient) {
    area.insist(
        actor(service),
        head -> Optional.of(new ReceivePatient(head, patient, Optional.of(service))),
        () -> {});
  }

  private static Actor actor(ServiceId service) {
    return Actor.user(service.value());
  }
}
