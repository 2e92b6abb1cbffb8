package org.doorstep.server.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.DispatchEvent.PlaceCorrected;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the words and the place of open incidents in the record, and remembers them while the
 * incident is open. Confined to the follower's thread; blocks.
 */
final class IncidentWords {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentWords.class);

  private final IncidentRecord record;
  private final AreaLog log;
  private final Registrations registrations;
  private final Map<IncidentId, CallDetails> calls = new TreeMap<>();
  private final Map<IncidentId, String> correctedLabels = new TreeMap<>();

  IncidentWords(IncidentRecord record, AreaLog log, Registrations registrations) {
    this.record = record;
    this.log = log;
    this.registrations = registrations;
  }

  /** The words of an incident; what cannot be read is left empty, never guessed. */
  Words find(Incident incident) {
    Optional<CallDetails> call = findCall(incident);
    Optional<String> label =
        Optional.ofNullable(correctedLabels.get(incident.id()))
            .or(() -> call.flatMap(CallDetails::placeLabel));
    Optional<BoardPlace> place =
        incident
            .report()
            .place()
            .flatMap(hidden -> record.open(incident.report().record(), hidden))
            .map(position -> new BoardPlace(position.lat(), position.lon(), label));
    return new Words(
        call.map(CallDetails::complaint).orElse(""),
        place,
        call.map(CallDetails::patients).orElse(List.of()).stream().map(this::practice).toList(),
        call.map(Seen::people).orElse(List.of()));
  }

  /** Takes the label of a place that a person has corrected. */
  void hear(LoggedEvent logged) {
    if (logged.event() instanceof PlaceCorrected corrected) {
      correctedLabels.remove(corrected.incident());
      findLabel(logged.command())
          .ifPresent(label -> correctedLabels.put(corrected.incident(), label));
    }
  }

  /**
   * Looks up what was corrected before this process began to follow.
   *
   * @return all that has happened to the incident; empty where it cannot be read
   */
  List<LoggedEvent> recover(Incident incident) {
    try {
      List<LoggedEvent> history =
          log.history(incident.id()).stream().map(StoredEvent::logged).toList();
      history.forEach(this::hear);
      return history;
    } catch (LogFault e) {
      LOG.warn("{} The label of a corrected place may be missing.", e.getMessage());
      return List.of();
    }
  }

  void forget(IncidentId id) {
    calls.remove(id);
    correctedLabels.remove(id);
  }

  /** Who somebody is, as was put down after the call; empty where it cannot be read. */
  Optional<PatientDetails> findIdentity(RecordId id) {
    return record.find(id).map(PatientDetails::of);
  }

  Optional<ServiceId> practice(PatientDetails patient) {
    return patient.nhsNumber().flatMap(registrations::findPractice);
  }

  private Optional<CallDetails> findCall(Incident incident) {
    CallDetails known = calls.get(incident.id());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<CallDetails> found = record.find(incident.report().record()).map(CallDetails::of);
    found.ifPresent(call -> calls.put(incident.id(), call));
    return found;
  }

  // The words of a command lie in the record under the command's own id.
  private Optional<String> findLabel(CommandId command) {
    return record
        .find(new RecordId(command.value()))
        .map(CallDetails::of)
        .flatMap(CallDetails::placeLabel);
  }
}
