package org.doorstep.simulator.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AssignUnit;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.RecommendUnits;
import org.doorstep.dispatch.command.Command.ReportJobStage;
import org.doorstep.dispatch.command.Command.SignOnUnit;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Seen;
import org.doorstep.dispatch.model.Shift;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.simulator.host.AreaPort;
import org.doorstep.simulator.host.CommandHeads;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.host.VirtualArea;
import org.doorstep.simulator.time.Timeline;

/**
 * The world of a trace around the engine: calls come when the trace says, the desk sends the first
 * unit that the engine recommends, at once, and units do what the trace says. One thread.
 *
 * <p>Time is kept in minutes as doubles, and sums are made in the order in which the source of the
 * trace makes them, so that results agree to the last digit. The engine is told instants.
 *
 * <p>A unit reports what changes who can be sent: that it is there, and that it is free again. The
 * way to hospital lies between, and the trace alone keeps its times.
 *
 * <p>Calls for whom nobody is free wait; whoever becomes free goes to the one that has waited
 * longest, from where it is.
 */
final class TraceWorld implements Outside {
  private static final AreaId AREA = new AreaId("TRACE");
  private static final Actor DESK = Actor.user("desk");
  private static final Actor TRAVEL = Actor.system("travel");
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final Duration SHIFT = Duration.ofDays(36_500);
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final Capabilities NEEDS = Capabilities.of(Capability.EMERGENCY_CARE);

  /** Nothing is stored behind these drive times: the trace itself is their evidence. */
  private static final String EVIDENCE = "0".repeat(64);

  /** Places are known by the number of the call. */
  private static final SealedPlace PLACE = new SealedPlace("VFJBQ0VEUExBQ0U=");

  private final Trace trace;
  private final Consumer<LoggedEvent> log;
  private final Timeline timeline = new Timeline();
  private final CommandHeads heads = new CommandHeads(AREA);
  private final TraceUnits units;
  private final AreaPort area;
  private final ArrayDeque<AskTravelTimes> asked = new ArrayDeque<>();
  private final int[] nearestHospital;
  private final TraceOutcome[] outcomes;
  private final double[] cameAt;

  /** Made once, because it is handed over with each call. */
  private final Consumer<Reply> sent = this::sent;

  private final Consumer<Reply> accepted = TraceWorld::requireAccepted;
  private Instant instant = START;
  private long momentOfInstant;
  private boolean asking;
  private int finished;

  private TraceWorld(Trace trace, Consumer<LoggedEvent> log) {
    this.trace = trace;
    this.log = log;
    units = new TraceUnits(trace);
    area = new VirtualArea(AREA, this);
    nearestHospital = nearestHospitals(trace);
    outcomes = new TraceOutcome[trace.calls().size()];
    cameAt = new double[trace.calls().size()];
  }

  /**
   * Plays a trace.
   *
   * @param log is told every event
   * @return one outcome for each call, in their order
   * @throws IllegalStateException if a call is never reached
   */
  static List<TraceOutcome> play(Trace trace, Consumer<LoggedEvent> log) {
    return new TraceWorld(trace, log).run();
  }

  private List<TraceOutcome> run() {
    for (UnitId unit : units.ids()) {
      Shift shift = new Shift(UnitKind.AMBULANCE, NEEDS, "base", START.plus(SHIFT));
      give(new SignOnUnit(head(DESK), unit, shift));
    }
    comes(0, 0);
    while (timeline.runNext()) {
      // Each event plans what follows from it.
    }
    if (finished < outcomes.length) {
      throw new IllegalStateException(
          "Of (%d) calls only (%d) were served.".formatted(outcomes.length, finished));
    }
    return Arrays.asList(outcomes);
  }

  /** Plans a call after the one before it. */
  private void comes(int call, double before) {
    if (call == trace.calls().size()) {
      return;
    }
    double at = before + trace.calls().get(call).afterMinutes();
    plan(
        at,
        () -> {
          cameAt[call] = at;
          give(
              new OpenIncident(
                  head(DESK),
                  heads.nextRecord(),
                  IncidentSource.DESK,
                  Category.C2,
                  NEEDS,
                  Optional.of(PLACE),
                  List.of()));
          comes(call + 1, at);
        });
  }

  /** One question after the other: a unit that is sent to the first is not free for the second. */
  @Override
  public void askTravelTimes(AskTravelTimes order) {
    asked.add(order);
    answerNext();
  }

  private void answerNext() {
    AskTravelTimes order = asking ? null : asked.poll();
    if (order == null) {
      return;
    }
    asking = true;
    area.give(
        new RecommendUnits(
            head(TRAVEL),
            order.incident(),
            order.id().sequence(),
            EVIDENCE,
            units.quotes(callOf(order.incident()).node(), now())),
        reply -> send(order.incident()));
  }

  /** The desk takes the engine's word. */
  private void send(IncidentId id) {
    Incident incident =
        area.board()
            .findIncident(id)
            .orElseThrow(
                () -> new IllegalStateException("An incident (%d) is gone.".formatted(id.value())));
    Recommendation latest = incident.response().recommendation().orElseThrow();
    if (latest.candidates().isEmpty()) {
      if (trace.otherwise() == WhenNobodyIsFree.PASS_ON) {
        passOn(incident);
      }
      asking = false;
      answerNext();
      return;
    }
    Candidate first = latest.candidates().get(0);
    area.give(
        new AssignUnit(
            head(DESK),
            id,
            first.unit(),
            Optional.of(latest.number()),
            Optional.empty(),
            new Seen(incident.version(), first.unitVersion())),
        sent);
  }

  private void sent(Reply reply) {
    requireAccepted(reply);
    asking = false;
    answerNext();
  }

  private void passOn(Incident incident) {
    int call = numberOf(incident.id());
    outcomes[call] = TraceOutcome.passedOn(call, cameAt[call]);
    finished++;
    give(new CloseIncident(head(DESK), incident.id(), CloseReason.PASSED_ON, incident.version()));
  }

  @Override
  public void happened(LoggedEvent event) {
    log.accept(event);
    if (event.event() instanceof UnitAssigned assigned) {
      setOff(assigned.incident(), assigned.unit());
    }
  }

  @Override
  public void notifyCrew(NotifyCrew order) {
    // The crew has set off with the assignment itself.
  }

  /** The unit's part of a call: who goes where for whom. */
  private record Run(IncidentId incident, TraceCall call, int number, int unit) {}

  private void setOff(IncidentId incident, UnitId id) {
    Run run = new Run(incident, callOf(incident), numberOf(incident), TraceUnits.numberOf(id));
    int from = units.send(run.unit(), now());
    double arrives = now() + trace.drives().minutes(from, run.call().node());
    plan(
        arrives,
        () -> {
          report(run, JobStage.AT_SCENE);
          double leaves = arrives + run.call().onSceneMinutes();
          plan(leaves, () -> leave(run, arrives, leaves));
        });
  }

  private void leave(Run run, double arrived, double leaves) {
    TraceCall call = run.call();
    if (!call.toHospital()) {
      finish(run, arrived, TraceOutcome.NONE);
      return;
    }
    int hospital = nearestHospital[call.node()];
    double reaches = leaves + trace.drives().minutes(call.node(), hospital);
    plan(
        reaches, () -> plan(reaches + call.dropOffMinutes(), () -> finish(run, arrived, hospital)));
  }

  private void finish(Run run, double arrived, int hospital) {
    double came = cameAt[run.number()];
    outcomes[run.number()] =
        new TraceOutcome(run.number(), run.unit(), came, arrived - came, now(), hospital);
    finished++;
    int node = hospital == TraceOutcome.NONE ? run.call().node() : hospital;
    units.release(run.unit(), node);
    // Whoever waits is served from where the unit is; only then does it leave.
    report(run, JobStage.CLEAR);
    units.goHome(run.unit(), now());
  }

  /** By node; a tie in time goes to the first of the list. */
  private static int[] nearestHospitals(Trace trace) {
    int[] nearest = new int[trace.drives().nodes()];
    for (int node = 0; node < nearest.length && !trace.hospitals().isEmpty(); node++) {
      int best = trace.hospitals().get(0);
      for (int each : trace.hospitals()) {
        if (trace.drives().minutes(node, each) < trace.drives().minutes(node, best)) {
          best = each;
        }
      }
      nearest[node] = best;
    }
    return nearest;
  }

  private void report(Run run, JobStage stage) {
    give(
        new ReportJobStage(
            head(units.crews().get(run.unit())),
            run.incident(),
            units.ids().get(run.unit()),
            stage));
  }

  private void give(Command command) {
    area.give(command, accepted);
  }

  private static void requireAccepted(Reply reply) {
    if (reply.rejection().isPresent()) {
      throw new IllegalStateException(
          "The engine has refused a command of a trace (%s).".formatted(reply.rejection().get()));
    }
  }

  private CommandHead head(Actor actor) {
    // A call is opened, ranked and sent to at one moment.
    if (timeline.now() != momentOfInstant) {
      momentOfInstant = timeline.now();
      instant = START.plusNanos((long) (now() * NANOS_PER_MINUTE));
    }
    return heads.next(actor, instant);
  }

  private TraceCall callOf(IncidentId incident) {
    return trace.calls().get(numberOf(incident));
  }

  /** Incidents are counted from 1 in the order of their calls. */
  private static int numberOf(IncidentId incident) {
    return (int) incident.value() - 1;
  }

  private double now() {
    return Timeline.timeOf(timeline.now());
  }

  private void plan(double minutes, Runnable event) {
    timeline.at(Timeline.momentOf(minutes), event);
  }
}
