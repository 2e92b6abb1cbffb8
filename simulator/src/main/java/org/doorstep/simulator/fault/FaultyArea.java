package org.doorstep.simulator.fault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.effect.Effect.AskTravelTimes;
import org.doorstep.dispatch.effect.Effect.NotifyCrew;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.check.InvariantChecker;
import org.doorstep.simulator.host.AreaPort;
import org.doorstep.simulator.host.Outside;
import org.doorstep.simulator.time.Timeline;

/**
 * An area whose nodes die and stand still, whose network loses and repeats, and whose log fails: an
 * owner and a standby around one log, and clients that do not give up. One thread.
 *
 * <p>All that goes wrong is drawn from the stream {@code faults} of the seed, so a run is the same
 * each time. The judge is told of every durable event and every answer; once it has found
 * something, nothing more happens here, because the log may no longer make sense.
 *
 * <p>It is the live shell's design on a timeline: keeper, election and sweeper as they are there,
 * but that the owner also looks whether another has written ({@link ShellSteps#isOvertaken}).
 *
 * <p>An order to the world may come late or twice; it is lost only when the node that gives it has
 * died, and is then given again by the node that recovers the area.
 */
public final class FaultyArea implements AreaPort {
  private static final int NODES = 2;
  private static final long LOOK_MILLIS = 1_000;

  private final VirtualClock clock;
  private final Outside outside;
  private final InvariantChecker checker;
  private final FaultCounts counts = new FaultCounts();
  private final SharedLog log;
  private final Network network;
  private final Perils perils;
  private final Membership membership;
  private final Clients clients;
  private final List<Node> nodes;
  private final AreaState board;
  private FaultPlan plan;

  /**
   * An area in which nothing has happened yet; its nodes find each other with the first event of
   * the timeline.
   *
   * @param timeline in milliseconds
   * @param start the time at moment 0
   */
  public FaultyArea(
      AreaId area,
      Timeline timeline,
      Instant start,
      FaultPlan plan,
      long seed,
      Outside outside,
      InvariantChecker checker) {
    this(area, new VirtualClock(timeline, start), plan, seed, outside, checker, new ShellSteps());
  }

  FaultyArea(
      AreaId area,
      VirtualClock clock,
      FaultPlan plan,
      long seed,
      Outside outside,
      InvariantChecker checker,
      ShellSteps steps) {
    this.clock = clock;
    this.plan = plan;
    this.outside = outside;
    this.checker = checker;
    this.board = new AreaState(AreaSnapshot.empty(area));
    Chance faults = Chance.of(seed, "faults");
    this.log = new SharedLog(area, clock, plan.log(), faults.split(), counts, steps, this::follow);
    this.network = new Network(clock, plan.network(), faults.split(), counts);
    this.perils = new Perils(clock, plan.nodes(), faults.split(), counts);
    this.membership = new Membership(clock, counts);
    this.clients = new Clients(clock, network, membership, faults.split(), counts, checker);
    Site site = new Site(area, clock, log, steps, this::reply, this::order);
    this.nodes =
        IntStream.range(0, NODES).mapToObj(number -> new Node(number, site, perils)).toList();
    begin();
  }

  @Override
  public void give(Command command, Consumer<Reply> answer) {
    clients.give(command, answer);
  }

  @Override
  public DispatchView board() {
    return board;
  }

  /** How often each fault really happened. */
  public FaultCounts counts() {
    return counts;
  }

  /** All events, in the order in which they became durable. */
  public List<LoggedEvent> events() {
    return log.events();
  }

  /** The state of the board that has followed the log, as a value. */
  public AreaSnapshot snapshot() {
    return board.snapshot();
  }

  /** What the owner's engine has decided, as a value; empty while there is no owner at rest. */
  public Optional<AreaSnapshot> findDecided() {
    return nodes.stream().flatMap(node -> node.findSnapshot().stream()).findFirst();
  }

  /** How many commands nobody has answered yet. */
  public int unanswered() {
    return clients.size();
  }

  /** Nothing fails any more; what was lost until now is made good. */
  public void calm() {
    plan = plan.calm();
    network.follow(plan.network());
    log.follow(plan.log());
    perils.follow(plan.nodes());
  }

  private void begin() {
    nodes.forEach(membership::join);
    membership.look();
    look();
    sweep();
    for (Node node : nodes) {
      perils.repeat(() -> plan.nodes().crashes(), node::crash);
      perils.repeat(
          () -> plan.nodes().pauses(),
          () -> node.pause(perils.lengthMillis(plan.nodes().pauses())));
    }
    perils.repeat(
        () -> plan.nodes().cuts(), () -> membership.cut(perils.lengthMillis(plan.nodes().cuts())));
    perils.repeat(
        () -> plan.log().stalls(), () -> log.stall(perils.lengthMillis(plan.log().stalls())));
  }

  private void look() {
    membership.look();
    if (log.isStalled() || !membership.isAnybodyAwake()) {
      checker.isDown();
    } else {
      checker.isUp(clock.now());
    }
    checker.passed(clock.now());
    if (checker.isClean()) {
      clock.in(LOOK_MILLIS, this::look);
    }
  }

  private void sweep() {
    nodes.forEach(Node::sweep);
    clock.in(plan.sweepMillis(), this::sweep);
  }

  private void follow(LoggedEvent event) {
    checker.happened(event, clock.now());
    checker.passed(clock.now());
    if (checker.isClean()) {
      board.evolve(event);
      outside.happened(event);
    }
  }

  private void reply(Reply reply) {
    network.carry(() -> clients.hear(reply));
  }

  private void order(Effect order) {
    if (order instanceof AskTravelTimes ask) {
      network.deliver(() -> outside.askTravelTimes(ask));
    } else if (order instanceof NotifyCrew notify) {
      network.deliver(() -> outside.notifyCrew(notify));
    }
  }
}
