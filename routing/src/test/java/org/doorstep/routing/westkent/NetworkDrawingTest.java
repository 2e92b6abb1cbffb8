package org.doorstep.routing.westkent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doorstep.routing.westkent.Network.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: the drawn West Kent keeps to its rivers, bridges and names, and is always the same. */
class NetworkDrawingTest {
  private static final Set<String> BRIDGED_ONLY = Set.of("Medway", "Eden", "Teise", "Beult");

  private static final Geography GEOGRAPHY = Geography.read();
  private static final Network NETWORK = new Network();
  private static final List<Way> WAYS = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  static void draw() {
    WAYS.addAll(WestKentMap.draw(GEOGRAPHY, NETWORK));
  }

  @Test
  void localRoads_everywhere_crossNoRiver() {
    List<String> wet = new ArrayList<>();
    for (Way way : WAYS) {
      if (EnumSet.of(Kind.STREET, Kind.LANE, Kind.STUB).contains(way.kind())) {
        for (Grid.Hit hit : riverHits(way)) {
          wet.add(way.tags().name() + " at " + hit);
        }
      }
    }
    assertThat(wet).as("seed %d", WestKentMap.SEED).isEmpty();
  }

  @Test
  void mainRoads_overBridgedRivers_crossAtListedBridgesOnly() {
    List<String> wet = new ArrayList<>();
    for (Way way : WAYS) {
      if (way.kind() == Kind.ROAD || way.kind() == Kind.SEALED) {
        for (Grid.Hit hit : riverHits(way)) {
          Grid.Stretch river = NETWORK.grid().stretch(hit.stretch());
          String name = NETWORK.ways().get(river.way()).tags().name();
          double x = river.xAt(hit.share());
          double y = river.yAt(hit.share());
          boolean atBridge =
              GEOGRAPHY.bridges().stream().anyMatch(b -> b.isWithin(MainRoads.BRIDGE_METERS, x, y));
          if (BRIDGED_ONLY.contains(name) && !atBridge) {
            wet.add(way.tags() + " over " + name + " at " + Plane.lat(y) + "," + Plane.lon(x));
          }
        }
      }
    }
    assertThat(wet).isEmpty();
  }

  @Test
  void bridges_ofTheRivers_carryTheirNames() {
    List<String> names =
        WAYS.stream().filter(w -> w.tags().bridge()).map(w -> w.tags().name()).distinct().toList();

    assertThat(names).contains("Twyford Bridge", "Teston Bridge", "East Farleigh Bridge");
    assertThat(names).hasSizeGreaterThan(30);
  }

  @Test
  void quarters_ofAllSettlements_haveStreetsThatAreKept() {
    Quarters quarters = new Quarters(GEOGRAPHY);
    int[] streets = new int[quarters.all().size()];
    for (Way way : WAYS) {
      if (way.kind() == Kind.STREET) {
        int point = way.points()[0];
        quarters
            .find(NETWORK.x(point), NETWORK.y(point))
            .ifPresent(quarter -> streets[quarters.all().indexOf(quarter)]++);
      }
    }
    for (int i = 0; i < streets.length; i++) {
      assertThat(streets[i]).as(quarters.all().get(i).name()).isGreaterThan(3);
    }
  }

  @Test
  void file_writtenTwice_isTheSame() throws IOException {
    WestKentMap.write(folder.resolve("one.osm"));
    WestKentMap.write(folder.resolve("two.osm"));

    assertThat(Files.mismatch(folder.resolve("one.osm"), folder.resolve("two.osm"))).isEqualTo(-1);
  }

  private static List<Grid.Hit> riverHits(Way way) {
    List<Grid.Hit> hits = new ArrayList<>();
    int[] course = NETWORK.course(way);
    for (int i = 1; i < course.length; i++) {
      int a = course[i - 1];
      int b = course[i];
      hits.addAll(
          NETWORK
              .grid()
              .hits(
                  NETWORK.x(a), NETWORK.y(a), NETWORK.x(b), NETWORK.y(b), EnumSet.of(Kind.RIVER)));
    }
    return hits;
  }
}
