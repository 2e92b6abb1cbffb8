package org.doorstep.server.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** FEATURE: a form changes one value in a file and leaves the rest as somebody has written it. */
class ScenarioTextTest {
  private static final String OWN =
      """
      base: west-kent-today
      # Why: the board asked on Monday.
      name: Two more crews  # for winter

      demand:
        incidents-per-year: 90000 # guess
      work:
        hospitals: {handover: {p10: 9, p50: 20}}
      """;

  @Test
  void valueThatIsThere_isReplacedInItsPlace() {
    assertThat(ScenarioText.with(OWN, List.of("demand", "incidents-per-year"), "91000"))
        .isEqualTo(OWN.replace("90000", "91000"));
    assertThat(ScenarioText.with(OWN, List.of("name"), "a: b"))
        .isEqualTo(OWN.replace("Two more crews", "\"a: b\""));
  }

  @Test
  void keyThatIsMissing_isAddedToItsTable() {
    assertThat(ScenarioText.with(OWN, List.of("demand", "places", "count"), "500"))
        .isEqualTo(OWN.replace("# guess\n", "# guess\n  places:\n    count: 500\n"));
    assertThat(ScenarioText.with(OWN, List.of("work", "hospitals", "handover", "p90"), "70"))
        .isEqualTo(OWN.replace("p50: 20}", "p50: 20, p90: 70}"));
    assertThat(ScenarioText.with("base: x", List.of("span", "days"), "7"))
        .isEqualTo("base: x\nspan:\n  days: 7\n");
  }

  @Test
  void listOfTables_isWrittenRowByRow() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("call-sign", "PWD");
    row.put("from", "07:00");

    assertThat(ScenarioText.with(OWN, List.of("fleet", "lines"), List.of(row, row)))
        .isEqualTo(
            OWN
                + """
                fleet:
                  lines:
                    - {call-sign: PWD, from: "07:00"}
                    - {call-sign: PWD, from: "07:00"}
                """);
  }

  @Test
  void keyThatIsTakenAway_takesTheTablesThatHeldNothingElse() {
    assertThat(ScenarioText.without(OWN, List.of("demand", "incidents-per-year")))
        .isEqualTo(OWN.replace("demand:\n  incidents-per-year: 90000 # guess\n", ""));
    assertThat(ScenarioText.without(OWN, List.of("work", "hospitals", "handover", "p10")))
        .isEqualTo(OWN.replace("p10: 9, ", ""));
    assertThat(ScenarioText.without(OWN, List.of("work", "hospitals", "handover", "p50")))
        .isEqualTo(OWN.replace(", p50: 20", ""));
    assertThat(ScenarioText.without(OWN, List.of("fleet", "lines"))).isEqualTo(OWN);
  }

  /** The slow twin: the same changes on a map. */
  @RepeatedTest(200)
  void changesAtRandom_comeToTheSameAsOnAMap(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String text = OWN;
    Map<String, Object> twin = parsed(text);
    for (int i = 0; i < 12; i++) {
      List<String> path = path(random);
      Optional<Object> value =
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value(random, 2));
      text =
          value.isPresent()
              ? ScenarioText.with(text, path, value.get())
              : ScenarioText.without(text, path);
      change(twin, path, value);
      assertThat(parsed(text))
          .as("seed %d, %s = %s in%n%s", repetition.getCurrentRepetition(), path, value, text)
          .isEqualTo(twin);
    }
    assertThat(text).contains("# Why: the board asked on Monday.");
  }

  private static List<String> path(Random random) {
    List<String> path = new ArrayList<>();
    path.add(List.of("demand", "work", "fleet", "span").get(random.nextInt(4)));
    for (int i = random.nextInt(3); i > 0; i--) {
      path.add(List.of("hospitals", "days", "handover", "p10", "lines").get(random.nextInt(5)));
    }
    return path;
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> Integer.toString(random.nextInt(1_000));
      case 1 ->
          List.of("07:00", "a, b", "", "null", "- x", "#", "é \"q\" \\", "x: y")
              .get(random.nextInt(8));
      case 2 -> "plain words";
      case 3 -> List.of(value(random, depth - 1), value(random, depth - 1));
      default -> {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("p10", value(random, depth - 1));
        table.put("days", value(random, depth - 1));
        yield table;
      }
    };
  }

  private static void change(Map<String, Object> tree, List<String> path, Optional<Object> value) {
    Map<String, Object> at = tree;
    List<Map<String, Object>> way = new ArrayList<>(List.of(tree));
    for (String key : path.subList(0, path.size() - 1)) {
      Object next = at.get(key);
      if (!(next instanceof Map<?, ?>)) {
        if (value.isEmpty()) {
          return;
        }
        at.put(key, new LinkedHashMap<String, Object>());
      }
      at = table(at.get(key));
      way.add(at);
    }
    String last = path.get(path.size() - 1);
    if (value.isPresent()) {
      at.put(last, value.get());
      return;
    }
    if (at.remove(last) != null) {
      for (int i = way.size() - 1; i > 0 && way.get(i).isEmpty(); i--) {
        way.get(i - 1).remove(path.get(i - 1));
      }
    }
  }

  @SuppressWarnings("unchecked") // Keys of these tables are text.
  private static Map<String, Object> table(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  private static Map<String, Object> parsed(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setDefaultMap(LinkedHashMap::new)
            .build();
    return table(copied(new Load(settings).loadFromString(text)));
  }

  private static Object copied(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), copied(each)));
      return copy;
    }
    return value instanceof List<?> list
        ? list.stream().map(ScenarioTextTest::copied).toList()
        : value;
  }
}
