package org.doorstep.server.board;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.engine.AreaState;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.Who;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.LogFollower;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.jspecify.annotations.Nullable;

/**
 * Turns the log of an area into what boards show. Fed on the follower's thread; {@link #state} may
 * be read by any.
 */
public final class Board implements LogFollower.Listener {
  private final AreaLog log;
  private final IncidentWords words;
  private final Audience audience;
  private final InstantSource clock;

  // Confined to the follower's thread.
  private final TreeMap<IncidentId, BoardIncident> incidents = new TreeMap<>();
  private final TreeMap<UnitId, BoardUnit> units = new TreeMap<>();
  private final TreeMap<PatientId, ServiceId> registrations = new TreeMap<>();
  private final StandDowns standDowns = new StandDowns();
  private final SeenLately seenLately = new SeenLately();
  private final TreeSet<IncidentId> touchedIncidents = new TreeSet<>();
  private final TreeSet<UnitId> touchedUnits = new TreeSet<>();

  // Published by the follower's thread, read by those who serve boards.
  private volatile @Nullable BoardState state;

  /** Whoever shows the board; told on the follower's thread, must not block. */
  interface Audience {
    /** The board was read anew: what was shown before is void. */
    void reset(BoardState state);

    /** The board has changed. */
    void changed(BoardDelta delta, PatientChanges patients);
  }

  /** A board of one area that has not been fed. */
  public Board(
      AreaLog log,
      IncidentRecord record,
      Registrations registrations,
      BoardStream audience,
      InstantSource clock) {
    this.log = log;
    this.words = new IncidentWords(record, log, registrations);
    this.audience = audience;
    this.clock = clock;
  }

  /** The board as it is; empty until the log has first been read. */
  public Optional<BoardState> state() {
    return Optional.ofNullable(state);
  }

  /** Who was seen in the last days. */
  public SeenLately seenLately() {
    return seenLately;
  }

  @Override
  public void recovered(AreaState area) {
    incidents.clear();
    units.clear();
    registrations.clear();
    standDowns.clear();
    for (Incident incident : area.listIncidents()) {
      words.recover(incident).forEach(standDowns::hear);
      var unused = show(incident, area);
    }
    for (ClinicalUnit unit : area.listUnits()) {
      var unused = show(unit, area);
    }
    audience.reset(publish(area));
  }

  @Override
  public void each(AreaState area, LoggedEvent event) {
    words.hear(event);
    standDowns.hear(event);
    if (event.event() instanceof IncidentClosed closed) {
      seenLately.end(closed, event.at());
    }
    touchedIncidents.addAll(area.touchedIncidents());
    touchedUnits.addAll(area.touchedUnits());
  }

  @Override
  public void advanced(AreaState area, List<LoggedEvent> events) {
    List<BoardIncident> changedIncidents = new ArrayList<>();
    List<IncidentId> closed = new ArrayList<>();
    for (IncidentId id : touchedIncidents) {
      area.findIncident(id)
          .ifPresentOrElse(
              incident -> changedIncidents.add(show(incident, area)), () -> closed.add(id));
    }
    List<BoardUnit> changedUnits = new ArrayList<>();
    List<UnitId> gone = new ArrayList<>();
    for (UnitId id : touchedUnits) {
      area.findUnit(id)
          .ifPresentOrElse(unit -> changedUnits.add(show(unit, area)), () -> gone.add(id));
    }
    closed.forEach(this::forget);
    gone.forEach(units::remove);
    BoardDelta delta =
        new BoardDelta(
            events.get(0).sequence() - 1,
            area.sequence(),
            area.at(),
            clock.instant(),
            changedIncidents,
            closed,
            changedUnits,
            gone,
            findNews(area));
    tell(delta, area);
    touchedIncidents.clear();
    touchedUnits.clear();
  }

  /** The units as a whole, where they are not as the board has them. */
  private Optional<BoardFleet> findNews(AreaState area) {
    Optional<BoardFleet> shown = state().map(BoardState::fleet);
    return Optional.of(BoardFleet.of(area.fleet())).filter(now -> !shown.equals(Optional.of(now)));
  }

  private void tell(BoardDelta delta, AreaState area) {
    BoardState was = state;
    BoardState is = publish(area);
    audience.changed(delta, PatientChanges.between(was == null ? is : was, is, touchedIncidents));
  }

  private BoardIncident show(Incident incident, AreaState area) {
    Words found = words.find(incident);
    Seen seen = seen(incident, found);
    seenLately.put(seen);
    Optional<SeenLately.Earlier> earlier =
        Optional.of(seen)
            .filter(each -> incident.report().flags().contains(Flag.REPEAT_CALLER))
            .flatMap(seenLately::find);
    BoardIncident shown = BoardIncident.of(incident, found, area, earlier);
    incidents.put(incident.id(), shown);
    int known = Math.min(found.practices().size(), PatientId.NUMBER_MAX);
    for (int number = 1; number <= known; number++) {
      PatientId patient = new PatientId(incident.id(), number);
      found.practices().get(number - 1).ifPresent(practice -> registrations.put(patient, practice));
    }
    area.listPatients(incident.id()).forEach(this::register);
    return shown;
  }

  /** Whoever was put down as somebody else is seen by that person's practice, and no other. */
  private void register(Patient patient) {
    Optional<PatientDetails> identity =
        patient.who().flatMap(Who::identity).flatMap(words::findIdentity);
    if (identity.isPresent()) {
      identity
          .flatMap(words::practice)
          .ifPresentOrElse(
              practice -> registrations.put(patient.id(), practice),
              () -> registrations.remove(patient.id()));
    }
  }

  private static Seen seen(Incident incident, Words found) {
    return new Seen(
        incident.id(),
        incident.report().openedAt(),
        incident.triage().category(),
        found.place().map(at -> new Position(at.lat(), at.lon())),
        found.people(),
        Optional.empty());
  }

  private BoardUnit show(ClinicalUnit unit, AreaState area) {
    BoardUnit shown = BoardUnit.of(unit, area, standDowns.find(unit.id()));
    units.put(unit.id(), shown);
    return shown;
  }

  private void forget(IncidentId id) {
    incidents.remove(id);
    registrations.keySet().removeIf(patient -> patient.incident().equals(id));
    words.forget(id);
  }

  private BoardState publish(AreaState area) {
    BoardState now =
        new BoardState(
            log.epoch(),
            area.sequence(),
            area.at(),
            List.copyOf(incidents.values()),
            List.copyOf(units.values()),
            BoardFleet.of(area.fleet()),
            patients(area),
            registrations);
    state = now;
    return now;
  }

  private List<Patient> patients(AreaState area) {
    List<Patient> patients = new ArrayList<>(area.listPatients());
    for (PatientId id : registrations.keySet()) {
      if (area.findPatient(id).isEmpty()) {
        patients.add(Patient.unknown(id));
      }
    }
    return patients;
  }
}
