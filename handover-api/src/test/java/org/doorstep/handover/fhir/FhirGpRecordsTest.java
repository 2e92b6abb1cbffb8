package org.doorstep.handover.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doorstep.dispatch.shell.reference.Practices;
import org.doorstep.handover.bars.NhsNumber;
import org.doorstep.handover.gp.GpRecord;
import org.doorstep.handover.gp.InventedRecords;
import org.junit.jupiter.api.Test;

/** FEATURE: what practices know of invented patients is served as FHIR R4 and reads back whole. */
class FhirGpRecordsTest {
  private static final FhirGpRecords FHIR = new FhirGpRecords(Practices.westKent());
  private static final List<GpRecord> ALL = InventedRecords.westKent().list();

  @Test
  void records_ofTheArea_areOfTheTestRangeAndOfItsPractices() {
    Practices practices = Practices.westKent();
    assertThat(ALL)
        .hasSizeGreaterThan(300)
        .allSatisfy(
            each -> {
              assertThat(each.nhsNumber()).startsWith("999");
              assertThat(NhsNumber.isValid(each.nhsNumber())).isTrue();
              assertThat(practices.find(each.practice())).isPresent();
            });
    assertThat(ALL.stream().map(GpRecord::nhsNumber).distinct()).hasSameSizeAs(ALL);
  }

  @Test
  void resources_areValidR4() {
    GpRecord full =
        ALL.stream()
            .filter(each -> !each.plans().isEmpty() && !each.allergies().isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(errors(FHIR.everything(full))).isEmpty();
    assertThat(errors(FHIR.patient(full))).isEmpty();
    assertThat(errors(FHIR.found(List.of()))).isEmpty();
    assertThat(errors(FHIR.capabilities())).isEmpty();
    assertThat(errors(FHIR.refusal("not-found", "Nobody."))).isEmpty();
  }

  private static List<String> errors(byte[] body) {
    return AnswerValidator.listErrors(new String(body, StandardCharsets.UTF_8));
  }
}
