package org.doorstep.handover.fhir;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Property;
import org.jspecify.annotations.Nullable;

/**
 * Takes numbers out of a resource that nothing here is measured in: the library writes a number out
 * in full, and one of few characters can have a thousand million digits.
 */
final class Bounds {
  private static final int DIGITS_MAX = 1_000;

  /** Bodies are no deeper, see {@link BodyScan}. */
  private static final int DEPTH_MAX = 80;

  private Bounds() {}

  static void apply(Base element, Notes notes) {
    apply(element, notes, 0);
  }

  private static void apply(Base element, Notes notes, int depth) {
    if (depth > DEPTH_MAX) {
      return;
    }
    if (element instanceof DecimalType decimal && isAbsurd(decimal.getValue())) {
      decimal.setValue(null);
      notes.add("value-invalid", "Bundle", "A number is beyond all measure and was left out.");
    }
    for (Property property : element.children()) {
      property.getValues().forEach(value -> apply(value, notes, depth + 1));
    }
  }

  private static boolean isAbsurd(@Nullable BigDecimal number) {
    return number != null
        && (Math.abs((long) number.scale()) > DIGITS_MAX || number.precision() > DIGITS_MAX);
  }
}
