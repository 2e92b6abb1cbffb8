package org.doorstep.simulator.measure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitMadeUnavailable;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOff;
import org.doorstep.dispatch.event.DispatchEvent.UnitSignedOn;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.BreakWindow;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;

/** How crews of each kind spend their shifts, and what became of their breaks. One thread. */
public final class CrewTime {
  private final Window window;
  private final EnumMap<UnitKind, Shifts> shifts = new EnumMap<>(UnitKind.class);

  // Asked by key only, never gone through, so their order is no question.
  private final Map<UnitId, OnShift> onShift = new HashMap<>();

  private long due;
  private long kept;
  private long missed;

  private static final class OnShift {
    private final UnitKind kind;
    private final Optional<BreakWindow> rest;
    private boolean taken;

    OnShift(UnitKind kind, Optional<BreakWindow> rest) {
      this.kind = kind;
      this.rest = rest;
    }
  }

  /** A follower that has seen nothing. */
  public CrewTime(Window window) {
    this.window = window;
  }

  /** Takes the next event of the log. */
  public void accept(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    long atMillis = logged.at().toEpochMilli();
    if (event instanceof UnitAssigned assigned) {
      job(assigned.unit(), 1, atMillis);
    } else if (event instanceof JobStageReported reported) {
      if (!reported.stage().isLive()) {
        job(reported.unit(), -1, atMillis);
      }
    } else if (event instanceof JobRefused refused) {
      job(refused.unit(), -1, atMillis);
    } else if (event instanceof UnitStoodDown stood) {
      job(stood.unit(), -1, atMillis);
    } else if (event instanceof UnitSignedOn on) {
      onShift.put(on.unit(), new OnShift(on.shift().kind(), on.shift().rest()));
      of(on.shift().kind()).shift(1, atMillis);
    } else if (event instanceof UnitSignedOff off) {
      signOff(off.unit(), logged.at());
    } else if (event instanceof UnitMadeUnavailable away) {
      if (away.reason() == UnavailableReason.BREAK) {
        rest(away.unit(), logged.at());
      }
    }
  }

  private Shifts of(UnitKind kind) {
    return shifts.computeIfAbsent(kind, first -> new Shifts(window));
  }

  private void job(UnitId unit, int more, long atMillis) {
    OnShift crew = onShift.get(unit);
    if (crew != null) {
      of(crew.kind).job(more, atMillis);
    }
  }

  private void rest(UnitId unit, Instant at) {
    OnShift crew = onShift.get(unit);
    if (crew != null && !crew.taken) {
      crew.taken = true;
      Optional<BreakWindow> rest = crew.rest.filter(each -> window.holds(each.until()));
      due += rest.isPresent() ? 1 : 0;
      kept += rest.filter(each -> !at.isAfter(each.until())).isPresent() ? 1 : 0;
    }
  }

  private void signOff(UnitId unit, Instant at) {
    OnShift crew = onShift.remove(unit);
    if (crew == null) {
      return;
    }
    of(crew.kind).shift(-1, at.toEpochMilli());
    boolean owed = !crew.taken && crew.rest.filter(each -> window.holds(each.until())).isPresent();
    due += owed ? 1 : 0;
    missed += owed ? 1 : 0;
  }

  /** Hours on shift, by kind, in the order of kinds. */
  public Map<UnitKind, Double> hours() {
    EnumMap<UnitKind, Double> hours = new EnumMap<>(UnitKind.class);
    shifts.forEach((kind, all) -> hours.put(kind, all.unitHours()));
    return hours;
  }

  /** Hours on jobs, by kind, in the order of kinds. */
  public Map<UnitKind, Double> jobHours() {
    EnumMap<UnitKind, Double> hours = new EnumMap<>(UnitKind.class);
    shifts.forEach((kind, all) -> hours.put(kind, all.jobHours()));
    return hours;
  }

  /** Breaks that began in their window, of those due in the measured time; NaN where none was. */
  public double breaksKeptShare() {
    return (double) kept / due;
  }

  /** Shifts that ended without the break that was due, of those; NaN where none was due. */
  public double breaksMissedShare() {
    return (double) missed / due;
  }
}
