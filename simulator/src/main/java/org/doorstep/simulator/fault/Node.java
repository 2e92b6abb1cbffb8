package org.doorstep.simulator.fault;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.effect.Effect.SendReply;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.engine.AreaSnapshot;
import org.doorstep.dispatch.engine.Offered;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.simulator.fault.SharedLog.Fate;
import org.jspecify.annotations.Nullable;

/**
 * One process that can own the area: drains its queue, looks up what was answered, offers a batch,
 * has it appended, and only then lets the effects go. One thread.
 *
 * <p>It behaves as the live keeper does, step for step; what takes time there is an event of the
 * timeline here, so that it can die or be paused in between. A process that has died never goes on;
 * one that was paused goes on as if nothing had happened.
 */
final class Node {
  private static final int BATCH_MAX = 64;
  private static final int ATTEMPTS_MAX = 6;
  private static final int SNAPSHOT_EVERY_EVENTS = 150;
  private static final long APPEND_MILLIS_MAX = 5_000;
  private static final long PAUSE_FIRST_MILLIS = 25;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int NODE_SHIFT = 40;

  private final int number;
  private final Site site;
  private final Perils perils;
  private final StampedCommand stamps = new StampedCommand();
  private final ArrayDeque<Command> queue = new ArrayDeque<>();
  private boolean running = true;
  private boolean owner;
  private boolean busy;
  private long skewMillis;
  private long pausedUntil;
  private long lives;
  private long appends;
  private long sweeps;
  private long head;
  private long snapshotAt;
  private List<Command> inHand = List.of();
  private @Nullable AreaEngine engine;

  /**
   * A batch on its way to the log.
   *
   * @param engine by which it was decided
   * @param number from 1; the same commands are decided anew some times
   */
  private record Attempt(AreaEngine engine, Batch decided, List<Command> commands, int number) {}

  /** A process that has started and owns nothing. */
  Node(int number, Site site, Perils perils) {
    this.number = number;
    this.site = site;
    this.perils = perils;
    this.skewMillis = perils.skewMillis();
  }

  int number() {
    return number;
  }

  /** Whether it would do something now. */
  boolean isAwake() {
    return running && site.clock().millis() >= pausedUntil;
  }

  /** Whether commands can be sent to it; perhaps it is paused, and they wait in its socket. */
  boolean isReached() {
    return running && owner;
  }

  /** What it has decided, if it owns the area and nothing is under way. */
  Optional<AreaSnapshot> findSnapshot() {
    return busy || !owner
        ? Optional.empty()
        : Optional.ofNullable(engine).map(AreaEngine::snapshot);
  }

  /** A command has arrived; what a node that is not the owner gets is lost. */
  void receive(Command command) {
    here(() -> {
          if (owner) {
            queue.add(stamps.at(command, now()));
            pump();
          }
        })
        .run();
  }

  /** Takes the area, or gives it up, as the nodes see each other. */
  void own(boolean now) {
    if (owner == now) {
      return;
    }
    owner = now;
    if (owner) {
      perils.counts().count(FaultKind.TAKEOVER);
      if (!busy) {
        busy = true;
        process(List.of(), 1);
      }
    } else {
      queue.clear();
      engine = busy ? engine : null;
    }
  }

  /** Dies; what it had not sent is gone. */
  void crash() {
    if (!running) {
      return;
    }
    perils.counts().count(FaultKind.CRASH);
    List<Command> waiting = new ArrayList<>(inHand);
    waiting.addAll(queue);
    site.steps().toldWhenDying(site.log(), waiting).forEach(site.replies());
    running = false;
    owner = false;
    busy = false;
    engine = null;
    queue.clear();
    inHand = List.of();
    lives++;
    pausedUntil = 0;
    site.clock().in(perils.restartMillis(), this::start);
  }

  /** Stands still for some time. */
  void pause(long millis) {
    if (running) {
      perils.counts().count(FaultKind.PAUSE);
      pausedUntil = Math.max(pausedUntil, site.clock().millis() + millis);
    }
  }

  /** Looks whether the engine is behind the log, and else gives itself a command to sweep. */
  void sweep() {
    AreaEngine standing = engine;
    boolean free = isAwake() && owner && !busy && queue.isEmpty();
    if (!free || standing == null || site.log().isStalled()) {
      return;
    }
    if (site.steps().isOvertaken(site.log().head(), head)) {
      engine = null;
      busy = true;
      process(List.of(), 1);
    } else if (site.steps().sweeps()) {
      sweep(standing, now());
    }
  }

  private void sweep(AreaEngine standing, Instant now) {
    if (Deadlines.listPassed(standing.view(), now).isEmpty()) {
      return;
    }
    sweeps++;
    UUID id = new UUID(VERSION_7 | ((number + 1L) << NODE_SHIFT), VARIANT | sweeps);
    CommandHead by = new CommandHead(new CommandId(id), site.area(), Actor.system("sweeper"), now);
    queue.add(new Command.SweepDeadlines(by));
    pump();
  }

  private void start() {
    running = true;
    skewMillis = perils.skewMillis();
  }

  private Instant now() {
    return site.clock().now().plusMillis(skewMillis);
  }

  private void pump() {
    if (busy || queue.isEmpty()) {
      return;
    }
    busy = true;
    List<Command> batch = new ArrayList<>();
    while (batch.size() < BATCH_MAX && !queue.isEmpty()) {
      batch.add(queue.remove());
    }
    inHand = batch;
    process(batch, 1);
  }

  private void process(List<Command> batch, int attempt) {
    if (!owner || attempt > ATTEMPTS_MAX) {
      finish();
      return;
    }
    site.log().ask(here(() -> decide(ready(), batch, attempt)));
  }

  private AreaEngine ready() {
    AreaEngine standing = engine;
    if (standing != null) {
      return standing;
    }
    perils.counts().count(FaultKind.RECOVERY);
    AreaEngine rebuilt = new AreaEngine(site.steps().recover(site.log()));
    engine = rebuilt;
    head = site.log().head();
    // Counted from the snapshot, not from now: an area that is rebuilt often needs it most.
    snapshotAt = site.log().snapshot().sequence();
    site.steps().owedByRecovered(rebuilt).forEach(site.orders());
    return rebuilt;
  }

  private void decide(AreaEngine ready, List<Command> batch, int attempt) {
    Map<CommandId, Command> left = withoutAnswered(batch);
    if (left.isEmpty()) {
      finish();
      return;
    }
    List<LoggedEvent> events = new ArrayList<>();
    List<Reply> replies = new ArrayList<>();
    for (Command command : left.values()) {
      Offered offered = ready.offer(command);
      offered.events().forEach(event -> events.add(site.steps().timed(event, now())));
      replies.add(offered.reply());
    }
    Batch decided = new Batch(events, replies);
    site.steps().toldWhenDecided(number, decided).forEach(site.replies());
    append(new Attempt(ready, decided, List.copyOf(left.values()), attempt));
  }

  /** Whoever is in the batch twice is decided once, in the order of the first. */
  private Map<CommandId, Command> withoutAnswered(List<Command> batch) {
    Map<CommandId, Command> left = new LinkedHashMap<>();
    for (Command command : batch) {
      Optional<Reply> known = site.steps().findReply(site.log(), number, command.head().id());
      if (known.isPresent()) {
        perils.counts().count(FaultKind.ANSWERED_FROM_LOG);
        site.replies().accept(known.get());
      } else {
        left.putIfAbsent(command.head().id(), command);
      }
    }
    return left;
  }

  private void append(Attempt attempt) {
    if (perils.strikeAtAppend(FaultKind.CRASH_BEFORE_APPEND)) {
      crash();
      return;
    }
    long mine = ++appends;
    // An answer is for the process that has asked, not for the next one of the same node.
    long born = lives;
    site.log().append(attempt.decided(), head, fate -> go(born, () -> hear(mine, fate, attempt)));
    site.clock().in(APPEND_MILLIS_MAX, here(() -> hear(mine, Fate.UNKNOWN, attempt)));
    if (perils.strikeAtAppend(FaultKind.CRASH_AFTER_APPEND)) {
      crash();
    }
  }

  /** The first word about an append counts; what comes after the wait is not heard. */
  private void hear(long mine, Fate fate, Attempt attempt) {
    if (mine != appends) {
      return;
    }
    appends++;
    switch (fate) {
      case WRITTEN -> written(attempt);
      case FENCED -> {
        perils.counts().count(FaultKind.FENCED);
        site.steps()
            .insteadOfDeciding(site.log(), attempt.decided())
            .ifPresentOrElse(batch -> writeInstead(attempt, batch), () -> decideAnew(attempt));
      }
      case UNKNOWN -> {
        site.steps().toldWhenUnknown(attempt.decided()).forEach(site.replies());
        decideAnew(attempt);
      }
    }
  }

  private void writeInstead(Attempt attempt, Batch batch) {
    head = site.log().head();
    engine = null;
    append(new Attempt(attempt.engine(), batch, attempt.commands(), attempt.number()));
  }

  private void decideAnew(Attempt attempt) {
    if (site.steps().dropsEngine()) {
      engine = null;
    }
    site.clock()
        .in(
            PAUSE_FIRST_MILLIS << (attempt.number() - 1),
            here(() -> process(attempt.commands(), attempt.number() + 1)));
  }

  private void written(Attempt attempt) {
    if (perils.strikeAtAppend(FaultKind.CRASH_BEFORE_RELEASE)) {
      crash();
      return;
    }
    List<LoggedEvent> events = attempt.decided().events();
    head = events.isEmpty() ? head : events.get(events.size() - 1).sequence();
    // Told is what was written, and it is told only now.
    attempt.decided().replies().forEach(site.replies());
    attempt.engine().durable(head).stream()
        .filter(effect -> !(effect instanceof SendReply))
        .forEach(site.orders());
    boolean whole = attempt.engine().sequence() == head;
    if (whole && head - snapshotAt >= SNAPSHOT_EVERY_EVENTS) {
      snapshotAt = head;
      site.log().save(attempt.engine().snapshot());
    }
    finish();
  }

  private void finish() {
    busy = false;
    inHand = List.of();
    if (!owner) {
      engine = null;
    }
    pump();
  }

  /** What this process would do then: not if it has died, and later if it is paused. */
  private Runnable here(Runnable step) {
    long born = lives;
    return () -> go(born, step);
  }

  private void go(long born, Runnable step) {
    if (born != lives || !running) {
      return;
    }
    long left = pausedUntil - site.clock().millis();
    if (left > 0) {
      site.clock().in(left, () -> go(born, step));
    } else {
      step.run();
    }
  }
}
