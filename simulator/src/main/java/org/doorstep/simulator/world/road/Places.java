package org.doorstep.simulator.world.road;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.doorstep.dispatch.model.CareNeed;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.SealedPlace;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.routing.GeoPoint;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.scenario.Base;
import org.doorstep.simulator.scenario.CallPlaces.RecordedCalls;
import org.doorstep.simulator.scenario.Opening;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.start.LiveStart;

/**
 * The places of a scenario by number: bases first, then services that patients are taken to, then
 * those of a live area where the world begins from one, then places that calls come from.
 * Immutable.
 *
 * <p>Call places are drawn once for a scenario, by its own seed, so that all replications have the
 * same: near a settlement, as often as people live there, on a road.
 */
public final class Places {
  private static final int TRIES_MAX = 50;
  private static final double METERS_PER_DEGREE = 111_195;
  private static final double RADIUS_METERS_MIN = 250;
  private static final double RADIUS_METERS_PER_ROOT = 5;

  private final ServiceDirectory directory;
  private final List<GeoPoint> points;
  private final List<SealedPlace> sealed;
  private final Map<String, Integer> bases;
  private final Map<ServiceId, Integer> services;
  private final LivePlaces live;
  private final int firstCall;

  /** By call place, from the first. */
  private final List<String> settlements;

  private record Settlement(String name, double lat, double lon, int population) {}

  private record Settlements(List<Settlement> settlements) {}

  private Places(
      ServiceDirectory directory,
      List<GeoPoint> points,
      Map<String, Integer> bases,
      Map<ServiceId, Integer> services,
      LivePlaces live,
      int firstCall,
      List<String> settlements) {
    this.live = live;
    this.settlements = List.copyOf(settlements);
    this.directory = directory;
    this.points = List.copyOf(points);
    this.sealed = points.stream().map(Places::sealed).toList();
    this.bases = bases;
    this.services = services;
    this.firstCall = firstCall;
  }

  /**
   * Draws the places of a scenario.
   *
   * @param isByRoad whether a road is near a point
   * @param start what the world begins from, if it does
   */
  static Places draw(Scenario scenario, Predicate<GeoPoint> isByRoad, Optional<LiveStart> start) {
    ServiceDirectory directory = directory(scenario);
    List<GeoPoint> points = new ArrayList<>();
    Map<String, Integer> bases = new TreeMap<>();
    for (Base base : scenario.fleet().waitingPlaces()) {
      bases.put(base.name(), points.size());
      points.add(new GeoPoint(base.lat(), base.lon()));
    }
    Map<ServiceId, Integer> services = new TreeMap<>();
    for (Service service : directory.services()) {
      if (service.place().isPresent()) {
        Position at = service.place().get();
        services.put(service.id(), points.size());
        points.add(new GeoPoint(at.lat(), at.lon()));
      }
    }
    LivePlaces live = LivePlaces.of(start, isByRoad, points);
    int firstCall = points.size();
    List<Settlement> settlements = origins(scenario);
    Chance chance = Chance.of(scenario.demand().places().seed(), "places");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < scenario.demand().places().count(); i++) {
      Settlement settlement = settlement(settlements, chance);
      names.add(settlement.name());
      points.add(near(settlement, chance, isByRoad));
    }
    return new Places(directory, points, bases, services, live, firstCall, names);
  }

  /** The settlements of the county, as sites where crews could wait. */
  public static List<Base> settlementSites() {
    return settlements().stream()
        .map(each -> new Base(each.name(), each.lat(), each.lon()))
        .toList();
  }

  private static List<Settlement> settlements() {
    return RecordJson.read(Settlements.class, resource(Places.class, "/west-kent/settlements.json"))
        .settlements();
  }

  /** Where calls come from: around recorded calls, or where people live. */
  private static List<Settlement> origins(Scenario scenario) {
    List<Settlement> settlements = settlements();
    return scenario
        .demand()
        .places()
        .recorded()
        .map(all -> all.stream().map(each -> recorded(each, settlements)).toList())
        .orElse(settlements);
  }

  private static Settlement recorded(RecordedCalls calls, List<Settlement> settlements) {
    GeoPoint at = new GeoPoint(calls.lat(), calls.lon());
    Settlement nearest = settlements.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Settlement each : settlements) {
      double meters = at.distanceMeters(new GeoPoint(each.lat(), each.lon()));
      if (meters < least) {
        least = meters;
        nearest = each;
      }
    }
    return new Settlement(nearest.name(), calls.lat(), calls.lon(), calls.calls());
  }

  /**
   * Checks that the directory knows every hospital that a scenario names.
   *
   * @throws IllegalArgumentException naming the first that it does not
   */
  public static void requireServices(Scenario scenario) {
    var unused = directory(scenario);
  }

  /** The directory that ships, open at the hours that the scenario says. */
  private static ServiceDirectory directory(Scenario scenario) {
    ServiceDirectory shipped = shippedDirectory();
    checkServices(scenario, shipped);
    Map<String, Opening> openings = scenario.work().openings().orElse(Map.of());
    for (String name : openings.keySet()) {
      if (shipped.find(new ServiceId(name)).isEmpty()) {
        throw new IllegalArgumentException(
            "The service (%s) of work.openings must be in the directory.".formatted(name));
      }
    }
    List<Service> services = new ArrayList<>();
    for (Service each : shipped.services()) {
      Opening opening = openings.get(each.id().value());
      services.add(opening == null ? each : openedAt(each, opening));
    }
    return new ServiceDirectory(
        shipped.note(),
        shipped.zone(),
        shipped.bankHolidaysKnownUntil(),
        shipped.bankHolidays(),
        services);
  }

  private static Service openedAt(Service service, Opening opening) {
    return new Service(
        service.id(),
        service.name(),
        service.place(),
        service.acceptance(),
        opening.hours(),
        service.contact(),
        service.terms());
  }

  private static ServiceDirectory shippedDirectory() {
    return RecordJson.read(
        ServiceDirectory.class, resource(ServiceDirectory.class, "/west-kent/services.json"));
  }

  private static void checkServices(Scenario scenario, ServiceDirectory directory) {
    List<ServiceId> named = new ArrayList<>();
    scenario.work().hospitals().bays().forEach(each -> named.add(each.service()));
    scenario.faults().diverts().forEach(each -> named.add(each.service()));
    for (ServiceId service : named) {
      if (directory.find(service).flatMap(Service::place).isEmpty()) {
        throw new IllegalArgumentException(
            "The hospital (%s) of work.hospitals or of faults must be in the directory, with a place."
                .formatted(service.value()));
      }
    }
  }

  /** How many places there are; their numbers are below it. */
  public int size() {
    return points.size();
  }

  /** Where a place is. */
  public GeoPoint point(int place) {
    return points.get(place);
  }

  /** The place as an incident keeps it. */
  public SealedPlace sealed(int place) {
    return sealed.get(place);
  }

  /** The number of a base of the scenario. */
  public int base(String name) {
    Integer place = bases.get(name);
    if (place == null) {
      throw new IllegalArgumentException("The base (%s) must be in the scenario.".formatted(name));
    }
    return place;
  }

  /** The number of a service that patients are taken to; empty for one that comes to them. */
  public OptionalInt findService(ServiceId service) {
    Integer place = services.get(service);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The places of the live area; none where the world does not begin from one. */
  public LivePlaces live() {
    return live;
  }

  /** The number of the first service; bases have the numbers below it. */
  public int firstService() {
    return bases.size();
  }

  /** The number of the first call place; the others follow. */
  public int firstCall() {
    return firstCall;
  }

  /** How many call places there are. */
  public int callCount() {
    return points.size() - firstCall;
  }

  /** The settlement near which a call place lies. */
  public String settlement(int callPlace) {
    return settlements.get(callPlace - firstCall);
  }

  /** The directory of services. */
  public ServiceDirectory directory() {
    return directory;
  }

  /** Whether a service is an emergency department. */
  public boolean isEmergencyDepartment(ServiceId service) {
    return directory.find(service).filter(each -> each.meets(CareNeed.EMERGENCY)).isPresent();
  }

  private static GeoPoint near(Settlement settlement, Chance chance, Predicate<GeoPoint> isByRoad) {
    double radius =
        RADIUS_METERS_MIN + RADIUS_METERS_PER_ROOT * StrictMath.sqrt(settlement.population());
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      double north = radius * chance.normal() / 2;
      double east = radius * chance.normal() / 2;
      double narrowing = StrictMath.cos(StrictMath.toRadians(settlement.lat()));
      GeoPoint point =
          new GeoPoint(
              settlement.lat() + north / METERS_PER_DEGREE,
              settlement.lon() + east / METERS_PER_DEGREE / narrowing);
      if (isByRoad.test(point)) {
        return point;
      }
    }
    return new GeoPoint(settlement.lat(), settlement.lon());
  }

  private static Settlement settlement(List<Settlement> settlements, Chance chance) {
    double people = settlements.stream().mapToLong(Settlement::population).sum();
    double left = chance.between(0, people);
    for (Settlement each : settlements) {
      left -= each.population();
      if (left < 0) {
        return each;
      }
    }
    return settlements.get(settlements.size() - 1);
  }

  /** Nobody lives there: the coordinates may be read by whoever looks at a simulated log. */
  private static SealedPlace sealed(GeoPoint point) {
    String words = String.format(Locale.ROOT, "%.5f,%.5f", point.lat(), point.lon());
    return new SealedPlace(
        Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(name));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
