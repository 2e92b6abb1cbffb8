package org.doorstep.simulator.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.simulator.chance.Chance;

/**
 * The log of one area as a database keeps it: a batch is written whole or not at all, its first
 * number must be free, and each command has one reply. One thread.
 *
 * <p>What is sent to it arrives later, in any order. A node that no longer waits, or no longer
 * lives, has its batch written all the same. Like the primary key that it stands for, the fence
 * knows a number that is taken, not one that is missing.
 */
final class SharedLog {
  private final VirtualClock clock;
  private final Chance chance;
  private final FaultCounts counts;
  private final ShellSteps steps;
  private final Consumer<LoggedEvent> follower;
  private final List<LoggedEvent> events = new ArrayList<>();
  // Looked up, never iterated.
  private final Map<CommandId, Reply> replies = new HashMap<>();
  private FaultPlan.Log plan;
  private AreaSnapshot snapshot;
  private long head;
  private long stalledUntil;

  /** What a node is told of its append. */
  enum Fate {
    WRITTEN,
    FENCED,
    UNKNOWN
  }

  SharedLog(
      AreaId area,
      VirtualClock clock,
      FaultPlan.Log plan,
      Chance chance,
      FaultCounts counts,
      ShellSteps steps,
      Consumer<LoggedEvent> follower) {
    this.clock = clock;
    this.plan = plan;
    this.chance = chance;
    this.counts = counts;
    this.steps = steps;
    this.follower = follower;
    this.snapshot = AreaSnapshot.empty(area);
  }

  /** From now on it fails as said. */
  void follow(FaultPlan.Log now) {
    plan = now;
  }

  /** Writes nothing and answers nothing for some time. */
  void stall(long millis) {
    counts.count(FaultKind.STALL);
    stalledUntil = Math.max(stalledUntil, clock.millis() + millis);
  }

  boolean isStalled() {
    return clock.millis() < stalledUntil;
  }

  /** The last number that is written. */
  long head() {
    return head;
  }

  /** All events, in the order in which they became durable. */
  List<LoggedEvent> events() {
    return List.copyOf(events);
  }

  /** Sends a batch that was decided after an event, the head as the node knows it. */
  void append(Batch batch, long after, Consumer<Fate> answer) {
    long millis = (long) chance.exponential(plan.appendMillisMean());
    if (chance.happens(plan.slowShare())) {
      counts.count(FaultKind.LATE_APPEND);
      millis += chance.whole(0, plan.slowMillisMax());
    }
    boolean fails = chance.happens(plan.failedShare());
    boolean unanswered = chance.happens(plan.unansweredShare());
    clock.in(
        millis,
        whenMoving(
            () -> {
              if (fails) {
                counts.count(FaultKind.FAILED_APPEND);
                steps.leftOfFailed(batch).forEach(this::keep);
                answer.accept(Fate.UNKNOWN);
                return;
              }
              Fate fate = write(batch, after);
              if (unanswered && fate == Fate.WRITTEN) {
                counts.count(FaultKind.UNANSWERED_APPEND);
              }
              answer.accept(unanswered ? Fate.UNKNOWN : fate);
            }));
  }

  /** Goes on once a question would be answered. */
  void ask(Runnable then) {
    clock.in((long) chance.exponential(plan.appendMillisMean()), whenMoving(then));
  }

  Optional<Reply> findReply(CommandId command) {
    return Optional.ofNullable(replies.get(command));
  }

  /** Keeps a snapshot; an older one never replaces a newer one. */
  void save(AreaSnapshot newer) {
    if (newer.sequence() > snapshot.sequence()) {
      snapshot = newer;
    }
  }

  AreaSnapshot snapshot() {
    return snapshot;
  }

  /** The state from the last snapshot and what came after it. */
  AreaState recover() {
    AreaState state = new AreaState(snapshot);
    for (LoggedEvent event : events.subList((int) snapshot.sequence(), events.size())) {
      state.evolve(event);
    }
    return state;
  }

  private Runnable whenMoving(Runnable step) {
    return () -> {
      if (isStalled()) {
        clock.in(stalledUntil - clock.millis(), whenMoving(step));
      } else {
        step.run();
      }
    };
  }

  private Fate write(Batch batch, long after) {
    long first = batch.events().isEmpty() ? after + 1 : batch.events().get(0).sequence();
    if (!steps.isFree(batch, first, head)
        || batch.replies().stream().anyMatch(reply -> steps.isAnswered(this, reply))) {
      return Fate.FENCED;
    }
    for (Reply reply : steps.repliesToKeep(batch)) {
      replies.putIfAbsent(reply.command(), reply);
    }
    batch.events().forEach(this::keep);
    return Fate.WRITTEN;
  }

  private void keep(LoggedEvent event) {
    events.add(event);
    head = Math.max(head, event.sequence());
    follower.accept(event);
  }
}
