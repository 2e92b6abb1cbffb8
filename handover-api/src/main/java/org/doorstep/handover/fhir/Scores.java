package org.doorstep.handover.fhir;

import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.letter.EarlyWarning.Parameter;
import org.hl7.fhir.r4.model.CodeableConcept;

/** The codes of the parts of NEWS2. */
final class Scores {
  private static final String HYPERCAPNIC = "1104321000000108";

  private Scores() {}

  static CodeableConcept code(Parameter parameter, boolean hypercapnic) {
    return switch (parameter) {
      case RESPIRATION_RATE -> part("1104301000000104", "respiration rate score");
      case SATURATION ->
          hypercapnic
              ? part(HYPERCAPNIC, "oxygen saturation scale 2 score")
              : part("1104311000000102", "oxygen saturation scale 1 score");
      case AIR_OR_OXYGEN -> part("1104331000000105", "air or oxygen score");
      case SYSTOLIC_PRESSURE -> part("1104341000000101", "systolic blood pressure score");
      case PULSE -> part("1104351000000103", "pulse score");
      case CONSCIOUSNESS -> part("1104361000000100", "consciousness score");
      case TEMPERATURE -> part("1104371000000107", "temperature score");
    };
  }

  static Optional<Parameter> find(CodeableConcept code) {
    return Stream.of(Parameter.values())
        .filter(
            parameter ->
                code.hasCoding(Terms.SNOMED, first(code(parameter, false)))
                    || code.hasCoding(Terms.SNOMED, first(code(parameter, true))))
        .findFirst();
  }

  static boolean isHypercapnic(CodeableConcept code) {
    return code.hasCoding(Terms.SNOMED, HYPERCAPNIC);
  }

  private static String first(CodeableConcept concept) {
    return concept.getCodingFirstRep().getCode();
  }

  private static CodeableConcept part(String code, String what) {
    return Terms.snomed(
        code, "Royal College of Physicians NEWS2 (National Early Warning Score 2) - " + what);
  }
}
