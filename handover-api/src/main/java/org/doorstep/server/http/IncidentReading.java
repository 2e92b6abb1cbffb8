package org.doorstep.server.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.CallAdded;
import org.doorstep.dispatch.event.DispatchEvent.DeadlinePassed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
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

  /** One line of the history; {@code detail} is the code that tells it from others of its kind. */
  record ShownEvent(
      long sequence,
      Instant at,
      String actor,
      String kind,
      Optional<UnitId> unit,
      Optional<String> detail) {
    static ShownEvent of(LoggedEvent logged) {
      return new ShownEvent(
          logged.sequence(),
          logged.at(),
          logged.actor().value(),
          Family.nameOf(logged.event()),
          Subject.findUnit(logged.event()),
          detailOf(logged.event()));
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
    for (StoredEvent stored : log.history(id)) {
      LoggedEvent logged = stored.logged();
      history.add(ShownEvent.of(logged));
      if (logged.event() instanceof IncidentOpened opened) {
        call(logged, opened.record(), opened.source()).ifPresent(calls::add);
      } else if (logged.event() instanceof CallAdded added) {
        call(logged, added.record(), added.source()).ifPresent(calls::add);
      }
    }
    return history.isEmpty() ? Optional.empty() : Optional.of(new Details(id, calls, history));
  }

  private Optional<ShownCall> call(LoggedEvent logged, RecordId id, IncidentSource source) {
    return record
        .find(id)
        .map(CallDetails::of)
        .map(call -> new ShownCall(logged.at(), source, call));
  }

  private static Optional<String> detailOf(DispatchEvent event) {
    if (event instanceof JobStageReported reported) {
      return Optional.of(reported.stage().name());
    }
    if (event instanceof UnitAssigned assigned) {
      return assigned.override().map(Enum::name);
    }
    if (event instanceof UnitStoodDown stoodDown) {
      return Optional.of(stoodDown.reason().name());
    }
    if (event instanceof JobRefused refused) {
      return Optional.of(refused.reason().name());
    }
    if (event instanceof IncidentRecategorised recategorised) {
      return Optional.of(recategorised.category().name());
    }
    if (event instanceof DeadlinePassed passed) {
      return Optional.of(passed.overdue().obligation().kind().name());
    }
    if (event instanceof DispositionChosen chosen) {
      return Optional.of(chosen.choice().disposition().name());
    }
    if (event instanceof IncidentClosed closed) {
      return Optional.of(closed.reason().name());
    }
    return Optional.empty();
  }
}
