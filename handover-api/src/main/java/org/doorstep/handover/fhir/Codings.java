package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Finds codes as senders write them: systems differ in scheme, capitals and endings, so a system is
 * known by a part of its name.
 */
final class Codings {
  private Codings() {}

  /** Whether the coding's system has this part in its name. */
  static boolean isOf(Coding coding, String part) {
    return coding.hasSystem() && coding.getSystem().toLowerCase(Locale.ROOT).contains(part);
  }

  /** The first code of such a system, in capitals. */
  static Optional<String> findCode(List<CodeableConcept> concepts, String part) {
    return concepts.stream()
        .flatMap(concept -> concept.getCoding().stream())
        .filter(coding -> isOf(coding, part) && coding.hasCode())
        .map(coding -> coding.getCode().trim().toUpperCase(Locale.ROOT))
        .findFirst();
  }

  /** The concept in words: its text, else what its codings say; empty when it says nothing. */
  static Optional<String> words(CodeableConcept concept) {
    if (concept.hasText()) {
      return clean(concept.getText());
    }
    return concept.getCoding().stream()
        .filter(Coding::hasDisplay)
        .map(Coding::getDisplay)
        .findFirst()
        .flatMap(Codings::clean);
  }

  /** Text without control characters and doubled blanks; lines are kept. */
  static Optional<String> clean(String text) {
    String cleaned =
        text.replaceAll("(^|\\s)/n(\\s|$)", "\n")
            .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
            .replaceAll("[ \\u00A0]+", " ")
            .replaceAll(" ?\n[ \n]*", "\n")
            .strip();
    return cleaned.isEmpty() ? Optional.empty() : Optional.of(cleaned);
  }
}
