package org.doorstep.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.reference.Directory;
import org.doorstep.dispatch.shell.reference.Practice;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.outbox.Address;
import org.doorstep.handover.outbox.KeptReceipt;
import org.doorstep.handover.outbox.MessageState;
import org.doorstep.handover.outbox.OutboxEntry;
import org.doorstep.handover.outbox.OutgoingMessage;
import org.doorstep.server.delivery.MessageDesk;

/** A message that has not arrived, as desk and hub see it: by numbers and codes, without a name. */
record ShownMessage(
    UUID id,
    OutgoingMessage.Kind kind,
    PatientId patient,
    Receiver receiver,
    Progress progress,
    List<Said> receipts) {
  ShownMessage {
    receipts = List.copyOf(receipts);
  }

  /** Who is to have it; the name is the code where the directory has none. */
  record Receiver(String code, String name) {}

  /**
   * How far it has come.
   *
   * @param since when it was put into the outbox
   * @param nextAt when it is tried again; empty where a person must decide
   * @param reason why it is not received, where that is known
   */
  record Progress(
      MessageState state,
      Instant since,
      int attempts,
      Optional<Instant> nextAt,
      Optional<String> reason) {}

  /** What the receiver has said. */
  record Said(String code, String words, String by, Instant at, Instant receivedAt) {
    static Said of(KeptReceipt receipt) {
      return new Said(
          receipt.code().name(),
          receipt.code().display(),
          receipt.by(),
          receipt.at(),
          receipt.receivedAt());
    }
  }

  static ShownMessage of(MessageDesk.Entry entry, Directory directory) {
    OutboxEntry message = entry.message();
    CaseReference about = message.message().about();
    return new ShownMessage(
        message.message().id(),
        message.message().kind(),
        new PatientId(new IncidentId(about.incident()), about.patient()),
        receiver(message.message().address(), directory),
        new Progress(
            message.state(),
            message.enqueuedAt(),
            message.tries().attempts(),
            Optional.of(message.tries().nextAt()).filter(at -> !message.state().isException()),
            message.fault()),
        entry.receipts().stream().map(Said::of).toList());
  }

  private static Receiver receiver(Address address, Directory directory) {
    Optional<String> name =
        directory
            .findName(new ServiceId(address.to()))
            .or(() -> directory.practices().findByCode(address.to()).map(Practice::name));
    return new Receiver(address.to(), name.orElse(address.to()));
  }
}
