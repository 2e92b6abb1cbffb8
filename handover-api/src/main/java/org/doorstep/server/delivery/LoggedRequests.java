package org.doorstep.server.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.handover.bars.BarsCaller;
import org.doorstep.handover.bars.BarsCase;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.BarsWord;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.bars.RequestShelf;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.OutboxEntry;
import org.doorstep.handover.referral.ReferralMessage.Step;

/** What the log and the outbox say of requests, theirs and ours. Blocks. */
final class LoggedRequests implements RequestShelf {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final int UPDATES_MAX = 1_000;

  private final AreaLog log;
  private final Outbox outbox;
  private final Receivers receivers;

  LoggedRequests(AreaLog log, Outbox outbox, Receivers receivers) {
    this.log = log;
    this.outbox = outbox;
    this.receivers = receivers;
  }

  /** The identity of our encounter for a request. */
  static UUID encounter(UUID epoch, IncidentId incident, BarsCase of) {
    return DerivedId.of(
        "response-encounter",
        epoch.toString(),
        Long.toString(incident.value()),
        of.sender(),
        of.request());
  }

  @Override
  public Optional<BarsWord> findWord(BarsCase of) {
    Optional<IncidentId> incident = of.last().incident();
    if (incident.isEmpty()) {
      return Optional.empty();
    }
    try {
      return RequestStory.read(log.history(incident.get()), of, Long.MAX_VALUE);
    } catch (LogFault e) {
      throw new DeliveryFault("The log cannot be read.", e);
    }
  }

  @Override
  public Optional<BarsResponse.Ours> findOurs(BarsCase of) {
    return of.last()
        .incident()
        .map(
            incident ->
                new BarsResponse.Ours(log.area(), incident, encounter(log.epoch(), incident, of)));
  }

  @Override
  public List<byte[]> listSent(String request, BarsCaller caller) {
    List<byte[]> sent = new ArrayList<>();
    if (ID.matcher(request).matches()) {
      UUID id = UUID.fromString(request);
      findSent(Referrals.messageId(id, Step.NEW), caller).ifPresent(sent::add);
      listUpdates(id, caller).forEach(sent::add);
      findSent(Referrals.messageId(id, Step.CANCEL), caller).ifPresent(sent::add);
    }
    return sent;
  }

  private List<byte[]> listUpdates(UUID request, BarsCaller caller) {
    List<byte[]> updates = new ArrayList<>();
    for (int number = 1; number <= UPDATES_MAX; number++) {
      Optional<byte[]> update = findSent(Referrals.warningId(request, Step.UPDATE, number), caller);
      if (update.isEmpty()) {
        break;
      }
      updates.add(update.get());
    }
    return updates;
  }

  private Optional<byte[]> findSent(UUID message, BarsCaller caller) {
    return outbox
        .find(message)
        .map(OutboxEntry::message)
        .filter(each -> receivers.isFor(caller, each.address()))
        .flatMap(each -> outbox.findBody(message));
  }
}
