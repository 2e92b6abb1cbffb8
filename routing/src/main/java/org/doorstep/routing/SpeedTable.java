package org.doorstep.routing;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast roads are over the week, hour by hour, where that differs from the map. Thread-safe.
 *
 * <p>Read from a file by {@link SpeedFile}.
 */
public final class SpeedTable {
  /** The days that a row holds on. */
  enum Days {
    ANY,
    WEEKDAY,
    WEEKEND;

    boolean include(DayOfWeek day) {
      boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
      return this == ANY || (this == WEEKEND) == weekend;
    }
  }

  /**
   * When a row holds.
   *
   * @param from the hour it begins, {@code [0, 23]}
   * @param to the hour it ends, {@code (from, 24]}
   */
  record Band(Days days, int from, int to) {
    boolean includes(LocalDateTime local) {
      return days.include(local.getDayOfWeek()) && local.getHour() >= from && local.getHour() < to;
    }
  }

  /** A row about a class of roads. */
  record ClassRow(Band band, SpeedSlot.ClassSpeed speed) {}

  /** A row about a lane. */
  record LaneRow(Band band, SpeedSlot.LaneSpeed speed) {}

  private static final SpeedTable NONE = new SpeedTable(List.of(), List.of());

  private final List<ClassRow> classes;
  private final List<LaneRow> lanes;

  /** The slot that was asked for last, as most questions are about the same hour. */
  private volatile Kept kept = new Kept(LocalDateTime.MIN, SpeedSlot.asMapped());

  private record Kept(LocalDateTime hour, SpeedSlot slot) {}

  SpeedTable(List<ClassRow> classes, List<LaneRow> lanes) {
    this.classes = List.copyOf(classes);
    this.lanes = List.copyOf(lanes);
  }

  /** The map's own speeds at all times. */
  public static SpeedTable none() {
    return NONE;
  }

  /**
   * The speeds that hold at a time; of rows about the same road the last in the file counts.
   *
   * @param local the time where the roads are
   */
  public SpeedSlot slot(LocalDateTime local) {
    LocalDateTime hour = local.truncatedTo(ChronoUnit.HOURS);
    Kept last = kept;
    if (last.hour.equals(hour)) {
      return last.slot;
    }
    SpeedSlot slot = gather(hour);
    // An hour with the speeds of the one before is the same roads, and is the same object.
    kept = new Kept(hour, slot.equals(last.slot) ? last.slot : slot);
    return kept.slot;
  }

  private SpeedSlot gather(LocalDateTime local) {
    List<SpeedSlot.ClassSpeed> byClass = new ArrayList<>();
    for (ClassRow row : classes) {
      if (row.band.includes(local)) {
        byClass.add(row.speed);
      }
    }
    List<SpeedSlot.LaneSpeed> learned = new ArrayList<>();
    for (LaneRow row : lanes) {
      if (row.band.includes(local)) {
        learned.add(row.speed);
      }
    }
    return new SpeedSlot(byClass, learned);
  }

  /** How many rows there are. */
  public int size() {
    return classes.size() + lanes.size();
  }
}
