package org.doorstep.server.summary;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.shell.record.RecordFault;
import org.doorstep.dispatch.shell.record.SummaryCopies;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.handover.bars.NhsNumber;
import org.doorstep.handover.gp.PatientSummary;
import org.doorstep.handover.gp.SummaryFault;
import org.doorstep.handover.gp.SummaryTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is known of patients: at once where it was read a moment ago, else within the
 * deadline of the record service. An answer that cannot be trusted leaves no trace but its count;
 * the last good copy stands beside the fault.
 *
 * <p>Everything here is confined to one context of its own, so that a service that hangs holds up
 * nobody else; may be asked from any thread.
 */
public final class Summaries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);
  private static final int REMEMBERED_MAX = 2_000;

  /** A service that has just failed is not asked again for as long, by number. */
  private static final Duration FAULT_REMEMBERED = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Context own;
  private final Optional<RecordService> service;
  private final Optional<RecordClient> client;
  private final SummaryTranslator translator;
  private final SummaryCopies copies;
  private final Duration fresh;
  private final InstantSource clock;

  // All confined to the context.
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };
  private final Map<String, Failed> failed = new HashMap<>();
  private final Map<String, Future<RecordReading.Read>> reading = new HashMap<>();
  private final Map<SummaryState, Long> states = new EnumMap<>(SummaryState.class);
  private final Map<SummaryFault, Long> faults = new EnumMap<>(SummaryFault.class);

  private record Kept(PatientSummary summary, Instant readAt) {}

  private record Failed(SummaryFault fault, Instant at) {}

  /**
   * Summaries of a record service.
   *
   * @param service empty where none is set up
   * @param fresh for how long what was read counts as read just now
   */
  public Summaries(
      Vertx vertx,
      Optional<RecordService> service,
      SummaryTranslator translator,
      SummaryCopies copies,
      Duration fresh,
      InstantSource clock) {
    this.vertx = vertx;
    this.own = vertx.getOrCreateContext();
    this.service = service;
    this.client = service.map(each -> new RecordClient(vertx, each));
    this.translator = translator;
    this.copies = copies;
    this.fresh = fresh;
    this.clock = clock;
  }

  /**
   * What is known of a patient.
   *
   * @param nhsNumber as given at the scene, right or wrong
   * @return completes within the deadline, or a little later where the database is slow; fails only
   *     where something here is broken
   */
  public Future<SummaryAnswer> find(Optional<String> nhsNumber, Scene scene) {
    Optional<String> number = nhsNumber.map(NhsNumber::compact).filter(NhsNumber::isValid);
    Promise<SummaryAnswer> answered = Promise.promise();
    own.runOnContext(
        start -> {
          var unused =
              (number.isPresent() ? look(number.get(), scene) : Future.succeededFuture(noNumber()))
                  .onSuccess(answer -> states.merge(answer.state(), 1L, Long::sum))
                  .onComplete(answered);
        });
    return answered.future();
  }

  private static SummaryAnswer noNumber() {
    return new SummaryAnswer(
        SummaryState.NO_NUMBER, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Future<SummaryAnswer> look(String number, Scene scene) {
    Instant now = clock.instant();
    Kept known = kept.get(number);
    if (known != null && known.readAt().plus(fresh).isAfter(now)) {
      return Future.succeededFuture(
          scene.contradicts(known.summary())
              ? mismatched()
              : SummaryAnswer.fresh(known.summary(), known.readAt()));
    }
    Failed last = failed.get(number);
    if (last != null && last.at().plus(FAULT_REMEMBERED).isAfter(now)) {
      return withCopy(number, scene, last.fault());
    }
    return read(number).compose(read -> judge(number, scene, read));
  }

  /** Those who ask for the same patient at the same time wait for the same answer. */
  private Future<RecordReading.Read> read(String number) {
    if (service.isEmpty() || client.isEmpty()) {
      return Future.succeededFuture(RecordReading.Read.failed(SummaryFault.NOT_CONFIGURED));
    }
    Future<RecordReading.Read> known = reading.get(number);
    if (known != null) {
      return known;
    }
    Future<RecordReading.Read> begun =
        new RecordReading(vertx, service.get(), client.get(), translator, number).start();
    reading.put(number, begun);
    return begun.onComplete(
        read -> {
          reading.remove(number);
          read.result().fault().ifPresent(fault -> faults.merge(fault, 1L, Long::sum));
        });
  }

  private Future<SummaryAnswer> judge(String number, Scene scene, RecordReading.Read read) {
    if (read.summary().isEmpty()) {
      SummaryFault fault = read.fault().orElse(SummaryFault.UNREADABLE);
      remember(number, fault);
      return withCopy(number, scene, fault);
    }
    PatientSummary summary = read.summary().get();
    if (scene.contradicts(summary)) {
      faults.merge(SummaryFault.BIRTH_DATE_DIFFERS, 1L, Long::sum);
      return withCopy(number, scene, SummaryFault.BIRTH_DATE_DIFFERS);
    }
    failed.remove(number);
    Instant readAt = clock.instant();
    if (!summary.isWhole()) {
      // Half an answer is shown with its holes, and never takes the place of a whole one.
      return Future.succeededFuture(SummaryAnswer.fresh(summary, readAt));
    }
    kept.put(number, new Kept(summary, readAt));
    return keepCopy(number, summary, readAt).map(done -> SummaryAnswer.fresh(summary, readAt));
  }

  private void remember(String number, SummaryFault fault) {
    if (failed.size() >= REMEMBERED_MAX) {
      failed.clear();
    }
    failed.put(number, new Failed(fault, clock.instant()));
  }

  private SummaryAnswer mismatched() {
    faults.merge(SummaryFault.BIRTH_DATE_DIFFERS, 1L, Long::sum);
    return SummaryAnswer.none(SummaryFault.BIRTH_DATE_DIFFERS);
  }

  private Future<SummaryAnswer> withCopy(String number, Scene scene, SummaryFault fault) {
    Kept known = kept.get(number);
    Future<Optional<Kept>> copy =
        known != null ? Future.succeededFuture(Optional.of(known)) : findCopy(number);
    return copy.map(
        found -> {
          if (found.isEmpty()) {
            return SummaryAnswer.none(fault);
          }
          Kept last = found.get();
          return scene.contradicts(last.summary())
              ? SummaryAnswer.none(SummaryFault.BIRTH_DATE_DIFFERS)
              : SummaryAnswer.copy(last.summary(), last.readAt(), fault);
        });
  }

  private Future<Boolean> keepCopy(String number, PatientSummary summary, Instant readAt) {
    return vertx
        .executeBlocking(
            () -> {
              copies.keep(
                  number,
                  new SummaryCopies.Copy(
                      new String(summary.toJson(), StandardCharsets.UTF_8), readAt));
              return true;
            },
            false)
        .recover(
            fault -> {
              // What was read is no worse for not being kept.
              LOG.warn("A copy of a summary was not kept: {}", fault.getClass().getName());
              return Future.succeededFuture(false);
            });
  }

  private Future<Optional<Kept>> findCopy(String number) {
    return vertx
        .executeBlocking(() -> copies.find(number).flatMap(copy -> open(number, copy)), false)
        .recover(
            fault -> {
              LOG.warn("A copy of a summary was not read: {}", fault.getClass().getName());
              return Future.succeededFuture(Optional.empty());
            });
  }

  /** A copy names its patient itself; one of another would be none. */
  private static Optional<Kept> open(String number, SummaryCopies.Copy copy) {
    try {
      return Optional.of(PatientSummary.of(copy.body().getBytes(StandardCharsets.UTF_8)))
          .filter(summary -> summary.patient().nhsNumber().equals(number))
          .map(summary -> new Kept(summary, copy.readAt()));
    } catch (WireFault | RecordFault e) {
      return Optional.empty();
    }
  }

  /** How often each state was answered and each fault was met, since the start, by name. */
  public Future<Map<String, Map<String, Long>>> counts() {
    Promise<Map<String, Map<String, Long>>> counted = Promise.promise();
    own.runOnContext(
        start -> {
          Map<String, Long> byState = new TreeMap<>();
          for (SummaryState each : SummaryState.values()) {
            byState.put(each.name(), states.getOrDefault(each, 0L));
          }
          Map<String, Long> byFault = new TreeMap<>();
          for (SummaryFault each : SummaryFault.values()) {
            byFault.put(each.name(), faults.getOrDefault(each, 0L));
          }
          counted.complete(Map.of("state", byState, "fault", byFault));
        });
    return counted.future();
  }

  @Override
  public void close() {
    client.ifPresent(RecordClient::close);
  }
}
