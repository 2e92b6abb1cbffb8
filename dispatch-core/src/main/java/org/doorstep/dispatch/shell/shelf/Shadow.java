package org.doorstep.dispatch.shell.shelf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.protocol.CareDecision;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the versions in the shadow after an assessment has been answered, and keeps where they would
 * have said something else.
 *
 * <p>Nobody waits for it and nothing of it is felt: it has one thread and a short queue of its own,
 * and reads the assessment from the record. What is one too many, or fails, is counted.
 *
 * <p>Thread-safe; {@link #assessed} never blocks and never throws.
 */
public final class Shadow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
  private static final int WAITING_MAX = 1_000;
  private static final long STOP_SECONDS_MAX = 5;

  private final ProtocolShelf shelf;
  private final PastDecisions past;
  private final ShadowStore store;
  private final InstantSource clock;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), Shadow::thread);

  // Counts what was asked for and never kept; added to by any thread.
  private final AtomicLong missed = new AtomicLong();

  /** The shadow of an area. */
  public Shadow(ProtocolShelf shelf, PastDecisions past, ShadowStore store, InstantSource clock) {
    this.shelf = shelf;
    this.past = past;
    this.store = store;
    this.clock = clock;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "protocol-shadow");
    thread.setDaemon(true);
    return thread;
  }

  /** What shadows have shown; reading it blocks. */
  public ShadowStore store() {
    return store;
  }

  /** How many assessments since the start of this node a shadow was not asked about, or in vain. */
  public long missed() {
    return missed.get();
  }

  /** Is told of an assessment whose answer has gone out. */
  public void assessed(PatientId patient, RecordId record) {
    try {
      List<TableVersion> candidates = shelf.view().shadows();
      if (!candidates.isEmpty()) {
        Instant at = clock.instant();
        thread.execute(() -> ask(patient, record, candidates, at));
      }
    } catch (RuntimeException e) {
      miss(e);
    }
  }

  private void ask(PatientId patient, RecordId record, List<TableVersion> candidates, Instant at) {
    try {
      Optional<AssessmentDetails> found = past.details(record);
      if (found.isEmpty()) {
        throw new IllegalStateException("The assessment is not in the record.");
      }
      for (TableVersion candidate : candidates) {
        ask(found.get(), new ShadowStore.Asking(record, patient, candidate, at));
      }
    } catch (RuntimeException e) {
      miss(e);
    }
  }

  private void ask(AssessmentDetails details, ShadowStore.Asking asking) {
    Decided after;
    try {
      CareTables then =
          past.tables(details.result())
              .orElseThrow(() -> new IllegalStateException("A version of then is not askable."));
      after =
          Decided.of(
              CareDecision.decide(then.with(asking.version().table()), details.assessment()));
    } catch (RuntimeException e) {
      LOG.warn("A version in the shadow could not be asked: {}", e.getClass().getName());
      store.keepFailed(asking);
      return;
    }
    store.keep(asking, Decided.of(details.result()), after);
  }

  /** Without its message, which could hold words of an assessment. */
  private void miss(RuntimeException fault) {
    missed.incrementAndGet();
    LOG.warn("A shadow was not asked: {}", fault.getClass().getName());
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
