package org.doorstep.dispatch.shell.travel;

import java.util.HashMap;
import java.util.Map;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.routing.DrivingMode;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.routing.RoutingMetric;
import org.doorstep.routing.StandingUnits;
import org.doorstep.routing.TravelTimes;

/**
 * The drive times of all units to any place, kept ready by number: a unit is moved when its fix has
 * changed since it was asked for last. Confined to one thread at a time.
 */
final class UnitTable implements AutoCloseable {
  private static final int UNITS_FIRST = 256;

  /** A unit that has moved less since its last fix stands still, and faces no way. */
  private static final double MOVED_METERS_MIN = 15;

  private final RoadNetwork roads;
  private final Map<UnitId, Slot> slots = new HashMap<>();
  private StandingUnits table;
  private StandingUnits.Reader reader;
  private int[] millis;

  /** The place of a unit in the table. */
  private static final class Slot {
    private final int number;
    private Position position;
    private boolean nearRoad;

    Slot(int number, Position position) {
      this.number = number;
      this.position = position;
    }
  }

  UnitTable(RoadNetwork roads) {
    this.roads = roads;
    table = roads.standingUnits(UNITS_FIRST);
    reader = table.reader();
    millis = new int[UNITS_FIRST];
  }

  /** Has a unit at a position; its course is taken from where it was before. */
  void put(UnitId unit, Position position) {
    Slot slot = slots.get(unit);
    if (slot == null) {
      if (slots.size() == table.size()) {
        grow();
      }
      slot = new Slot(slots.size(), position);
      slots.put(unit, slot);
      slot.nearRoad = table.move(slot.number, point(position), Double.NaN);
    } else if (!slot.position.equals(position)) {
      double course = course(slot.position, position);
      slot.position = position;
      slot.nearRoad = table.move(slot.number, point(position), course);
    }
  }

  /** Asks for the times of all units to a place; {@link #millis} tells them. */
  void ask(Position place, DrivingMode mode) {
    reader.find(point(place), mode, millis);
  }

  /** The metric that was asked last. */
  RoutingMetric metric() {
    return reader.metric();
  }

  /** Whether both a unit and the place that was asked for are near roads. */
  boolean isOnRoads(UnitId unit) {
    Slot slot = slots.get(unit);
    return slot != null && slot.nearRoad && reader.isNearRoad();
  }

  /** The time of a unit to the place that was asked for, or {@link TravelTimes#UNREACHABLE}. */
  int millis(UnitId unit) {
    Slot slot = slots.get(unit);
    return slot == null ? TravelTimes.UNREACHABLE : millis[slot.number];
  }

  @Override
  public void close() {
    roads.forget(table);
  }

  private void grow() {
    StandingUnits larger = roads.standingUnits(2 * table.size());
    slots.values().forEach(slot -> larger.move(slot.number, point(slot.position), Double.NaN));
    roads.forget(table);
    table = larger;
    reader = larger.reader();
    millis = new int[larger.size()];
  }

  private static GeoPoint point(Position position) {
    return new GeoPoint(position.lat(), position.lon());
  }

  private static double course(Position from, Position to) {
    if (point(from).distanceMeters(point(to)) < MOVED_METERS_MIN) {
      return Double.NaN;
    }
    double east = (to.lon() - from.lon()) * StrictMath.cos(StrictMath.toRadians(to.lat()));
    return StrictMath.toDegrees(StrictMath.atan2(east, to.lat() - from.lat()));
  }
}
