package org.doorstep.handover.bars;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PlannedResponse;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.Submission;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.RecordFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where other systems post their messages: {@code POST /bars/$process-message} of one area.
 *
 * <p>A body is stored as it came before anything is decided about it, whatever it is; then it is on
 * the board, or refused in words. The same message again gets the same answer and makes no second
 * incident. Blocks: for worker threads only. Thread-safe.
 */
public final class BarsInbox {
  /** The kind under which bodies are kept in the incident record. */
  public static final String ENTRY_KIND = "bars-message";

  /** The schema, and where its migrations lie. */
  public static final String SCHEMA = "message";

  /** Where the migrations of {@link #SCHEMA} lie. */
  public static final String MIGRATIONS = "db/message";

  /** Larger bodies are refused and leave only a row. */
  private static final int ENTRY_BYTES_MAX = 1_048_576;

  private static final int HTTP_OK = 200;
  private static final String HEARD = "heard";
  private static final String PART = "part";
  private static final String SOURCE = "Bundle.entry[0].resource.source.endpoint";
  private static final String NOT_THEIRS =
      "The system that posted this is not known to send for the service that it names.\nMaybe the operator has to bind it (bars.systems).";

  private static final Logger LOG = LoggerFactory.getLogger(BarsInbox.class);

  private final BarsTranslator translator;
  private final BarsStore store;
  private final IncidentRecord record;
  private final AreaId area;
  private final Clock clock;
  private final RequestIntake intake;
  private final AnswerDesk answers;
  private final CaseLocks locks = new CaseLocks();

  /**
   * The area that requests are for.
   *
   * @param onMap whether drive times on roads can be computed for a place
   * @param plan whom a category needs, by the response plan that runs
   * @param submit gives a command to the area and completes when its reply is durable
   */
  public record ServedBy(
      AreaId area,
      Predicate<Position> onMap,
      Function<Category, PlannedResponse> plan,
      Function<Submission, CompletableFuture<Reply>> submit) {}

  /**
   * An inbox of one area.
   *
   * @param database with the schemas {@code message} and {@code record} in place
   * @param answers takes what is no request but an answer
   */
  public BarsInbox(
      BarsTranslator translator,
      DataSource database,
      IncidentRecord record,
      Clock clock,
      ServedBy served,
      AnswerDesk answers) {
    this.translator = translator;
    this.store = new BarsStore(database, record, served.area());
    this.record = record;
    this.area = served.area();
    this.clock = clock;
    this.answers = answers;
    this.intake = new RequestIntake(store, record, served);
  }

  /**
   * Takes one body and answers it.
   *
   * @param contentType as the sender declares it; what the bytes look like counts more
   * @param caller the system that posts it
   */
  public BarsAnswer receive(byte[] body, Optional<String> contentType, BarsCaller caller) {
    // The database keeps microseconds; a repeat reads what it kept.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    BarsReading reading = translator.read(body, contentType);
    UUID id = UUID.randomUUID();
    BarsOutcome outcome;
    try {
      keep(id, at, body, reading);
      outcome = decide(reading, new Arrival(at, id, caller));
      settle(id, outcome);
    } catch (RecordFault | BarsStoreFault e) {
      LOG.error("The message ({}) could not be stored.", id, e);
      outcome =
          new BarsOutcome.Refused(
              BarsFault.of(
                  Kind.FAILED,
                  "The message could not be stored; post it again.\nMaybe telephone the desk."));
    }
    return answer(reading.syntax(), outcome);
  }

  /** Keeps a body as it came that is part of a message; the message is received on its own. */
  void keep(byte[] body) {
    UUID id = UUID.randomUUID();
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    record.write(new RecordId(id), area, ENTRY_KIND, body);
    store.keep(
        new BarsStore.Received(id, at, Optional.of(id), body.length, DerivedId.digest(body)));
    store.settle(id, PART, Optional.empty(), HTTP_OK);
  }

  private void keep(UUID id, Instant at, byte[] body, BarsReading reading) {
    Optional<UUID> entry =
        body.length > 0 && body.length <= ENTRY_BYTES_MAX ? Optional.of(id) : Optional.empty();
    entry.ifPresent(key -> record.write(new RecordId(key), area, ENTRY_KIND, body));
    store.keep(new BarsStore.Received(id, at, entry, body.length, identity(reading, body)));
  }

  private static String identity(BarsReading reading, byte[] body) {
    if (reading instanceof BarsReading.Understood understood) {
      return understood.message().envelope().digest();
    }
    return reading instanceof BarsReading.Answered answered
        ? answered.digest()
        : DerivedId.digest(body);
  }

  /** When a body came, where it lies, and who posted it. */
  private record Arrival(Instant at, UUID id, BarsCaller caller) {}

  private BarsOutcome decide(BarsReading reading, Arrival arrival) {
    if (reading instanceof BarsReading.Understood understood) {
      return decide(understood.message(), arrival);
    }
    if (reading instanceof BarsReading.Answered answered) {
      return answers
          .take(answered.message(), arrival.caller())
          .<BarsOutcome>map(BarsOutcome.Refused::new)
          .orElseGet(BarsOutcome.Heard::new);
    }
    return new BarsOutcome.Refused(((BarsReading.Refused) reading).fault());
  }

  /**
   * A call for help is taken whoever brings it; what changes or takes back a request is taken from
   * those only who send for its sender.
   */
  private BarsOutcome decide(BarsMessage message, Arrival arrival) {
    boolean isNew =
        message.envelope().reason() == BarsEnvelope.Reason.NEW && !message.isCancellation();
    boolean isTheirs = arrival.caller().isFor(message.envelope().sender());
    if (!isTheirs && !isNew) {
      return new BarsOutcome.Refused(BarsFault.at(Kind.FORBIDDEN, SOURCE, NOT_THEIRS));
    }
    BarsMessage noted =
        isTheirs ? message : message.with(new BarsNote("sender-not-bound", SOURCE, NOT_THEIRS));
    return locks.holding(
        message.request().url(), () -> intake.take(noted, arrival.at(), arrival.id()));
  }

  private void settle(UUID id, BarsOutcome outcome) {
    if (outcome instanceof BarsOutcome.Accepted accepted) {
      IncidentId incident = accepted.acceptance().incident();
      String way = accepted.acceptance().way().code();
      store.settle(id, way, Optional.of(incident), HTTP_OK);
      LOG.info("The message ({}) was {}: incident {}.", id, way, incident.value());
    } else if (outcome instanceof BarsOutcome.Heard) {
      store.settle(id, HEARD, Optional.empty(), HTTP_OK);
      LOG.info("The message ({}) was an answer, and was taken.", id);
    } else {
      Kind kind = ((BarsOutcome.Refused) outcome).fault().kind();
      store.settle(id, kind.error(), Optional.empty(), kind.httpStatus());
      LOG.info("The message ({}) was refused: {}.", id, kind);
    }
  }

  private BarsAnswer answer(BarsSyntax syntax, BarsOutcome outcome) {
    if (outcome instanceof BarsOutcome.Accepted accepted) {
      String body = translator.accept(syntax, accepted.message(), accepted.acceptance());
      return new BarsAnswer(HTTP_OK, body, syntax.contentType());
    }
    if (outcome instanceof BarsOutcome.Heard) {
      return new BarsAnswer(HTTP_OK, translator.hear(syntax), syntax.contentType());
    }
    BarsFault fault = ((BarsOutcome.Refused) outcome).fault();
    return new BarsAnswer(
        fault.kind().httpStatus(), translator.refuse(syntax, fault), syntax.contentType());
  }
}
