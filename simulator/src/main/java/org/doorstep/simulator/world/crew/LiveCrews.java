package org.doorstep.simulator.world.crew;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.scenario.Base;
import org.doorstep.simulator.scenario.Kind;
import org.doorstep.simulator.scenario.RosterLine;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.start.LiveChoice;
import org.doorstep.simulator.start.LiveIncident;
import org.doorstep.simulator.start.LiveJob;
import org.doorstep.simulator.start.LiveStart;
import org.doorstep.simulator.start.LiveUnit;
import org.doorstep.simulator.world.road.Places;

/** Who is on shift when a world begins to act from a live area; nobody where it does not. */
final class LiveCrews {
  private static final long MINUTE_MILLIS = 60_000;

  private final Scenario scenario;
  private final Places places;
  private final Map<UnitId, LiveUnit> units = new TreeMap<>();

  LiveCrews(Optional<LiveStart> start, Scenario scenario, Places places) {
    this.scenario = scenario;
    this.places = places;
    start.ifPresent(from -> from.units().forEach(each -> units.put(each.unit(), each)));
  }

  /** Those who have come furthest first, of them those who came first: so bays are given out. */
  static List<LiveUnit> inOrder(LiveStart start) {
    return start.units().stream()
        .sorted(
            Comparator.comparing((LiveUnit each) -> stage(each))
                .reversed()
                .thenComparing(LiveUnit::since)
                .thenComparing(LiveUnit::unit))
        .toList();
  }

  private static JobStage stage(LiveUnit unit) {
    return unit.job().map(LiveJob::stage).orElse(JobStage.ALLOCATED);
  }

  /**
   * What a unit on shift can do, as it says; where it is sent, as the scenario says of its kind. A
   * scenario that plans without such units does not make those vanish that are there.
   */
  Optional<Kind> kind(UnitId id) {
    return Optional.ofNullable(units.get(id))
        .map(live -> new Kind(live.kind(), live.capabilities().value(), levels(live)));
  }

  private List<Integer> levels(LiveUnit live) {
    return scenario.fleet().kinds().stream()
        .filter(each -> each.kind() == live.kind())
        .findFirst()
        .map(Kind::levels)
        .orElseGet(() -> levelsElse(live.kind()));
  }

  /** Engineering defaults, to be confirmed by the operating trust. */
  private static List<Integer> levelsElse(UnitKind kind) {
    return switch (kind) {
      case AMBULANCE -> List.of(1, 2, 3, 4, 5);
      case PARAMEDIC_CAR, COMMUNITY_RESPONDER, AIR -> List.of(1);
      case URGENT_TRANSFER -> List.of(2, 3, 4);
      case ADVANCED_PRACTITIONER, MENTAL_HEALTH, FALLS -> List.of(3, 4, 5);
    };
  }

  /** What they would be in a roster: only their bases matter. */
  Map<UnitId, RosterLine> lines() {
    Map<UnitId, RosterLine> lines = new TreeMap<>();
    units.forEach(
        (id, live) ->
            lines.put(
                id,
                new RosterLine(
                    "LIVE",
                    live.kind(),
                    base(live),
                    1,
                    LocalTime.MIDNIGHT,
                    1,
                    Optional.empty(),
                    Optional.empty())));
    return lines;
  }

  /** The base it names, if the scenario has it; else the nearest. */
  private String base(LiveUnit live) {
    List<Base> bases = scenario.fleet().bases();
    GeoPoint at = new GeoPoint(live.at().lat(), live.at().lon());
    return bases.stream()
        .map(Base::name)
        .filter(name -> live.base().filter(name::equals).isPresent())
        .findFirst()
        .orElseGet(
            () ->
                bases.stream()
                    .min(
                        Comparator.comparing(
                            each -> at.distanceMeters(new GeoPoint(each.lat(), each.lon()))))
                    .orElseThrow()
                    .name());
  }

  /** From when a crew's shifts of the roster begin: one that it is on is not begun again. */
  long firstShiftMillis(UnitId id, Ground ground) {
    if (units.isEmpty() && scenario.span().finer().isEmpty()) {
      return 0;
    }
    long acts = scenario.span().measuredFromMillis();
    LiveUnit live = units.get(id);
    return live == null ? acts : Math.max(acts, ground.area().millisOf(live.shiftEndsAt()));
  }

  /** How long a unit that is away still is. */
  long awayMillis(LiveUnit unit, long lastedMillis, double share) {
    if (unit.isOnBreak()) {
      double minutes = scenario.fleet().shifts().breakMinutes();
      return Math.max(0, (long) (minutes * MINUTE_MILLIS) - lastedMillis);
    }
    boolean offRoad =
        unit.unavailable().filter(UnavailableReason.VEHICLE_OFF_ROAD::equals).isPresent();
    return offRoad
        ? scenario.fleet().absence().offRoad().leftMillis(share, lastedMillis)
        // Engineering default: other duties and restocking take as long as a break.
        : Math.max(
            0, (long) (scenario.fleet().shifts().breakMinutes() * MINUTE_MILLIS) - lastedMillis);
  }

  /** What was chosen for the patient of a unit; without a service that the directory has not. */
  Optional<LiveChoice> known(LiveStart start, LiveUnit unit) {
    return start.incidents().stream()
        .filter(each -> unit.job().filter(job -> job.incident() == each.number()).isPresent())
        .findFirst()
        .flatMap(LiveIncident::choice)
        .map(made -> new LiveChoice(made.disposition(), made.destination().filter(this::isThere)))
        .filter(made -> made.disposition() != Disposition.HEAR_AND_TREAT);
  }

  private boolean isThere(ServiceId service) {
    return places.findService(service).isPresent();
  }
}
