package org.doorstep.handover.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.letter.Clinician;
import org.doorstep.handover.letter.Organisation;
import org.doorstep.handover.letter.Registration;
import org.doorstep.handover.letter.Registration.Regulator;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** How organisations and clinicians look in a message; written and read in one place. */
final class PeopleForm {
  static final String FROM = "from";

  private static final String REGISTER = "https://fhir.hl7.org.uk/Id/%s-number";

  private PeopleForm() {}

  static Reference write(Entries entries, String name, Organisation organisation) {
    return write(entries, name, organisation, Optional.empty());
  }

  static Reference write(Entries entries, String name, Organisation given, Optional<String> dosId) {
    org.hl7.fhir.r4.model.Organization organization = new org.hl7.fhir.r4.model.Organization();
    organization.addIdentifier().setSystem(Terms.ODS).setValue(given.odsCode());
    dosId.ifPresent(id -> organization.addIdentifier().setSystem(Terms.DOS).setValue(id));
    organization.setActive(true).setName(given.name());
    if (given.invented()) {
      Entries.markTest(organization);
    }
    return entries.add(name, organization, Terms.UK_CORE + "UKCore-Organization");
  }

  /** The clinician, once a message, as a role at the sending organisation. */
  static Reference write(Entries entries, Clinician clinician) {
    String name =
        "clinician:%s:%s:%s"
            .formatted(
                clinician.name(),
                clinician.role(),
                clinician.registration().map(Registration::number).orElse(""));
    if (entries.has(name)) {
      return entries.to(name);
    }
    Practitioner practitioner = new Practitioner();
    clinician
        .registration()
        .ifPresent(
            registration ->
                practitioner
                    .addIdentifier()
                    .setSystem(register(registration.regulator()))
                    .setValue(registration.number()));
    practitioner.addName().setText(clinician.name());
    Reference person =
        entries.add("person:" + name, practitioner, Terms.UK_CORE + "UKCore-Practitioner");
    PractitionerRole role =
        new PractitionerRole()
            .setPractitioner(person)
            .setOrganization(entries.to(FROM))
            .addCode(new CodeableConcept().setText(clinician.role()));
    return entries.add(name, role, Terms.UK_CORE + "UKCore-PractitionerRole");
  }

  static Organisation readOrganisation(BundleIndex index, Reference reference, String where) {
    org.hl7.fhir.r4.model.Organization organization =
        Faulty.required(index.find(reference, org.hl7.fhir.r4.model.Organization.class), where);
    return new Organisation(
        Faulty.required(identifier(organization.getIdentifier().stream(), Terms.ODS), where),
        Faulty.text(organization.getName(), where + ".name"),
        Entries.isTest(organization));
  }

  static Optional<String> readDosId(BundleIndex index, Reference reference) {
    return index
        .find(reference, org.hl7.fhir.r4.model.Organization.class)
        .flatMap(found -> identifier(found.getIdentifier().stream(), Terms.DOS));
  }

  static Clinician readClinician(BundleIndex index, Reference reference, String where) {
    PractitionerRole role = Faulty.required(index.find(reference, PractitionerRole.class), where);
    Practitioner person =
        Faulty.required(index.find(role.getPractitioner(), Practitioner.class), where);
    Optional<Registration> registration =
        Stream.of(Regulator.values())
            .flatMap(
                regulator ->
                    identifier(person.getIdentifier().stream(), register(regulator))
                        .map(number -> new Registration(regulator, number))
                        .stream())
            .findFirst();
    return new Clinician(
        Faulty.text(person.getNameFirstRep().getText(), where + ".name"),
        Faulty.text(role.getCodeFirstRep().getText(), where + ".code"),
        registration);
  }

  static Optional<String> identifier(Stream<Identifier> identifiers, String system) {
    return identifiers
        .filter(identifier -> system.equals(identifier.getSystem()) && identifier.hasValue())
        .map(Identifier::getValue)
        .findFirst();
  }

  private static String register(Regulator regulator) {
    return REGISTER.formatted(regulator.name().toLowerCase(Locale.ROOT));
  }
}
