package org.doorstep.simulator.paper;

import java.util.List;
import org.doorstep.simulator.experiment.Measured;
import org.doorstep.simulator.experiment.Stated;

/**
 * All that was found.
 *
 * @param towns one for each number of people
 * @param assumptions of the scenarios
 * @param differences of the mobile service from today, in words
 * @param shiftsToday ambulance shifts a day in today's roster
 * @param runs how many there were
 */
record Findings(
    Question question,
    List<Town> towns,
    List<Stated> assumptions,
    List<String> differences,
    int shiftsToday,
    int runs) {
  Findings {
    towns = List.copyOf(towns);
    assumptions = List.copyOf(assumptions);
    differences = List.copyOf(differences);
  }

  /**
   * One number of people.
   *
   * @param today the runs before demand has grown, with today's crews
   * @param answers by the desk's pace, then by share, the first of each conveying as today
   */
  record Town(double population, List<Measured> today, List<Answer> answers) {
    Town {
      today = List.copyOf(today);
      answers = List.copyOf(answers);
    }

    /** Conveying as today, at the same pace of the desk. */
    Answer asToday(Answer other) {
      return answers.stream()
          .filter(each -> each.of().deskFactor() == other.of().deskFactor())
          .findFirst()
          .orElseThrow();
    }
  }
}
