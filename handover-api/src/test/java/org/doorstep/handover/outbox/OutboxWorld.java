package org.doorstep.handover.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.server.MovableClock;

/** A fresh area with an outbox, a clock that the test moves, and a notebook of what was told. */
final class OutboxWorld {
  static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  static final RetryPolicy POLICY =
      new RetryPolicy(
          Duration.ofSeconds(4),
          Duration.ofMinutes(1),
          3,
          Duration.ofMinutes(5),
          Duration.ofMinutes(2));

  private static final AtomicInteger AREAS = new AtomicInteger();

  final AreaId area = new AreaId("OUT_" + AREAS.incrementAndGet());
  final MovableClock clock = new MovableClock(NOW);
  final Outbox outbox;
  final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private long sequence;

  OutboxWorld(OutboxStand stand) {
    outbox = new Outbox(stand.database.dataSource(), stand.record, area, clock);
  }

  /** A message of that patient to that address, not in the outbox yet. */
  OutgoingMessage message(int patient, Address address) {
    sequence++;
    return new OutgoingMessage(
        new UUID(area.value().hashCode(), sequence),
        new CaseReference(area.value(), 1, patient),
        OutgoingMessage.Kind.HANDOVER,
        address,
        new Obligation(area.value(), sequence, 0));
  }

  /** The same, put into the outbox. */
  OutgoingMessage enqueued(int patient, Address address) {
    OutgoingMessage message = message(patient, address);
    outbox.enqueue(message, body(message));
    return message;
  }

  static byte[] body(OutgoingMessage message) {
    return ("body of " + message.id()).getBytes(StandardCharsets.UTF_8);
  }

  Sender sender(Channel... channels) {
    return sender(body -> List.of(), channels);
  }

  Sender sender(MessageCheck check, Channel... channels) {
    return new Sender(outbox, List.of(channels), check, POLICY, notebook());
  }

  MessageState state(OutgoingMessage message) {
    return outbox.find(message.id()).orElseThrow().state();
  }

  static Receipt receipt(OutgoingMessage message, ReceiptCode code, Instant at) {
    return new Receipt(UUID.randomUUID(), message.id(), code, at, "The practice", Optional.empty());
  }

  OutboxListener notebook() {
    return new Notebook(told);
  }

  /** Writes down what it is told, a word and the number of the message. */
  static class Notebook implements OutboxListener {
    private final List<String> told;

    Notebook(List<String> told) {
      this.told = told;
    }

    @Override
    public void onSent(OutgoingMessage message) {
      note("sent", message);
    }

    @Override
    public void onReceived(OutgoingMessage message, String by, Instant at) {
      note("received by " + by, message);
    }

    @Override
    public void onRefused(OutgoingMessage message, String reason) {
      note("refused", message);
    }

    @Override
    public void onDead(OutgoingMessage message, String reason) {
      note("dead", message);
    }

    @Override
    public void onHandedOver(OutgoingMessage message, String by, Instant at) {
      note("handed over by " + by, message);
    }

    private void note(String what, OutgoingMessage message) {
      told.add(message.obligation().sequence() + " " + what);
    }
  }
}
