package org.doorstep.dispatch.policy.area;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.Incident;
import org.doorstep.dispatch.model.Job;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.Triage;
import org.doorstep.dispatch.policy.urgency.C2Segment;
import org.doorstep.dispatch.policy.urgency.Urgency;
import org.doorstep.dispatch.policy.urgency.UrgencyCurve;

/**
 * Incidents as rows: those that lack a unit, and those to whom one unit is on its way, which may
 * change hands. A workspace, filled anew for each question; one thread.
 */
final class Rows {
  static final int NO_WAY = Integer.MAX_VALUE;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final int NONE = -1;

  private final List<Row> rows = new ArrayList<>();
  private int[] driveMillis = {};
  private int columns;

  /**
   * One incident.
   *
   * @param needs of the unit that is looked for
   * @param waitedMinutes since the clock start, 0 or more
   * @param underWay the column of the one unit on its way; -1 where a unit is lacking
   */
  record Row(
      Incident incident,
      Capabilities needs,
      UrgencyCurve curve,
      double waitedMinutes,
      double ruralExtra,
      int underWay) {
    boolean lacksUnit() {
      return underWay == NONE;
    }

    Row underWay(int column) {
      return new Row(incident, needs, curve, waitedMinutes, ruralExtra, column);
    }

    int level() {
      return incident.triage().category().level();
    }
  }

  void clear(int columnCount) {
    rows.clear();
    columns = columnCount;
  }

  /**
   * The drives to an incident.
   *
   * @param ruralExtra what the remoteness of its place adds to the weight of its minutes
   */
  record Drives(List<TravelQuote> quotes, double ruralExtra) {}

  /** Adds an incident that lacks a unit. */
  void addLacking(OpenCall call, Drives drives, Urgency urgency, Columns units, Instant now) {
    Row row = row(call.incident(), call.needsNext(), drives, urgency, now);
    add(row, drives.quotes(), units);
  }

  /**
   * Adds an incident to which one unit is on its way; one with several is left as it is, and so is
   * one whose unit's drive nobody knows: it cannot be said what anybody would gain or lose.
   */
  void addUnderWay(OpenCall call, Drives drives, Urgency urgency, Columns units, Instant now) {
    List<Job> jobs = call.incident().response().jobs();
    boolean fixed = jobs.size() != 1 || jobs.get(0).stage().hasReachedScene();
    int column = fixed ? NONE : units.find(jobs.get(0).unit());
    boolean known =
        column != NONE
            && drives.quotes().stream().anyMatch(quote -> quote.unit().equals(jobs.get(0).unit()));
    if (!known || !call.unmet().isEmpty()) {
      return;
    }
    Triage triage = call.incident().triage();
    Capabilities needs =
        triage.further().isEmpty() ? triage.needs() : units.unit(column).shift().capabilities();
    Row row = row(call.incident(), needs, drives, urgency, now).underWay(column);
    add(row, drives.quotes(), units);
  }

  private static Row row(
      Incident incident, Capabilities needs, Drives drives, Urgency urgency, Instant now) {
    Triage triage = incident.triage();
    double waited =
        Math.max(0, Duration.between(triage.clockStartedAt(), now).toMillis() / 1_000.0)
            / SECONDS_PER_MINUTE;
    UrgencyCurve curve = urgency.curve(triage.category(), segment(incident));
    return new Row(incident, needs, curve, waited, drives.ruralExtra(), NONE);
  }

  /** What nobody has said never makes a patient wait. */
  private static Optional<C2Segment> segment(Incident incident) {
    return incident.report().flags().contains(Flag.C2_STANDARD)
        ? Optional.of(C2Segment.STANDARD)
        : Optional.empty();
  }

  private void add(Row row, List<TravelQuote> quotes, Columns units) {
    int base = rows.size() * columns;
    if (driveMillis.length < base + columns) {
      driveMillis = Arrays.copyOf(driveMillis, 2 * (base + columns) + 64);
    }
    Arrays.fill(driveMillis, base, base + columns, NO_WAY);
    int column = 0;
    for (TravelQuote quote : quotes) {
      // Whoever answers usually has them in the order of call signs.
      boolean next = column < columns && units.unit(column).id().equals(quote.unit());
      int found = next ? column : units.find(quote.unit());
      if (found >= 0) {
        driveMillis[base + found] = quote.driveMillis();
        column = found + 1;
      }
    }
    rows.add(row);
  }

  int size() {
    return rows.size();
  }

  Row row(int row) {
    return rows.get(row);
  }

  /** The drive, or {@link #NO_WAY}. */
  int driveMillis(int row, int column) {
    return driveMillis[row * columns + column];
  }

  /** The row to which that unit is on its way; -1 if there is none. */
  int rowOfUnderWay(int column) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).underWay() == column) {
        return row;
      }
    }
    return NONE;
  }
}
