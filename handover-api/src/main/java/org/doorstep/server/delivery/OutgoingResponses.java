package org.doorstep.server.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.CallAdded;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.HubEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.handover.bars.BarsCase;
import org.doorstep.handover.bars.BarsRequests;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.BarsVersion;
import org.doorstep.handover.bars.BarsWord;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.bars.ResponseTranslator;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.outbox.Address;
import org.doorstep.handover.outbox.MessageCheck;
import org.doorstep.handover.outbox.Obligation;
import org.doorstep.handover.outbox.Outbox;
import org.doorstep.handover.outbox.OutgoingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who have sent a request of each change, by messages in the outbox: whoever is known
 * by an address. All others read it.
 */
final class OutgoingResponses implements MessageProjection.Obligations {
  private static final Logger LOG = LoggerFactory.getLogger(OutgoingResponses.class);

  private final AreaLog log;
  private final BarsRequests requests;
  private final Set<String> senders;
  private final Outbox outbox;
  private final Writing writing;

  /**
   * Who writes, and in whose name.
   *
   * @param check what stands between us and an invalid message
   */
  record Writing(ResponseTranslator translator, MessageCheck check, BarsResponse.Us us) {}

  /**
   * Answers of one area.
   *
   * @param senders digits of the directory of services of those that have an address
   */
  OutgoingResponses(
      AreaLog log, BarsRequests requests, Set<String> senders, Outbox outbox, Writing writing) {
    this.log = log;
    this.requests = requests;
    this.senders = Set.copyOf(senders);
    this.outbox = outbox;
    this.writing = writing;
  }

  @Override
  public void meet(StoredEvent stored) throws LogFault {
    LoggedEvent logged = stored.logged();
    Optional<IncidentId> incident = incident(logged.event());
    if (incident.isEmpty()) {
      return;
    }
    adopt(logged);
    if (senders.isEmpty()) {
      // All read what has become of their requests.
      return;
    }
    List<BarsCase> cases = requests.listOf(incident.get());
    if (cases.isEmpty()) {
      return;
    }
    List<StoredEvent> history = log.history(incident.get());
    if (isLastOfItsCommand(history, logged)) {
      cases.forEach(each -> answer(each, incident.get(), logged, history));
    }
  }

  /** The incidents of events that may change what a sender is to know. */
  private static Optional<IncidentId> incident(DispatchEvent event) {
    if (event instanceof IncidentOpened each) {
      return Optional.of(each.incident());
    } else if (event instanceof CallAdded each) {
      return each.source() == IncidentSource.BARS ? Optional.of(each.incident()) : Optional.empty();
    } else if (event instanceof UnitAssigned each) {
      return Optional.of(each.incident());
    } else if (event instanceof JobStageReported each) {
      return Optional.of(each.incident());
    } else if (event instanceof JobRefused each) {
      return Optional.of(each.incident());
    } else if (event instanceof UnitStoodDown each) {
      return Optional.of(each.incident());
    } else if (event instanceof IncidentClosed each) {
      return Optional.of(each.incident());
    } else if (event instanceof IncidentRecategorised each) {
      return Optional.of(each.incident());
    }
    return hub(event);
  }

  private static Optional<IncidentId> hub(DispatchEvent event) {
    if (event instanceof HubEvent.CaseTaken each) {
      return Optional.of(each.incident());
    } else if (event instanceof HubEvent.CaseReleased each) {
      return Optional.of(each.incident());
    }
    return event instanceof HubEvent.CallBackMade each
        ? Optional.of(each.incident())
        : Optional.empty();
  }

  /** The process that took a message may have ended before it put down what became of it. */
  private void adopt(LoggedEvent logged) {
    if (logged.event() instanceof IncidentOpened each && each.source() == IncidentSource.BARS) {
      requests.adopt(logged.command(), true, each.incident());
    } else if (logged.event() instanceof CallAdded each) {
      requests.adopt(logged.command(), false, each.incident());
    }
  }

  private static boolean isLastOfItsCommand(List<StoredEvent> history, LoggedEvent logged) {
    return history.stream()
        .map(StoredEvent::logged)
        .filter(other -> other.command().equals(logged.command()))
        .filter(other -> incident(other.event()).isPresent())
        .noneMatch(other -> other.sequence() > logged.sequence());
  }

  private void answer(
      BarsCase request, IncidentId incident, LoggedEvent logged, List<StoredEvent> history) {
    Optional<Long> joined = joined(request, incident, history);
    if (!senders.contains(request.senderId())
        || joined.isEmpty()
        || joined.get() > logged.sequence()) {
      return;
    }
    Optional<BarsWord> now = RequestStory.read(history, request, logged.sequence());
    Optional<BarsWord> before =
        joined.get() == logged.sequence()
            ? Optional.empty()
            : RequestStory.read(history, request, startOf(history, logged) - 1);
    if (now.isPresent() && isNews(before, now.get())) {
      enqueue(response(request, incident, logged, now.get()), logged);
    }
  }

  private static boolean isNews(Optional<BarsWord> before, BarsWord now) {
    return before
        .map(
            then ->
                then.status() != now.status()
                    || (now.status() == BarsWord.Status.TRIAGED
                        && then.category() != now.category()))
        .orElse(true);
  }

  /** The first event of the command that a request came to this incident by. */
  private static Optional<Long> joined(
      BarsCase request, IncidentId incident, List<StoredEvent> history) {
    Optional<CommandId> command =
        request.versions().stream()
            .filter(version -> version.incident().equals(Optional.of(incident)))
            .findFirst()
            .flatMap(BarsVersion::command);
    return history.stream()
        .map(StoredEvent::logged)
        .filter(logged -> command.equals(Optional.of(logged.command())))
        .map(LoggedEvent::sequence)
        .findFirst();
  }

  private static long startOf(List<StoredEvent> history, LoggedEvent logged) {
    return history.stream()
        .map(StoredEvent::logged)
        .filter(other -> other.command().equals(logged.command()))
        .mapToLong(LoggedEvent::sequence)
        .min()
        .orElse(logged.sequence());
  }

  private BarsResponse response(
      BarsCase request, IncidentId incident, LoggedEvent logged, BarsWord word) {
    String epoch = log.epoch().toString();
    UUID id =
        DerivedId.of(
            "response",
            epoch,
            Long.toString(logged.sequence()),
            request.sender(),
            request.request());
    UUID encounter = LoggedRequests.encounter(log.epoch(), incident, request);
    return new BarsResponse(
        id,
        request,
        new BarsResponse.Ours(log.area(), incident, encounter),
        writing.us(),
        word,
        logged.at());
  }

  private void enqueue(BarsResponse response, LoggedEvent logged) {
    Optional<byte[]> asked = requests.findBody(response.of().whole());
    if (asked.isEmpty()) {
      LOG.warn("The request behind ({}) has been erased; it is not answered.", response.id());
      return;
    }
    OutgoingMessage message =
        new OutgoingMessage(
            response.id(),
            new CaseReference(
                response.ours().area().value(), response.ours().incident().value(), 1),
            OutgoingMessage.Kind.RESPONSE,
            new Address(OutgoingMessages.CHANNEL, Receivers.address(response.of().senderId())),
            new Obligation(log.area().value(), logged.sequence(), response.of().number()));
    try {
      var unused = outbox.enqueue(message, body(asked.get(), response));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // What can never be written must not hold up what comes behind it; the sender can read it.
      LOG.error("The answer ({}) cannot be written: {}", message.id(), e.getClass().getName());
    }
  }

  /** What the sender has said goes back with the word as long as it is valid. */
  private byte[] body(byte[] asked, BarsResponse response) {
    byte[] whole = writing.translator().write(asked, response);
    int faults = writing.check().listFaults(whole).size();
    if (faults == 0) {
      return whole;
    }
    LOG.info(
        "The request behind ({}) is invalid in {} places; it is answered without its words.",
        response.id(),
        faults);
    return writing.translator().writeBare(asked, response);
  }
}
