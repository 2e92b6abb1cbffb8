package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: which signs, gates and bus ways hold up whom. A direct link of 870 m stands against a
 * detour of about six minutes; the table says who takes the link.
 */
class TagRulesTest {
  private static final GeoPoint FROM = new GeoPoint(51.2, 0.2985);
  private static final GeoPoint TO = new GeoPoint(51.2, 0.314);

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1}: car {2}, blue light {3}")
  @CsvSource({
    "motor_vehicle=no on a street,   highway=residential;motor_vehicle=no,          DETOUR, DIRECT",
    "private street,                 highway=residential;access=private,            DETOUR, DIRECT",
    "bus way,                        highway=busway,                                DETOUR, DIRECT",
    "bus gate,                       highway=residential;motor_vehicle=no;bus=yes,  DETOUR, DIRECT",
    "bus trap,                       highway=service;node:barrier=bus_trap;motor_vehicle=no, DETOUR, DIRECT",
    "emergency access,               highway=service;service=emergency_access,      DETOUR, DIRECT",
    "access=emergency,               highway=service;access=emergency,              DETOUR, DIRECT",
    "pedestrian street,              highway=pedestrian,                            DETOUR, DIRECT",
    "emergency=no,                   highway=residential;emergency=no,              DIRECT, DETOUR",
    "gate,                           highway=residential;node:barrier=gate,         DIRECT, DIRECT",
    "bollard,                        highway=residential;node:barrier=bollard,      DETOUR, DETOUR",
    "footway,                        highway=footway,                               DETOUR, DETOUR",
    "slow footway with emergency,    highway=footway;emergency=yes,                 DETOUR, DETOUR",
    "one-way against us,             highway=residential;oneway=-1,                 DETOUR, DETOUR",
    "construction,                   highway=construction;construction=residential, DETOUR, DETOUR",
  })
  void link_withTags_isTakenOrNot(String name, String tags, String car, String blue)
      throws IOException {
    Path osm = folder.resolve("link.osm");
    Files.writeString(osm, map(tags));
    MapImport.run(osm, folder.resolve("map"), progress -> {});
    try (RoadNetwork roads = RoadNetwork.open(folder.resolve("map"))) {
      assertThat(way(roads, DrivingMode.NORMAL)).as("car").isEqualTo(car);
      assertThat(way(roads, DrivingMode.BLUE_LIGHT)).as("blue light").isEqualTo(blue);
    }
  }

  private static String way(RoadNetwork roads, DrivingMode mode) {
    return roads.route(FROM, TO, mode).orElseThrow().distanceMeters() < 1_500 ? "DIRECT" : "DETOUR";
  }

  /**
   * West road, the link from node 2 by node 3 to node 4, east road, and the way round by node 6.
   */
  private static String map(String tags) {
    List<String> all = List.of(tags.split(";", -1));
    String nodeTags = xml(all.stream().filter(tag -> tag.startsWith("node:")).toList());
    String wayTags = xml(all.stream().filter(tag -> !tag.startsWith("node:")).toList());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6">
          <node id="1" lat="51.2" lon="0.297"/>
          <node id="2" lat="51.2" lon="0.3"/>
          <node id="3" lat="51.2" lon="0.30625">%s</node>
          <node id="4" lat="51.2" lon="0.3125"/>
          <node id="5" lat="51.2" lon="0.3155"/>
          <node id="6" lat="51.2135" lon="0.30625"/>
          <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
          <way id="2"><nd ref="2"/><nd ref="3"/><nd ref="4"/>%s</way>
          <way id="3"><nd ref="4"/><nd ref="5"/><tag k="highway" v="residential"/></way>
          <way id="4"><nd ref="2"/><nd ref="6"/><nd ref="4"/>
            <tag k="highway" v="residential"/></way>
        </osm>
        """
        .formatted(nodeTags, wayTags);
  }

  private static String xml(List<String> tags) {
    StringBuilder xml = new StringBuilder();
    for (String tag : tags) {
      String[] pair = tag.replace("node:", "").split("=", -1);
      xml.append("<tag k=\"%s\" v=\"%s\"/>".formatted(pair[0].trim(), pair[1].trim()));
    }
    return xml.toString();
  }
}
