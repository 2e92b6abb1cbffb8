package org.doorstep.simulator.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.CareEvent.ResponsibilityEnded;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.wire.Subject;

/**
 * What became of the patients of one incident, read off its events in their order. One thread.
 *
 * <p>A patient counts as conveyed who was to go somewhere, once a crew has left the scene for a
 * destination. Where several patients are at one scene, who went in which vehicle is not in the
 * log.
 */
public final class IncidentCourse {
  private final IncidentId incident;
  private final Instant openedAt;
  private final RecordId call;
  private final Category openedAs;
  private final Map<Integer, PatientCourse> patients = new TreeMap<>();
  private final SortedSet<UnitId> crews = new TreeSet<>();
  private final Map<Integer, RecordId> identities = new TreeMap<>();
  private Category category;
  private Optional<Instant> leftAt = Optional.empty();
  private Optional<Instant> atDestinationAt = Optional.empty();
  private Optional<Ended> ended = Optional.empty();
  private boolean responsibilityEnded;

  /** How an incident left the board. */
  public record Ended(Instant at, CloseReason reason) {}

  /** An incident that was opened just now. */
  public IncidentCourse(IncidentOpened opened, Instant at) {
    this.incident = opened.incident();
    this.openedAt = at;
    this.call = opened.record();
    this.openedAs = opened.category();
    this.category = opened.category();
  }

  /** Takes the next event about the incident. */
  public void hear(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    if (event instanceof JobStageReported reported) {
      hear(reported, logged.at());
    } else if (event instanceof IncidentRecategorised recategorised) {
      category = recategorised.category();
    } else if (event instanceof IncidentClosed closed) {
      ended = Optional.of(new Ended(logged.at(), closed.reason()));
    } else if (event instanceof ResponsibilityEnded) {
      responsibilityEnded = true;
    } else if (event instanceof IdentityCorrected known) {
      identities.put(known.patient().number(), known.record());
    } else if (event instanceof CareEvent care) {
      Subject.findPatient(care)
          .ifPresent(
              patient ->
                  patients
                      .computeIfAbsent(patient.number(), PatientCourse::new)
                      .hear(care, logged, category));
    }
  }

  private void hear(JobStageReported reported, Instant at) {
    JobStage stage = reported.stage();
    if (stage.hasReachedScene() && stage.isLive()) {
      crews.add(reported.unit());
    }
    if (stage.compareTo(JobStage.LEFT_SCENE) >= 0 && stage.isLive() && leftAt.isEmpty()) {
      leftAt = Optional.of(at);
    }
    if (stage == JobStage.AT_DESTINATION || stage == JobStage.HANDED_OVER) {
      atDestinationAt = atDestinationAt.or(() -> Optional.of(at));
    }
  }

  /** Its number. */
  public IncidentId incident() {
    return incident;
  }

  /** When the call was taken down. */
  public Instant openedAt() {
    return openedAt;
  }

  /** Where the words of the first call lie. */
  public RecordId call() {
    return call;
  }

  /**
   * Where the identity of a patient lies that became known after the call; empty where none did.
   */
  public Optional<RecordId> identity(int patient) {
    return Optional.ofNullable(identities.get(patient));
  }

  /** The category at first. */
  public Category openedAs() {
    return openedAs;
  }

  /** The category by now. */
  public Category category() {
    return category;
  }

  /** How it left the board, once it has. */
  public Optional<Ended> ended() {
    return ended;
  }

  /** When the first crew was at a destination. */
  public Optional<Instant> atDestinationAt() {
    return atDestinationAt;
  }

  /** Those who reached the scene, in the order of their call signs. */
  public List<UnitId> crews() {
    return List.copyOf(crews);
  }

  /** The patients that anything was done for, by number. */
  public List<PatientCourse> patients() {
    return List.copyOf(patients.values());
  }

  /** Where a patient was taken; empty where not. */
  public Optional<ServiceId> conveyedTo(PatientCourse patient) {
    return patient
        .chosen()
        .filter(chosen -> leftAt.isPresent())
        .filter(chosen -> chosen.choice().disposition() != Disposition.TREAT_AT_SCENE)
        .flatMap(chosen -> chosen.choice().destination());
  }

  /** Whether nothing more is expected of it. */
  public boolean isOver() {
    return ended.isPresent() && (responsibilityEnded || patients.isEmpty());
  }
}
