package org.doorstep.routing;

import com.graphhopper.routing.ev.RoadClass;
import java.util.Locale;

/** How important a road is on a map: the first zoom that shows it. */
enum RoadKind {
  MOTORWAY(0),
  TRUNK(0),
  PRIMARY(0),
  SECONDARY(9),
  TERTIARY(11),
  MINOR(13),
  /** Drives and yards: drawn as minor roads, but later. */
  SERVICE(14);

  final int zoomMin;

  RoadKind(int zoomMin) {
    this.zoomMin = zoomMin;
  }

  static RoadKind of(RoadClass roadClass) {
    return switch (roadClass) {
      case MOTORWAY -> MOTORWAY;
      case TRUNK -> TRUNK;
      case PRIMARY -> PRIMARY;
      case SECONDARY -> SECONDARY;
      case TERTIARY -> TERTIARY;
      case SERVICE, TRACK, FOOTWAY, PATH, STEPS, CYCLEWAY, BRIDLEWAY, CORRIDOR, PLATFORM -> SERVICE;
      default -> MINOR;
    };
  }

  /** The word for it in a tile. */
  String word() {
    return this == SERVICE ? MINOR.word() : name().toLowerCase(Locale.ROOT);
  }
}
