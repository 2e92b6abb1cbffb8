package org.doorstep.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** FEATURE: the hazard log has its columns, its risks follow the matrix, its evidence exists. */
class HazardLogTest {
  private static final List<String> SEVERITIES =
      List.of("minor", "significant", "considerable", "major", "catastrophic");
  private static final Map<String, List<Integer>> MATRIX =
      Map.of(
          "very-high", List.of(3, 4, 4, 5, 5),
          "high", List.of(2, 3, 3, 4, 5),
          "medium", List.of(2, 2, 3, 3, 4),
          "low", List.of(1, 2, 2, 3, 4),
          "very-low", List.of(1, 1, 2, 2, 3));
  private static final int RISK_UNACCEPTABLE = 5;

  @Test
  void everyHazard_hasAllColumnsAndARiskOfTheMatrix() throws IOException {
    TreeSet<String> ids = new TreeSet<>();
    for (Map<?, ?> hazard : hazards()) {
      String id = text(hazard, "id");
      assertThat(ids.add(id)).as("%s is there twice", id).isTrue();
      for (String column : List.of("name", "description", "effect", "status")) {
        assertThat(text(hazard, column)).as("%s of %s", column, id).isNotBlank();
      }
      assertThat(list(hazard, "causes")).as("causes of %s", id).isNotEmpty();
      assertThat(text(hazard, "status")).isIn("open", "transferred", "closed");
      int initial = risk(map(hazard, "initial"), id);
      int residual = risk(map(hazard, "residual"), id);
      assertThat(residual).as("residual risk of %s", id).isLessThanOrEqualTo(initial);
      assertThat(residual).as("residual risk of %s", id).isLessThan(RISK_UNACCEPTABLE);
    }
  }

  @Test
  void everyControl_namesATestThatExists() throws IOException {
    List<Path> tests =
        Repository.files(".java").stream()
            .filter(file -> file.toString().contains("/src/test/"))
            .toList();
    List<String> missing = new ArrayList<>();
    for (Map<?, ?> hazard : hazards()) {
      for (Object each : list(hazard, "controls")) {
        Map<?, ?> control = (Map<?, ?>) each;
        assertThat(text(control, "kind")).isIn("design", "test", "training", "business process");
        assertThat(text(control, "what")).isNotBlank();
        String evidence = text(control, "evidence");
        if (!exists(tests, evidence)) {
          missing.add(text(hazard, "id") + ": " + evidence);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean exists(List<Path> tests, String evidence) {
    String[] parts = evidence.split("#", 2);
    return parts.length == 2
        && tests.stream()
            .filter(file -> file.endsWith(parts[0] + ".java"))
            .map(Repository::read)
            .anyMatch(source -> source.contains("void " + parts[1] + "("));
  }

  private static int risk(Map<?, ?> assessed, String id) {
    int severity = SEVERITIES.indexOf(text(assessed, "severity"));
    List<Integer> row = MATRIX.get(text(assessed, "likelihood"));
    assertThat(severity).as("severity of %s", id).isNotNegative();
    assertThat(row).as("likelihood of %s", id).isNotNull();
    int byMatrix = row == null ? 0 : row.get(severity);
    assertThat(assessed.get("risk")).as("risk of %s", id).isEqualTo(byMatrix);
    return byMatrix;
  }

  private static List<Map<?, ?>> hazards() throws IOException {
    try (InputStream in =
        HazardLogTest.class.getClassLoader().getResourceAsStream("safety/hazard-log.yaml")) {
      if (in == null) {
        throw new IOException("The hazard log is not on the class path.");
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
      List<Map<?, ?>> hazards = new ArrayList<>();
      list((Map<?, ?>) tree, "hazards").forEach(each -> hazards.add((Map<?, ?>) each));
      assertThat(hazards).hasSizeGreaterThan(15);
      return hazards;
    }
  }

  private static String text(Map<?, ?> map, String key) {
    return String.valueOf(map.get(key));
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> list ? list : List.of();
  }

  private static Map<?, ?> map(Map<?, ?> map, String key) {
    return map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
  }
}
