package org.doorstep.simulator.world;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.AddCall;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.StandDownUnit;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.protocol.ResponsePlan;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.CallerRules;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.Counts;
import org.doorstep.simulator.world.demand.Arrivals;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.road.Places;

/**
 * Who calls: makes incidents of calls, calls again while waiting, and calls off. Confined to one
 * thread.
 */
final class Callers {
  private static final Actor CALL_TAKER = Actor.user("call-taker");

  /** Whoever calls again and then gives up has spoken with one. */
  private static final Actor CLINICIAN = Actor.user("clinician");

  private static final double HOUR_MILLIS = 3_600_000;
  private static final List<Flag> CALLS_AGAIN = List.of(Flag.REPEAT_CALLER);

  private final AreaLine area;
  private final Arrivals arrivals;
  private final Cases cases;
  private final Counts counts;
  private final Places places;
  private final CallerRules rules;

  Callers(
      AreaLine area,
      Arrivals arrivals,
      Cases cases,
      Counts counts,
      Places places,
      CallerRules rules) {
    this.area = area;
    this.arrivals = arrivals;
    this.cases = cases;
    this.counts = counts;
    this.places = places;
    this.rules = rules;
  }

  /** Plans the next call, and with it the one after. */
  void planNext() {
    Call call = arrivals.next();
    // Whoever hung up and calls again comes later than the call that follows.
    area.at(call.moment(), () -> open(call));
    area.at(arrivals.now(), this::planNext);
  }

  private void open(Call call) {
    RecordId record = area.nextRecord();
    cases.give(record, call);
    area.insist(
        CALL_TAKER,
        head ->
            Optional.of(
                new OpenIncident(
                    head,
                    record,
                    IncidentSource.DESK,
                    call.category(),
                    ResponsePlan.needs(call.category()),
                    Optional.of(places.sealed(call.place())),
                    List.of())),
        () -> {});
  }

  /** The incident of a call is open: the caller may call again, or off. */
  void opened(IncidentId incident, Call call) {
    planRepeat(incident, call.draws().caller());
    area.after((long) (rules.giveUpHours() * HOUR_MILLIS), () -> giveUp(incident));
    if (call.course().isCalledOff()) {
      area.after(call.course().callOff(), () -> callOff(incident));
    }
  }

  /** The crew has left: some patients call again, as incidents of their own. */
  void closed(Call call) {
    if (call.course().moved()) {
      counts.avoided(area.now());
    }
    call.course().again().ifPresent(again -> area.after(again.afterMillis(), () -> again(again)));
  }

  private void again(Call.Again again) {
    counts.again(area.now());
    open(again.call());
  }

  /** Whoever has waited too long goes to hospital by other means; not when somebody is coming. */
  private void giveUp(IncidentId incident) {
    if (waiting(incident).filter(Incident::isWaiting).isPresent()) {
      callOff(incident);
    }
  }

  private void planRepeat(IncidentId incident, Chance chance) {
    area.after(rules.repeat().millis(chance.share()), () -> repeat(incident, chance));
  }

  private void repeat(IncidentId incident, Chance chance) {
    if (waiting(incident).isPresent()) {
      area.insist(
          CALL_TAKER,
          head ->
              Optional.of(
                  new AddCall(head, incident, area.nextRecord(), IncidentSource.DESK, CALLS_AGAIN)),
          () -> planRepeat(incident, chance));
    }
  }

  /** Stands down who is on the way, and closes; too late once somebody is there. */
  private void callOff(IncidentId incident) {
    Optional<Incident> open = waiting(incident);
    if (open.isEmpty()) {
      return;
    }
    Optional<Job> onTheWay = open.get().response().jobs().stream().findFirst();
    if (onTheWay.isPresent()) {
      Job job = onTheWay.get();
      area.insist(
          CALL_TAKER,
          head ->
              waiting(incident)
                  .filter(now -> now.findJob(job.unit()).isPresent())
                  .flatMap(
                      now ->
                          area.board()
                              .findUnit(job.unit())
                              .map(
                                  unit ->
                                      new StandDownUnit(
                                          head,
                                          incident,
                                          job.unit(),
                                          JobEndReason.NOT_NEEDED,
                                          new Seen(now.version(), unit.version())))),
          () -> callOff(incident));
    } else {
      area.insist(
          CALL_TAKER,
          head ->
              waiting(incident)
                  .map(
                      now ->
                          new CloseIncident(
                              head,
                              incident,
                              CloseReason.CALLED_OFF,
                              now.version(),
                              Optional.of(CLINICIAN))),
          () -> {});
    }
  }

  /** The incident, while nobody has reached it. */
  private Optional<Incident> waiting(IncidentId incident) {
    return area.board().findIncident(incident).filter(open -> !open.response().attended());
  }
}
