package org.doorstep.dispatch.policy.area;

import java.time.Instant;
import java.util.Arrays;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.UnitPlace;
import org.doorstep.dispatch.policy.area.AreaModel.Cover;
import org.doorstep.dispatch.policy.area.Columns.State;
import org.doorstep.dispatch.policy.cover.CoverRules;
import org.doorstep.dispatch.policy.cover.ExpectedCover;

/**
 * Cover with the units as they are. Only units that can serve an emergency count. A workspace,
 * filled anew for each question; one thread.
 */
final class CoverNow {
  static final int NOWHERE = -1;
  private static final Capabilities EMERGENCY =
      Capabilities.of(Capability.ASSESSMENT, Capability.EMERGENCY_CARE);
  private static final double BUSY_SHARE_MAX = 0.7;
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final Cover model;
  private final StageLaws stages;
  private ExpectedCover cover;
  private int[] places = {};
  private int room;

  CoverNow(Cover model, StageLaws stages) {
    this.model = model;
    this.stages = stages;
    cover = cover(0);
  }

  private ExpectedCover cover(int units) {
    room = units + 16;
    places = new int[room];
    return new ExpectedCover(
        model.ground().table(),
        model.ground().demand(Instant.EPOCH),
        model.rules().law().busyShare(),
        room);
  }

  /** Counts all units where they are, or where they are likely to become free. */
  void fill(Situation situation, Columns units) {
    if (units.size() > room) {
      cover = cover(units.size());
    }
    cover.clear(model.ground().demand(situation.now()), busyShare(units));
    Arrays.fill(places, NOWHERE);
    double ahead = model.rules().law().horizonMillis() / MILLIS_PER_MINUTE;
    int column = 0;
    for (UnitPlace each : situation.picture().places()) {
      boolean next = column < units.size() && units.unit(column).id().equals(each.unit());
      column = next ? column : units.find(each.unit());
      if (column >= 0 && each.place() < model.ground().table().places()) {
        count(units, column, each.place(), ahead, situation.now());
      }
      column = Math.max(0, column + 1);
    }
    for (int i = 0; i < units.size(); i++) {
      if (units.state(i) == State.FREE && cover.counts(i)) {
        units.coverLost(i, cover.loss(i));
      }
    }
  }

  /**
   * The probability that a free unit is taken by another call first: as large as the share of units
   * that are on jobs now, within the bounds that the law of cover is made for.
   */
  private double busyShare(Columns units) {
    double law = model.rules().law().busyShare();
    double live = law * units.utilisation() / USUAL_UTILISATION;
    return Math.max(CoverRules.BUSY_SHARE_MIN, Math.min(BUSY_SHARE_MAX, live));
  }

  /** The share of units on jobs for which the busy share of the rules was found. */
  private static final double USUAL_UTILISATION = 0.4;

  private void count(Columns units, int column, int place, double ahead, Instant now) {
    ClinicalUnit unit = units.unit(column);
    boolean counts =
        units.state(column) != State.UNAVAILABLE
            && unit.shift().capabilities().meet(EMERGENCY)
            && !cover.counts(column);
    if (counts) {
      double chance = unit.job().map(job -> stages.chanceFree(job, now, ahead)).orElse(1.0);
      cover.put(column, place, chance);
      places[column] = place;
    }
  }

  ExpectedCover cover() {
    return cover;
  }

  Cover model() {
    return model;
  }

  /** Where a unit counts, or {@link #NOWHERE}. */
  int place(int column) {
    return places[column];
  }
}
