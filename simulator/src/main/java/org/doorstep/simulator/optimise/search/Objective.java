package org.doorstep.simulator.optimise.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.doorstep.simulator.experiment.Measured;

/**
 * What is to become less, and what must not become much more for it.
 *
 * @param terms measures with weights, one at least, each once; the objective is their sum
 * @param guards measures whose mean may rise by a share at most
 */
public record Objective(List<Term> terms, List<Guard> guards) {
  private static final double PERCENT = 100;
  private static final double WEIGHT_MAX = 1e9;

  /**
   * A measure that counts.
   *
   * @param weight below zero where more is better; not 0
   */
  public record Term(String measure, double weight) {
    public Term {
      if (!(StrictMath.abs(weight) <= WEIGHT_MAX) || weight == 0) {
        throw new IllegalArgumentException(
            "The weight (%s) of the measure (%s) must be a number other than 0, at most %.0f."
                .formatted(weight, measure, WEIGHT_MAX));
      }
    }
  }

  /**
   * A measure that must not rise.
   *
   * @param worsePercentMax by how much its mean may rise, 0 or more
   */
  public record Guard(String measure, double worsePercentMax) {
    public Guard {
      if (!(worsePercentMax >= 0 && worsePercentMax <= 1_000)) {
        throw new IllegalArgumentException(
            "The guard (%s %%) of the measure (%s) must be from 0 to 1000 per cent."
                .formatted(worsePercentMax, measure));
      }
    }

    /** Whether it holds for two means; where one is missing nothing speaks against it. */
    public boolean holds(double before, double after) {
      return !(after > most(before));
    }

    /** What the measure may rise to. */
    double most(double before) {
      return before * (1 + worsePercentMax / PERCENT);
    }
  }

  public Objective {
    terms = List.copyOf(terms);
    guards = List.copyOf(guards);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("The objective must have a measure.");
    }
    if (new TreeSet<>(terms.stream().map(Term::measure).toList()).size() < terms.size()) {
      throw new IllegalArgumentException("The objective must name each measure once.");
    }
  }

  /**
   * Reads {@code c2-mean-seconds} or {@code c1-mean-seconds=2,c2-mean-seconds=1}.
   *
   * @param known the measures that there are
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static List<Term> terms(String text, List<String> known) {
    List<Term> terms = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int sign = part.indexOf('=');
      String measure = (sign < 0 ? part : part.substring(0, sign)).strip();
      if (!known.contains(measure)) {
        throw new IllegalArgumentException(
            "The measure (%s) of the objective must be one that reports have, as c2-mean-seconds."
                .formatted(measure));
      }
      terms.add(new Term(measure, sign < 0 ? 1 : weight(measure, part.substring(sign + 1))));
    }
    return terms;
  }

  private static double weight(String measure, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The weight (%s) of the measure (%s) must be a number.".formatted(text.strip(), measure),
          e);
    }
  }

  /** Of one run; the less, the better. */
  public double of(Measured run) {
    double sum = 0;
    for (Term term : terms) {
      sum += term.weight() * value(run, term.measure());
    }
    return sum;
  }

  /**
   * A measure of a run.
   *
   * @throws IllegalArgumentException if the run has none
   */
  public static double value(Measured run, String measure) {
    Map<String, Double> values = run.values();
    Double value = values.get(measure);
    if (value == null) {
      throw new IllegalArgumentException(
          """
          A run has no value of the measure (%s).
          Maybe nothing of the kind happened in its days: give it more days."""
              .formatted(measure));
    }
    return value;
  }
}
