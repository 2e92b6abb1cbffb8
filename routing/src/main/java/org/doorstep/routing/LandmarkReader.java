package org.doorstep.routing;

import com.carrotsearch.hppc.LongArrayList;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads landmarks out of an extract.
 *
 * <p>The first pass keeps what has a name, an address or a postcode; of ways only the numbers of
 * their points, and of areas made of several ways only the numbers of those. A second pass finds
 * the points of such ways, where there are any; the last one finds where the points are. Never are
 * all points of the file held: 24 bytes for each corner of a building with an address.
 *
 * <p>A building or an area is where the mean of its corners is.
 */
final class LandmarkReader {
  /** More corners than this of one line do not move the mean. */
  private static final int CORNERS_MAX = 64;

  private static final Set<String> THROUGH_ROADS = Set.of("motorway", "trunk");
  private static final Set<String> AREAS = Set.of("multipolygon", "site");

  private final Path osm;
  private final LandmarkTags tags = new LandmarkTags();
  private final List<Landmark> points = new ArrayList<>();
  private final List<Outline> outlines = new ArrayList<>();
  private final Map<Long, Outline> edges = new HashMap<>();
  private final Map<Long, Landmarks.Exit> exits = new HashMap<>();
  private final List<Outline> throughRoads = new ArrayList<>();

  /** Something that lies at the mean of its corners; of a road, the points it passes. */
  private record Outline(LandmarkTags.Words words, String ref, LongArrayList corners) {
    void add(ReaderWay way) {
      LongArrayList nodes = way.getNodes();
      boolean closed = nodes.size() > 1 && nodes.get(0) == nodes.get(nodes.size() - 1);
      int corner = closed ? nodes.size() - 1 : nodes.size();
      int step = Math.max(1, (corner + CORNERS_MAX - 1) / CORNERS_MAX);
      for (int i = 0; i < corner; i += step) {
        corners.add(nodes.get(i));
      }
    }
  }

  LandmarkReader(Path osm) {
    this.osm = osm;
  }

  Landmarks read() {
    Scenery.each(osm, this::collect);
    if (!edges.isEmpty()) {
      Scenery.each(osm, this::follow);
    }
    Corners corners = new Corners(outlines);
    Scenery.each(osm, corners::place);
    for (Outline outline : outlines) {
      corners.findMean(outline.corners).map(outline.words::at).ifPresent(points::add);
    }
    return new Landmarks(points, numberedExits());
  }

  private void collect(ReaderElement element) {
    if (!element.hasTags()) {
      return;
    }
    LandmarkTags.Words words = tags.read(element);
    if (element instanceof ReaderNode node) {
      collectNode(node, words);
    } else if (element instanceof ReaderWay way) {
      collectWay(way, words);
    } else if (element instanceof ReaderRelation relation
        && words.isLandmark()
        && AREAS.contains(relation.getTag("type", ""))) {
      collectArea(relation, words);
    }
  }

  private void collectNode(ReaderNode node, LandmarkTags.Words words) {
    GeoPoint at = new GeoPoint(node.getLat(), node.getLon());
    if (node.hasTag("highway", "motorway_junction") && node.hasTag("ref")) {
      exits.put(
          node.getId(),
          new Landmarks.Exit("", node.getTag("ref", ""), node.getTag("name", ""), at));
    } else if (words.isLandmark()) {
      points.add(words.at(at));
    }
  }

  private void collectWay(ReaderWay way, LandmarkTags.Words words) {
    String ref = way.getTag("ref", "");
    if (!ref.isEmpty() && THROUGH_ROADS.contains(way.getTag("highway", ""))) {
      throughRoads.add(new Outline(words, ref, new LongArrayList(way.getNodes())));
    }
    if (words.isLandmark()) {
      Outline outline = new Outline(words, ref, new LongArrayList());
      outline.add(way);
      outlines.add(outline);
    }
  }

  private void collectArea(ReaderRelation relation, LandmarkTags.Words words) {
    Outline outline = new Outline(words, "", new LongArrayList());
    outlines.add(outline);
    for (ReaderRelation.Member member : relation.getMembers()) {
      if (member.getType() == ReaderElement.Type.WAY && !member.getRole().equals("inner")) {
        edges.putIfAbsent(member.getRef(), outline);
      }
    }
  }

  private void follow(ReaderElement element) {
    if (element instanceof ReaderWay way) {
      Optional.ofNullable(edges.get(way.getId())).ifPresent(outline -> outline.add(way));
    }
  }

  /** Exits lie on the road they leave, which alone knows its number. */
  private List<Landmarks.Exit> numberedExits() {
    List<Landmarks.Exit> numbered = new ArrayList<>();
    for (Outline road : throughRoads) {
      for (int i = 0; i < road.corners.size(); i++) {
        Landmarks.Exit exit = exits.remove(road.corners.get(i));
        if (exit != null) {
          String ref = road.ref.split(";", -1)[0].strip();
          numbered.add(new Landmarks.Exit(ref, exit.number(), exit.name(), exit.at()));
        }
      }
    }
    return numbered;
  }

  /** Where the wanted points are, in sorted arrays. */
  private static final class Corners {
    private final long[] ids;
    private final double[] lats;
    private final double[] lons;

    Corners(List<Outline> outlines) {
      LongArrayList all = new LongArrayList();
      outlines.forEach(outline -> all.addAll(outline.corners));
      ids = Arrays.stream(all.toArray()).sorted().distinct().toArray();
      lats = new double[ids.length];
      lons = new double[ids.length];
      Arrays.fill(lats, Double.NaN);
    }

    void place(ReaderElement element) {
      if (element instanceof ReaderNode node) {
        int index = Arrays.binarySearch(ids, node.getId());
        if (index >= 0) {
          lats[index] = node.getLat();
          lons[index] = node.getLon();
        }
      }
    }

    /** Empty where the extract has cut all corners off. */
    Optional<GeoPoint> findMean(LongArrayList corners) {
      double lat = 0;
      double lon = 0;
      int count = 0;
      for (int i = 0; i < corners.size(); i++) {
        int index = Arrays.binarySearch(ids, corners.get(i));
        if (!Double.isNaN(lats[index])) {
          lat += lats[index];
          lon += lons[index];
          count++;
        }
      }
      return count == 0 ? Optional.empty() : Optional.of(new GeoPoint(lat / count, lon / count));
    }
  }
}
