package org.doorstep.server.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.doorstep.server.planner.PlannerFault.Kind;
import org.doorstep.simulator.study.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: scenarios that ship stay as they are; the planners' own lie in one folder only. */
class ScenarioShelfTest {
  private static final String SHIPPED = "west-kent-today";
  private static final String TEXT = "base: west-kent-today\nname: Mine\n";

  @TempDir private Path folder;

  @Test
  void shelf_thatIsNew_holdsWhatShips() {
    assertThat(shelf().list().stream().map(ScenarioShelf.Kept::name))
        .containsExactlyElementsOf(ScenarioSource.SHIPPED);
  }

  @Test
  void everyScenarioThatShips_canBeRun() {
    for (ScenarioShelf.Kept each : shelf().list()) {
      assertThat(ScenarioReading.of(each.name(), each.text()).faults()).as(each.name()).isEmpty();
    }
  }

  @Test
  void scenarioThatShips_isNeitherChangedNorDeleted() {
    refuses(Kind.SCENARIO_SHIPPED, () -> shelf().save(SHIPPED, TEXT, Optional.empty()));
    refuses(Kind.SCENARIO_SHIPPED, () -> shelf().delete(SHIPPED));
  }

  @Test
  void names_thatLeadElsewhere_areRefused() throws Exception {
    Files.writeString(folder.resolve("secret.yaml"), "a: b");
    for (String name :
        List.of("../secret", "..", "a/b", "A", "", "-a", "a-", "a".repeat(41), ".")) {
      refuses(Kind.SCENARIO_NAME, () -> shelf().save(name, TEXT, Optional.empty()));
      refuses(Kind.SCENARIO_NAME, () -> shelf().read(name));
      refuses(Kind.SCENARIO_NAME, () -> shelf().delete(name));
    }
    assertThat(folder.resolve("secret.yaml")).exists();
  }

  @Test
  void change_ofWhatSomebodyElseHasChanged_isRefused() {
    ScenarioShelf.Kept first = shelf().save("mine", TEXT, Optional.empty());
    refuses(Kind.SCENARIO_CHANGED, () -> shelf().save("mine", TEXT, Optional.empty()));

    ScenarioShelf.Kept second = shelf().save("mine", TEXT + "\n", Optional.of(first.version()));

    refuses(Kind.SCENARIO_CHANGED, () -> shelf().save("mine", TEXT, Optional.of(first.version())));
    assertThat(shelf().read("mine")).isEqualTo(second);
    shelf().delete("mine");
    refuses(Kind.SCENARIO_UNKNOWN, () -> shelf().read("mine"));
  }

  @Test
  void reading_ofAWrongText_namesLineKeyAndRule() {
    ScenarioReading reading =
        ScenarioReading.of("mine", "base: west-kent-today\nspan:\n  days: many\n");

    assertThat(reading.faults().get(0).place().line()).isEqualTo(3);
    assertThat(reading.faults().get(0).path()).isEqualTo("span.days");
    assertThat(reading.tree()).isPresent();
    assertThat(ScenarioReading.of("mine", "a: [").tree()).isEmpty();
  }

  @Test
  void reading_saysWhatHoldsAndWhatTheBaseSays() {
    ScenarioReading reading = ScenarioReading.of("mine", TEXT);

    assertThat(reading.title()).contains("Mine");
    assertThat(reading.tree().orElseThrow())
        .containsKeys("fleet", "demand")
        .doesNotContainKey("base");
    assertThat(reading.base().orElseThrow()).containsEntry("name", "West Kent today");
  }

  private ScenarioShelf shelf() {
    return new ScenarioShelf(folder.resolve("scenarios"));
  }

  private static void refuses(
      Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            PlannerFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
