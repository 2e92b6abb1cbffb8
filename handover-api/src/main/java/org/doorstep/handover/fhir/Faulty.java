package org.doorstep.handover.fhir;

import java.util.Optional;

/** Something needed is not in a message; nobody outside this package sees it. */
final class Faulty extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;

  Faulty(String where, String sentence) {
    super(sentence, null, false, false);
    this.where = where;
  }

  String where() {
    return where;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  /** The value, or the fault that it is missing. */
  static <T> T required(Optional<T> value, String where) {
    return value.orElseThrow(() -> new Faulty(where, "The element (" + where + ") is missing."));
  }

  /** The text, or the fault that it is missing. */
  static String text(String value, String where) {
    return required(Optional.ofNullable(value).filter(given -> !given.isBlank()), where);
  }
}
