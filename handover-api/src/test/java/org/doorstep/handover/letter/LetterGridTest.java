package org.doorstep.handover.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.handover.fhir.FhirLetters;
import org.doorstep.handover.fhir.Profiles;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.sample.SampleLetters;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: whoever the patient is and however little was measured, in every outcome and for every
 * kind of request, the letter leaves without an error and reads back as it was written.
 */
class LetterGridTest {
  private static final LetterTranslator LETTERS = new FhirLetters();
  private static final HandoverLetter WHOLE =
      SampleLetters.of(Disposition.COMMUNITY, Kind.ACTION_REQUESTED);

  /** From a patient who is known in all to one of whom nothing is. */
  private static Map<String, LetterPatient> patients() {
    LetterPatient known = WHOLE.patient();
    LetterPatient traced = SampleLetters.of(Disposition.ACUTE, Kind.FOR_INFORMATION).patient();
    Map<String, LetterPatient> patients = new TreeMap<>();
    patients.put("verified", known);
    patients.put("not traced", traced);
    patients.put(
        "only a name",
        new LetterPatient(
            Optional.empty(),
            known.name(),
            Optional.empty(),
            Optional.empty(),
            LetterPatient.Gender.UNKNOWN,
            Home.UNKNOWN));
    patients.put(
        "only a number",
        new LetterPatient(
            known.nhs(),
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 11, 24)),
            Optional.empty(),
            LetterPatient.Gender.OTHER,
            Home.UNKNOWN));
    patients.put("unidentified", SampleLetters.unidentified().patient());
    return patients;
  }

  /** Scores that are whole, that lack a part, and none. */
  private static Map<String, Clinical> scores() {
    Map<String, Clinical> scores = new TreeMap<>();
    scores.put("whole", WHOLE.clinical());
    scores.put("incomplete", SampleLetters.unidentified().clinical());
    scores.put("none", new Clinical(List.of(), List.of(), List.of(), List.of()));
    return scores;
  }

  /** Practices by name; a directory may have no better name than the code. */
  private static Map<String, Organisation> practices() {
    Organisation usual = WHOLE.head().to();
    Map<String, Organisation> practices = new TreeMap<>();
    practices.put("named", usual);
    practices.put("no name", new Organisation(usual.odsCode(), usual.odsCode(), true));
    practices.put("odd name", new Organisation("G00000", "O'Hop & Sons <\"Kiln\">", false));
    return practices;
  }

  @Test
  void write_everyCellOfTheGrid_validatesAndReadsBackTheSame() {
    List<HandoverLetter> grid = new ArrayList<>();
    for (Disposition disposition : Disposition.values()) {
      for (Kind kind : Kind.values()) {
        HandoverLetter sample = SampleLetters.of(disposition, kind);
        patients()
            .values()
            .forEach(
                patient ->
                    scores()
                        .values()
                        .forEach(
                            clinical ->
                                practices()
                                    .values()
                                    .forEach(to -> grid.add(of(sample, patient, clinical, to)))));
      }
    }

    List<String> faults = grid.parallelStream().flatMap(LetterGridTest::faults).toList();
    System.out.printf("%d letters of the grid, %d faults%n", grid.size(), faults.size());

    assertThat(faults).isEmpty();
    assertThat(grid).hasSize(4 * 2 * 5 * 3 * 3);
  }

  private static Stream<String> faults(HandoverLetter letter) {
    byte[] message = LETTERS.write(letter);
    boolean same = LETTERS.read(message).equals(new LetterReading.Understood(letter));
    return Stream.concat(
        Profiles.listFaults(message).stream().map(Object::toString),
        same ? Stream.empty() : Stream.of("The letter does not read back as it was written."));
  }

  private static HandoverLetter of(
      HandoverLetter sample, LetterPatient patient, Clinical clinical, Organisation to) {
    LetterHead head = sample.head();
    return new HandoverLetter(
        new LetterHead(
            new UUID(7, 7), head.about(), head.from(), to, head.writtenAt(), head.author()),
        patient,
        sample.visit(),
        clinical,
        sample.outcome(),
        sample.request());
  }
}
