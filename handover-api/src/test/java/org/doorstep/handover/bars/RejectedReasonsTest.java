package org.doorstep.handover.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.doorstep.dispatch.policy.DestinationReason;
import org.doorstep.dispatch.policy.RejectedReasonCode;
import org.junit.jupiter.api.Test;

/** FEATURE: reasons for which a service is rejected are those of the national code system. */
class RejectedReasonsTest {
  @Test
  void everyCode_isOneOfTheNationalCodeSystem() throws IOException {
    Path file =
        Path.of(System.getProperty("shared.data", "../../shared/data"))
            .resolve("fhir/bars/CodeSystem/dos-rejected-reasons-bars.xml");
    boolean there = Files.isRegularFile(file);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The code system (%s) must be there where CI=true.".formatted(file));
    }
    assumeTrue(there, "SKIPPED: the code system (%s) is not there.".formatted(file));
    String published = Files.readString(file);

    assertThat(published).contains(RejectedReasonCode.SYSTEM);
    for (DestinationReason.Code code : DestinationReason.Code.values()) {
      Optional<String> national = RejectedReasonCode.find(code);
      national.ifPresent(
          each -> assertThat(published).as("%s", code).contains("<code value=\"" + each + "\""));
    }
  }
}
