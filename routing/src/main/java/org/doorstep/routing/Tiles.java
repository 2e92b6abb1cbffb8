package org.doorstep.routing;

import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.shapes.BBox;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.routing.mvt.TileFrame;
import org.doorstep.routing.mvt.VectorLayer;
import org.locationtech.jts.geom.Envelope;

/**
 * The map as vector tiles, in the Web Mercator scheme with row 0 in the north.
 *
 * <p>Layers: {@code roads} (class: motorway, trunk, primary, secondary, tertiary or minor; ref and
 * name where known), {@code water} (name), {@code places} (name; kind: city, town, village, hamlet,
 * suburb or neighbourhood; rank, 1 for the most important). The smaller the scale, the fewer roads
 * and places. Up to zoom {@link #MAIN_ROADS_ZOOM_MAX} roads come as long simplified lines that have
 * a ref or, without one, a name; beyond it as the graph has them.
 *
 * <p>Tiles are kept compressed: those up to zoom 10 from the opening on, of the others those asked
 * for last.
 *
 * <p>Thread-safe. Opening reads the whole graph once, a few hundred milliseconds for 300,000 edges.
 */
public final class Tiles {
  /** Beyond this zoom every road is shown. */
  public static final int MAIN_ROADS_ZOOM_MAX = 12;

  /** Changes whenever the same map gives other tiles. */
  public static final int FORMAT = 1;

  /** The deepest zoom whose tiles are made at opening. */
  static final int PREPARED_ZOOM_MAX = 10;

  /** A county has about twenty; a country's would delay the start. */
  private static final int PREPARED_MAX = 400;

  private static final long CACHE_BYTES_MAX = 48_000_000;

  /** Half a pixel of a tile that is shown 256 pixels wide. */
  private static final double TOLERANCE = 8;

  private static final double TOLERANCE_CLOSE = 2;
  private static final List<String> KINDS =
      List.of("city", "town", "village", "suburb", "hamlet", "neighbourhood");
  private static final int[] KIND_ZOOM_MIN = {0, 8, 11, 12, 12, 13};

  private final BaseGraph graph;
  private final LocationIndex index;
  private final EnumEncodedValue<RoadClass> roadClass;
  private final MainLines mainLines;
  private final List<River> rivers;
  private final List<Scenery.NamedPlace> places;
  private final Map<String, byte[]> prepared;
  private final TileCache cache = new TileCache(CACHE_BYTES_MAX);

  /** A river; world x and y in turn. */
  private static final class River {
    private final String name;
    private final Envelope envelope = new Envelope();
    private final double[] course;

    private River(Scenery.Water water) {
      name = water.name();
      course = new double[2 * water.line().size()];
      for (int i = 0; i < course.length; i += 2) {
        GeoPoint point = water.line().get(i / 2);
        course[i] = TileFrame.worldX(point.lon());
        course[i + 1] = TileFrame.worldY(point.lat());
        envelope.expandToInclude(course[i], course[i + 1]);
      }
    }
  }

  /** Tiles of a network; they must not be asked for once it is closed. */
  public Tiles(RoadNetwork roads) {
    graph = roads.graph();
    index = roads.index();
    roadClass =
        roads.hopper().getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
    mainLines = new MainLines(graph, roadClass);
    rivers = roads.scenery().waters().stream().map(River::new).toList();
    places = roads.scenery().places();
    prepared = prepare(roads.info());
  }

  /**
   * One tile, not compressed.
   *
   * @param z zoom, 0 to {@link TileFrame#ZOOM_MAX}
   * @return empty where the map shows nothing
   * @throws IllegalArgumentException if there is no such tile in the world
   */
  public byte[] tile(int z, int x, int y) {
    return Gzip.unpack(gzipped(z, x, y));
  }

  /**
   * One tile, compressed by gzip, as it is kept.
   *
   * @return empty, and not an archive of nothing, where the map shows nothing; not to be changed
   * @throws IllegalArgumentException if there is no such tile in the world
   */
  public byte[] gzipped(int z, int x, int y) {
    TileFrame frame = new TileFrame(z, x, y);
    String key = key(frame);
    byte[] ready = prepared.get(key);
    if (ready != null) {
      return ready;
    }
    Optional<byte[]> cached = cache.find(key);
    if (cached.isPresent()) {
      return cached.get();
    }
    byte[] tile = Gzip.pack(draw(frame));
    cache.put(key, tile);
    return tile;
  }

  /** How many tiles are there before anybody asks. */
  int preparedCount() {
    return prepared.size();
  }

  /**
   * From the smallest scale on, because its tiles take longest and everybody's first look is one.
   */
  private Map<String, byte[]> prepare(MapInfo info) {
    Map<String, byte[]> tiles = new HashMap<>();
    for (int z = 0; z <= PREPARED_ZOOM_MAX; z++) {
      int west = cell(z, TileFrame.worldX(info.west()));
      int east = cell(z, TileFrame.worldX(info.east()));
      int north = cell(z, TileFrame.worldY(info.north()));
      int south = cell(z, TileFrame.worldY(info.south()));
      if (tiles.size() + (east - west + 1L) * (south - north + 1L) > PREPARED_MAX) {
        return tiles;
      }
      for (int x = west; x <= east; x++) {
        for (int y = north; y <= south; y++) {
          TileFrame frame = new TileFrame(z, x, y);
          tiles.put(key(frame), Gzip.pack(draw(frame)));
        }
      }
    }
    return tiles;
  }

  private byte[] draw(TileFrame frame) {
    return VectorLayer.tile(List.of(water(frame), roads(frame), places(frame)));
  }

  private static int cell(int z, double world) {
    return (int) Math.max(0, Math.min((1 << z) - 1, Math.floor(world * (1 << z))));
  }

  private static String key(TileFrame frame) {
    return frame.z() + "/" + frame.x() + "/" + frame.y();
  }

  private VectorLayer roads(TileFrame frame) {
    VectorLayer layer = new VectorLayer("roads");
    if (frame.z() <= MAIN_ROADS_ZOOM_MAX) {
      for (MainLines.Line line : mainLines.list(window(frame))) {
        if (line.road().kind().zoomMin <= frame.z()) {
          layer.line(frame.fit(line.course(), TOLERANCE), line.road().properties());
        }
      }
      return layer;
    }
    BBox box =
        new BBox(
            TileFrame.lon(frame.west()),
            TileFrame.lon(frame.east()),
            TileFrame.lat(frame.south()),
            TileFrame.lat(frame.north()));
    index.query(box, edge -> addEdge(layer, frame, edge));
    return layer;
  }

  private void addEdge(VectorLayer layer, TileFrame frame, int edgeId) {
    EdgeIteratorState edge = graph.getEdgeIteratorState(edgeId, Integer.MIN_VALUE);
    RoadStretch road = RoadStretch.of(edge, roadClass);
    if (road.kind().zoomMin <= frame.z()) {
      layer.line(frame.fit(RoadStretch.course(edge), TOLERANCE_CLOSE), road.properties());
    }
  }

  private VectorLayer water(TileFrame frame) {
    VectorLayer layer = new VectorLayer("water");
    Envelope window = window(frame);
    double tolerance = frame.z() <= MAIN_ROADS_ZOOM_MAX ? TOLERANCE : TOLERANCE_CLOSE;
    for (River river : rivers) {
      if (river.envelope.intersects(window)) {
        layer.line(frame.fit(river.course, tolerance), Map.of("name", river.name));
      }
    }
    return layer;
  }

  private VectorLayer places(TileFrame frame) {
    VectorLayer layer = new VectorLayer("places");
    double scale = (double) (1 << frame.z()) * TileFrame.EXTENT;
    for (Scenery.NamedPlace place : places) {
      int rank = KINDS.indexOf(place.kind());
      double x = TileFrame.worldX(place.at().lon());
      double y = TileFrame.worldY(place.at().lat());
      // A name belongs to the tile its point lies in, or it would be drawn twice.
      double px = x * scale - (double) frame.x() * TileFrame.EXTENT;
      double py = y * scale - (double) frame.y() * TileFrame.EXTENT;
      boolean inside = px >= 0 && py >= 0 && px < TileFrame.EXTENT && py < TileFrame.EXTENT;
      if (inside && frame.z() >= KIND_ZOOM_MIN[rank]) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", place.name());
        properties.put("kind", place.kind());
        properties.put("rank", rank + 1);
        layer.point((int) px, (int) py, properties);
      }
    }
    return layer;
  }

  private static Envelope window(TileFrame frame) {
    return new Envelope(frame.west(), frame.east(), frame.north(), frame.south());
  }
}
