package org.doorstep.simulator.optimise.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.optimise.program.Answer;
import org.doorstep.simulator.optimise.program.MixedProgram;
import org.doorstep.simulator.optimise.program.MixedProgram.Term;
import org.doorstep.simulator.scenario.ShiftRules;

/**
 * The fewest hours of shifts that cover a need, as a program in whole numbers: crews by shift,
 * enough of them at work in each half hour of the week [1].
 *
 * <p>[1] Dantzig: A Comment on Edie's "Traffic Delays at Toll Booths". Operations Research 2
 * (1954).
 */
public final class ShiftProgram {
  private final List<Shift> shifts;
  private final ShiftRules rules;
  private final Terms terms;

  /**
   * What a roster has to keep to.
   *
   * @param crewsAlwaysMin on shift at any time, 0 or more
   * @param crewsOfShiftMax that begin one shift, 1 or more
   * @param stepsMax bound on the effort of the solver
   */
  public record Terms(int crewsAlwaysMin, int crewsOfShiftMax, int stepsMax) {
    public Terms {
      if (crewsAlwaysMin < 0 || crewsOfShiftMax < 1) {
        throw new IllegalArgumentException(
            "The crews at any time (%d) must be 0 or more, those of a shift (%d) 1 or more."
                .formatted(crewsAlwaysMin, crewsOfShiftMax));
      }
    }
  }

  /**
   * A roster.
   *
   * @param crews by shift
   * @param weekHours of all crews
   * @param proven whether none has fewer hours
   */
  public record Roster(Map<Shift, Integer> crews, double weekHours, boolean proven) {
    public Roster {
      crews = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(crews));
    }
  }

  /** Of shifts that could be worked. */
  public ShiftProgram(List<Shift> shifts, ShiftRules rules, Terms terms) {
    this.shifts = List.copyOf(shifts);
    this.rules = rules;
    this.terms = terms;
  }

  /**
   * The roster of fewest hours; empty if none covers the need.
   *
   * @param needed units by half hour of the week
   */
  public Optional<Roster> cheapest(List<Integer> needed) {
    MixedProgram program = new MixedProgram(terms.stepsMax());
    List<Integer> crews = new ArrayList<>();
    for (Shift shift : shifts) {
      crews.add(program.whole(0, terms.crewsOfShiftMax(), shift.weekHours()));
    }
    rows(needed, crews).forEach((sum, bound) -> program.atLeast(bound, sum));
    Answer answer = program.least();
    if (!answer.isThere()) {
      return Optional.empty();
    }
    Map<Shift, Integer> roster = new LinkedHashMap<>();
    double hours = 0;
    for (int i = 0; i < shifts.size(); i++) {
      int count = answer.whole(crews.get(i));
      if (count > 0) {
        roster.put(shifts.get(i), count);
        hours += count * shifts.get(i).weekHours();
      }
    }
    return Optional.of(new Roster(roster, hours, answer.proof() == Answer.Proof.OPTIMAL));
  }

  /** Half hours that the same shifts cover alike are one, with the greatest need of them. */
  private Map<List<Term>, Double> rows(List<Integer> needed, List<Integer> crews) {
    Map<List<Term>, Double> rows = new LinkedHashMap<>();
    for (int period = 0; period < needed.size(); period++) {
      List<Term> sum = new ArrayList<>();
      for (int i = 0; i < shifts.size(); i++) {
        double works = shifts.get(i).works(period, rules);
        if (works > 0) {
          sum.add(new Term(crews.get(i), works));
        }
      }
      double bound = Math.max(terms.crewsAlwaysMin(), needed.get(period));
      if (bound > 0) {
        rows.merge(List.copyOf(sum), bound, Math::max);
      }
    }
    return rows;
  }
}
