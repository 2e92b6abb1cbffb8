package org.doorstep.handover.fhir;

import java.util.Locale;
import java.util.Optional;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Home;
import org.doorstep.handover.letter.LetterPatient;
import org.doorstep.handover.letter.LetterPatient.Gender;
import org.doorstep.handover.letter.NhsIdentity;
import org.doorstep.handover.letter.NhsIdentity.Status;
import org.doorstep.handover.letter.PersonName;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** How a patient looks in a message; written and read in one place. */
final class PatientForm {
  static final String PATIENT = "patient";

  private static final String AGE = "estimated-age";
  private static final String CASE = Terms.OURS + "case";
  private static final String VERIFICATION =
      Terms.UK_CORE + "Extension-UKCore-NHSNumberVerificationStatus";
  private static final String STATUSES =
      Terms.UK_CORE_CODES + "UKCore-NHSNumberVerificationStatusEngland";

  private PatientForm() {}

  /** What is to be known of an entry besides the patient. */
  record Context(Entries entries, CaseReference about, Optional<Reference> practice) {}

  static Reference write(Context context, LetterPatient given) {
    Patient patient = new Patient();
    given.nhs().ifPresent(nhs -> patient.addIdentifier(identifier(nhs)));
    if (given.nhs().isEmpty()) {
      patient.addExtension(
          Terms.UK_CORE + "Extension-UKCore-NHSNumberUnavailableReason",
          Terms.concept(
              Terms.UK_CORE_CODES + "UKCore-NHSNumberUnavailableReason",
              "nhs-number-not-known",
              "NHS number not known"));
    }
    patient.addIdentifier().setSystem(CASE).setValue(context.about().key());
    given.name().ifPresent(name -> patient.addName(name(name)));
    patient.setGender(
        AdministrativeGender.fromCode(given.gender().name().toLowerCase(Locale.ROOT)));
    given.birthDate().ifPresent(day -> patient.setBirthDateElement(new DateType(day.toString())));
    given
        .home()
        .address()
        .ifPresent(text -> patient.addAddress().setUse(AddressUse.HOME).setText(text));
    given
        .home()
        .telephone()
        .ifPresent(
            number -> patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(number));
    context.practice().ifPresent(patient::addGeneralPractitioner);
    Reference reference = context.entries().add(PATIENT, patient, Terms.UK_CORE + "UKCore-Patient");
    given.ageYears().ifPresent(age -> context.entries().add(AGE, age(age, reference), AGE_PROFILE));
    return reference;
  }

  private static final String AGE_PROFILE = Terms.UK_CORE + "UKCore-Observation";

  private static Identifier identifier(NhsIdentity nhs) {
    Identifier identifier = new Identifier().setSystem(Terms.NHS_NUMBER).setValue(nhs.number());
    identifier.addExtension(verification(nhs.status() == Status.VERIFIED));
    return identifier;
  }

  /** What is known of a number. */
  static Extension verification(boolean verified) {
    return new Extension(
        VERIFICATION,
        Terms.concept(
            STATUSES,
            verified ? "01" : "02",
            verified ? "Number present and verified" : "Number present but not traced"));
  }

  private static HumanName name(PersonName name) {
    return new HumanName().setUse(NameUse.OFFICIAL).setFamily(name.family()).addGiven(name.given());
  }

  private static Observation age(int years, Reference patient) {
    Quantity value = new Quantity(years).setUnit("years").setSystem(Terms.UCUM).setCode("a");
    return new Observation()
        .setStatus(ObservationStatus.PRELIMINARY)
        .setCode(Terms.ours("observation", AGE, "Estimated age"))
        .setSubject(patient)
        .setValue(value);
  }

  static LetterPatient read(BundleIndex index, Patient patient) {
    return new LetterPatient(
        patient.getIdentifier().stream()
            .filter(identifier -> Terms.NHS_NUMBER.equals(identifier.getSystem()))
            .map(PatientForm::nhs)
            .findFirst(),
        patient.hasName() ? Optional.of(name(patient.getNameFirstRep())) : Optional.empty(),
        When.readDay(new org.hl7.fhir.r4.model.DateTimeType(birthDate(patient))),
        age(index),
        patient.hasGender()
            ? Gender.valueOf(patient.getGender().toCode().toUpperCase(Locale.ROOT))
            : Gender.UNKNOWN,
        new Home(
            patient.getAddress().stream().findFirst().map(address -> address.getText()),
            patient.getTelecom().stream().findFirst().map(telecom -> telecom.getValue())));
  }

  /** Which patient of which incident. */
  static CaseReference readCase(Patient patient) {
    return CaseReference.of(
        Faulty.required(
            PeopleForm.identifier(patient.getIdentifier().stream(), CASE), "Patient.identifier"));
  }

  private static String birthDate(Patient patient) {
    return patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : "";
  }

  private static NhsIdentity nhs(Identifier identifier) {
    Extension status = identifier.getExtensionByUrl(VERIFICATION);
    boolean verified =
        status != null
            && status.getValue() instanceof CodeableConcept concept
            && concept.hasCoding(STATUSES, "01");
    return new NhsIdentity(
        Faulty.text(identifier.getValue(), "Patient.identifier.value"),
        verified ? Status.VERIFIED : Status.NOT_TRACED);
  }

  private static PersonName name(HumanName name) {
    return new PersonName(
        Faulty.text(name.getFamily(), "Patient.name.family"),
        Faulty.text(name.getGivenAsSingleString(), "Patient.name.given"));
  }

  private static Optional<Integer> age(BundleIndex index) {
    return index.list(Observation.class).stream()
        .filter(observation -> observation.getCode().hasCoding(Terms.OURS + "observation", AGE))
        .filter(Observation::hasValueQuantity)
        .map(observation -> observation.getValueQuantity().getValue().intValue())
        .findFirst();
  }
}
