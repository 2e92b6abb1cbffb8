package org.doorstep.handover.fhir;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.handover.bars.BarsContent;
import org.doorstep.handover.bars.NhsNumber;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * The people a message is about.
 *
 * <p>A patient without NHS number counts as unidentified, whatever else is said; a number that
 * fails its check digit is kept as said and questioned.
 */
final class PatientReading {
  private static final int PATIENTS_MAX = 100;
  private static final int AGE_YEARS_MAX = 130;

  private final BundleIndex index;
  private final Optional<LocalDate> on;
  private final Notes notes;
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

  /**
   * Reads ages as of a day.
   *
   * @param on when the request was written; empty: ages are left open
   */
  PatientReading(BundleIndex index, Optional<LocalDate> on, Notes notes) {
    this.index = index;
    this.on = on;
    this.notes = notes;
  }

  /**
   * The patients and what is open about them.
   *
   * @param finders as {@link BarsContent.People#finders()}
   */
  record Patients(List<PatientDetails> patients, List<Flag> flags, List<String> finders) {}

  Patients read(ServiceRequest request) {
    if (index.isDangling(request.getSubject())) {
      notes.add(
          "reference-dangling",
          index.path(request) + ".subject",
          "The reference leads to nothing in the message.");
    }
    List<Patient> people = new ArrayList<>();
    index.find(request.getSubject(), Patient.class).ifPresent(people::add);
    index.list(Patient.class).stream()
        .filter(patient -> !people.contains(patient))
        .forEach(people::add);
    List<PatientDetails> patients =
        new ArrayList<>(people.stream().limit(PATIENTS_MAX).map(this::details).toList());
    if (patients.isEmpty()) {
      notes.add(
          "patient-missing",
          index.path(request) + ".subject",
          "The message has no patient; one of whom nothing is known was noted.");
      flags.add(Flag.PATIENT_UNIDENTIFIED);
      patients.add(
          new PatientDetails(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              true));
    }
    List<String> finders =
        people.stream()
            .limit(PATIENTS_MAX)
            .flatMap(patient -> finders(patient).stream())
            .distinct()
            .toList();
    return new Patients(patients, List.copyOf(flags), finders);
  }

  private static List<String> finders(Patient patient) {
    List<String> finders = new ArrayList<>();
    patient.getIdentifier().stream()
        .filter(PatientReading::isNhsNumber)
        .map(identifier -> "nhs|" + NhsNumber.compact(identifier.getValue()))
        .forEach(finders::add);
    String born = patient.getBirthDateElement().getValueAsString();
    patient.getAddress().stream()
        .filter(address -> born != null && address.hasPostalCode())
        .map(address -> bornAt(born, address.getPostalCode()))
        .forEach(finders::add);
    return finders;
  }

  /** How somebody without a number is found: the day of birth, and where they live. */
  static String bornAt(String day, String postcode) {
    return "born|" + day + "|" + postcode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  private PatientDetails details(Patient patient) {
    Optional<Identifier> identifier =
        patient.getIdentifier().stream().filter(PatientReading::isNhsNumber).findFirst();
    Optional<String> number =
        identifier.map(Identifier::getValue).map(NhsNumber::compact).filter(n -> !n.isEmpty());
    Optional<String> status = identifier.flatMap(PatientReading::status);
    if (number.isEmpty()) {
      flags.add(Flag.PATIENT_UNIDENTIFIED);
      notes.add("patient-unidentified", index.path(patient), "The patient has no NHS number.");
    } else if (!NhsNumber.isValid(number.get())) {
      flags.add(Flag.NHS_NUMBER_SUSPECT);
      notes.add(
          "nhs-number-check-digit",
          index.path(patient) + ".identifier",
          "An NHS number fails its check digit; it was kept as given and is to be asked again.");
      status = Optional.of("check digit fails" + status.map(s -> "; sender says " + s).orElse(""));
    }
    return new PatientDetails(
        name(patient), number, status, age(patient), sex(patient), number.isEmpty());
  }

  private static boolean isNhsNumber(Identifier identifier) {
    return identifier.hasSystem()
        && identifier.getSystem().toLowerCase(Locale.ROOT).endsWith("/nhs-number")
        && identifier.hasValue();
  }

  private static Optional<String> status(Identifier identifier) {
    return identifier.getExtension().stream()
        .filter(
            extension ->
                extension.hasUrl()
                    && extension.getUrl().endsWith("NHSNumberVerificationStatus")
                    && extension.getValue() instanceof CodeableConcept)
        .map(extension -> (CodeableConcept) extension.getValue())
        .flatMap(
            concept ->
                concept.hasCoding() && concept.getCodingFirstRep().hasCode()
                    ? Optional.of(concept.getCodingFirstRep().getCode().replace('-', ' ')).stream()
                    : Codings.words(concept).stream())
        .findFirst();
  }

  static Optional<String> name(Patient patient) {
    List<HumanName> names = patient.getName();
    return names.stream()
        .filter(name -> name.getUse() == NameUse.OFFICIAL)
        .findFirst()
        .or(() -> names.stream().findFirst())
        .flatMap(PatientReading::words);
  }

  /** A name as it is said. */
  static Optional<String> words(HumanName name) {
    if (name.hasText()) {
      return Codings.clean(name.getText());
    }
    List<String> parts = new ArrayList<>();
    name.getPrefix().forEach(part -> parts.add(part.getValueNotNull()));
    name.getGiven().forEach(part -> parts.add(part.getValueNotNull()));
    if (name.hasFamily()) {
      parts.add(name.getFamily());
    }
    return Codings.clean(String.join(" ", parts));
  }

  private Optional<Integer> age(Patient patient) {
    DateType born = patient.getBirthDateElement();
    if (on.isEmpty() || !born.hasValue() || born.getYear() == null) {
      return Optional.empty();
    }
    int month = born.getMonth() == null ? 1 : born.getMonth() + 1;
    int day = born.getDay() == null || born.getDay() == 0 ? 1 : born.getDay();
    int years = Period.between(LocalDate.of(born.getYear(), month, day), on.get()).getYears();
    if (years < 0 || years > AGE_YEARS_MAX) {
      notes.add(
          "birth-date-nonsense",
          index.path(patient) + ".birthDate",
          "The date of birth makes no age between 0 and 130 and was not used.");
      return Optional.empty();
    }
    return Optional.of(years);
  }

  private static Optional<String> sex(Patient patient) {
    // A word that is none of FHIR's leaves an element without value.
    return Optional.ofNullable(patient.getGender()).map(AdministrativeGender::toCode);
  }
}
