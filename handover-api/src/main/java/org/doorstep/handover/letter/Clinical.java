package org.doorstep.handover.letter;

import java.util.List;
import java.util.Optional;

/**
 * What was measured, found, done and given.
 *
 * @param observations in the order of time
 */
public record Clinical(
    List<ObservationSet> observations,
    List<Finding> findings,
    List<Treatment> treatments,
    List<Medicine> medicines) {
  private static final int EACH_MAX = 200;

  /** How the score went from the first to the last complete one. */
  public enum Trend {
    /** The patient is getting worse. */
    RISING("rising"),
    STEADY("steady"),
    FALLING("falling"),
    /** Fewer than two complete scores. */
    UNKNOWN("not known: fewer than two complete scores");

    private final String words;

    Trend(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }
  }

  public Clinical {
    observations = List.copyOf(observations);
    findings = List.copyOf(findings);
    treatments = List.copyOf(treatments);
    medicines = List.copyOf(medicines);
    Checks.within("observations", observations.size(), 0, EACH_MAX);
    Checks.within("findings", findings.size(), 0, EACH_MAX);
    Checks.within("treatments", treatments.size(), 0, EACH_MAX);
    Checks.within("medicines", medicines.size(), 0, EACH_MAX);
    for (int i = 1; i < observations.size(); i++) {
      if (observations.get(i).at().isBefore(observations.get(i - 1).at())) {
        throw new IllegalArgumentException("Observations must be in the order of time.");
      }
    }
  }

  /** How NEWS2 went; follows from the observations. */
  public Trend trend() {
    List<Integer> totals =
        observations.stream()
            .flatMap(set -> set.score().flatMap(EarlyWarning::total).stream())
            .toList();
    if (totals.size() < 2) {
      return Trend.UNKNOWN;
    }
    int change = totals.get(totals.size() - 1) - totals.get(0);
    return change > 0 ? Trend.RISING : change < 0 ? Trend.FALLING : Trend.STEADY;
  }

  /** The last complete score. */
  public Optional<Integer> lastScore() {
    return observations.stream()
        .flatMap(set -> set.score().flatMap(EarlyWarning::total).stream())
        .reduce((earlier, later) -> later);
  }

  @Override
  public String toString() {
    return "Clinical[masked]";
  }
}
