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
      for (Step step : List.of(Step.NEW, Step.CANCEL)) {
        UUID message = Referrals.messageId(UUID.fromString(request), step);
        outbox
            .find(message)
            .map(OutboxEntry::message)
            .filter(each -> receivers.isFor(caller, each.address()))
            .flatMap(each -> outbox.findBody(message))
            .ifPresent(sent::add);
      }
    }
    return sent;
  }
}
