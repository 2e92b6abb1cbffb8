package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import org.doorstep.dispatch.shell.reference.Practice;
import org.doorstep.dispatch.shell.reference.Practices;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.GpTranslator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Records of practices as FHIR R4; the id of a patient is the NHS number. Thread-safe. */
public final class FhirGpRecords implements GpTranslator {
  private static final String MADE = "2026-11-26";

  private final Practices practices;

  /** A translator that names practices by their codes. */
  public FhirGpRecords(Practices practices) {
    this.practices = practices;
  }

  @Override
  public byte[] capabilities() {
    CapabilityStatement statement = new CapabilityStatement();
    statement
        .setStatus(PublicationStatus.ACTIVE)
        .setDateElement(new DateTimeType(MADE))
        .setKind(CapabilityStatementKind.INSTANCE)
        .setFhirVersion(FHIRVersion._4_0_1)
        .addFormat("json");
    statement.getImplementation().setDescription("Records of invented patients, to be read only.");
    CapabilityStatementRestComponent rest =
        statement.addRest().setMode(RestfulCapabilityMode.SERVER);
    var patients = rest.addResource().setType("Patient");
    patients.addInteraction().setCode(TypeRestfulInteraction.READ);
    patients.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    patients.addSearchParam().setName("identifier").setType(SearchParamType.TOKEN);
    patients
        .addOperation()
        .setName("everything")
        .setDefinition("http://hl7.org/fhir/OperationDefinition/Patient-everything");
    return Texts.write(statement);
  }

  @Override
  public byte[] patient(GpRecord record) {
    return Texts.write(write(record));
  }

  @Override
  public byte[] found(List<GpRecord> records) {
    return Texts.write(searchset(records.stream().<Resource>map(this::write).toList()));
  }

  @Override
  public byte[] everything(GpRecord record) {
    GpEntries entries = new GpEntries(new Reference("Patient/" + record.nhsNumber()), record);
    List<Resource> all = new ArrayList<>(List.of(write(record)));
    all.addAll(entries.list());
    return Texts.write(searchset(all));
  }

  @Override
  public byte[] refusal(String code, String sentence) {
    OperationOutcome outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(OperationOutcome.IssueSeverity.ERROR)
        .setCode(OperationOutcome.IssueType.fromCode(code))
        .setDiagnostics(sentence);
    return Texts.write(outcome);
  }

  private Patient write(GpRecord record) {
    Patient patient = new Patient();
    patient.setId(record.nhsNumber());
    patient.addIdentifier().setSystem(Terms.NHS_NUMBER).setValue(record.nhsNumber());
    patient.addName().setFamily(record.family()).addGiven(record.given());
    patient.setGender(AdministrativeGender.fromCode(record.gender()));
    patient.setBirthDateElement(new DateType(record.birthDate()));
    patient.addAddress().setText(record.address());
    practices
        .find(record.practice())
        .ifPresent(practice -> patient.addGeneralPractitioner(reference(practice)));
    return patient;
  }

  private static Reference reference(Practice practice) {
    Reference reference = new Reference().setDisplay(practice.name());
    reference.getIdentifier().setSystem(Terms.ODS).setValue(practice.odsCode());
    return reference;
  }

  private static Bundle searchset(List<Resource> resources) {
    Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
    for (Resource each : resources) {
      String id = each.getIdElement().getIdPart();
      bundle
          .addEntry()
          .setFullUrl("urn:x-doorstep:%s:%s".formatted(each.fhirType(), id))
          .setResource(each)
          .getSearch()
          .setMode(
              each instanceof Patient
                  ? Bundle.SearchEntryMode.MATCH
                  : Bundle.SearchEntryMode.INCLUDE);
    }
    long matches = resources.stream().filter(Patient.class::isInstance).count();
    return bundle.setTotal((int) matches);
  }
}
