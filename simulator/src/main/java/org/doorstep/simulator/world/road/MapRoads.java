package org.doorstep.simulator.world.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Snapped;
import org.doorstep.routing.Track;
import org.doorstep.simulator.scenario.Scenario;
import org.doorstep.simulator.start.LiveStart;

/** Drives on a map: tables between all places, searches from anywhere else. Immutable. */
final class MapRoads implements Roads {
  private static final int CHUNK = 500;

  private final RoadNetwork network;
  private final Places places;
  private final PerMode normal;
  private final PerMode blueLight;
  private final Detours detours;

  /** Only looked up. */
  private final Map<Ends, Way> waysBack;

  private record Ends(int from, int to) {}

  /** What one driving mode needs; a place far from its roads is put nowhere. */
  private record PerMode(DrivingMode mode, List<Optional<Snapped>> snapped, Table table) {}

  /** Milliseconds by place and place. */
  private static final class Table {
    private final int[][] rows;

    Table(int[][] rows) {
      this.rows = rows;
    }
  }

  private MapRoads(
      RoadNetwork network,
      Places places,
      PerMode normal,
      PerMode blueLight,
      Detours detours,
      Map<Ends, Way> waysBack) {
    this.detours = detours;
    this.waysBack = waysBack;
    this.network = network;
    this.places = places;
    this.normal = normal;
    this.blueLight = blueLight;
  }

  static MapRoads prepare(
      Scenario scenario,
      RoadNetwork network,
      RoadNetwork open,
      Consumer<String> progress,
      Optional<LiveStart> start) {
    progress.accept("putting places onto roads");
    Places places =
        Places.draw(
            scenario,
            point ->
                open.snap(point, DrivingMode.NORMAL).isPresent()
                    && open.snap(point, DrivingMode.BLUE_LIGHT).isPresent(),
            start);
    progress.accept("drive times of %d places".formatted(places.size()));
    MapRoads roads =
        new MapRoads(
            network,
            places,
            mode(network, places, DrivingMode.NORMAL),
            mode(network, places, DrivingMode.BLUE_LIGHT),
            Detours.of(network, places),
            Map.of());
    roads.checkBases();
    progress.accept("ways from hospitals to bases");
    return roads.withWaysBack();
  }

  private void checkBases() {
    for (int base = 0; base < places.firstService(); base++) {
      if (normal.snapped().get(base).isEmpty() || blueLight.snapped().get(base).isEmpty()) {
        throw new IllegalArgumentException(
            "The base at (%s) must be within %d metres of a road of the map."
                .formatted(places.point(base), (int) RoadNetwork.SNAP_METERS_MAX));
      }
    }
  }

  /** From hospitals most vehicles drive back: their ways are asked for again and again. */
  private MapRoads withWaysBack() {
    Map<Ends, Way> ways = new HashMap<>();
    for (int from = places.firstService(); from < places.firstCall(); from++) {
      for (int base = 0; base < places.firstService(); base++) {
        ways.put(new Ends(from, base), search(Spot.at(from), base));
      }
    }
    return new MapRoads(network, places, normal, blueLight, detours, ways);
  }

  private static PerMode mode(RoadNetwork network, Places places, DrivingMode mode) {
    List<Optional<Snapped>> snapped = new ArrayList<>();
    List<Snapped> onRoad = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int place = 0; place < places.size(); place++) {
      Optional<Snapped> at = network.snap(places.point(place), mode);
      snapped.add(at);
      if (at.isPresent()) {
        numbers.add(place);
        onRoad.add(at.get());
      }
    }
    int[][] rows = new int[places.size()][places.size()];
    for (int[] row : rows) {
      Arrays.fill(row, UNREACHABLE);
    }
    for (int first = 0; first < onRoad.size(); first += CHUNK) {
      int end = Math.min(onRoad.size(), first + CHUNK);
      int[] millis = network.driveMillis(onRoad.subList(first, end), onRoad, mode);
      for (int i = first; i < end; i++) {
        int[] row = rows[numbers.get(i)];
        for (int j = 0; j < onRoad.size(); j++) {
          row[numbers.get(j)] = millis[(i - first) * onRoad.size() + j];
        }
      }
    }
    return new PerMode(mode, List.copyOf(snapped), new Table(rows));
  }

  @Override
  public Places places() {
    return places;
  }

  @Override
  public int driveMillis(int from, int to, boolean withBlueLight) {
    return of(withBlueLight).table().rows[from][to];
  }

  @Override
  public int driveMillis(Spot from, int to, boolean withBlueLight) {
    if (from.isPlace()) {
      return driveMillis(from.place(), to, withBlueLight);
    }
    PerMode mode = of(withBlueLight);
    Optional<Snapped> begins = onRoad(from, mode);
    Optional<Snapped> ends = mode.snapped().get(to);
    return begins.isPresent() && ends.isPresent()
        ? network.driveMillis(List.of(begins.get()), List.of(ends.get()), mode.mode())[0]
        : UNREACHABLE;
  }

  @Override
  public Way way(Spot from, int to) {
    Way known = from.isPlace() ? waysBack.get(new Ends(from.place(), to)) : null;
    return known == null ? search(from, to) : known;
  }

  @Override
  public double driveMeters(GeoPoint from, GeoPoint to) {
    return detours.meters(from, to);
  }

  private Way search(Spot from, int to) {
    Optional<Snapped> begins = from.isPlace() ? normal.snapped().get(from.place()) : from.onRoad();
    Optional<Snapped> ends = normal.snapped().get(to);
    Optional<Track> track =
        begins.flatMap(start -> ends.flatMap(end -> network.track(start, end, normal.mode())));
    if (track.isPresent()) {
      return new OnTrack(track.get());
    }
    // Where no road leads the vehicle is carried there; no drive is ever asked for on the way.
    return new Nowhere(places.point(to));
  }

  private PerMode of(boolean withBlueLight) {
    return withBlueLight ? blueLight : normal;
  }

  /** A road that is open without blue lights is open with them: the position serves both. */
  private Optional<Snapped> onRoad(Spot spot, PerMode mode) {
    return spot.isPlace() ? mode.snapped().get(spot.place()) : spot.onRoad();
  }

  private record OnTrack(Track track) implements Way {
    @Override
    public int driveMillis() {
      return track.driveMillis();
    }

    @Override
    public Spot after(int millis) {
      Snapped at = track.at(millis);
      return Spot.on(at.onRoad(), Optional.of(at));
    }
  }

  private record Nowhere(GeoPoint point) implements Way {
    @Override
    public int driveMillis() {
      return 0;
    }

    @Override
    public Spot after(int millis) {
      return Spot.on(point, Optional.empty());
    }
  }
}
