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
import org.jspecify.annotations.Nullable;

/**
 * The drive times of all units to any place, kept ready by number: a unit is moved when its fix has
 * changed since it was asked for last. Confined to one thread at a time.
 */
final class UnitTable implements AutoCloseable {
  private static final int UNITS_FIRST = 256;

  private final RoadNetwork roads;
  private final Map<UnitId, Slot> slots = new HashMap<>();
  private StandingUnits table;
  private StandingUnits.Reader reader;
  private int[] millis;

  /** The place of a unit in the table. */
  private static final class Slot {
    private final int number;
    private @Nullable Position position;
    private double courseDegrees = Double.NaN;
    private boolean nearRoad;

    Slot(int number) {
      this.number = number;
    }

    boolean isAt(Position where, double course) {
      return where.equals(position) && Double.compare(course, courseDegrees) == 0;
    }

    void move(StandingUnits table, Position to, double course) {
      position = to;
      courseDegrees = course;
      nearRoad = table.move(number, point(to), course);
    }

    /** Is put where it is into a larger table. */
    void moveInto(StandingUnits table) {
      Position there = position;
      if (there != null) {
        move(table, there, courseDegrees);
      }
    }
  }

  UnitTable(RoadNetwork roads) {
    this.roads = roads;
    table = roads.standingUnits(UNITS_FIRST);
    reader = table.reader();
    millis = new int[UNITS_FIRST];
  }

  /**
   * Has a unit at a position.
   *
   * @param courseDegrees which way it was going there, or NaN
   */
  void put(UnitId unit, Position position, double courseDegrees) {
    Slot slot = slots.get(unit);
    if (slot == null) {
      if (slots.size() == table.size()) {
        grow();
      }
      slot = new Slot(slots.size());
      slots.put(unit, slot);
      slot.move(table, position, courseDegrees);
    } else if (!slot.isAt(position, courseDegrees)) {
      slot.move(table, position, courseDegrees);
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
    slots.values().forEach(slot -> slot.moveInto(larger));
    roads.forget(table);
    table = larger;
    reader = larger.reader();
    millis = new int[larger.size()];
  }

  private static GeoPoint point(Position position) {
    return new GeoPoint(position.lat(), position.lon());
  }
}
