package org.doorstep.simulator.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.BookingChanged;
import org.doorstep.dispatch.event.DispatchEvent.CallAdded;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOff;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOn;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/**
 * The national ambulance system indicators, computed from an area's log alone. One thread.
 *
 * <p>An incident counts if it was opened within the window, and it is counted when it is closed,
 * under the category it has then: only then it is known who was conveyed and by whom. What is
 * closed is forgotten, so memory grows with what is open, plus four bytes for each response.
 *
 * <ul>
 *   <li>All incidents (A7) are those attended (A56) and those treated by telephone or passed on to
 *       another service before anybody came (A17). What was called off, a duplicate or a mistake
 *       had no response and counts nowhere but in {@link Measure#CLOSED_WITHOUT_RESPONSE}.
 *   <li>Incidents of a category (A8 to A12) are those attended, as in the published tables, where
 *       the mean is the total divided by them.
 *   <li>The clock starts when the incident is opened, where it was booked when the window opens,
 *       and again when its category is raised; a lowered category leaves it running. A unit that
 *       had arrived before the category was raised answers at once. When it stops says {@link
 *       ResponseClass}.
 *   <li>Conveyed means: a unit with {@link Capability#CONVEYANCE} left the scene for a destination.
 *       To an emergency department (A53) if a patient of the incident was to go to one of those
 *       that are given; else elsewhere (A54), also where no destination was ever chosen.
 *   <li>Units sent (A39, ...) are assignments, so that one that was stood down counts, and one that
 *       was sent twice counts twice.
 *   <li>A handover is the time of a unit that conveyed from its arrival at the destination until
 *       the patient was handed over, of incidents of A53.
 *   <li>The 90th is the nearest rank: the shortest time within which at least nine in ten were
 *       reached. Published tables do not say how theirs is made; on a month's numbers the usual
 *       definitions differ by less than a second or two.
 * </ul>
 */
public final class Ambsys {
  private static final int HOURS_OF_DAY = 24;
  private static final int DAYS_OF_WEEK = 7;
  private static final int SECONDS_PER_MINUTE = 60;

  private final SortedSet<ServiceId> emergencyDepartments;
  private final Window window;
  private final ZoneId zone;
  private final Function<IncidentOpened, List<String>> groupsOf;

  // Asked by key only, never gone through, so their order is no question.
  private final Map<IncidentId, OpenCase> open = new HashMap<>();
  private final Set<UnitId> conveyors = new HashSet<>();

  private final Shifts shifts;
  private final Tally tally = new Tally();
  private final List<Slice.Count> hoursOfWeek = new ArrayList<>();
  private final List<Slice.Count> hours = new ArrayList<>();
  private final List<Slice.Count> weeks = new ArrayList<>();
  private final TreeMap<String, Slice.Count> groups = new TreeMap<>();
  private long calls;
  private long stillOpen;

  /**
   * A follower that has seen nothing.
   *
   * @param emergencyDepartments which services of the area's directory are one
   * @param zone of the hours of the day
   */
  public Ambsys(SortedSet<ServiceId> emergencyDepartments, Window window, ZoneId zone) {
    this(emergencyDepartments, window, zone, opened -> List.of());
  }

  /**
   * As above, and told to what groups of places an incident belongs.
   *
   * @param groupsOf names of the groups; some hundreds at most
   */
  public Ambsys(
      SortedSet<ServiceId> emergencyDepartments,
      Window window,
      ZoneId zone,
      Function<IncidentOpened, List<String>> groupsOf) {
    this.emergencyDepartments = emergencyDepartments;
    this.window = window;
    this.zone = zone;
    this.groupsOf = groupsOf;
    this.shifts = new Shifts(window);
    fill(hours, HOURS_OF_DAY);
    fill(hoursOfWeek, DAYS_OF_WEEK * HOURS_OF_DAY);
    fill(
        weeks, (int) (Duration.between(window.from(), window.until()).toDays() / DAYS_OF_WEEK) + 1);
  }

  private static void fill(List<Slice.Count> slices, int count) {
    for (int each = 0; each < count; each++) {
      slices.add(new Slice.Count());
    }
  }

  /** Takes the next event of the log. */
  public void accept(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    Instant at = logged.at();
    if (event instanceof JobStageReported reported) {
      stage(reported, at.toEpochMilli());
    } else if (event instanceof UnitAssigned assigned) {
      find(assigned.incident()).ifPresent(incident -> incident.allocate(assigned.unit()));
      shifts.job(1, at.toEpochMilli());
    } else if (event instanceof IncidentOpened opened) {
      open(opened, at);
    } else if (event instanceof IncidentClosed closed) {
      close(closed);
    } else if (event instanceof DispositionChosen chosen) {
      choose(chosen);
    } else if (event instanceof IncidentRecategorised recategorised) {
      recategorise(recategorised, at.toEpochMilli());
    } else if (event instanceof BookingChanged changed) {
      find(changed.incident()).ifPresent(incident -> incident.book(changed.booking()));
    } else if (event instanceof CallAdded) {
      calls += window.holds(at) ? 1 : 0;
    } else if (event instanceof JobRefused || event instanceof UnitStoodDown) {
      shifts.job(-1, at.toEpochMilli());
    } else {
      shift(event, at.toEpochMilli());
    }
  }

  private Optional<OpenCase> find(IncidentId incident) {
    return Optional.ofNullable(open.get(incident));
  }

  private void shift(DispatchEvent event, long atMillis) {
    if (event instanceof UnitSignedOn on) {
      shifts.shift(1, atMillis);
      if (on.shift().capabilities().value().contains(Capability.CONVEYANCE)) {
        conveyors.add(on.unit());
      } else {
        conveyors.remove(on.unit());
      }
    } else if (event instanceof UnitSignedOff) {
      shifts.shift(-1, atMillis);
    }
  }

  private void open(IncidentOpened event, Instant at) {
    if (window.holds(at)) {
      calls++;
      stillOpen++;
      OpenCase incident = new OpenCase(at.toEpochMilli(), event.category(), groupsOf.apply(event));
      event.booking().ifPresent(incident::book);
      open.put(event.incident(), incident);
    }
  }

  private void recategorise(IncidentRecategorised event, long atMillis) {
    find(event.incident())
        .ifPresent(
            incident -> {
              incident.category = event.category();
              if (event.clockRestarted()) {
                incident.clockMillis = atMillis;
              }
            });
  }

  private void stage(JobStageReported event, long atMillis) {
    JobStage stage = event.stage();
    boolean goes = stage.compareTo(JobStage.LEFT_SCENE) >= 0 && stage.isLive();
    boolean conveys = goes && conveyors.contains(event.unit());
    find(event.incident())
        .ifPresent(incident -> incident.report(event.unit(), stage, conveys, atMillis));
    if (!stage.isLive()) {
      shifts.job(-1, atMillis);
    }
  }

  private void choose(DispositionChosen event) {
    Optional<ServiceId> destination = event.choice().destination();
    find(event.patient().incident())
        .ifPresent(
            incident ->
                incident.choose(
                    event.patient().number(),
                    destination.isPresent() && emergencyDepartments.contains(destination.get())));
  }

  private void close(IncidentClosed event) {
    OpenCase incident = open.remove(event.incident());
    if (incident == null) {
      return;
    }
    stillOpen--;
    if (!tally.add(incident, event.reason())) {
      return;
    }
    List<Slice.Count> slices = slices(incident);
    slices.forEach(Slice.Count::addIncident);
    Tally.responses(
        incident, (of, durationMillis) -> slices.forEach(slice -> slice.add(of, durationMillis)));
  }

  private List<Slice.Count> slices(OpenCase incident) {
    Instant opened = Instant.ofEpochMilli(incident.openedMillis);
    ZonedDateTime local = opened.atZone(zone);
    int day = local.getDayOfWeek().getValue() - 1;
    List<Slice.Count> slices = new ArrayList<>();
    slices.add(hours.get(local.getHour()));
    slices.add(hoursOfWeek.get(day * HOURS_OF_DAY + local.getHour()));
    slices.add(weeks.get((int) (Duration.between(window.from(), opened).toDays() / DAYS_OF_WEEK)));
    for (String group : incident.groups) {
      slices.add(groups.computeIfAbsent(group, first -> new Slice.Count()));
    }
    return slices;
  }

  /** How many incidents are remembered. */
  int remembered() {
    return open.size();
  }

  /** The measures so far; those of time on shift as if nothing changed until the window's end. */
  public Figures figures() {
    EnumMap<Measure, Double> values = new EnumMap<>(Measure.class);
    values.put(Measure.CALLS, (double) calls);
    values.put(Measure.STILL_OPEN, (double) stillOpen);
    tally.putInto(values);
    values.put(Measure.UNIT_HOURS, shifts.unitHours());
    values.put(Measure.JOB_HOURS, shifts.jobHours());
    values.put(Measure.UTILISATION, shifts.jobHours() / shifts.unitHours());
    return new Figures(values);
  }

  /** What was opened in each hour of the day, from 0 to 23. */
  public List<Slice> byHour() {
    return hours.stream().map(Slice.Count::slice).toList();
  }

  /** What was opened in each hour of the week, from Monday's first. */
  public List<Slice> byHourOfWeek() {
    return hoursOfWeek.stream().map(Slice.Count::slice).toList();
  }

  /** What was opened in each seven days of the window; the last may be fewer days. */
  public List<Slice> byWeek() {
    return weeks.stream().map(Slice.Count::slice).toList();
  }

  /** What was opened in each group of places, in the order of their names. */
  public SortedMap<String, Slice> byGroup() {
    TreeMap<String, Slice> slices = new TreeMap<>();
    groups.forEach((group, count) -> slices.put(group, count.slice()));
    return slices;
  }

  /**
   * Which share of a class was reached within one, two, three ... minutes.
   *
   * @return as many shares as {@code minutes}, none where the class had no response
   */
  public List<Double> sharesWithin(ResponseClass of, int minutes) {
    return tally.times(of).cumulativeShares(SECONDS_PER_MINUTE, minutes);
  }
}
