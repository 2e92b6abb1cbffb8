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
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final Cover model;
  private final StageLaws stages;

  /** Fitted to the hour. */
  private CoverRules rules;

  private ExpectedCover cover;
  private int[] places = {};
  private int room;

  CoverNow(Cover model, StageLaws stages) {
    this.model = model;
    this.stages = stages;
    rules = model.policy().rules();
    cover = cover(0);
  }

  private ExpectedCover cover(int units) {
    room = units + 16;
    places = new int[room];
    return new ExpectedCover(
        model.ground().table(),
        model.ground().hour(Instant.EPOCH).demand(),
        rules.law().busyShare(),
        room);
  }

  /** Counts all units where they are, or where they are likely to become free. */
  void fill(Situation situation, Columns units) {
    if (units.size() > room) {
      cover = cover(units.size());
    }
    CoverGround.Hour hour = model.ground().hour(situation.now());
    rules = model.policy().at(hour.callsPerMinute(), 1);
    double ahead = rules.law().horizonMillis() / MILLIS_PER_MINUTE;
    double free = expectedFree(units, situation.now(), ahead);
    cover.clear(hour.demand(), model.policy().busyShare(hour.callsPerMinute(), free));
    Arrays.fill(places, NOWHERE);
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

  /** How many units that can serve an emergency are likely to be free within the horizon. */
  private double expectedFree(Columns units, Instant now, double ahead) {
    double free = 0;
    for (int column = 0; column < units.size(); column++) {
      if (counts(units, column)) {
        free += chance(units.unit(column), now, ahead);
      }
    }
    return free;
  }

  private static boolean counts(Columns units, int column) {
    return units.state(column) != State.UNAVAILABLE
        && units.unit(column).shift().capabilities().meet(EMERGENCY);
  }

  private double chance(ClinicalUnit unit, Instant now, double ahead) {
    return unit.job().map(job -> stages.chanceFree(job, now, ahead)).orElse(1.0);
  }

  private void count(Columns units, int column, int place, double ahead, Instant now) {
    if (counts(units, column) && !cover.counts(column)) {
      cover.put(column, place, chance(units.unit(column), now, ahead));
      places[column] = place;
    }
  }

  /** What is paid for what at this hour. */
  CoverRules rules() {
    return rules;
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
