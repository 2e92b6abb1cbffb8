package org.doorstep.handover.fhir;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.shell.record.Caller;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.hl7.fhir.r4.model.RelatedPerson;

/**
 * Whom to call back: the patient's contact of the first rank that has a telephone, else a related
 * person, else the patient.
 */
final class CallerReading {
  private static final int RANK_LAST = Integer.MAX_VALUE;

  private CallerReading() {}

  static Optional<Caller> read(BundleIndex index) {
    return index.list(Patient.class).stream()
        .flatMap(
            patient ->
                patient.getContact().stream()
                    .sorted(Comparator.comparingInt(CallerReading::rank))
                    .flatMap(contact -> contact(patient, contact).stream()))
        .findFirst()
        .or(
            () ->
                index.list(RelatedPerson.class).stream()
                    .flatMap(person -> related(person).stream())
                    .findFirst())
        .or(
            () ->
                index.list(Patient.class).stream()
                    .flatMap(
                        patient ->
                            telephone(patient.getTelecom())
                                .map(
                                    number ->
                                        new Caller(
                                            PatientReading.name(patient), Optional.of(number)))
                                .stream())
                    .findFirst());
  }

  private static Optional<Caller> contact(Patient patient, ContactComponent contact) {
    boolean self =
        contact.getRelationship().stream()
            .flatMap(concept -> concept.getCoding().stream())
            .anyMatch(coding -> "ONESELF".equals(coding.getCode()));
    Optional<String> name =
        contact.hasName()
            ? PatientReading.words(contact.getName())
            : self ? PatientReading.name(patient) : Optional.empty();
    return telephone(contact.getTelecom()).map(number -> new Caller(name, Optional.of(number)));
  }

  private static Optional<Caller> related(RelatedPerson person) {
    Optional<String> name = person.getName().stream().findFirst().flatMap(PatientReading::words);
    return telephone(person.getTelecom()).map(number -> new Caller(name, Optional.of(number)));
  }

  private static Optional<String> telephone(List<ContactPoint> points) {
    return points.stream()
        .filter(point -> point.getSystem() == ContactPointSystem.PHONE && point.hasValue())
        .min(Comparator.comparingInt(CallerReading::rank))
        .map(ContactPoint::getValue)
        .flatMap(Codings::clean);
  }

  private static int rank(ContactPoint point) {
    Integer rank = point.getRankElement().getValue();
    return rank == null ? RANK_LAST : rank;
  }

  private static int rank(ContactComponent contact) {
    return contact.getExtension().stream()
        .filter(extension -> extension.hasUrl() && extension.getUrl().endsWith("ContactRank"))
        .filter(extension -> extension.hasValue() && extension.getValue().isPrimitive())
        .map(extension -> extension.getValue().primitiveValue())
        .filter(rank -> rank != null && rank.matches("\\d{1,6}"))
        .map(Integer::valueOf)
        .findFirst()
        .orElse(RANK_LAST);
  }
}
