package org.doorstep.simulator.world.crew;

import java.time.Instant;
import java.util.Optional;
import org.doorstep.dispatch.command.Command.MakeUnitAvailable;
import org.doorstep.dispatch.command.Command.MakeUnitUnavailable;
import org.doorstep.dispatch.command.Command.SignOffUnit;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.simulator.scenario.Kind;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.world.demand.Call;
import org.doorstep.simulator.world.road.Leg;

/**
 * One crew with its vehicle, shift after shift: on duty, on a job, on its break, off the road, on
 * its way back. Confined to one thread.
 */
public final class Crew {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long MINUTE_MILLIS = 60_000;
  private static final long LOOK_AGAIN_MILLIS = 300_000;

  private final Ground ground;
  private final UnitId id;
  private final Actor actor;
  private final Kind kind;
  private final Capabilities capabilities;
  private final boolean conveys;
  private final String baseName;
  private final int base;

  /** Where it waits when nobody has told it to stand by elsewhere: its base or its post. */
  private final int waits;

  /** Where it waits: its base, or where it was told to stand by. */
  private int home;

  private State state = State.OFF;
  private Leg leg;
  private Optional<CrewJob> job = Optional.empty();
  private boolean held;
  private int predictedMillis = -1;
  private ShiftPlan shift = ShiftPlan.NONE;
  private boolean breakOwed;
  private long offRoadUntil;

  private enum State {
    OFF,
    /** Could be sent. */
    FREE,
    ON_JOB,
    /** Break or vehicle. */
    AWAY
  }

  Crew(Ground ground, UnitId id, Kind kind, RosterLine line) {
    this.ground = ground;
    this.id = id;
    this.actor = Actor.user(id.value());
    this.kind = kind;
    this.capabilities = new Capabilities(kind.capabilities());
    this.conveys = kind.capabilities().contains(Capability.CONVEYANCE);
    this.baseName = line.base();
    this.base = ground.roads().places().base(line.base());
    this.waits = ground.roads().places().base(line.waitsAt());
    this.home = waits;
    this.leg = Leg.standing(ground.roads(), base);
  }

  /** The call sign. */
  public UnitId id() {
    return id;
  }

  /** What it can do. */
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Whether it can take a lying patient along. */
  public boolean conveys() {
    return conveys;
  }

  /** Whether it is on duty, whatever it does. */
  public boolean isOnDuty() {
    return state != State.OFF;
  }

  /** Whether it could be sent and nobody is about to send it. */
  public boolean isSendable() {
    return state == State.FREE && !held;
  }

  /** Whether it goes to incidents of a level, so long before the end of its shift. */
  public boolean goesTo(int level) {
    long last = (long) (ground.scenario().fleet().shifts().lastJobMinutes() * 60_000);
    return kind.levels().contains(level)
        && (level <= 2 || ground.area().now() < shift.ends() - last);
  }

  /** Where it is, to ask for drives. */
  public Leg leg() {
    return leg;
  }

  /** It is told where to stand by, and drives there if it is free. */
  public void posted(int place) {
    home = place;
    due();
  }

  /** The desk is about to send it, or has let go of that. */
  public void hold(boolean now) {
    held = now;
    if (!now) {
      due();
    }
  }

  /** The area has committed it; {@code driveMillis} is what the decision believed. */
  public void assigned(Optional<Integer> driveMillis) {
    predictedMillis = driveMillis.orElse(-1);
  }

  /** The crew is told of a job; hearing of it again changes nothing. */
  public void told(NotifyCrew order, Call call, Scene scene) {
    if (job.filter(has -> has.id().equals(order.job())).isPresent()) {
      return;
    }
    held = false;
    state = State.ON_JOB;
    int predicted =
        predictedMillis >= 0 && (ground.drivesAsPredicted() || leg.isAtPlace(ground.area().now()))
            ? predictedMillis
            : leg.driveMillis(call.place(), call.category().level() <= 2, ground.area().now());
    boolean atBase = isAtHome();
    home = waits;
    CrewJob next = new CrewJob(ground, this, order, call, scene);
    job = Optional.of(next);
    next.begin(predicted, atBase);
  }

  /** Its job has ended on the way. */
  public void stoodDown(IncidentId incident) {
    held = false;
    Optional<CrewJob> ended = job.filter(has -> has.incident().equals(incident));
    if (ended.isPresent()) {
      ended.get().stop();
      if (ground.area().board().findUnit(id).flatMap(ClinicalUnit::job).isPresent()) {
        goesOn();
      } else {
        done();
      }
    }
  }

  /** It is sent elsewhere at the same moment, and will be told. */
  private void goesOn() {
    job = Optional.empty();
    state = State.FREE;
    held = true;
  }

  Ground ground() {
    return ground;
  }

  Actor actor() {
    return actor;
  }

  /** It drives from where it is to a place. */
  void drives(int place, long millis) {
    long now = ground.area().now();
    ground.calls().counts().driven(driven(now), now);
    leg = leg.on(place, now, now + millis);
  }

  /** How far it has come on its way, in metres. */
  private double driven(long now) {
    return ground.roads().driveMeters(leg.leaves(), leg.about(now));
  }

  /** It stands at a place. */
  void stands(int place) {
    long now = ground.area().now();
    ground.calls().counts().driven(driven(now), now);
    leg = Leg.standing(ground.roads(), place);
  }

  /** The job is over. */
  void done() {
    job = Optional.empty();
    state = State.FREE;
    settle();
  }

  /** A shift begins, once the one before is over. */
  void begin(ShiftPlan plan) {
    if (state != State.OFF) {
      if (ground.area().now() < plan.ends()) {
        ground.area().after(LOOK_AGAIN_MILLIS, () -> begin(plan));
      }
      return;
    }
    shift = plan;
    breakOwed = plan.breakMillis() > 0;
    offRoadUntil = 0;
    Shift said =
        new Shift(
            kind.kind(),
            capabilities,
            baseName,
            ground.scenario().span().startsAt().plusMillis(plan.ends()),
            rest(plan));
    ground
        .area()
        .insist(actor, head -> Optional.of(new SignOnUnit(head, id, said)), this::signedOn);
  }

  private Optional<BreakWindow> rest(ShiftPlan plan) {
    Instant start = ground.scenario().span().startsAt();
    boolean planned = plan.breakMillis() > 0 && plan.breakUntil() > plan.breakFrom();
    return planned
        ? Optional.of(
            new BreakWindow(
                start.plusMillis(plan.breakFrom()),
                start.plusMillis(plan.breakUntil()),
                (int) Math.max(1, plan.breakMillis() / MINUTE_MILLIS)))
        : Optional.empty();
  }

  private void signedOn() {
    state = State.FREE;
    stands(base);
    ground.area().at(shift.breakFrom(), this::due);
    ground.area().at(shift.breakUntil(), this::due);
    ground.area().at(shift.ends(), this::due);
    if (shift.failsAt() >= 0) {
      ground.area().at(shift.failsAt(), () -> fails(ground.area().now() + shift.failsMillis()));
    }
    settle();
  }

  /** Its vehicle is off the road until a moment, from the end of a job on. */
  void fails(long until) {
    offRoadUntil = Math.max(offRoadUntil, until);
    due();
  }

  private void due() {
    if (state == State.FREE && !held) {
      settle();
    }
  }

  /** Does what is due when there is no job. */
  private void settle() {
    long now = ground.area().now();
    if (now >= shift.ends()) {
      signOff();
    } else if (now < offRoadUntil) {
      goAway(UnavailableReason.VEHICLE_OFF_ROAD, offRoadUntil - now);
    } else if (breakOwed
        && (now >= shift.breakUntil() || (now >= shift.breakFrom() && isAtHome()))) {
      breakOwed = false;
      goAway(UnavailableReason.BREAK, shift.breakMillis());
    } else {
      driveBack(now);
      ground.calls().free().run();
    }
  }

  private void driveBack(long now) {
    if (leg.to() == home && (leg.arrives() > now || isAtHome())) {
      return;
    }
    int table =
        leg.isAtPlace(now)
            ? ground.roads().driveMillis(leg.to(), home, false)
            : ground.roads().way(leg.spot(now), home).driveMillis();
    drives(home, Math.min(table, HOUR_MILLIS));
    ground.area().at(leg.arrives(), this::due);
  }

  private boolean isAtHome() {
    return leg.to() == home && leg.isAtPlace(ground.area().now());
  }

  private void signOff() {
    state = State.OFF;
    home = waits;
    ground.area().insist(actor, head -> Optional.of(new SignOffUnit(head, id)), () -> {});
  }

  /** Cannot be sent for a while; a job that was given at the same moment comes first. */
  private void goAway(UnavailableReason reason, long millis) {
    state = State.AWAY;
    ground
        .area()
        .insist(
            actor,
            head ->
                state == State.AWAY
                    ? Optional.of(new MakeUnitUnavailable(head, id, reason))
                    : Optional.empty(),
            () -> {});
    ground.area().after(millis, this::comeBack);
  }

  private void comeBack() {
    if (state != State.AWAY) {
      return;
    }
    ground
        .area()
        .insist(
            actor,
            head -> Optional.of(new MakeUnitAvailable(head, id)),
            () -> {
              if (state == State.AWAY) {
                state = State.FREE;
                stands(home);
                settle();
              }
            });
  }
}
