package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Optional;
import org.doorstep.handover.gp.RecordedPatient;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether resources are about the very patient who was asked for. What cannot be shown to be about
 * them is not.
 */
final class AboutPatient {
  private static final List<String> SUBJECTS = List.of("subject", "patient");

  private final RecordedPatient patient;
  private final String base;

  /**
   * A check for one patient.
   *
   * @param base the address of the server, without a slash at its end
   */
  AboutPatient(RecordedPatient patient, String base) {
    this.patient = patient;
    this.base = base;
  }

  /** Whether the record of a person carries that NHS number, and no other. */
  static boolean hasNumber(Patient person, String nhsNumber) {
    List<String> numbers =
        person.getIdentifier().stream()
            .filter(each -> Terms.NHS_NUMBER.equals(each.getSystem()))
            .map(Identifier::getValue)
            .toList();
    return !numbers.isEmpty() && numbers.stream().allMatch(nhsNumber::equals);
  }

  /** Whether it is the patient. */
  boolean isPatient(Patient person) {
    return hasNumber(person, patient.nhsNumber())
        && patient.id().equals(person.getIdElement().getIdPart());
  }

  /**
   * Whether a resource is about the patient.
   *
   * @param required whether it must say whom it is about
   */
  boolean holds(Resource resource, boolean required) {
    boolean said = false;
    for (String name : SUBJECTS) {
      Property property = resource.getChildByName(name);
      if (property == null) {
        continue;
      }
      for (Base value : property.getValues()) {
        if (value instanceof Reference reference) {
          said = true;
          if (!leadsHere(reference, resource)) {
            return false;
          }
        }
      }
    }
    return said || !required;
  }

  private boolean leadsHere(Reference reference, Resource from) {
    boolean named = false;
    if (Terms.NHS_NUMBER.equals(reference.getIdentifier().getSystem())) {
      if (!patient.nhsNumber().equals(reference.getIdentifier().getValue())) {
        return false;
      }
      named = true;
    }
    String to = reference.getReference();
    if (to == null || to.isEmpty()) {
      return named;
    }
    return to.startsWith("#") ? leadsInside(to, from) : isOurs(to.replaceFirst("/_history/.*", ""));
  }

  private boolean isOurs(String to) {
    String relative = "Patient/" + patient.id();
    return to.equals(relative)
        || to.equals(base + "/" + relative)
        || Optional.of(to).equals(patient.url());
  }

  private boolean leadsInside(String to, Resource from) {
    return from instanceof DomainResource outer
        && outer.getContained().stream()
            .filter(each -> to.equals("#" + each.getIdElement().getIdPart().replace("#", "")))
            .anyMatch(
                each -> each instanceof Patient person && hasNumber(person, patient.nhsNumber()));
  }
}
