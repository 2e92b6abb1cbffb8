package org.doorstep.server.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.dispatch.event.DispatchEvent.CallAdded;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.dispatch.wire.Subject;

/**
 * Reads an incident in full, open or closed: its calls from the record, its history from the log.
 */
final class IncidentReading {
  private final AreaLog log;
  private final IncidentRecord record;

  /** An incident in full, as the contract has it. */
  record Details(IncidentId incident, List<ShownCall> calls, List<ShownEvent> history) {}

  record ShownCall(Instant at, IncidentSource source, CallDetails call) {}

  /** One line of the history; {@code facts} are codes, ids, numbers and times by their names. */
  record ShownEvent(
      long sequence,
      Instant at,
      String actor,
      String kind,
      Optional<UnitId> unit,
      Map<String, String> facts) {
    ShownEvent {
      facts = new TreeMap<>(facts);
    }

    static ShownEvent of(LoggedEvent logged, HistoryFacts facts) {
      return new ShownEvent(
          logged.sequence(),
          logged.at(),
          logged.actor().value(),
          Family.nameOf(logged.event()),
          Subject.findUnit(logged.event()),
          facts.of(logged));
    }
  }

  IncidentReading(AreaLog log, IncidentRecord record) {
    this.log = log;
    this.record = record;
  }

  /** Empty when no such incident was ever opened. */
  Optional<Details> find(IncidentId id) throws LogFault {
    List<ShownCall> calls = new ArrayList<>();
    List<ShownEvent> history = new ArrayList<>();
    List<StoredEvent> own = log.history(id);
    HistoryFacts facts = new HistoryFacts(together(own, log.besides(id)));
    for (StoredEvent stored : own) {
      LoggedEvent logged = stored.logged();
      history.add(ShownEvent.of(logged, facts));
      if (logged.event() instanceof IncidentOpened opened) {
        call(logged, opened.record(), opened.source()).ifPresent(calls::add);
      } else if (logged.event() instanceof CallAdded added) {
        call(logged, added.record(), added.source()).ifPresent(calls::add);
      }
    }
    return history.isEmpty() ? Optional.empty() : Optional.of(new Details(id, calls, history));
  }

  private static List<LoggedEvent> together(List<StoredEvent> own, List<StoredEvent> besides) {
    return Stream.concat(own.stream(), besides.stream()).map(StoredEvent::logged).toList();
  }

  private Optional<ShownCall> call(LoggedEvent logged, RecordId id, IncidentSource source) {
    return record
        .find(id)
        .map(CallDetails::of)
        .map(call -> new ShownCall(logged.at(), source, call));
  }
}
