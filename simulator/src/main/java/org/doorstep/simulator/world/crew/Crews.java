package org.doorstep.simulator.world.crew;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.Faults;
import org.doorstep.simulator.scenario.Fleet;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.area.Counts;
import org.doorstep.simulator.world.area.LocalHours;
import org.doorstep.simulator.world.care.Partners;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.demand.Cases;
import org.doorstep.simulator.world.road.Roads;

/** All crews of a world, their shifts, and the scenes where they meet. Confined to one thread. */
public final class Crews {
  private static final double PERCENT = 100;
  private static final long TABLET_MILLIS = 60_000;

  private final Ground ground;
  private final Map<UnitId, Crew> crews = new TreeMap<>();
  private final List<Crew> inOrder;

  /** Only looked up, never walked through. */
  private final Map<IncidentId, Scene> scenes = new HashMap<>();

  /**
   * Crews as the roster has them; shifts begin with the timeline.
   *
   * @param counts told of drives
   * @param free what the desk does when a unit can be sent
   * @param transport what it does when an incident needs a unit that takes the patient along
   * @param drivesAsPredicted whether decisions know the drives of units on the road exactly
   */
  public Crews(
      Scenario scenario,
      AreaLine area,
      LocalHours clock,
      Roads roads,
      Partners partners,
      Cases cases,
      Counts counts,
      Runnable free,
      Consumer<IncidentId> transport,
      boolean drivesAsPredicted) {
    ground =
        new Ground(
            scenario,
            area,
            clock,
            roads,
            partners,
            new Ground.Calls(cases, counts, free, transport),
            drivesAsPredicted);
    for (RosterLine line : scenario.fleet().roster()) {
      for (int i = 1; i <= line.crews(); i++) {
        UnitId id = new UnitId(String.format(Locale.ROOT, "%s%02d", line.callSign(), i));
        Crew crew = new Crew(ground, id, scenario.fleet().kind(line.kind()), line);
        if (crews.put(id, crew) != null) {
          throw new IllegalArgumentException(
              "The call sign (%s) must be of one crew of the roster only.".formatted(id.value()));
        }
      }
    }
    inOrder = List.copyOf(crews.values());
  }

  /** All crews, in the order of call signs. */
  public List<Crew> list() {
    return inOrder;
  }

  /** The crew of that call sign, if there is one. */
  public Optional<Crew> find(UnitId id) {
    return Optional.ofNullable(crews.get(id));
  }

  /** Plans all shifts of the span, and what goes wrong in them by chance or by the scenario. */
  public void plan(long seed) {
    for (RosterLine line : ground.scenario().fleet().roster()) {
      for (int i = 1; i <= line.crews(); i++) {
        UnitId id = new UnitId(String.format(Locale.ROOT, "%s%02d", line.callSign(), i));
        // A stream of its own, so that a crew more or less changes nobody else's shifts.
        Chance own = Chance.of(seed, "roster-" + id.value());
        find(id).ifPresent(crew -> plan(crew, line, own));
      }
    }
    for (Faults.OffRoad fault : ground.scenario().faults().offRoad()) {
      Crew crew =
          find(new UnitId(fault.unit()))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "The unit (%s) that is off the road must be in the roster."
                              .formatted(fault.unit())));
      long until = ground.clock().moment(fault.until());
      ground.area().at(ground.clock().moment(fault.from()), () -> crew.fails(until));
    }
  }

  /** A crew has been committed: it sees the job on its tablet, should the order be lost. */
  public void assigned(UnitAssigned event) {
    find(event.unit())
        .ifPresent(
            crew -> {
              crew.assigned(event.driveMillis());
              ground.area().after(TABLET_MILLIS, () -> seen(event.incident(), event.unit()));
            });
  }

  private void seen(IncidentId incident, UnitId unit) {
    ground
        .area()
        .board()
        .findIncident(incident)
        .flatMap(open -> open.findJob(unit))
        .filter(job -> job.stage() == JobStage.ALLOCATED)
        .ifPresent(
            job ->
                told(new NotifyCrew(new Effect.Id(job.id().value(), 1), unit, incident, job.id())));
  }

  /** The area tells a crew of its job; an order that is out of date says nothing. */
  public void told(NotifyCrew order) {
    Optional<Call> call = ground.calls().cases().find(order.incident());
    Optional<Job> job =
        ground
            .area()
            .board()
            .findIncident(order.incident())
            .flatMap((Incident incident) -> incident.findJob(order.unit()))
            .filter(live -> live.id().equals(order.job()) && live.stage() == JobStage.ALLOCATED);
    Optional<Crew> crew = find(order.unit());
    if (call.isPresent() && job.isPresent() && crew.isPresent()) {
      crew.get().told(order, call.get(), scene(order.incident(), call.get()));
    }
  }

  /** The incident is off the board. */
  public void closed(IncidentId incident) {
    scenes.remove(incident);
  }

  private Scene scene(IncidentId incident, Call call) {
    return scenes.computeIfAbsent(incident, id -> new Scene(ground, id, call));
  }

  private void plan(Crew crew, RosterLine line, Chance chance) {
    Fleet fleet = ground.scenario().fleet();
    int days = ground.scenario().span().warmUpDays() + ground.scenario().span().days();
    LocalDate first = ground.scenario().span().start().toLocalDate();
    List<ShiftPlan> plans = new ArrayList<>();
    for (int day = 0; day <= days; day++) {
      LocalDate date = first.plusDays(day);
      boolean unfilled = chance.happens(fleet.absence().shiftsUnfilledPercent() / PERCENT);
      ShiftPlan plan =
          ShiftPlan.of(line, fleet, ground.clock().moment(date.atTime(line.from())), chance);
      if (line.worksOn(date.getDayOfWeek()) && !unfilled && plan.begins() >= 0) {
        plans.add(plan);
      }
    }
    begin(crew, Collections.unmodifiableList(plans), 0);
  }

  /** One shift after the other, so that the timeline holds only the next of each crew. */
  private void begin(Crew crew, List<ShiftPlan> plans, int next) {
    if (next < plans.size()) {
      ShiftPlan plan = plans.get(next);
      ground
          .area()
          .at(
              plan.begins(),
              () -> {
                crew.begin(plan);
                begin(crew, plans, next + 1);
              });
    }
  }
}
