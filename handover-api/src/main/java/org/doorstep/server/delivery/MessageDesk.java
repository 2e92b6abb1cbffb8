package org.doorstep.server.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.CareCommand.HandOverByHand;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.letter.HandoverLetter;
import org.doorstep.handover.letter.LetterReading;
import org.doorstep.handover.letter.LetterTranslator;
import org.doorstep.handover.outbox.KeptReceipt;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.OutboxEntry;
import org.doorstep.handover.outbox.OutboxFigures;
import org.doorstep.handover.outbox.OutgoingMessage;

/**
 * What a person sees of messages that do not arrive, and does about them. Blocks, but for {@link
 * #figures}; thread-safe.
 *
 * <p>There is one way in which a handover is passed on by hand: the area is told, and the message
 * follows the area. Where the message is no longer the handover's present way, only the message
 * ends: the area must not hear that a handover is over which has gone on elsewhere.
 */
public final class MessageDesk {
  private static final int SHOWN_MAX = 200;
  private static final int RECEIPTS_MAX = 20;
  private static final Duration COUNTED_EVERY = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final AreaLog log;
  private final IncidentRecord record;
  private final AreaCommands commands;
  private final LetterTranslator letters;
  private final Alarm alarm;

  // Written by whoever has just counted, read by event loops; a figure may be some seconds old.
  private volatile MessageFigures figures = MessageFigures.NONE;
  private volatile Instant countedAt = Instant.EPOCH;

  /**
   * When a message is late.
   *
   * @param after how long the oldest may be without an end
   */
  record Alarm(Duration after, InstantSource clock) {}

  /** A message that has not arrived, and what its receiver has said. */
  public record Entry(OutboxEntry message, List<KeptReceipt> receipts) {
    public Entry {
      receipts = List.copyOf(receipts);
    }
  }

  MessageDesk(
      Outbox outbox,
      AreaLog log,
      IncidentRecord record,
      AreaCommands commands,
      LetterTranslator letters,
      Alarm alarm) {
    this.outbox = outbox;
    this.log = log;
    this.record = record;
    this.commands = commands;
    this.letters = letters;
    this.alarm = alarm;
  }

  /** How long the oldest message may be without an end. */
  public Duration alarmAfter() {
    return alarm.after();
  }

  /** As counted last; never blocks. */
  public MessageFigures figures() {
    return figures;
  }

  /** Counts anew, unless that was done just now. */
  void count() {
    Instant now = alarm.clock().instant();
    if (countedAt.plus(COUNTED_EVERY).isAfter(now)) {
      return;
    }
    countedAt = now;
    countNow();
  }

  private MessageFigures countNow() {
    OutboxFigures counted = outbox.figures();
    figures =
        new MessageFigures(
            counted.waiting(),
            counted.sent(),
            counted.exceptions(),
            counted.oldest(),
            counted.isLate(alarm.clock().instant(), alarm.after()));
    return figures;
  }

  /**
   * Those that a person has to see: exceptions first, then those that are late, the oldest first.
   */
  public List<Entry> list() {
    Instant before = alarm.clock().instant().minus(alarm.after());
    return outbox.listUnsettled(before, SHOWN_MAX).stream()
        .map(each -> new Entry(each, outbox.listReceipts(each.message().id(), RECEIPTS_MAX)))
        .toList();
  }

  /** How many there are now. */
  public MessageFigures counted() {
    return countNow();
  }

  /** Whether a message of the area has that id. */
  public boolean isKnown(UUID id) {
    return outbox.find(id).isPresent();
  }

  /**
   * Sends an exception anew.
   *
   * @return false if it is none
   */
  public boolean retry(UUID id) {
    boolean done = outbox.retry(id);
    countNow();
    return done;
  }

  /**
   * Puts down that a person has passed a message on, and tells the area where that ends a handover.
   *
   * @param signature the person's own, where there is one
   * @return false if the message has had its end already, or is none
   */
  public boolean passOn(UUID id, PassedOn how, Actor by, Optional<String> signature)
      throws LogFault {
    Optional<OutboxEntry> entry = outbox.find(id).filter(each -> !each.state().hasEnded());
    if (entry.isEmpty()) {
      return false;
    }
    OutgoingMessage message = entry.get().message();
    PatientId patient = DeliveryReports.patient(message.about());
    UUID key = DerivedId.of("passed-on", id.toString());
    RecordId words = new RecordId(key);
    // The area may have answered once without our hearing it: the same id does nothing twice.
    record.write(words, log.area(), CareWords.KIND, words(how, by, signature), patient);
    if (isPresentWay(message, patient)) {
      var unused = commands.give(new HandOverByHand(commands.head(key, by), patient, words));
    }
    boolean done = outbox.handOver(id, by.value());
    outbox.passed(id, how.way().name(), words);
    countNow();
    return done || outbox.find(id).map(each -> each.state().hasEnded()).orElse(false);
  }

  /** The letter of a patient's handover as it went out last; empty where none could be written. */
  public Optional<HandoverLetter> findLetter(PatientId patient) throws LogFault {
    return CaseFile.read(log.history(patient.incident()), patient, Long.MAX_VALUE)
        .signed()
        .flatMap(signed -> outbox.findBody(OutgoingMessages.letterId(log, signed.asked())))
        .map(letters::read)
        .filter(LetterReading.Understood.class::isInstance)
        .map(reading -> ((LetterReading.Understood) reading).letter());
  }

  private boolean isPresentWay(OutgoingMessage message, PatientId patient) throws LogFault {
    return message.kind() == OutgoingMessage.Kind.HANDOVER
        && CaseFile.read(log.history(patient.incident()), patient, Long.MAX_VALUE)
            .signed()
            .filter(signed -> signed.asked() == message.obligation().sequence())
            .isPresent();
  }

  private static byte[] words(PassedOn how, Actor by, Optional<String> signature) {
    return new CareWords(
            Optional.of(how.sentence()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(signature.orElse(by.value())),
            Optional.empty())
        .toJson();
  }
}
