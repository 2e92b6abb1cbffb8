package org.doorstep.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.doorstep.dispatch.event.CareEvent;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/**
 * The ambulance measures of a simulated log, counted apart from the code that is measured.
 *
 * <p>C1 stops at the first arrival; the others at that of the unit that takes the patient along, or
 * at the first where nobody is taken. Levels 1 and 2 of requests and transfers count as C1 and C2.
 * Whoever calls off before anybody comes is no incident.
 */
final class Figures implements Consumer<LoggedEvent> {
  private final Instant from;
  private final Map<IncidentId, Open> open = new HashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<Category, List<Double>> responses = new EnumMap<>(Category.class);
  private final List<Double> handovers = new ArrayList<>();
  private long events;

  private static final class Open {
    private final Category category;
    private final Instant at;
    private final Map<UnitId, Instant> arrivals = new HashMap<>();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> transport = Optional.empty();
    private Optional<Instant> atDestination = Optional.empty();
    private Optional<ServiceId> destination = Optional.empty();
    private Disposition disposition = Disposition.TREAT_AT_SCENE;

    Open(Category category, Instant at) {
      this.category = category;
      this.at = at;
    }
  }

  /** Figures of incidents opened from a moment on. */
  Figures(Instant from) {
    this.from = from;
  }

  @Override
  public void accept(LoggedEvent logged) {
    events++;
    DispatchEvent event = logged.event();
    if (event instanceof DispatchEvent.IncidentOpened opened) {
      open.put(opened.incident(), new Open(opened.category(), logged.at()));
    } else if (event instanceof DispatchEvent.JobStageReported reported) {
      Optional.ofNullable(open.get(reported.incident()))
          .ifPresent(incident -> reported(incident, reported, logged.at()));
    } else if (event instanceof CareEvent.DispositionChosen chosen) {
      Optional.ofNullable(open.get(chosen.patient().incident()))
          .ifPresent(
              incident -> {
                incident.disposition = chosen.choice().disposition();
                incident.destination = chosen.choice().destination();
              });
    } else if (event instanceof DispatchEvent.IncidentClosed closed) {
      Optional.ofNullable(open.remove(closed.incident()))
          .filter(incident -> !incident.at.isBefore(from))
          .ifPresent(incident -> closed(incident, closed.reason()));
    } else if (event instanceof DispatchEvent.DeadlinePassed passed) {
      count("overdue " + passed.overdue().obligation().kind());
    }
  }

  private void reported(Open incident, DispatchEvent.JobStageReported event, Instant at) {
    if (event.stage() == JobStage.AT_SCENE) {
      incident.arrivals.put(event.unit(), at);
      incident.first = incident.first.or(() -> Optional.of(at));
    } else if (event.stage() == JobStage.LEFT_SCENE) {
      incident.transport = Optional.ofNullable(incident.arrivals.get(event.unit()));
    } else if (event.stage() == JobStage.AT_DESTINATION) {
      incident.atDestination = Optional.of(at);
    } else if (event.stage() == JobStage.HANDED_OVER) {
      boolean emergency = incident.destination.filter(to -> to.value().endsWith("-ED")).isPresent();
      if (emergency && !incident.at.isBefore(from)) {
        incident.atDestination.ifPresent(since -> handovers.add(minutes(since, at)));
      }
    }
  }

  private void closed(Open incident, CloseReason reason) {
    if (reason == CloseReason.CALLED_OFF) {
      count("called off");
      return;
    }
    count("incidents");
    if (reason == CloseReason.HEARD_AND_TREATED) {
      count("hear and treat");
      return;
    }
    Category category = counted(incident.category);
    count("category " + category);
    count("arrivals " + category, incident.arrivals.size());
    boolean conveyed = incident.transport.isPresent();
    if (!conveyed) {
      count("see and treat");
      count(incident.disposition == Disposition.COMMUNITY ? "  community" : "  at home");
    } else {
      incident.destination.ifPresent(this::conveyed);
    }
    Optional<Instant> stops =
        category == Category.C1 || !conveyed ? incident.first : incident.transport;
    stops.ifPresent(
        stop ->
            responses
                .computeIfAbsent(category, each -> new ArrayList<>())
                .add(minutes(incident.at, stop)));
  }

  private void conveyed(ServiceId destination) {
    boolean emergency = destination.value().endsWith("-ED");
    count(emergency ? "emergency department" : "elsewhere");
    count("  to " + destination.value());
  }

  private static Category counted(Category category) {
    return switch (category) {
      case HCP1, IFT1 -> Category.C1;
      case HCP2, IFT2 -> Category.C2;
      default -> category;
    };
  }

  private void count(String what) {
    count(what, 1);
  }

  private void count(String what, int more) {
    counts.merge(what, more, Integer::sum);
  }

  /** How many there were. */
  int counted(String what) {
    return counts.getOrDefault(what, 0);
  }

  /** In per cent of all incidents. */
  double percent(String what) {
    return 100.0 * counted(what) / Math.max(1, counted("incidents"));
  }

  /** Mean response in minutes. */
  double mean(Category category) {
    return mean(responses.getOrDefault(category, List.of()));
  }

  /** Which nine in ten stay below, in minutes. */
  double ninetieth(Category category) {
    List<Double> sorted = responses.getOrDefault(category, List.of()).stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (0.9 * (sorted.size() - 1)));
  }

  /** Mean handover at emergency departments, in minutes. */
  double meanHandover() {
    return mean(handovers);
  }

  long events() {
    return events;
  }

  Map<String, Integer> counts() {
    return counts;
  }

  private static double mean(List<Double> of) {
    return of.stream().mapToDouble(each -> each).average().orElse(0);
  }

  private static double minutes(Instant from, Instant until) {
    return Duration.between(from, until).toMillis() / 60_000.0;
  }
}
