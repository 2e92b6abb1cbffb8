package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsSyntax;
import org.doorstep.handover.gp.AnswerItem;
import org.doorstep.handover.gp.AnswerPage;
import org.doorstep.handover.gp.RecordedPatient;
import org.doorstep.handover.gp.SummaryFault;
import org.doorstep.handover.gp.SummaryTranslator;
import org.doorstep.handover.gp.UntrustedAnswer;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Reads answers of a FHIR R4 server in JSON, and believes none of them unseen. Thread-safe. */
public final class FhirSummaries implements SummaryTranslator {
  /** No body longer than this is read. */
  public static final int BODY_BYTES_MAX = 2_097_152;

  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final List<Class<? extends Resource>> READ =
      List.of(
          AllergyIntolerance.class,
          MedicationStatement.class,
          MedicationRequest.class,
          Condition.class,
          Encounter.class,
          Consent.class,
          CarePlan.class,
          Flag.class,
          DocumentReference.class);

  private static final String NOBODY =
      """
      {"resourceType":"Bundle","type":"searchset","total":0,"entry":[{"resource":{
       "resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]
      }}]}""";

  /** Learns what the library learns with its first answer, which takes seconds. */
  public void warmUp() {
    var unused = findPatient(NOBODY.getBytes(StandardCharsets.UTF_8), "application/fhir+json", "");
  }

  @Override
  public Optional<RecordedPatient> findPatient(byte[] body, String contentType, String nhsNumber) {
    Bundle bundle = bundle(body, contentType);
    List<Patient> found = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
      Resource resource = entry.getResource();
      if (resource instanceof Patient patient) {
        require(AboutPatient.hasNumber(patient, nhsNumber), SummaryFault.ANOTHER_PATIENT);
        found.add(patient);
        urls.add(String.valueOf(entry.getFullUrl()));
      } else if (resource instanceof OperationOutcome outcome) {
        require(!isError(outcome), SummaryFault.OUTCOME_INSTEAD);
      } else {
        throw new UntrustedAnswer(SummaryFault.WRONG_RESOURCE);
      }
    }
    boolean more = bundle.getTotal() > 1 || bundle.getLink("next") != null;
    require(found.size() <= 1 && !more, SummaryFault.TWO_PATIENTS);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(patient(found.get(0), urls.get(0), nhsNumber));
  }

  @Override
  public AnswerPage page(byte[] body, String contentType, RecordedPatient patient, String base) {
    Bundle bundle = bundle(body, contentType);
    AboutPatient about = new AboutPatient(patient, base);
    BundleIndex index = new BundleIndex(bundle);
    LineReading lines = new LineReading(index);
    List<AnswerItem> items = new ArrayList<>();
    boolean incomplete = false;
    for (Resource resource : index.list()) {
      if (resource instanceof Patient person) {
        require(about.isPatient(person), SummaryFault.ANOTHER_PATIENT);
      } else if (resource instanceof OperationOutcome outcome) {
        incomplete |= isError(outcome);
      } else {
        boolean read = READ.contains(resource.getClass());
        require(about.holds(resource, read), SummaryFault.ANOTHER_PATIENT);
        item(resource, lines).ifPresent(items::add);
      }
    }
    Optional<String> next =
        Optional.ofNullable(bundle.getLink("next")).map(Bundle.BundleLinkComponent::getUrl);
    return new AnswerPage(items, next, incomplete);
  }

  private static Optional<AnswerItem> item(Resource resource, LineReading lines) {
    if (resource instanceof AllergyIntolerance allergy) {
      return lines.find(allergy);
    }
    if (resource instanceof MedicationStatement medicine) {
      return lines.find(medicine);
    }
    if (resource instanceof MedicationRequest medicine) {
      return lines.find(medicine);
    }
    if (resource instanceof Condition problem) {
      return lines.find(problem);
    }
    if (resource instanceof Encounter encounter) {
      return lines.find(encounter);
    }
    if (resource instanceof Consent consent) {
      return PlanReading.find(consent).map(AnswerItem.Plan::new);
    }
    if (resource instanceof CarePlan plan) {
      return PlanReading.find(plan).map(AnswerItem.Plan::new);
    }
    if (resource instanceof Flag flag) {
      return PlanReading.find(flag).map(AnswerItem.Plan::new);
    }
    return resource instanceof DocumentReference document
        ? PlanReading.find(document).map(AnswerItem.Plan::new)
        : Optional.empty();
  }

  private static RecordedPatient patient(Patient patient, String url, String nhsNumber) {
    String id = String.valueOf(patient.getIdElement().getIdPart());
    require(ID.matcher(id).matches(), SummaryFault.UNREADABLE);
    return new RecordedPatient(
        id,
        Optional.of(url).filter(each -> each.endsWith("/Patient/" + id) || each.startsWith("urn:")),
        nhsNumber,
        Optional.of(patient.getNameFirstRep())
            .map(HumanName::getNameAsSingleString)
            .filter(name -> !name.isBlank()),
        Words.day(patient.getBirthDateElement().getValueAsString()),
        patient.hasGender() ? Optional.of(patient.getGender().toCode()) : Optional.empty(),
        patient.getGeneralPractitioner().stream()
            .map(Reference::getDisplay)
            .flatMap(name -> Optional.ofNullable(name).stream())
            .findFirst());
  }

  private static Bundle bundle(byte[] body, String contentType) {
    require(contentType.toLowerCase(Locale.ROOT).contains("json"), SummaryFault.NOT_JSON);
    BodyScan.Scanned scanned = BodyScan.of(body, Optional.of(contentType), BODY_BYTES_MAX);
    require(scanned.syntax() == BarsSyntax.JSON, SummaryFault.NOT_JSON);
    scanned
        .fault()
        .ifPresent(
            fault -> {
              throw new UntrustedAnswer(
                  fault.kind() == BarsFault.Kind.TOO_LARGE
                      ? SummaryFault.TOO_LARGE
                      : SummaryFault.UNREADABLE);
            });
    String root = scanned.root().orElse("");
    require(!root.equals("OperationOutcome"), SummaryFault.OUTCOME_INSTEAD);
    require(root.equals("Bundle"), SummaryFault.WRONG_RESOURCE);
    Bundle bundle = parse(scanned.text());
    boolean search =
        bundle.getType() == Bundle.BundleType.SEARCHSET
            || bundle.getType() == Bundle.BundleType.COLLECTION;
    require(search, SummaryFault.WRONG_RESOURCE);
    return bundle;
  }

  private static Bundle parse(String text) {
    try {
      return FHIR.newJsonParser()
          .setOverrideResourceIdWithBundleEntryFullUrl(false)
          .setParserErrorHandler(new Lenience(new Notes()))
          .parseResource(Bundle.class, text);
    } catch (RuntimeException e) {
      // The library's words may quote the record.
      throw new UntrustedAnswer(SummaryFault.UNREADABLE);
    }
  }

  private static boolean isError(OperationOutcome outcome) {
    return outcome.getIssue().stream()
        .anyMatch(
            issue ->
                issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR
                    || issue.getSeverity() == OperationOutcome.IssueSeverity.FATAL);
  }

  private static void require(boolean holds, SummaryFault otherwise) {
    if (!holds) {
      throw new UntrustedAnswer(otherwise);
    }
  }
}
