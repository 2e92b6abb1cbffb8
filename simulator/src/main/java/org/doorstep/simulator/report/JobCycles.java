package org.doorstep.simulator.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CareEvent.PreAlertSent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.BookingChanged;
import org.doorstep.dispatch.event.DispatchEvent.BookingReleased;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.PlaceCorrected;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOn;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobEndReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.dispatch.wire.Subject;
import org.doorstep.simulator.measure.Window;

/**
 * One line for each job, with every moment of it that the log knows. One thread.
 *
 * <p>A step that nobody has reported stays empty; none is filled in from another. Jobs of incidents
 * that were opened within the window are told when the incident is closed, those of one that is
 * still open at the end. What is told is forgotten.
 */
public final class JobCycles {
  private final Window window;
  private final Consumer<String> lines;

  // Units are asked by key only; incidents are told in their order at the end.
  private final Map<UnitId, UnitKind> kinds = new HashMap<>();
  private final TreeMap<IncidentId, Case> open = new TreeMap<>();

  private static final class Case {
    private final Row row = new Row();
    private final List<Job> jobs = new ArrayList<>(2);
    private Category category;

    Case(Category category) {
      this.category = category;
    }

    Optional<Job> live(UnitId unit) {
      return jobs.stream().filter(job -> job.unit.equals(unit) && job.end.isEmpty()).findFirst();
    }
  }

  private static final class Job {
    private final UnitId unit;
    private final Row row = new Row();
    private final EnumMap<JobStage, Instant> stages = new EnumMap<>(JobStage.class);
    private Optional<String> end = Optional.empty();

    Job(UnitId unit) {
      this.unit = unit;
    }

    void end(String how, Optional<JobEndReason> reason, Category category) {
      end = Optional.of(how);
      row.put("end", how).put("end_reason", reason).put("category_ended", category);
    }
  }

  /** A follower that has seen nothing. */
  public JobCycles(Window window, Consumer<String> lines) {
    this.window = window;
    this.lines = lines;
    lines.accept(Row.header(JobColumns.ALL));
  }

  /** Takes the next event of the log. */
  public void accept(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    if (event instanceof UnitSignedOn on) {
      kinds.put(on.unit(), on.shift().kind());
    } else if (event instanceof IncidentOpened opened && window.holds(logged.at())) {
      open.put(opened.incident(), opened(opened, logged.at()));
    } else {
      Subject.findIncident(event)
          .flatMap(incident -> Optional.ofNullable(open.get(incident)))
          .ifPresent(known -> hear(known, logged));
    }
    if (event instanceof IncidentClosed closed) {
      Optional.ofNullable(open.remove(closed.incident())).ifPresent(known -> tell(known));
    }
  }

  /** The log has ended: what is still open is told as it stands. */
  public void end() {
    open.values().forEach(this::tell);
    open.clear();
  }

  private static Case opened(IncidentOpened event, Instant at) {
    Case known = new Case(event.category());
    known
        .row
        .put("incident", event.incident().value())
        .put("source", event.source())
        .put("category_opened", event.category())
        .at("opened_at", Optional.of(at))
        .at("location_confirmed_at", event.place().map(place -> at))
        .at("booked_from_at", event.booking().map(Booking::window).map(span -> span.opens()));
    return known;
  }

  private void hear(Case known, LoggedEvent logged) {
    DispatchEvent event = logged.event();
    Optional<Instant> at = Optional.of(logged.at());
    if (event instanceof UnitAssigned assigned) {
      known.jobs.add(assigned(known, assigned, logged));
    } else if (event instanceof JobStageReported reported) {
      known.live(reported.unit()).ifPresent(job -> report(known, job, reported, logged.at()));
    } else if (event instanceof JobRefused refused) {
      known
          .live(refused.unit())
          .ifPresent(job -> ended(known, job, "REFUSED", refused.reason(), logged.at()));
    } else if (event instanceof UnitStoodDown stood) {
      boolean diverted = stood.reason() == JobEndReason.MORE_URGENT_CALL;
      known
          .live(stood.unit())
          .ifPresent(
              job ->
                  ended(
                      known,
                      job,
                      diverted ? "DIVERTED" : "STOOD_DOWN",
                      stood.reason(),
                      logged.at()));
    } else if (event instanceof IncidentRecategorised changed) {
      known.category = changed.category();
      known.row.at("recoded_at", at);
      known.row.at("clock_restarted_at", at.filter(each -> changed.clockRestarted()));
    } else if (event instanceof PlaceCorrected) {
      known.row.at("location_confirmed_at", at);
    } else {
      hearMore(known, event, at);
    }
  }

  private static void hearMore(Case known, DispatchEvent event, Optional<Instant> at) {
    if (event instanceof BookingChanged changed) {
      known.row.at("booked_from_at", Optional.of(changed.booking().window().opens()));
    } else if (event instanceof BookingReleased) {
      known.row.at("released_at", at);
    } else if (event instanceof DispositionChosen) {
      known.row.at("decision_at", at);
    } else if (event instanceof PreAlertSent) {
      known.row.at("pre_alert_sent_at", at);
    } else if (event instanceof IncidentClosed closed) {
      known.row.at("incident_closed_at", at).put("close_reason", closed.reason());
    }
  }

  private Job assigned(Case known, UnitAssigned event, LoggedEvent logged) {
    Job job = new Job(event.unit());
    job.row
        .put("job", logged.sequence())
        .put("unit", event.unit().value())
        .put("unit_kind", Optional.ofNullable(kinds.get(event.unit())))
        .put("category_allocated", known.category)
        .at("resource_allocated_at", Optional.of(logged.at()));
    return job;
  }

  private static void report(Case known, Job job, JobStageReported event, Instant at) {
    job.stages.putIfAbsent(event.stage(), at);
    if (event.stage() == JobStage.AT_SCENE) {
      job.row.put("category_at_scene", known.category);
    }
    if (event.stage() == JobStage.CLEAR) {
      job.end("CLEAR", Optional.empty(), known.category);
    }
  }

  private static void ended(Case known, Job job, String how, JobEndReason reason, Instant at) {
    job.end(how, Optional.of(reason), known.category);
    job.row.at("taken_off_at", Optional.of(at));
  }

  private void tell(Case known) {
    for (Job job : known.jobs) {
      if (job.end.isEmpty()) {
        job.row.put("end", "STILL_ON");
      }
      job.stages.forEach(
          (stage, at) -> JobColumns.of(stage).ifPresent(name -> job.row.at(name, Optional.of(at))));
      lines.accept(Row.line(JobColumns.ALL, known.row.and(job.row)));
    }
  }
}
