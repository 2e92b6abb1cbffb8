package org.doorstep.handover.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** Values of answers and observations in words. */
final class Values {
  private Values() {}

  static Optional<String> words(Type value) {
    if (value instanceof CodeableConcept concept) {
      return Codings.words(concept);
    }
    if (value instanceof Coding coding) {
      return coding.hasDisplay() ? Codings.clean(coding.getDisplay()) : Optional.empty();
    }
    if (value instanceof Quantity quantity && quantity.getValue() != null) {
      String unit = quantity.hasUnit() ? " " + quantity.getUnit() : "";
      return Codings.clean(quantity.getValue().toPlainString() + unit);
    }
    return value.isPrimitive() && value.primitiveValue() != null
        ? Codings.clean(value.primitiveValue())
        : Optional.empty();
  }
}
