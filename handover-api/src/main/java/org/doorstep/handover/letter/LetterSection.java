package org.doorstep.handover.letter;

import java.util.List;
import java.util.stream.Stream;

/**
 * A heading of a letter and its lines, as every page and every sheet of paper has them.
 *
 * @param lines never empty where the section is shown
 */
public record LetterSection(String heading, List<String> lines) {
  public LetterSection {
    lines = List.copyOf(lines);
  }

  /**
   * What stands below what is asked, in the order in which it is read; what is empty is left out.
   */
  public static List<LetterSection> list(HandoverLetter letter) {
    Clinical clinical = letter.clinical();
    Outcome outcome = letter.outcome();
    return Stream.of(
            new LetterSection("What happened", LetterWords.visit(letter.visit())),
            new LetterSection("What was found", LetterWords.findings(clinical)),
            new LetterSection("Observations", LetterWords.observations(clinical)),
            new LetterSection("What was done", LetterWords.treatments(clinical)),
            new LetterSection("Medicines given", LetterWords.medicines(clinical)),
            new LetterSection("Decision", LetterWords.outcome(letter)),
            new LetterSection("Advice and safety net", LetterWords.advice(outcome.safetyNet())),
            new LetterSection("Offered for health and wellbeing", LetterWords.offers(outcome)),
            new LetterSection("The patient", LetterWords.patient(letter.patient())))
        .filter(section -> !section.lines().isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return "LetterSection[" + heading + ", masked]";
  }
}
