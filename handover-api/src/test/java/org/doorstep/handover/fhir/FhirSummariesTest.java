package org.doorstep.handover.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.shell.reference.Practices;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.InventedRecords;
import org.doorstep.handover.gp.KnownPlan;
import org.doorstep.handover.gp.PatientSummary;
import org.doorstep.handover.gp.RecordedPatient;
import org.doorstep.handover.gp.SectionState;
import org.doorstep.handover.gp.SummaryDraft;
import org.doorstep.handover.gp.SummaryEntry;
import org.doorstep.handover.gp.SummaryFault;
import org.doorstep.handover.gp.UntrustedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: of an answer of a record service nothing is taken unless all of it is about the very
 * patient who was asked for, and nothing received is never read as none.
 */
class FhirSummariesTest {
  private static final FhirSummaries FHIR = new FhirSummaries();
  private static final String NUMBER = "9990020019";
  private static final String OTHER = "9990020027";
  private static final String BASE = "http://localhost:1/fhir";
  private static final String JSON = "application/fhir+json";
  private static final RecordedPatient PATIENT =
      new RecordedPatient(
          "p1",
          Optional.of("https://public.example/Patient/p1"),
          NUMBER,
          Optional.empty(),
          Optional.of("1967-10-23"),
          Optional.empty(),
          Optional.empty());

  @Test
  void ownStore_everyInventedPatient_readsBackAsTheyAreKnown() {
    FhirGpRecords store = new FhirGpRecords(Practices.westKent());
    for (GpRecord each : InventedRecords.westKent().list()) {
      RecordedPatient found =
          FHIR.findPatient(store.found(List.of(each)), JSON, each.nhsNumber()).orElseThrow();
      SummaryDraft draft = new SummaryDraft(found);
      draft.add(FHIR.page(store.everything(each), JSON, found, BASE));
      PatientSummary summary = draft.summary();

      assertThat(found.birthDate()).contains(each.birthDate());
      assertThat(summary.isWhole()).isTrue();
      assertThat(summary.allergies().entries())
          .extracting(SummaryEntry::text)
          .containsExactlyInAnyOrderElementsOf(
              each.allergies().stream().map(GpRecord.Allergy::text).toList());
      assertThat(summary.allergies().state() == SectionState.NONE_RECORDED)
          .isEqualTo(each.noKnownAllergies());
      assertThat(summary.problems().entries()).hasSameSizeAs(each.problems());
      assertThat(summary.medicines().entries()).hasSameSizeAs(each.medicines());
      assertThat(summary.plans().plans())
          .extracting(KnownPlan::kind, KnownPlan::text, plan -> plan.made().orElse(""))
          .containsExactlyInAnyOrderElementsOf(
              each.plans().stream()
                  .map(plan -> tuple(plan.kind(), plan.text(), plan.made()))
                  .toList());
      assertThat(PatientSummary.of(summary.toJson())).isEqualTo(summary);
    }
  }

  @Test
  void findPatient_nobody_isEmpty() {
    assertThat(FHIR.findPatient(bytes(bundle("")), JSON, NUMBER)).isEmpty();
  }

  @Test
  void findPatient_anotherPatient_isAMismatch() {
    refused(patient("p1", OTHER), SummaryFault.ANOTHER_PATIENT);
  }

  @Test
  void findPatient_noNumberAtAll_isAMismatch() {
    refused("{\"resourceType\":\"Patient\",\"id\":\"p1\"}", SummaryFault.ANOTHER_PATIENT);
  }

  @Test
  void findPatient_theNumberAndAnotherOne_isAMismatch() {
    refused(
        """
        {"resourceType":"Patient","id":"p1","identifier":[
         {"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990020019"},
         {"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990020027"}]}""",
        SummaryFault.ANOTHER_PATIENT);
  }

  @Test
  void findPatient_twoForOneNumber_isAMismatch() {
    String two = patient("p1", NUMBER) + "},{\"resource\":" + patient("p2", NUMBER);
    refused(two, SummaryFault.TWO_PATIENTS);
  }

  @Test
  void findPatient_anotherKindOfResource_isRefused() {
    refused("{\"resourceType\":\"Practitioner\",\"id\":\"x\"}", SummaryFault.WRONG_RESOURCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/fhir+json | {\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"ent | UNREADABLE",
        "application/fhir+json | {\"resourceType\":\"Bundle\",\"type\":}  | UNREADABLE",
        "application/fhir+json | [] | UNREADABLE",
        "application/fhir+json | '' | UNREADABLE",
        "application/fhir+json | <Bundle xmlns=\"http://hl7.org/fhir\"/> | NOT_JSON",
        "application/fhir+xml  | <Bundle xmlns=\"http://hl7.org/fhir\"/> | NOT_JSON",
        "text/html             | <html><body>Sign in</body></html> | NOT_JSON",
        "application/json      | <html><body>Sign in</body></html> | NOT_JSON",
        "text/html             | {\"resourceType\":\"Bundle\",\"type\":\"searchset\"} | NOT_JSON",
        "''                    | {\"resourceType\":\"Bundle\",\"type\":\"searchset\"} | NOT_JSON",
        "application/fhir+json | {\"resourceType\":\"OperationOutcome\"} | OUTCOME_INSTEAD",
        "application/fhir+json | {\"resourceType\":\"Patient\",\"id\":\"p1\"} | WRONG_RESOURCE",
        "application/fhir+json | {\"resourceType\":\"Nonsense\"} | WRONG_RESOURCE",
        "application/fhir+json | {\"a\":1} | WRONG_RESOURCE",
        "application/fhir+json | {\"resourceType\":\"Bundle\",\"type\":\"message\"} | WRONG_RESOURCE",
        "application/fhir+json | {\"resourceType\":\"Bundle\"} | WRONG_RESOURCE",
      })
  void answer_thatIsNone_isNamedAndNothingOfItIsTaken(
      String type, String body, SummaryFault expected) {
    assertThatThrownBy(() -> FHIR.findPatient(bytes(body), type, NUMBER))
        .isInstanceOfSatisfying(
            UntrustedAnswer.class, fault -> assertThat(fault.fault()).isEqualTo(expected));
    assertThatThrownBy(() -> FHIR.page(bytes(body), type, PATIENT, BASE))
        .isInstanceOfSatisfying(
            UntrustedAnswer.class,
            fault -> {
              assertThat(fault.fault()).isEqualTo(expected);
              assertThat(fault).hasMessage(expected.name());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'reference':'Patient/p1'}",
        "{'reference':'Patient/p1/_history/3'}",
        "{'reference':'http://localhost:1/fhir/Patient/p1'}",
        "{'reference':'https://public.example/Patient/p1'}",
        "{'identifier':{'system':'https://fhir.nhs.uk/Id/nhs-number','value':'9990020019'}}",
      })
  void page_resourceOfThePatient_isTaken(String reference) {
    assertThat(read(allergy("Nuts", reference, "")).allergies().entries())
        .extracting(SummaryEntry::text)
        .containsExactly("Nuts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'reference':'Patient/p2'}",
        "{'reference':'Patient/p11'}",
        "{'reference':'https://elsewhere.example/Patient/p1'}",
        "{'reference':'urn:uuid:00000000-0000-0000-0000-000000000001'}",
        "{'reference':'#p1'}",
        "{'reference':'Group/p1'}",
        "{'display':'Ewan Proxywell'}",
        "{'identifier':{'system':'https://fhir.nhs.uk/Id/nhs-number','value':'9990020027'}}",
        "{'reference':'Patient/p1','identifier':{'system':'https://fhir.nhs.uk/Id/nhs-number','value':'9990020027'}}",
      })
  void page_oneResourceOfSomebodyElse_isAMismatchOfTheWhole(String reference) {
    String good = allergy("Nuts", "{'reference':'Patient/p1'}", "");

    mismatched(good + "},{\"resource\":" + allergy("Latex", reference, ""));
  }

  @Test
  void page_resourceThatNamesNobody_isAMismatch() {
    mismatched("{\"resourceType\":\"AllergyIntolerance\",\"code\":{\"text\":\"Nuts\"}}");
  }

  @Test
  void page_anotherPatientAmongTheResources_isAMismatch() {
    mismatched(patient("p2", OTHER));
    mismatched(patient("p1", OTHER));
  }

  @Test
  void page_observationOfSomebodyElse_isAMismatchThoughItIsNotShown() {
    mismatched(
        """
        {"resourceType":"Observation","status":"final","code":{"text":"BP"},
         "subject":{"reference":"Patient/p2"}}""");
  }

  @Test
  void sections_nothingReceived_isNeverNone() {
    PatientSummary summary = read("");

    assertThat(summary.allergies().state()).isEqualTo(SectionState.NOTHING_RECEIVED);
    assertThat(summary.plans().state()).isEqualTo(SectionState.NOTHING_RECEIVED);
    assertThat(summary.medicines().state()).isEqualTo(SectionState.NOTHING_RECEIVED);
  }

  @ParameterizedTest
  @CsvSource({
    "716186003, NONE_RECORDED",
    "409137002, NOTHING_RECEIVED",
    "429625007, NOTHING_RECEIVED",
  })
  void allergies_codeThatSaysNone_countsForAllOnlyWhereItSpeaksOfAll(
      String code, SectionState expected) {
    assertThat(read(coded(code, "")).allergies().state()).isEqualTo(expected);
    assertThat(read(coded(code, "")).allergies().says()).hasSize(1);
  }

  @Test
  void allergies_noneButRefuted_isNothingReceived() {
    String refuted =
        coded(
            "716186003",
            ",'verificationStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification','code':'refuted'}]}");

    assertThat(read(refuted).allergies().state()).isEqualTo(SectionState.NOTHING_RECEIVED);
  }

  @Test
  void allergies_noneInWordsOnly_isAnEntryThatPeopleRead() {
    assertThat(
            read(allergy("No known allergies", "{'reference':'Patient/p1'}", ""))
                .allergies()
                .state())
        .isEqualTo(SectionState.ENTRIES);
  }

  @Test
  void allergies_noneAndOne_showsTheOneAndWhatElseIsSaid() {
    String both =
        coded("716186003", "")
            + "},{\"resource\":"
            + allergy("Nuts", "{'reference':'Patient/p1'}", "");

    assertThat(read(both).allergies().state()).isEqualTo(SectionState.ENTRIES);
    assertThat(read(both).allergies().says()).containsExactly("No known allergy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"entered-in-error", "refuted"})
  void allergies_inErrorOrRefuted_areLeftOut(String status) {
    String never =
        allergy(
            "Nuts",
            "{'reference':'Patient/p1'}",
            ",'verificationStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification','code':'%s'}]}"
                .formatted(status));

    assertThat(read(never).allergies().entries()).isEmpty();
  }

  @Test
  void allergies_past_areMarkedAndStandLast() {
    String past =
        allergy(
            "Antimony",
            "{'reference':'Patient/p1'}",
            ",'clinicalStatus':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical','code':'resolved'}]}");
    String both = past + "},{\"resource\":" + allergy("Nuts", "{'reference':'Patient/p1'}", "");

    assertThat(read(both).allergies().entries())
        .extracting(SummaryEntry::text, SummaryEntry::active)
        .containsExactly(tuple("Nuts", true), tuple("Antimony", false));
  }

  @Test
  void medicines_stoppedOrWithoutAName_areShownAsSuch() {
    String stopped =
        """
        {"resourceType":"MedicationStatement","status":"stopped","subject":{"reference":"Patient/p1"},
         "medicationCodeableConcept":{"text":"Warfarin"}}""";
    String nameless =
        """
        {"resourceType":"MedicationRequest","status":"active","intent":"order",
         "subject":{"reference":"Patient/p1"},"medicationReference":{"reference":"Medication/9"}}""";

    assertThat(read(stopped + "},{\"resource\":" + nameless).medicines().entries())
        .extracting(SummaryEntry::text, SummaryEntry::active)
        .containsExactly(tuple("Recorded without a name", true), tuple("Warfarin", false));
  }

  @Test
  void page_serverSaysThatItIsNotAll_isNotWhole() {
    String outcome =
        """
        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"incomplete"}]}""";

    assertThat(FHIR.page(bytes(bundle(outcome)), JSON, PATIENT, BASE).incomplete()).isTrue();
  }

  private static void refused(String resources, SummaryFault expected) {
    assertThatThrownBy(() -> FHIR.findPatient(bytes(bundle(resources)), JSON, NUMBER))
        .isInstanceOfSatisfying(
            UntrustedAnswer.class, fault -> assertThat(fault.fault()).isEqualTo(expected));
  }

  private static void mismatched(String resources) {
    assertThatThrownBy(() -> FHIR.page(bytes(bundle(resources)), JSON, PATIENT, BASE))
        .isInstanceOfSatisfying(
            UntrustedAnswer.class,
            fault -> assertThat(fault.fault()).isEqualTo(SummaryFault.ANOTHER_PATIENT));
  }

  private static PatientSummary read(String resources) {
    SummaryDraft draft = new SummaryDraft(PATIENT);
    draft.add(FHIR.page(bytes(bundle(resources)), JSON, PATIENT, BASE));
    return draft.summary();
  }

  private static String coded(String code, String more) {
    return """
        {'resourceType':'AllergyIntolerance','patient':{'reference':'Patient/p1'},
         'code':{'coding':[{'system':'http://snomed.info/sct','code':'%s'}]}%s}"""
        .formatted(code, more)
        .replace('\'', '"');
  }

  private static String allergy(String text, String reference, String more) {
    return "{'resourceType':'AllergyIntolerance','code':{'text':'%s'},'patient':%s%s}"
        .formatted(text, reference, more)
        .replace('\'', '"');
  }

  private static String patient(String id, String number) {
    return """
        {"resourceType":"Patient","id":"%s","identifier":[
         {"system":"https://fhir.nhs.uk/Id/nhs-number","value":"%s"}],"birthDate":"1967-10-23"}"""
        .formatted(id, number);
  }

  private static String bundle(String resources) {
    String entries = resources.isEmpty() ? "" : ",\"entry\":[{\"resource\":" + resources + "}]";
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"" + entries + "}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
