package org.doorstep.handover.fhir;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** The words of an answer, cut to a length that a screen can bear. */
final class Words {
  private static final int LENGTH_MAX = 2_000;
  private static final int DAY_LENGTH = 10;
  private static final Pattern DAY = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}");

  private Words() {}

  /** What a concept says: its text, else the first name of a code, else the code. */
  static Optional<String> of(CodeableConcept concept) {
    return Stream.of(
            Stream.of(Optional.ofNullable(concept.getText())),
            concept.getCoding().stream().map(Coding::getDisplay).map(Optional::ofNullable),
            concept.getCoding().stream().map(Coding::getCode).map(Optional::ofNullable))
        .flatMap(each -> each)
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> text.substring(0, Math.min(text.length(), LENGTH_MAX)))
        .findFirst();
  }

  /** The day of a date or time, whole or in part. */
  static Optional<String> day(@Nullable String given) {
    return Optional.ofNullable(given)
        .map(text -> text.substring(0, Math.min(text.length(), DAY_LENGTH)))
        .filter(text -> DAY.matcher(text).matches());
  }
}
