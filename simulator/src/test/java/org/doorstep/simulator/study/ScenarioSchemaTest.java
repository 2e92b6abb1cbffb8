package org.doorstep.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.simulator.file.RecordSchema;
import org.doorstep.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** FEATURE: the schema that editors read says what the program reads. */
class ScenarioSchemaTest {
  private static final String RESOURCE = "/scenario/scenario.schema.json";

  @Test
  void schema_thatShips_isTheRecordsOwn() throws IOException {
    String made = RecordSchema.ofDerived(Scenario.class);
    Path shown = Path.of("target", "scenario.schema.json");
    Files.writeString(shown, made);

    assertThat(shipped())
        .as("Copy %s over the resource when the scenario has changed.", shown)
        .isEqualTo(made);
  }

  @Test
  void scenario_thatShips_pointsAtIt() {
    assertThat(ScenarioSource.findShipped("west-kent-today").orElseThrow().text())
        .startsWith("# yaml-language-server: $schema=scenario.schema.json\n");
  }

  private static String shipped() throws IOException {
    try (InputStream in = ScenarioSchemaTest.class.getResourceAsStream(RESOURCE)) {
      assertThat(in).as(RESOURCE).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
