package org.doorstep.handover.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.handover.receipt.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one area that are to leave, from the obligation to the receipt.
 *
 * <p>What is enqueued is kept until its receiver has it or a person has cleared it; the {@link
 * Sender} moves it. The bytes lie sealed in the incident record under the message's id. Blocks: for
 * worker threads only. Thread-safe, over any number of nodes.
 */
public final class Outbox {
  /** The kind under which bodies are kept in the incident record. */
  public static final String ENTRY_KIND = "outgoing-message";

  private static final int NAME_LENGTH_MAX = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final OutboxStore store;
  private final OutboxTurns turns;
  private final ReceiverStore receivers;
  private final ReceiptStore receipts;
  private final IncidentRecord record;
  private final AreaId area;
  private final Clock clock;

  /**
   * The outbox of one area.
   *
   * @param database with the schemas {@code message} and {@code record} in place
   */
  public Outbox(DataSource database, IncidentRecord record, AreaId area, Clock clock) {
    this.store = new OutboxStore(database, area);
    this.turns = new OutboxTurns(database, area, store);
    this.receivers = new ReceiverStore(database, area);
    this.receipts = new ReceiptStore(database);
    this.record = record;
    this.area = area;
    this.clock = clock;
  }

  /**
   * Keeps a message until it is received. The same obligation or the same id again does nothing, so
   * that effects may be issued anew.
   *
   * @return whether it is new
   */
  public boolean enqueue(OutgoingMessage message, byte[] body) {
    if (!message.about().area().equals(area.value())) {
      throw new IllegalArgumentException(
          "The message's area (%s) must be the outbox's (%s)."
              .formatted(message.about().area(), area.value()));
    }
    // The bytes first: a row whose bytes are missing could never be sent.
    PatientId patient =
        new PatientId(new IncidentId(message.about().incident()), message.about().patient());
    if (!record.write(new RecordId(message.id()), area, ENTRY_KIND, body, patient)) {
      throw new IllegalArgumentException(
          "The message's id (%s) belongs to another area.".formatted(message.id()));
    }
    return store.insert(message, now());
  }

  /** The message's bytes; empty when there is none, or when its key has been erased. */
  public Optional<byte[]> findBody(UUID id) {
    return record.find(new RecordId(id));
  }

  /** A message and how far it has come. */
  public Optional<OutboxEntry> find(UUID id) {
    return store.find(id);
  }

  /** Those that only a person gets further, the oldest first. */
  public List<OutboxEntry> listExceptions(int most) {
    return store.listExceptions(most);
  }

  /**
   * Those without an end that a person has to see: exceptions first, then those that have been here
   * since before the time, the oldest first.
   */
  public List<OutboxEntry> listUnsettled(Instant before, int most) {
    return store.listUnsettled(before, most);
  }

  /** What the receiver of a message has said of it, in the order in which it came. */
  public List<KeptReceipt> listReceipts(UUID id, int most) {
    return receipts.list(id, most);
  }

  /** What is outstanding. */
  public OutboxFigures figures() {
    return store.figures();
  }

  /**
   * Takes a receipt that came on its own; a repeat changes nothing.
   *
   * @return whether it is about a message of this area
   */
  public boolean receive(Receipt receipt) {
    return receive(receipt, false);
  }

  /** Takes the answer to the attempt that is being made. */
  boolean receiveAtOnce(Receipt receipt) {
    return receive(receipt, true);
  }

  private boolean receive(Receipt receipt, boolean atOnce) {
    Receipt bounded =
        new Receipt(
            receipt.id(),
            receipt.of(),
            receipt.code(),
            receipt.at(),
            receipt.by().substring(0, Math.min(receipt.by().length(), NAME_LENGTH_MAX)),
            receipt.detail());
    boolean ours = store.receive(bounded, now(), atOnce);
    LOG.info(
        "A receipt of ({}) says {}{}.", receipt.of(), receipt.code(), ours ? "" : "; not ours");
    return ours;
  }

  /**
   * Sends an exception anew, from the first attempt on; a receiver that is away is tried at once.
   *
   * @return false if it is none
   */
  public boolean retry(UUID id) {
    store.find(id).map(entry -> entry.message().address()).ifPresent(receivers::back);
    return store.retry(id, now());
  }

  /**
   * Puts down that a person has handed it over in another way; it is not sent any more.
   *
   * @param by who says so
   * @return false if it has had its end already
   */
  public boolean handOver(UUID id, String by) {
    return store.handOver(id, by, now());
  }

  /**
   * Keeps how a message was handed over, beside it.
   *
   * @param words the entry of the incident record that says to whom and when
   */
  public void passed(UUID id, String way, RecordId words) {
    store.passed(id, way, words.value());
  }

  OutboxStore store() {
    return store;
  }

  OutboxTurns turns() {
    return turns;
  }

  ReceiverStore receivers() {
    return receivers;
  }

  Instant now() {
    // The database keeps microseconds.
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
