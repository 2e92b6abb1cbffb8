package org.doorstep.routing.westkent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapInfo;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.Snapped;
import org.doorstep.routing.SyntheticWestKent;
import org.doorstep.routing.TravelTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: over the made-up West Kent one drives from every place to every other, in likely times.
 */
class WestKentMapTest {
  private static final Geography GEOGRAPHY = Geography.read();

  private final RoadNetwork roads = SyntheticWestKent.roads();

  @Test
  void map_ofWestKent_saysThatItIsSynthetic() {
    MapInfo info = roads.info();
    assertThat(info.synthetic()).isTrue();
    assertThat(info.attribution()).contains("Synthetic");
    assertThat(info.nodes()).isBetween(270_000, 330_000);
  }

  @Test
  void settlements_all_reachEachOther() {
    for (DrivingMode mode : DrivingMode.values()) {
      List<Snapped> places = new ArrayList<>();
      for (Geography.Settlement settlement : GEOGRAPHY.settlements()) {
        Snapped place = roads.snap(point(settlement.at()), mode).orElseThrow();
        assertThat(place.distanceMeters()).as(settlement.at().name()).isLessThan(700);
        places.add(place);
      }
      List<Snapped> hub = places.subList(0, 1);
      assertThat(roads.driveMillis(hub, places, mode)).doesNotContain(TravelTimes.UNREACHABLE);
      assertThat(roads.driveMillis(places, hub, mode)).doesNotContain(TravelTimes.UNREACHABLE);
    }
  }

  /** Minutes as estimated over the same lines; local detours make up to a third of difference. */
  @ParameterizedTest(name = "{0} to {1}: about {2} min")
  @CsvSource({
    "Edenbridge, Tunbridge Wells Hospital at Pembury, 28",
    "Frittenden, Maidstone Hospital, 26",
    "Benenden, Tunbridge Wells Hospital at Pembury, 23",
    "Kemsing, Tunbridge Wells Hospital at Pembury, 23",
    "Headcorn, Maidstone Hospital, 20",
    "Maidstone, Maidstone Hospital, 5",
    "Royal Tunbridge Wells, Tunbridge Wells Hospital at Pembury, 6",
  })
  void drive_toTheEmergencyDepartment_isAboutAsEstimated(String from, String to, int minutes) {
    double drive = driveMinutes(settlement(from), hospital(to));

    assertThat(drive).isBetween(minutes * 0.65, minutes * 1.6 + 2);
  }

  /** Nothing leads from the A21 to the M26 at Chevening; from the west the motorway goes on. */
  @Test
  void chevening_fromTheBypass_cannotJoinTheM26() {
    GeoPoint wrothamHeath = new GeoPoint(51.302, 0.337);
    GeoPoint sevenoaksBypass = new GeoPoint(51.262, 0.163);
    GeoPoint clacketLane = new GeoPoint(51.271, 0.039);

    assertThat(passesTheM26(sevenoaksBypass, wrothamHeath)).isFalse();
    assertThat(passesTheM26(clacketLane, wrothamHeath)).isTrue();
  }

  /** The hash changes with every change to the drawing, and never with the machine. */
  @Test
  void file_onEveryMachine_isTheSame() {
    assertThat(roads.info().hash())
        .as("seed %d", WestKentMap.SEED)
        .isEqualTo("39850a8501fb43031712ea2d83b6ea985bac74678cb04f2052635140e57df2a5");
  }

  private boolean passesTheM26(GeoPoint from, GeoPoint to) {
    GeoPoint kemsing = new GeoPoint(51.302, 0.228);
    return roads.route(from, to, DrivingMode.NORMAL).orElseThrow().line().stream()
        .anyMatch(point -> point.distanceMeters(kemsing) < 100);
  }

  private double driveMinutes(GeoPoint from, GeoPoint to) {
    return roads.route(from, to, DrivingMode.NORMAL).orElseThrow().driveMillis() / 60_000.0;
  }

  private static GeoPoint hospital(String name) {
    return name.equals("Maidstone Hospital")
        ? new GeoPoint(51.274, 0.484)
        : new GeoPoint(51.149, 0.307);
  }

  private static GeoPoint settlement(String name) {
    return GEOGRAPHY.settlements().stream()
        .filter(s -> s.at().name().equals(name))
        .map(s -> point(s.at()))
        .findFirst()
        .orElseThrow();
  }

  private static GeoPoint point(Geography.Spot at) {
    return new GeoPoint(Plane.lat(at.y()), Plane.lon(at.x()));
  }
}
