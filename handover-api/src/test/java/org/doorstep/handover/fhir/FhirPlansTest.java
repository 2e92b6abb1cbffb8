package org.doorstep.handover.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.gp.Cpr;
import org.doorstep.handover.gp.KnownPlan;
import org.doorstep.handover.gp.PatientSummary;
import org.doorstep.handover.gp.PlanKind;
import org.doorstep.handover.gp.RecordedPatient;
import org.doorstep.handover.gp.SummaryDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FEATURE: advance care plans are found as different servers tell of them, in codes or in words,
 * and words that say that there is none never make one.
 */
class FhirPlansTest {
  private static final FhirSummaries FHIR = new FhirSummaries();
  private static final RecordedPatient PATIENT =
      new RecordedPatient(
          "p1",
          Optional.empty(),
          "9990020019",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DNACPR in place                                  | DNACPR",
        "Not for attempted cardiopulmonary resuscitation  | DNACPR",
        "ReSPECT form: ward-based care, DNACPR            | RESPECT",
        "Advance decision to refuse treatment             | ADVANCE_DECISION",
        "LPA for health and welfare                       | LASTING_POWER_OF_ATTORNEY",
        "LPA for property and financial affairs           | OTHER_PLAN",
        "Deputy, Court of Protection                      | DEPUTY",
        "Preferred place of care: home                    | PREFERRED_PLACE_OF_CARE",
        "No DNACPR in place                               | OTHER_PLAN",
        "DNACPR withdrawn                                 | OTHER_PLAN",
        "Lives alone, key safe                            | ''",
        "With respect to his wishes                       | ''",
      })
  void flags_inWords_areTakenForWhatTheySay(String words, String kind) {
    String flag =
        "{\"resourceType\":\"Flag\",\"status\":\"active\",\"code\":{\"text\":\"%s\"},\"subject\":{\"reference\":\"Patient/p1\"}}"
            .formatted(words);

    assertThat(read(flag).plans().plans().stream().map(plan -> plan.kind().name()))
        .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
  }

  @Test
  void plans_ofSeveralServers_standInTheOrderOfTheirPrecedence() {
    String dnr =
        """
        {"resourceType":"Flag","status":"active","subject":{"reference":"Patient/p1"},
         "code":{"coding":[{"system":"http://snomed.info/sct","code":"450476008"}]}}""";
    String document =
        """
        {"resourceType":"DocumentReference","status":"superseded","subject":{"reference":"Patient/p1"},
         "type":{"text":"ReSPECT"},"description":"CPR: for attempted CPR","date":"2024-05-02T10:00:00Z",
         "content":[{"attachment":{"title":"x"}}]}""";
    String refusal =
        """
        {"resourceType":"CarePlan","status":"active","intent":"plan","title":"ADRT",
         "description":"No ventilation","created":"2023","subject":{"reference":"Patient/p1"}}""";

    List<KnownPlan> plans =
        read(dnr + "},{\"resource\":" + document + "},{\"resource\":" + refusal).plans().plans();

    assertThat(plans)
        .extracting(KnownPlan::kind)
        .containsExactly(PlanKind.ADVANCE_DECISION, PlanKind.RESPECT, PlanKind.DNACPR);
    assertThat(plans.get(0).made()).contains("2023");
    assertThat(plans.get(1).active()).isFalse();
    assertThat(plans.get(1).cpr()).contains(Cpr.ATTEMPT);
  }

  private static PatientSummary read(String resources) {
    SummaryDraft draft = new SummaryDraft(PATIENT);
    String bundle =
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":%s}]}"
            .formatted(resources);
    draft.add(
        FHIR.page(
            bundle.getBytes(StandardCharsets.UTF_8), "application/fhir+json", PATIENT, "http://x"));
    return draft.summary();
  }
}
