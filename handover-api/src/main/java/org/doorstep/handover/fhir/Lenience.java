package org.doorstep.handover.fhir;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Lets the library go on where a message is not strictly FHIR, and notes it.
 *
 * <p>The library's own handlers write values to the log, and values are patient data; this one
 * notes that there was something, never what.
 */
final class Lenience extends ErrorHandlerAdapter {
  private final Notes notes;

  Lenience(Notes notes) {
    this.notes = notes;
  }

  @Override
  public void invalidValue(
      @Nullable IParseLocation location, @Nullable String value, @Nullable String error) {
    notes.add("value-invalid", "Bundle", "A value is not of its element's type and was left out.");
  }

  @Override
  public void unknownElement(@Nullable IParseLocation location, @Nullable String name) {
    notes.add("element-unknown", "Bundle", "An element is none of FHIR R4 and was left out.");
  }

  @Override
  public void unknownAttribute(@Nullable IParseLocation location, @Nullable String name) {
    notes.add("element-unknown", "Bundle", "An element is none of FHIR R4 and was left out.");
  }

  @Override
  public void unexpectedRepeatingElement(@Nullable IParseLocation location, @Nullable String name) {
    notes.add("element-repeated", "Bundle", "An element is given more than once; one counts.");
  }
}
