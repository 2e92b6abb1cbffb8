package org.doorstep.simulator.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.OverrideReason;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.Outcome;
import org.doorstep.simulator.start.LiveIncident;
import org.doorstep.simulator.start.LiveJob;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.start.LiveUnit;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.crew.Crews;
import org.doorstep.simulator.world.demand.Arrivals;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.demand.Earlier;
import org.doorstep.simulator.world.desk.Clinicians;
import org.doorstep.simulator.world.desk.Desk;
import org.doorstep.simulator.world.road.Places;

/**
 * How a world begins from a live area: its past is laid down by commands at their true times, while
 * nobody acts; at the instant of the start everybody goes on from there. Confined to one thread.
 */
final class Beginning {
  private static final Actor CALL_TAKER = Actor.user("call-taker");
  private static final Actor DESK = Actor.user("desk");
  private static final List<Outcome> FACE_TO_FACE =
      List.of(
          Outcome.TREAT_AT_SCENE,
          Outcome.EMERGENCY_DEPARTMENT,
          Outcome.COMMUNITY,
          Outcome.ELSEWHERE);
  private static final List<Outcome> CONVEYED =
      List.of(Outcome.EMERGENCY_DEPARTMENT, Outcome.ELSEWHERE);

  private final LiveStart start;
  private final AreaLine area;
  private final Cases cases;
  private final Arrivals arrivals;
  private final Places places;
  private final Runnable then;
  private final Map<RecordId, Long> records = new HashMap<>();
  private final Map<Long, IncidentId> incidents = new TreeMap<>();
  private boolean over;

  /**
   * A beginning that is not planned yet.
   *
   * @param then everybody goes on
   */
  Beginning(
      LiveStart start,
      AreaLine area,
      Cases cases,
      Arrivals arrivals,
      Places places,
      Runnable then) {
    this.start = start;
    this.area = area;
    this.cases = cases;
    this.arrivals = arrivals;
    this.places = places;
    this.then = then;
  }

  /** Whether the world acts. */
  boolean isOver() {
    return over;
  }

  /** Something of the past has happened; whoever opened an incident needs its number. */
  void happened(DispatchEvent event) {
    if (event instanceof IncidentOpened opened) {
      opened(opened);
    }
  }

  private void opened(IncidentOpened event) {
    Long number = records.remove(event.record());
    if (number != null) {
      incidents.put(number, event.incident());
      var unused = cases.open(event.record(), event.incident());
    }
  }

  /** Plans the past, and what follows. */
  void plan(long seed) {
    for (LiveUnit each : start.units()) {
      area.at(0, () -> signOn(each));
    }
    List<LiveIncident> inOrder = new ArrayList<>(start.incidents());
    inOrder.sort(Comparator.comparing(LiveIncident::openedAt).thenComparing(LiveIncident::number));
    for (LiveIncident each : inOrder) {
      Call call = arrivals.earlier(known(each), Chance.of(seed, "live-incident-" + each.number()));
      area.at(call.moment(), () -> open(each, call));
    }
    for (LiveUnit each : start.units()) {
      each.job().ifPresent(job -> plan(each, job));
      each.unavailable()
          .ifPresent(
              reason ->
                  area.at(
                      area.millisOf(each.since()),
                      () ->
                          lay(
                              actor(each),
                              head -> new MakeUnitUnavailable(head, each.unit(), reason))));
    }
    area.at(
        area.millisOf(start.at()),
        () -> {
          over = true;
          then.run();
        });
  }

  /** Everybody goes on from there. */
  void takeOver(Callers callers, Clinicians clinicians, Desk desk, Crews crews, long seed) {
    for (LiveIncident each : start.incidents()) {
      IncidentId incident = Optional.ofNullable(incidents.get(each.number())).orElseThrow();
      Call call = cases.find(incident).orElseThrow();
      callers.takenOver(incident, call);
      if (call.course().outcome() == Outcome.HEAR_AND_TREAT) {
        clinicians.takenOver(incident, call);
      } else {
        desk.takenOver(incident, call, each.needs());
      }
    }
    crews.takeOver(start, incidents, seed);
    callers.beginAt(area.now());
    desk.look();
  }

  private void plan(LiveUnit unit, LiveJob job) {
    area.at(area.millisOf(job.allocatedAt()), () -> assign(unit, job));
    if (job.stage() != JobStage.ALLOCATED) {
      area.at(
          area.millisOf(unit.since()),
          () ->
              lay(
                  actor(unit),
                  head -> new ReportJobStage(head, incident(job), unit.unit(), job.stage())));
    }
  }

  private void signOn(LiveUnit unit) {
    Shift shift =
        new Shift(
            unit.kind(),
            unit.capabilities(),
            unit.base().orElse("UNKNOWN"),
            unit.shiftEndsAt(),
            unit.breakOwed());
    lay(actor(unit), head -> new SignOnUnit(head, unit.unit(), shift));
  }

  private void open(LiveIncident live, Call call) {
    RecordId record = area.nextRecord();
    records.put(record, live.number());
    cases.give(record, call);
    lay(
        CALL_TAKER,
        head ->
            new OpenIncident(
                head,
                record,
                IncidentSource.DESK,
                live.category(),
                needs(live),
                Optional.of(places.sealed(call.place())),
                List.of()));
  }

  /** Whoever was sent could do it then; what is needed may have grown since. */
  private Capabilities needs(LiveIncident live) {
    List<Capability> needs = new ArrayList<>(live.needs().value());
    for (LiveUnit each : start.listUnits(live)) {
      needs.retainAll(each.capabilities().value());
    }
    return new Capabilities(needs);
  }

  private void assign(LiveUnit live, LiveJob job) {
    Incident incident = area.board().findIncident(incident(job)).orElseThrow();
    ClinicalUnit unit = area.board().findUnit(live.unit()).orElseThrow();
    Seen seen = new Seen(incident.version(), unit.version());
    lay(
        DESK,
        head ->
            new AssignUnit(
                head,
                incident.id(),
                live.unit(),
                Optional.empty(),
                Optional.of(OverrideReason.OTHER),
                seen));
  }

  private IncidentId incident(LiveJob job) {
    return Optional.ofNullable(incidents.get(job.incident())).orElseThrow();
  }

  private static Actor actor(LiveUnit unit) {
    return Actor.user(unit.unit().value());
  }

  private void lay(Actor actor, Function<CommandHead, Command> command) {
    area.give(
        actor,
        command,
        reply ->
            reply
                .rejection()
                .ifPresent(
                    why -> {
                      throw new IllegalStateException(
                          "The past of the start (%s) cannot be laid down: the area refused (%s) because (%s)."
                              .formatted(start.at(), reply.command(), why.code()));
                    }));
  }

  private Earlier known(LiveIncident live) {
    long moment = area.millisOf(live.openedAt());
    boolean gone =
        start.listUnits(live).stream()
            .flatMap(each -> each.job().stream())
            .anyMatch(job -> job.stage().compareTo(JobStage.LEFT_SCENE) >= 0);
    return new Earlier(
        moment,
        area.millisOf(start.at()) - moment,
        live.category(),
        places.live().incident(live.number()),
        possible(live, gone),
        live.choice().isEmpty() && !live.byTelephone() && !gone);
  }

  private List<Outcome> possible(LiveIncident live, boolean gone) {
    if (live.byTelephone()) {
      return List.of(Outcome.HEAR_AND_TREAT);
    }
    Optional<Disposition> made = live.choice().map(each -> each.disposition());
    if (made.isEmpty()) {
      return gone ? CONVEYED : FACE_TO_FACE;
    }
    return switch (made.get()) {
      case HEAR_AND_TREAT -> List.of(Outcome.HEAR_AND_TREAT);
      case TREAT_AT_SCENE -> List.of(Outcome.TREAT_AT_SCENE);
      case COMMUNITY -> List.of(Outcome.COMMUNITY);
      case ACUTE ->
          live.choice()
              .flatMap(each -> each.destination())
              .filter(service -> places.findService(service).isPresent())
              .map(
                  service ->
                      List.of(
                          places.isEmergencyDepartment(service)
                              ? Outcome.EMERGENCY_DEPARTMENT
                              : Outcome.ELSEWHERE))
              .orElse(CONVEYED);
    };
  }
}
