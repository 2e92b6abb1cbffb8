package org.doorstep.routing;

/**
 * A place put onto the nearest road that is open in a driving mode.
 *
 * @param place as asked
 * @param onRoad the nearest point of the road
 * @param distanceMeters between the two, in a straight line
 * @param position the point of the road, as searches know it
 * @param map the opened map it was put on; a place of another map is refused
 */
public record Snapped(
    GeoPoint place, GeoPoint onRoad, double distanceMeters, RoadPosition position, long map) {}
