package org.doorstep.dispatch.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.engine.AreaEngine;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.shell.SubmissionFault.Kind;
import org.doorstep.dispatch.shell.log.Answered;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.Batch;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.LogHead;
import org.doorstep.dispatch.shell.log.Recovered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one area's engine on a thread of its own: drains the queue, offers a batch, appends it in
 * one transaction, and only then lets the effects go.
 *
 * <p>On any failed or unknown commit the engine is thrown away and rebuilt from the log; commands
 * in flight are looked up by id before anyone is answered, and those that the log does not have are
 * decided again.
 */
public final class AreaKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AreaKeeper.class);

  /** How many commands may wait; beyond that they are refused as busy. */
  public static final int QUEUE_MAX = 20_000;

  private static final int BATCH_MAX = 512;
  private static final int ATTEMPTS_MAX = 6;
  private static final int SNAPSHOT_EVERY_EVENTS = 5_000;
  private static final Duration IDLE_LOOK = Duration.ofMillis(500);
  private static final Duration PAUSE_FIRST = Duration.ofMillis(25);
  private static final Duration STOP_MAX = Duration.ofSeconds(10);

  private final AreaLog log;
  private final BiConsumer<Effect, DispatchView> world;
  private final LongConsumer announce;
  private final Function<DispatchView, Optional<Command>> sweeper;
  private final Supplier<AreaModel> models;
  private final Runnable whenFenced;
  private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>(QUEUE_MAX);
  private final Thread thread;

  // Guards the end of the thread: written by close(), read by the thread between batches.
  private volatile boolean stopping;

  // Written by the thread, read by whoever shows the state of the area.
  private volatile boolean ready;

  // Confined to the thread.
  private @Nullable AreaEngine engine;
  private AreaModel model = AreaModel.CLOSEST;
  private LogHead head = LogHead.EMPTY;
  private long snapshotAt;

  /**
   * A keeper that has not started. Nothing that it is given may block.
   *
   * @param world is handed every effect but replies, on the keeper's thread, with a view of the
   *     area that is good for the time of the call only
   * @param announce is told the last durable sequence after each batch; a hint
   * @param sweeper is asked between batches, on the keeper's thread, for the command that the state
   *     now calls for
   * @param models what is decided by now; asked before each batch
   * @param whenFenced is told that another owner has written to the log: whoever made this one
   *     should look whether it is still wanted
   */
  public AreaKeeper(
      AreaLog log,
      BiConsumer<Effect, DispatchView> world,
      LongConsumer announce,
      Function<DispatchView, Optional<Command>> sweeper,
      Supplier<AreaModel> models,
      Runnable whenFenced) {
    this.log = log;
    this.world = world;
    this.announce = announce;
    this.sweeper = sweeper;
    this.models = models;
    this.whenFenced = whenFenced;
    this.thread = new Thread(this::run, "area-" + log.area().value());
  }

  /** Starts the thread, which first recovers the area. */
  public void start() {
    thread.start();
  }

  /**
   * Queues a command.
   *
   * @return the reply once it is durable, or a {@link SubmissionFault}
   */
  public CompletableFuture<Reply> submit(Submission submission) {
    Pending pending = new Pending(submission, new CompletableFuture<>());
    if (stopping || !queue.offer(pending)) {
      pending.fail(Kind.BUSY, "Too many commands wait; the command (%s) was not taken.");
    }
    return pending.reply();
  }

  /** Whether the engine stands on its log and takes commands; any thread may ask. */
  public boolean isReady() {
    return ready && !stopping;
  }

  /** Finishes the batch at hand, refuses the rest, and ends the thread. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(STOP_MAX.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        List<Pending> batch = take();
        if (batch.isEmpty()) {
          recoverWhileIdle();
        } else {
          process(batch);
        }
        sweep();
      } catch (InterruptedException e) {
        stopping = true;
      }
    }
    List<Pending> refused = new ArrayList<>();
    queue.drainTo(refused);
    refused.forEach(pending -> pending.fail(Kind.BUSY, "Stopping; (%s) was not taken."));
  }

  private void sweep() {
    AreaEngine standing = engine;
    if (standing == null || !queue.isEmpty()) {
      return;
    }
    Optional<Command> command = sweeper.apply(standing.view());
    if (command.isPresent()) {
      // Whatever becomes of it, the state is looked at again in a second.
      var unused = submit(Submission.internal(command.get()));
    }
  }

  private List<Pending> take() throws InterruptedException {
    List<Pending> batch = new ArrayList<>();
    long wait = engine == null ? 0 : IDLE_LOOK.toMillis();
    Pending first = queue.poll(wait, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH_MAX - 1);
    }
    return batch;
  }

  /**
   * An owner that has nothing to append would not meet the fence, and would go on watching a state
   * that another has left behind.
   */
  private void recoverWhileIdle() throws InterruptedException {
    try {
      if (engine != null && log.isBehind(head)) {
        LOG.warn("Another owner has written to the log of ({}).", log.area().value());
        drop();
        whenFenced.run();
      }
      ready();
    } catch (LogFault | RuntimeException e) {
      LOG.warn("The area ({}) cannot be recovered yet.", log.area().value(), e);
      Thread.sleep(IDLE_LOOK.toMillis());
    }
  }

  private void process(List<Pending> batch) throws InterruptedException {
    List<Pending> left = batch;
    Duration pause = PAUSE_FIRST;
    for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      try {
        AreaEngine ready = ready();
        left = withoutAnswered(left);
        decide(ready, left);
        return;
      } catch (LogFault e) {
        LOG.warn("{} Rebuilding the area from its log.", e.getMessage());
        drop();
        if (e.fate() == LogFault.Fate.FENCED) {
          whenFenced.run();
        }
        if (e.fate() == LogFault.Fate.IMPOSSIBLE) {
          isolate(left, e);
          return;
        }
        Thread.sleep(pause.toMillis());
        pause = pause.multipliedBy(2);
      } catch (RuntimeException e) {
        drop();
        isolate(left, e);
        return;
      }
    }
    left.forEach(p -> p.fail(Kind.UNKNOWN, "The outcome of the command (%s) is not known yet."));
  }

  /** An invariant broke: the commands are tried one by one, so that only the guilty one fails. */
  private void isolate(List<Pending> batch, Exception broken) throws InterruptedException {
    if (batch.size() == 1) {
      LOG.error("An invariant broke at the command ({}).", batch.get(0).id(), broken);
      batch.get(0).fail(Kind.BROKEN, "The command (%s) breaks an invariant; nothing was done.");
      return;
    }
    for (Pending pending : batch) {
      process(List.of(pending));
    }
  }

  private void drop() {
    engine = null;
    ready = false;
  }

  private AreaEngine ready() throws LogFault {
    AreaModel now = models.get();
    if (engine != null) {
      if (!now.hash().equals(model.hash())) {
        model = now;
        engine.adopt(now);
      }
      return engine;
    }
    Recovered recovered = log.recover();
    model = now;
    AreaEngine rebuilt = new AreaEngine(recovered.state(), now);
    engine = rebuilt;
    head = recovered.head();
    snapshotAt = recovered.snapshot();
    ready = true;
    rebuilt.obligations().forEach(effect -> world.accept(effect, rebuilt.view()));
    announce.accept(head.sequence());
    return rebuilt;
  }

  private List<Pending> withoutAnswered(List<Pending> batch) throws LogFault {
    Map<UUID, Answered> known =
        log.findAnswers(batch.stream().map(pending -> new CommandId(pending.id())).toList());
    if (known.isEmpty()) {
      return batch;
    }
    List<Pending> left = new ArrayList<>();
    for (Pending pending : batch) {
      Answered answered = known.get(pending.id());
      if (answered == null) {
        left.add(pending);
      } else {
        pending.answer(answered);
      }
    }
    return left;
  }

  private void decide(AreaEngine ready, List<Pending> left) throws LogFault {
    Batch batch = new Batch();
    Map<UUID, List<Pending>> waiting = new LinkedHashMap<>();
    for (Pending pending : left) {
      List<Pending> same = waiting.computeIfAbsent(pending.id(), id -> new ArrayList<>());
      same.add(pending);
      if (same.size() == 1) {
        batch.add(ready.offer(pending.submission().command()), pending.submission().fingerprint());
      }
    }
    if (batch.isEmpty()) {
      return;
    }
    head = log.append(batch, head);
    release(ready, waiting);
    announce.accept(head.sequence());
    keepSnapshot(ready);
  }

  private void release(AreaEngine ready, Map<UUID, List<Pending>> waiting) {
    for (Effect effect : ready.durable(head.sequence())) {
      if (effect instanceof Effect.SendReply send) {
        List<Pending> same = waiting.getOrDefault(send.reply().command().value(), List.of());
        same.forEach(
            pending ->
                pending.answer(new Answered(send.reply(), same.get(0).submission().fingerprint())));
      } else {
        world.accept(effect, ready.view());
      }
    }
  }

  private void keepSnapshot(AreaEngine ready) {
    if (head.sequence() - snapshotAt < SNAPSHOT_EVERY_EVENTS) {
      return;
    }
    snapshotAt = head.sequence();
    try {
      log.save(ready.snapshot(), head);
    } catch (LogFault e) {
      LOG.warn("{} It costs time on recovery only.", e.getMessage());
    }
  }
}
