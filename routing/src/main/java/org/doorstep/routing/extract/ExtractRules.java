package org.doorstep.routing.extract;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.doorstep.routing.MapFault;

/**
 * What the elements of an extract must be: nodes, ways and relations in that order, nodes in the
 * world, and roads whose nodes are there.
 *
 * <p>At the rim of an extract some nodes of roads are missing, and roads end there. Where more than
 * one in {@link #MISSING_ONE_IN} is missing the file is not whole.
 */
final class ExtractRules {
  static final String ENDING = "Maybe its name has the wrong ending.";
  static final String CUT_OFF = "Maybe the download was cut off; fetch it again.";

  private static final int MISSING_ONE_IN = 20;

  /** Editors allow 2,000; a way longer than this is a lying length or no way. */
  private static final int WAY_NODES_MAX = 100_000;

  private enum Stage {
    NODES,
    WAYS,
    RELATIONS
  }

  private final Path osm;
  private final NodeIds ids = new NodeIds();
  private Supplier<String> place = () -> "its beginning";
  private Stage stage = Stage.NODES;
  private long nodes;
  private long ways;
  private long relations;
  private long roads;
  private long roadPoints;
  private long missing;
  private String firstMissing = "";

  ExtractRules(Path osm) {
    this.osm = osm;
  }

  /** Where the scan is, in words, for the faults that are found there. */
  void at(Supplier<String> where) {
    place = where;
  }

  void node(long id, double lat, double lon) {
    enter(Stage.NODES, "node", id);
    if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
      throw fault(
          "node (%d) lies at (%s, %s), which must be within 90 degrees of latitude and 180 of longitude"
              .formatted(id, lat, lon),
          "Maybe latitude and longitude are swapped, or in another unit.");
    }
    ids.add(id);
    nodes++;
  }

  /**
   * A way.
   *
   * @param refs the nodes in its first elements
   * @param count how many those are
   */
  void way(long id, boolean road, long[] refs, int count) {
    enter(Stage.WAYS, "way", id);
    ways++;
    if (!road) {
      return;
    }
    roads++;
    roadPoints += count;
    for (int i = 0; i < count; i++) {
      if (!ids.contains(refs[i])) {
        missing++;
        if (firstMissing.isEmpty()) {
          firstMissing =
              "at %s way (%d) refers to node (%d), which is not in it"
                  .formatted(place.get(), id, refs[i]);
        }
      }
    }
  }

  void relation(long id) {
    enter(Stage.RELATIONS, "relation", id);
    relations++;
  }

  /** Room for one more node in the list of a way, which must not grow for ever. */
  long[] room(long[] refs, int count) {
    if (count >= WAY_NODES_MAX) {
      throw fault("a way has more than (%d) nodes".formatted(WAY_NODES_MAX), "");
    }
    return count < refs.length ? refs : java.util.Arrays.copyOf(refs, 2 * refs.length);
  }

  /**
   * The end of a file that could be read to its end.
   *
   * @throws MapFault if it is not enough for a map
   */
  ExtractContent end() {
    at(() -> "its end");
    if (roads == 0) {
      throw fault(
          "it holds no roads: none of its (%d) ways has the key highway".formatted(ways),
          "Maybe the extract was filtered for something else.");
    }
    if (missing * MISSING_ONE_IN > roadPoints) {
      throw new MapFault(
          "The extract (%s) is not whole: %s, as (%d) of (%d) points of roads are not; at most one in (%d) may be missing.\nMaybe it was cut out without the nodes of its ways."
              .formatted(osm, firstMissing, missing, roadPoints, MISSING_ONE_IN));
    }
    return new ExtractContent(nodes, ways, relations, roads, roadPoints, missing);
  }

  /** A fault at the place where the scan is; the advice begins with "Maybe", or is empty. */
  MapFault fault(String rule, String advice) {
    return new MapFault(
        "The extract (%s) cannot be imported. At %s: %s.%s"
            .formatted(osm, place.get(), rule, advice.isEmpty() ? "" : "\n" + advice));
  }

  private void enter(Stage wanted, String kind, long id) {
    if (wanted.compareTo(stage) < 0) {
      throw fault(
          "%s (%d) stands behind the first of the %s; nodes, ways and relations must follow in that order"
              .formatted(kind, id, stage == Stage.WAYS ? "ways" : "relations"),
          "Maybe sort the file first, for example with osmium sort.");
    }
    stage = wanted;
  }
}
