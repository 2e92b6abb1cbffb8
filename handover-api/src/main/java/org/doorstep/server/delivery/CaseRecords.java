package org.doorstep.server.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessed;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.Atmist;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.CareWords;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.handover.bars.NhsNumber;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.GpRecords;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Clinician;
import org.doorstep.handover.letter.Crew;
import org.doorstep.handover.letter.Home;
import org.doorstep.handover.letter.LetterPatient;
import org.doorstep.handover.letter.LetterPatient.Gender;
import org.doorstep.handover.letter.NhsIdentity;
import org.doorstep.handover.letter.PersonName;
import org.doorstep.handover.letter.Scene;
import org.doorstep.handover.letter.Visit;
import org.doorstep.handover.letter.VisitTimes;

/** Opens what a case file refers to, and puts it as messages have it. Blocks. */
final class CaseRecords {
  /** What has been said where nothing has. */
  static final CareWords NO_WORDS =
      new CareWords(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final IncidentRecord record;
  private final GpRecords gp;

  CaseRecords(IncidentRecord record, GpRecords gp) {
    this.record = record;
    this.gp = gp;
  }

  /** The words of an entry; none where its key has been erased. */
  CareWords words(RecordId id) {
    return record.find(id).map(CareWords::of).orElse(NO_WORDS);
  }

  /** The words of a pre-alert; empty where their key has been erased. */
  Optional<Atmist> atmist(RecordId id) {
    return record.find(id).map(Atmist::of);
  }

  Optional<AssessmentDetails> assessment(CaseFile file) {
    return file.assessed().map(Assessed::record).flatMap(record::find).map(AssessmentDetails::of);
  }

  /** What the practice knows of the patient. */
  Optional<GpRecord> gpRecord(CaseFile file) {
    return identity(file).flatMap(PatientDetails::nhsNumber).flatMap(gp::find);
  }

  /**
   * Who it is, as was put down last or the first call has told, and the practice's record
   * completes.
   */
  LetterPatient patient(CaseFile file) {
    Optional<PatientDetails> identity = identity(file);
    Optional<GpRecord> known = gpRecord(file);
    Optional<Integer> age =
        assessment(file)
            .flatMap(details -> details.assessment().patient().ageYears())
            .or(() -> identity.flatMap(PatientDetails::ageYears));
    return new LetterPatient(
        identity.flatMap(PatientDetails::nhsNumber).flatMap(number -> nhs(number, known)),
        name(identity, known),
        known.map(GpRecord::born).or(() -> born(identity)),
        age,
        known
            .map(each -> gender(each.gender()))
            .or(() -> identity.flatMap(PatientDetails::sex).map(CaseRecords::gender))
            .orElse(Gender.UNKNOWN),
        known
            .map(each -> new Home(Optional.of(each.address()), Optional.empty()))
            .orElse(Home.UNKNOWN));
  }

  private static Optional<LocalDate> born(Optional<PatientDetails> identity) {
    return identity.flatMap(PatientDetails::birthDate).map(LocalDate::parse);
  }

  /** The visit; those who went are known by their call signs, the author by name. */
  Visit visit(CaseFile file, Optional<Clinician> author, VisitTimes times) {
    Optional<CallDetails> call = call(file);
    Category category = file.opened().category();
    List<Clinician> members = author.map(List::of).orElse(List.of());
    return new Visit(
        times,
        scene(file, call),
        call.flatMap(each -> ClinicalWriting.text(Optional.of(each.complaint())))
            .orElse("Not recorded"),
        Optional.of(category),
        file.crews().stream().map(UnitId::value).map(sign -> new Crew(sign, members)).toList());
  }

  static CaseReference reference(CaseFile file, String area) {
    return new CaseReference(area, file.patient().incident().value(), file.patient().number());
  }

  private Scene scene(CaseFile file, Optional<CallDetails> call) {
    RecordId opening = file.opened().call();
    return new Scene(
        call.flatMap(CallDetails::placeLabel)
            .flatMap(label -> ClinicalWriting.text(Optional.of(label)))
            .orElse("Not recorded in words"),
        file.opened().place().flatMap(hidden -> record.open(opening, hidden)));
  }

  private Optional<CallDetails> call(CaseFile file) {
    return record.find(file.opened().call()).map(CallDetails::of);
  }

  private Optional<PatientDetails> identity(CaseFile file) {
    Optional<PatientDetails> corrected =
        file.identity().flatMap(record::find).map(PatientDetails::of);
    if (corrected.isPresent()) {
      return corrected;
    }
    int number = file.patient().number();
    return call(file)
        .map(CallDetails::patients)
        .filter(told -> told.size() >= number)
        .map(told -> told.get(number - 1));
  }

  /** A number that fails its check digit is never sent; one of the practice's record is known. */
  private static Optional<NhsIdentity> nhs(String number, Optional<GpRecord> known) {
    return NhsNumber.isValid(number)
        ? Optional.of(
            new NhsIdentity(
                number,
                known.isPresent() ? NhsIdentity.Status.VERIFIED : NhsIdentity.Status.NOT_TRACED))
        : Optional.empty();
  }

  private static Optional<PersonName> name(
      Optional<PatientDetails> identity, Optional<GpRecord> known) {
    return known
        .map(each -> new PersonName(each.family(), each.given()))
        .or(
            () ->
                identity
                    .flatMap(PatientDetails::name)
                    .flatMap(told -> ClinicalWriting.text(Optional.of(told)))
                    .map(CaseRecords::split));
  }

  /** The last word is taken for the family name, as there is nothing better to go by. */
  private static PersonName split(String told) {
    int space = told.lastIndexOf(' ');
    return space < 0
        ? new PersonName(told, "Not known")
        : new PersonName(told.substring(space + 1), told.substring(0, space));
  }

  private static Gender gender(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "female", "f" -> Gender.FEMALE;
      case "male", "m" -> Gender.MALE;
      case "other", "indeterminate" -> Gender.OTHER;
      default -> Gender.UNKNOWN;
    };
  }
}
