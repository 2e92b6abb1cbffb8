package org.doorstep.handover.fhir;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Codes by which a record says in so many words that there is none of something.
 *
 * <p>Only a code counts, never words; and a code that speaks of drugs only says nothing of food.
 * SNOMED CT, and the absent-and-unknown codes of the International Patient Summary.
 */
final class AbsentCodes {
  static final String NO_KNOWN_ALLERGY = "716186003";

  private static final String ABSENT =
      "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
  private static final Map<String, String> ALL =
      Map.of(
          key(Terms.SNOMED, NO_KNOWN_ALLERGY), "No known allergy",
          key(ABSENT, "no-known-allergies"), "No known allergy",
          key(ABSENT, "no-known-medications"), "No known medicines",
          key(ABSENT, "no-known-problems"), "No known problems",
          key(Terms.SNOMED, "160245001"), "No current problems or disability");
  private static final Map<String, String> SOME =
      Map.of(
          key(Terms.SNOMED, "409137002"), "No known drug allergy",
          key(Terms.SNOMED, "429625007"), "No known food allergy",
          key(Terms.SNOMED, "428607008"), "No known environmental allergy",
          key(ABSENT, "no-known-medication-allergies"), "No known drug allergy",
          key(ABSENT, "no-known-food-allergies"), "No known food allergy",
          key(ABSENT, "no-known-environmental-allergies"), "No known environmental allergy");
  private static final Map<String, String> UNKNOWN =
      Map.of(
          key(ABSENT, "no-allergy-info"), "The record says: no information about allergies",
          key(ABSENT, "no-medication-info"), "The record says: no information about medicines",
          key(ABSENT, "no-problem-info"), "The record says: no information about problems");

  private AbsentCodes() {}

  /** That there is none at all, in words. */
  static Optional<String> findAll(CodeableConcept concept) {
    return find(concept, ALL);
  }

  /** That there is none of some, or that nothing is known; in words. */
  static Optional<String> findSome(CodeableConcept concept) {
    return find(concept, SOME).or(() -> find(concept, UNKNOWN));
  }

  private static Optional<String> find(CodeableConcept concept, Map<String, String> codes) {
    return concept.getCoding().stream()
        .filter(Coding::hasCode)
        .map(coding -> codes.get(key(coding.getSystem(), coding.getCode())))
        .flatMap(words -> Optional.ofNullable(words).stream())
        .findFirst();
  }

  private static String key(String system, String code) {
    return system + "|" + code;
  }
}
