package org.doorstep.routing.westkent;

/**
 * What a line is, in the words of OpenStreetMap; an empty text is left out.
 *
 * @param highway class of the road; empty for a river
 * @param waterway river or canal; empty for a road
 * @param mph signed limit in miles per hour; 0 where none is given
 * @param oneway whether it may be driven in the order of its points only
 * @param bridge whether it leads over a river
 */
record Tags(
    String highway,
    String waterway,
    String name,
    String ref,
    int mph,
    boolean oneway,
    boolean bridge) {

  static Tags river(String name) {
    return new Tags("", name.contains("Navigation") ? "canal" : "river", name, "", 0, false, false);
  }

  static Tags road(String highway, String name, String ref, int mph) {
    return new Tags(highway, "", name, ref, mph, false, false);
  }

  static Tags street(String highway, String name) {
    return road(highway, name, "", 0);
  }

  Tags oneWay() {
    return new Tags(highway, waterway, name, ref, mph, true, bridge);
  }

  Tags bridge(String bridgeName) {
    return new Tags(highway, waterway, bridgeName, ref, mph, oneway, true);
  }
}
