package org.doorstep.simulator.optimise.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.optimise.load.WeekLoad;
import org.doorstep.simulator.optimise.roster.ShiftProgram.Roster;
import org.doorstep.simulator.scenario.ShiftRules;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: the need for units by the half hour, and the fewest hours of shifts that cover it; on
 * small problems they are the fewest of all rosters that there are, one by one.
 */
class ShiftProgramTest {
  private static final List<DayOfWeek> ALL = List.of(DayOfWeek.values());
  private static final ShiftRules BREAK = new ShiftRules(3, 6, 30, 45);
  private static final ShiftRules NO_BREAK = new ShiftRules(3, 6, 0, 45);
  private static final int PROBLEMS = 60;

  @Test
  void cheapest_randomSmallProblems_hasTheFewestHoursOfAllRosters() {
    int covered = 0;
    for (int seed = 1; seed <= PROBLEMS; seed++) {
      Chance chance = Chance.of(seed, "shifts");
      List<Shift> shifts = shifts(chance);
      List<Integer> needed = needed(chance);
      ShiftRules rules = chance.happens(0.5) ? BREAK : NO_BREAK;
      ShiftProgram.Terms terms = new ShiftProgram.Terms(0, 3, 5_000);

      Optional<Roster> roster = new ShiftProgram(shifts, rules, terms).cheapest(needed);
      double fewest = fewest(shifts, rules, needed, new ArrayList<>());

      assertThat(roster.isPresent()).as("seed %d", seed).isEqualTo(Double.isFinite(fewest));
      if (roster.isPresent()) {
        covered++;
        assertThat(roster.get().proven()).as("seed %d", seed).isTrue();
        assertThat(roster.get().weekHours()).as("seed %d", seed).isCloseTo(fewest, within(1e-6));
      }
    }
    assertThat(covered).isBetween(PROBLEMS / 4, PROBLEMS - 1);
  }

  private static List<Shift> shifts(Chance chance) {
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      boolean weekdays = chance.happens(0.3);
      shifts.add(
          new Shift(
              chance.whole(0, 47), 2 * chance.whole(4, 12), weekdays ? ALL.subList(0, 5) : ALL));
    }
    return shifts;
  }

  private static List<Integer> needed(Chance chance) {
    List<Integer> day = new ArrayList<>();
    int from = chance.whole(0, 40);
    for (int period = 0; period < Shift.DAY; period++) {
      day.add(period >= from && period < from + 8 ? chance.whole(0, 2) : 0);
    }
    List<Integer> week = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      week.addAll(i < 5 ? day : day.stream().map(units -> Math.min(1, units)).toList());
    }
    return week;
  }

  /** The slow twin: every roster of at most three crews a shift. */
  private static double fewest(
      List<Shift> shifts, ShiftRules rules, List<Integer> needed, List<Integer> crews) {
    if (crews.size() == shifts.size()) {
      return covers(shifts, rules, needed, crews) ? hours(shifts, crews) : Double.POSITIVE_INFINITY;
    }
    double fewest = Double.POSITIVE_INFINITY;
    for (int count = 0; count <= 3; count++) {
      crews.add(count);
      fewest = Math.min(fewest, fewest(shifts, rules, needed, crews));
      crews.remove(crews.size() - 1);
    }
    return fewest;
  }

  private static boolean covers(
      List<Shift> shifts, ShiftRules rules, List<Integer> needed, List<Integer> crews) {
    for (int period = 0; period < needed.size(); period++) {
      double works = 0;
      for (int i = 0; i < shifts.size() && needed.get(period) > 0; i++) {
        works += crews.get(i) == 0 ? 0 : crews.get(i) * shifts.get(i).works(period, rules);
      }
      if (works < needed.get(period) - 1e-9) {
        return false;
      }
    }
    return true;
  }

  private static double hours(List<Shift> shifts, List<Integer> crews) {
    double hours = 0;
    for (int i = 0; i < shifts.size(); i++) {
      hours += crews.get(i) * shifts.get(i).weekHours();
    }
    return hours;
  }

  @Test
  void works_overnightAndOnABreak_isCounted() {
    Shift night = new Shift(38, 24, List.of(DayOfWeek.SUNDAY));

    assertThat(night.works(6 * 48 + 37, BREAK)).isZero();
    assertThat(night.works(6 * 48 + 38, BREAK)).isEqualTo(1);
    assertThat(night.works(2, BREAK)).isEqualTo(1);
    assertThat(night.works(13, BREAK)).isEqualTo(1);
    assertThat(night.works(14, BREAK)).isZero();
    assertThat(night.works(6 * 48 + 38 + 6, BREAK)).isCloseTo(1 - 1 / 6.0, within(1e-12));
    assertThat(night.weekHours()).isEqualTo(12);
  }

  @Test
  void erlangC_knownValues_areMet() {
    // One unit: a call waits as often as it is busy. Two units with load 1: one in three.
    assertThat(ErlangC.waits(1, 0.3)).isCloseTo(0.3, within(1e-12));
    assertThat(ErlangC.waits(2, 1)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(ErlangC.waits(10, 8)).isCloseTo(0.4092, within(5e-5));
    assertThat(ErlangC.waits(3, 3)).isEqualTo(1);
    assertThat(ErlangC.waits(0, 0)).isZero();
    assertThat(ErlangC.waitsLonger(2, 1, 1, 1)).isCloseTo(StrictMath.exp(-1) / 3, within(1e-12));
  }

  @Test
  void units_callsAtNoon_areNeededAServiceTimeLater() {
    List<Double> calls = new ArrayList<>();
    for (int hour = 0; hour < WeekLoad.HOURS; hour++) {
      calls.add(hour == 12 ? 10.0 : 1.0);
    }
    WeekLoad load = new WeekLoad(calls, 1.5);
    Need.Rule rule = new Need.Utilisation(0.5);

    List<Integer> at = new Need(rule, 0, 1.5).units(load);
    List<Integer> later = new Need(rule, 2, 1.5).units(load);

    assertThat(at.indexOf(at.stream().max(Integer::compare).orElseThrow())).isBetween(24, 25);
    assertThat(later.subList(28, 30)).isEqualTo(at.subList(24, 26));
    assertThat(at.get(0)).isEqualTo(3);
  }

  @Test
  void rules_moreLoad_needNoFewerUnits() {
    Need.Rule waiting = new Need.Waiting(0.1, 5);
    int before = 0;
    for (double load = 0; load < 40; load += 0.5) {
      int units = 0;
      while (!waiting.isKept(units, load, 1.2)) {
        units++;
      }
      assertThat(units).isGreaterThanOrEqualTo(before).isGreaterThanOrEqualTo((int) load);
      before = units;
    }
  }

  @Test
  void terms_ofNoUse_areRefused() {
    assertThatThrownBy(() -> new Need.Utilisation(0)).hasMessageContaining("utilisation (0.0)");
    assertThatThrownBy(() -> new Need.Waiting(0, 5)).hasMessageContaining("share (0.0)");
    assertThatThrownBy(() -> new Shift(48, 24, ALL)).hasMessageContaining("within a day");
    assertThatThrownBy(() -> new Need(new Need.Utilisation(1e-6), 0, 1).units(flat(9)))
        .hasMessageContaining("needs more than 2000 units");
  }

  private static WeekLoad flat(double calls) {
    return new WeekLoad(java.util.Collections.nCopies(WeekLoad.HOURS, calls), 1);
  }
}
