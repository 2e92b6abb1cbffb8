package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.NhsNumber;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What another system has said, made fit to go back to it: values that no value set has are left
 * out, numbers that may be another person's as well, and nothing points at what does not go along.
 */
final class Echo {
  private static final String VERIFICATION = "NHSNumberVerificationStatus";
  private static final String RANK = "Extension-UKCore-ContactRank";
  private static final String LANGUAGES = "urn:ietf:bcp:47";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
  private static final int DEPTH_MAX = 24;

  private Echo() {}

  /** A copy that can be sent. */
  static <T extends Resource> T of(T given) {
    Resource copy = given.copy();
    if (copy instanceof Patient patient) {
      clean(patient);
    } else if (copy instanceof Encounter encounter) {
      encounter.setLocation(List.of());
      encounter.setEpisodeOfCare(new ArrayList<>(journey(encounter)));
    } else if (copy instanceof Organization organization
        && !organization.hasName()
        && !organization.hasIdentifier()) {
      organization.setName("Not named");
    }
    @SuppressWarnings("unchecked")
    T same = (T) copy;
    return same;
  }

  /** The name of the patient's journey as every message of it has it; senders spell it in ways. */
  static List<Reference> journey(Encounter encounter) {
    return encounter.getEpisodeOfCare().stream().flatMap(each -> named(each).stream()).toList();
  }

  private static Optional<Reference> named(Reference episode) {
    if (!episode.hasReference()) {
      return episode.hasIdentifier() ? Optional.of(episode.copy()) : Optional.empty();
    }
    String id =
        episode.getReference().replaceFirst("^.*EpisodeOfCare/", "").replaceFirst("^urn:uuid:", "");
    return ID.matcher(id).matches()
        ? Optional.of(new Reference("EpisodeOfCare/" + id))
        : Optional.empty();
  }

  private static void clean(Patient patient) {
    patient.setIdentifier(
        patient.getIdentifier().stream()
            .filter(
                identifier ->
                    !isNhsNumber(identifier)
                        || NhsNumber.isValid(String.valueOf(identifier.getValue())))
            .toList());
    patient.getIdentifier().stream().filter(Echo::isNhsNumber).forEach(Echo::verified);
    // Only the rank of a contact has its place there; senders put others into it.
    patient
        .getContact()
        .forEach(
            contact ->
                contact.setExtension(
                    contact.getExtension().stream()
                        .filter(extension -> String.valueOf(extension.getUrl()).endsWith(RANK))
                        .toList()));
    for (Patient.PatientCommunicationComponent spoken : patient.getCommunication()) {
      CodeableConcept language = spoken.getLanguage();
      language.setCoding(
          language.getCoding().stream()
              .filter(coding -> LANGUAGES.equals(coding.getSystem()))
              .toList());
    }
    patient.setCommunication(
        patient.getCommunication().stream()
            .filter(spoken -> spoken.getLanguage().hasCoding() || spoken.getLanguage().hasText())
            .toList());
  }

  private static boolean isNhsNumber(Identifier identifier) {
    return identifier.hasSystem() && identifier.getSystem().equalsIgnoreCase(Terms.NHS_NUMBER);
  }

  /** The sender's own word on the number, in the code that the value set has for it. */
  private static void verified(Identifier identifier) {
    identifier.setSystem(Terms.NHS_NUMBER);
    boolean verified =
        identifier.getExtension().stream()
            .filter(extension -> String.valueOf(extension.getUrl()).endsWith(VERIFICATION))
            .map(Extension::getValue)
            .filter(CodeableConcept.class::isInstance)
            .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
            .map(coding -> String.valueOf(coding.getCode()))
            .anyMatch(code -> code.equals("01") || code.equals("number-present-and-verified"));
    identifier.setExtension(List.of(PatientForm.verification(verified)));
  }

  /** Takes out what points at nothing that goes along. */
  static void unpoint(Resource resource, Set<String> urls) {
    unpoint(resource, urls, 0);
  }

  private static void unpoint(Base element, Set<String> urls, int depth) {
    if (depth > DEPTH_MAX) {
      return;
    }
    if (element instanceof Reference reference) {
      unlink(reference);
      if (reference.hasReference() && leadsAway(reference.getReference(), urls)) {
        reference.setReference(null);
      }
    }
    for (Property property : element.children()) {
      property.getValues().forEach(value -> unpoint(value, urls, depth + 1));
    }
  }

  /** The library would put the whole of what is pointed at inside. */
  private static void unlink(Reference reference) {
    reference.setResource(null);
  }

  /** Leaves a resource pointing at what it points at, by address only. */
  static void unlink(Base element, int depth) {
    if (depth > DEPTH_MAX) {
      return;
    }
    if (element instanceof Reference reference) {
      unlink(reference);
    }
    for (Property property : element.children()) {
      property.getValues().forEach(value -> unlink(value, depth + 1));
    }
  }

  private static boolean leadsAway(String to, Set<String> urls) {
    return !urls.contains(to) && !to.startsWith("EpisodeOfCare/") && !to.startsWith("#");
  }
}
