package org.doorstep.simulator.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.doorstep.dispatch.model.Booking;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnitId;

/** What must be remembered of an incident until it is closed. One thread. */
final class OpenCase {
  private static final long NEVER = -1;

  final long openedMillis;
  final List<String> groups;
  Category category;
  long clockMillis;

  private final List<Attendance> attendances = new ArrayList<>(2);
  private int patientsToEd;

  /** One unit's job here. */
  private static final class Attendance {
    private final UnitId unit;
    private long arrivedMillis = NEVER;
    private boolean conveyed;
    private long atDestinationMillis = NEVER;
    private long handedOverMillis = NEVER;

    Attendance(UnitId unit) {
      this.unit = unit;
    }
  }

  OpenCase(long openedMillis, Category category, List<String> groups) {
    this.openedMillis = openedMillis;
    this.clockMillis = openedMillis;
    this.category = category;
    this.groups = groups;
  }

  /** Who is booked is waited for from the opening of the window, never from before the call. */
  void book(Booking booking) {
    clockMillis = Math.max(openedMillis, booking.window().opens().toEpochMilli());
  }

  void allocate(UnitId unit) {
    attendances.add(new Attendance(unit));
  }

  /** Steps may be left out, so a later one says that an earlier was reached too. */
  void report(UnitId unit, JobStage stage, boolean conveys, long atMillis) {
    Attendance attendance = findLast(unit).orElse(null);
    if (attendance == null) {
      return;
    }
    if (stage.hasReachedScene() && attendance.arrivedMillis == NEVER) {
      attendance.arrivedMillis = atMillis;
    }
    attendance.conveyed |= conveys;
    if (stage == JobStage.AT_DESTINATION) {
      attendance.atDestinationMillis = atMillis;
    }
    if (stage == JobStage.HANDED_OVER) {
      attendance.handedOverMillis = atMillis;
    }
  }

  /** The same unit may have been sent twice; the last job is the one it is on. */
  private Optional<Attendance> findLast(UnitId unit) {
    for (int at = attendances.size() - 1; at >= 0; at--) {
      if (attendances.get(at).unit.equals(unit)) {
        return Optional.of(attendances.get(at));
      }
    }
    return Optional.empty();
  }

  /** Whether a patient goes to an emergency department; a later choice replaces an earlier. */
  void choose(int patient, boolean isEd) {
    int bit = 1 << patient;
    patientsToEd = isEd ? patientsToEd | bit : patientsToEd & ~bit;
  }

  int allocated() {
    return attendances.size();
  }

  int arriving() {
    int arriving = 0;
    for (Attendance each : attendances) {
      arriving += each.arrivedMillis == NEVER ? 0 : 1;
    }
    return arriving;
  }

  boolean isConveyed() {
    for (Attendance each : attendances) {
      if (each.conveyed) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody was taken to an emergency department. */
  boolean isConveyedToEd() {
    return isConveyed() && patientsToEd != 0;
  }

  /** The first arrival of all; empty where nobody came. */
  OptionalLong firstArrivalMillis() {
    return first(false);
  }

  /** The first arrival of those that conveyed; empty where none did. */
  OptionalLong firstConveyingArrivalMillis() {
    return first(true);
  }

  private OptionalLong first(boolean conveyingOnly) {
    long first = Long.MAX_VALUE;
    for (Attendance each : attendances) {
      if (each.arrivedMillis != NEVER && (each.conveyed || !conveyingOnly)) {
        first = Math.min(first, each.arrivedMillis);
      }
    }
    return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
  }

  /** How long each unit that conveyed waited at its destination; those of unknown time apart. */
  void handovers(Times known, Runnable unknown) {
    for (Attendance each : attendances) {
      if (!each.conveyed) {
        continue;
      }
      if (each.atDestinationMillis == NEVER || each.handedOverMillis == NEVER) {
        unknown.run();
      } else {
        known.add(each.handedOverMillis - each.atDestinationMillis);
      }
    }
  }
}
