package org.doorstep.dispatch.shell.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.policy.area.AreaModel;
import org.doorstep.dispatch.policy.area.CoverDefaults;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.log.Hash;
import org.doorstep.dispatch.shell.log.LogFault;
import org.doorstep.dispatch.shell.reference.AreaReference;
import org.doorstep.dispatch.shell.reference.Settlements.Settlement;
import org.doorstep.dispatch.shell.reference.Station;
import org.doorstep.dispatch.shell.reference.WeighedArea;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Snapped;
import org.doorstep.routing.TravelTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the area decides by now: its rules, and the cover ground made of the roads as they are. When
 * closures change the roads, another is made and kept beside the log before it is used.
 *
 * <p>Thread-safe; {@link #current} never blocks.
 */
public final class AreaModels {
  private static final Logger LOG = LoggerFactory.getLogger(AreaModels.class);

  private static final int DAY_HOURS = 24;

  private final RoadNetwork roads;
  private final AreaReference reference;
  private final WeighedArea weighed;
  private final AreaLog log;
  private final CoverPlaces places;

  // Guarded by this: the metric that the current model was made of.
  private long generation = -1;

  // Replaced as a whole by refresh(); read by any thread.
  private volatile AreaModel current = AreaModel.CLOSEST;

  /** Models of one area over the roads of one map. */
  public AreaModels(RoadNetwork roads, AreaReference reference, WeighedArea weighed, AreaLog log) {
    this.roads = roads;
    this.reference = reference;
    this.weighed = weighed;
    this.log = log;
    this.places = CoverPlaces.of(stations(), weighed.places().map(each -> each.settlements()));
  }

  /** What is decided by now. */
  public AreaModel current() {
    return current;
  }

  /** The places of the cover ground. */
  CoverPlaces places() {
    return places;
  }

  /** Makes a new model if the roads have changed since the last; blocks. */
  public synchronized void refresh() {
    long now = roads.metric().generation();
    if (now == generation) {
      return;
    }
    try {
      byte[] json = file().toJson();
      String hash = Hash.hex(json);
      log.storeModel(hash, Evidence.compress(json));
      current = ModelFile.of(json).model(hash);
      generation = now;
    } catch (LogFault e) {
      LOG.warn("The area goes on by the roads of before: {}", e.getMessage());
    }
  }

  /** Bases and posts first: free units stand by there. */
  private List<Station> stations() {
    Stream<Station> posts = reference.stations().stream().filter(Station::isPost);
    Stream<Station> others = reference.stations().stream().filter(each -> !each.isPost());
    return Stream.concat(posts, others).toList();
  }

  private ModelFile file() {
    return new ModelFile(weighed.rules(), weighed.places().map(this::cover));
  }

  private ModelFile.CoverFile cover(WeighedArea.Places known) {
    List<Station> stations = stations();
    int posts = (int) stations.stream().filter(Station::isPost).count();
    List<Settlement> zones = known.settlements().settlements();
    List<Position> all = places.positions();
    List<Position> zonePlaces = all.subList(stations.size(), all.size());
    return new ModelFile.CoverFile(
        CoverDefaults.CATEGORIES,
        stations.stream().map(Station::name).toList(),
        posts,
        drives(all, zonePlaces, DrivingMode.BLUE_LIGHT),
        drives(all, all.subList(0, posts), DrivingMode.NORMAL),
        zones.stream().map(each -> (double) each.population()).toList(),
        IntStream.range(0, DAY_HOURS).mapToObj(known.forecast()::callsPerMinute).toList(),
        known.forecast().zone());
  }

  /** Row by row; {@link Integer#MAX_VALUE} where there is no way. */
  private List<Integer> drives(List<Position> from, List<Position> to, DrivingMode mode) {
    List<Optional<Snapped>> begins = snapped(from, mode);
    List<Optional<Snapped>> ends = snapped(to, mode);
    List<Snapped> sources = begins.stream().flatMap(Optional::stream).toList();
    List<Snapped> targets = ends.stream().flatMap(Optional::stream).toList();
    boolean offTheMap = sources.isEmpty() || targets.isEmpty();
    int[] millis = offTheMap ? new int[0] : roads.driveMillis(sources, targets, mode);
    List<Integer> rows = new ArrayList<>(from.size() * to.size());
    int row = 0;
    for (Optional<Snapped> begin : begins) {
      int column = 0;
      for (Optional<Snapped> end : ends) {
        boolean known = begin.isPresent() && end.isPresent();
        int drive = known ? millis[row * targets.size() + column] : TravelTimes.UNREACHABLE;
        rows.add(drive == TravelTimes.UNREACHABLE ? Integer.MAX_VALUE : drive);
        column += end.isPresent() ? 1 : 0;
      }
      row += begin.isPresent() ? 1 : 0;
    }
    return rows;
  }

  private List<Optional<Snapped>> snapped(List<Position> positions, DrivingMode mode) {
    return positions.stream()
        .map(at -> roads.snap(new GeoPoint(at.lat(), at.lon()), mode))
        .toList();
  }
}
