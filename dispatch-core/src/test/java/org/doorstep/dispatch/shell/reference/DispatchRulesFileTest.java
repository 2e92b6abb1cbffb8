package org.doorstep.dispatch.shell.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.wire.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: an area's rules are one file, and a wrong one says what is wrong and where. */
class DispatchRulesFileTest {
  private static final String WRITTEN =
      new String(RecordJson.write(DispatchRules.ENGINEERING_DEFAULTS), StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void westKent_asItShips_isTheEngineeringDefaults() {
    assertThat(DispatchRulesFile.westKent()).isEqualTo(DispatchRules.ENGINEERING_DEFAULTS);
  }

  @Test
  void read_whatWasWritten_isTheSame() throws IOException {
    assertThat(DispatchRulesFile.read(file(WRITTEN))).isEqualTo(DispatchRules.ENGINEERING_DEFAULTS);
  }

  @Test
  void read_valueOutOfRange_namesFilePlaceAndRule() throws IOException {
    Path file = file(WRITTEN.replace("\"c2StandardFactor\":0.6", "\"c2StandardFactor\":1.6"));

    assertThatThrownBy(() -> DispatchRulesFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("/urgency")
        .hasMessageContaining("The factor of the lower half of C2 (1.6) must be from 0.1 to 1.0.");
  }

  @Test
  void read_wholeNumberOutOfRange_namesPlaceAndRule() throws IOException {
    Path file = file(WRITTEN.replace("\"lostUnitMax\":1", "\"lostUnitMax\":9"));

    assertThatThrownBy(() -> DispatchRulesFile.read(file))
        .hasMessageContaining("/reassignment/divert")
        .hasMessageContaining(
            "The number of units that a patient may lose (9) must be from 0 to 5.");
  }

  @Test
  void read_termMissing_namesThePlace() throws IOException {
    Path file = file(WRITTEN.replace("\"costMinutesMax\":12.0", "\"costMinutesMost\":12.0"));

    assertThatThrownBy(() -> DispatchRulesFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/cover/costMinutesMost");
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("dispatch-rules.json"), json);
  }
}
