package org.doorstep.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.simulator.experiment.ScenarioRunner.Settings;
import org.doorstep.simulator.file.FileFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE: a scenario that ships, changed in one place to something wrong, is refused with one
 * clear error that names line, key and rule, before a map is opened or anything is run.
 */
class BadScenariosTest {
  private static final int KINDS_MIN = 50;
  private static final Settings PLAIN =
      new Settings(Optional.empty(), Optional.empty(), Optional.empty());

  @TempDir private Path folder;

  /**
   * One kind of wrong.
   *
   * @param before what stands in the file, once or more; the first is changed
   */
  private record Bad(String name, String before, String after, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void kinds_areFiftyOrMore() throws IOException {
    assertThat(kinds()).extracting(Bad::name).doesNotHaveDuplicates().hasSizeGreaterThan(KINDS_MIN);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void plan_changedInOnePlace_isRefusedByLineKeyAndRule(Bad bad) throws IOException {
    String good = ScenarioSource.findShipped("west-kent-today").orElseThrow().text();
    assertThat(good).contains(bad.before());
    int at = good.indexOf(bad.before());
    Path file = folder.resolve("bad.yaml");
    Files.writeString(
        file, good.substring(0, at) + bad.after() + good.substring(at + bad.before().length()));

    assertThat(refusal(file.toString())).isEqualTo(bad.message());
  }

  @Test
  void plan_nothingThere_saysWhatShips() {
    assertThat(refusal("no-such-thing"))
        .isEqualTo(
            "no-such-thing: is no file, and no scenario that ships (%s)."
                .formatted(String.join(", ", ScenarioSource.SHIPPED)));
  }

  private static String refusal(String scenario) {
    try (WorldRunner runner =
        new WorldRunner(
            map -> {
              throw new AssertionError("A map is opened for a scenario that is wrong.");
            },
            words -> {})) {
      FileFault fault = catchThrowableOfType(FileFault.class, () -> runner.plan(scenario, PLAIN));
      assertThat(fault).as(scenario).isNotNull();
      return String.valueOf(fault.getMessage());
    }
  }

  /** Four lines a kind: its name, what stands there, what is put in its place, the error. */
  private static List<Bad> kinds() throws IOException {
    try (InputStream in = BadScenariosTest.class.getResourceAsStream("/study/bad-scenarios.txt")) {
      assertThat(in).isNotNull();
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<Bad> kinds = new ArrayList<>();
      for (int i = 0; i + 3 < lines.size(); i += 5) {
        kinds.add(
            new Bad(
                lines.get(i),
                text(lines.get(i + 1)),
                text(lines.get(i + 2)),
                text(lines.get(i + 3))));
      }
      return kinds;
    }
  }

  private static String text(String line) {
    return line.replace("\\n", "\n").replace("\\t", "\t");
  }
}
