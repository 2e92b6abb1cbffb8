package org.doorstep.simulator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.chance.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: records read from files that people write, alone or on top of a base. */
class RecordFileTest {
  private static final String GOOD = Cases.resource("good.yaml");
  private static final int MUTATIONS = 5_000;

  /** Bits of text that the mutations put in: what YAML treats specially, and ends of numbers. */
  private static final List<String> CRUMBS =
      List.of(
          "-",
          ":",
          ": ",
          "\n",
          "\t",
          "  ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&a ",
          "*a",
          "!!",
          "? ",
          "|",
          ">",
          "'",
          "\"",
          "\\",
          "%",
          "#",
          "@",
          "`",
          "---\n",
          "...\n",
          "<<",
          "~",
          ".nan",
          "1e999",
          "\0",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "é",
          "\uD83D\uDE91",
          "\uD83D",
          "0",
          "-1");

  private static SamplePlan read(String text) {
    return RecordFile.read(SamplePlan.class, "good.yaml", text);
  }

  private static Optional<Source> good(String name) {
    return name.equals("today") ? Optional.of(new Source("today.yaml", GOOD)) : Optional.empty();
  }

  private static SamplePlan readOnToday(String text) {
    return RecordFile.read(SamplePlan.class, new Source("other.yaml", text), RecordFileTest::good);
  }

  @Test
  void read_goodFile_givesTheRecord() {
    SamplePlan plan = read(GOOD);

    assertThat(plan.start()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(plan.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(plan.days()).isEqualTo(7);
    assertThat(plan.demand().hourPercent()).containsExactly(10.0, 20.0, 30.0, 40.0);
    assertThat(plan.times().get(Category.C1))
        .isEqualTo(new SamplePlan.Times(34.3, Optional.of(SamplePlan.Spread.LOG_NORMAL)));
    assertThat(plan.hospitals().get(0))
        .isEqualTo(
            new SamplePlan.Hospital(
                new ServiceId("MTW-MAIDSTONE"),
                List.of(Capability.EMERGENCY_CARE, Capability.CONVEYANCE),
                12));
    assertThat(plan.pause())
        .contains(
            new SamplePlan.Break(
                LocalTime.of(11, 30), LocalTime.of(14, 0), Map.of("early", 0.4, "late", 0.6)));
    assertThat(plan.surgeAt()).contains(LocalDateTime.of(2026, 1, 7, 18, 0));
  }

  @Test
  void read_map_keepsTheOrderOfTheFile() {
    String turned =
        GOOD.replace("    early: 0.4\n    late: 0.6\n", "    late: 0.6\n    early: 0.4\n");

    assertThat(read(turned).pause().orElseThrow().share().keySet())
        .containsExactly("late", "early");
  }

  @Test
  void read_optionalLeftOutOrNull_isEmpty() {
    String line = "surge-at: 2026-01-07T18:00\n";

    assertThat(read(GOOD.replace(line, "")).surgeAt()).isEmpty();
    assertThat(read(GOOD.replace(line, "surge-at: null\n")).surgeAt()).isEmpty();
  }

  @Test
  void read_onABase_mergesTablesAndReplacesTheRest() {
    SamplePlan plan =
        readOnToday(
            """
            base: today
            days: 14
            demand:
              per-year: 80000
            times:
              c2: {spread: fixed}
              c3: {on-scene-minutes: 46}
            hospitals:
              - {id: MTW-PEMBURY, has: [], bays: 20}
            surge-at: null
            """);

    assertThat(plan.days()).isEqualTo(14);
    assertThat(plan.demand().perYear()).isEqualTo(80_000);
    assertThat(plan.demand().hourPercent()).hasSize(4);
    assertThat(plan.times().keySet()).containsExactly(Category.C1, Category.C2, Category.C3);
    assertThat(plan.times().get(Category.C2))
        .isEqualTo(new SamplePlan.Times(44.5, Optional.of(SamplePlan.Spread.FIXED)));
    assertThat(plan.hospitals()).hasSize(1);
    assertThat(plan.surgeAt()).isEmpty();
  }

  @Test
  void read_faultsOnABase_nameTheFileWhereTheValueStands() {
    Source bad = new Source("bad-base.yaml", GOOD.replace("days: 7", "days: 700"));

    assertThatThrownBy(
            () ->
                RecordFile.read(
                    SamplePlan.class,
                    new Source("other.yaml", "base: bad\nseed: x\n"),
                    name -> Optional.of(bad)))
        .hasMessage(
            """
            bad-base.yaml, line 5, days (700): must be from 1 to 400.
            other.yaml, line 2, seed (x): must be a number.""");
  }

  @Test
  void read_unknownBase_isAFault() {
    assertThatThrownBy(() -> readOnToday("base: tomorrow\n"))
        .hasMessage("other.yaml, line 1, base (tomorrow): is no scenario that is known.");
  }

  @Test
  void read_baseThatIsNoName_isAFault() {
    assertThatThrownBy(() -> readOnToday("base: [today]\n"))
        .hasMessage("other.yaml, line 1, base: must be the name of a scenario.");
  }

  @Test
  void read_basesInACircle_isAFault() {
    Map<String, Source> files =
        Map.of(
            "a",
            new Source("a.yaml", "base: b\n"),
            "b",
            new Source("b.yaml", "name: B\nbase: a\n"));

    assertThatThrownBy(
            () ->
                RecordFile.read(
                    SamplePlan.class,
                    new Source("mine.yaml", "base: a\n"),
                    name -> Optional.ofNullable(files.get(name))))
        .hasMessage("b.yaml, line 2, base (a): closes a circle: a, b, a.");
  }

  @Test
  void read_chainThatIsTooLong_isAFault() {
    assertThatThrownBy(
            () ->
                RecordFile.read(
                    SamplePlan.class,
                    new Source("0.yaml", "base: 1\n"),
                    name ->
                        Optional.of(
                            new Source(
                                name + ".yaml", "base: " + (Integer.parseInt(name) + 1) + "\n"))))
        .hasMessage("7.yaml, line 1, base (8): makes a chain of more than 8 files.");
  }

  @Test
  void fault_everyOne_carriesItsPlaceInParts() {
    assertThatThrownBy(() -> read(GOOD.replace("bays: 12", "bays: 120")))
        .isInstanceOfSatisfying(
            FileFault.class,
            fault ->
                assertThat(fault.faults())
                    .containsExactly(
                        new Fault(
                            new Place("good.yaml", 18, 11),
                            "hospitals[0].bays",
                            Optional.of("120"),
                            "must be from 0 to 99.")));
  }

  @Test
  void differences_toTheBase_areListedWithOldAndNew() {
    String text =
        """
        base: today
        days: 14
        seed: 42
        demand:
          hour-percent: [40, 30, 20, 10]
        times:
          c3: {on-scene-minutes: 46}
        pause: null
        """;

    assertThat(RecordFile.differences(new Source("o.yaml", text), RecordFileTest::good))
        .extracting(Difference::toString)
        .containsExactly(
            "days: 7 -> 14",
            "demand.hour-percent: [10, 20, 30, 40] -> [40, 30, 20, 10]",
            "times.c3.on-scene-minutes: (nothing) -> 46",
            "pause: {from: 11:30, until: 14:00, share: {early: 0.4, late: 0.6}} -> null");
  }

  @Test
  void tree_onABase_isBothTogetherAsTablesListsAndWords() {
    Source source = new Source("o.yaml", "base: today\ndays: 14\npause: null\n");

    Map<String, Object> tree = RecordFile.tree(source, RecordFileTest::good);

    assertThat(tree).containsEntry("days", "14").doesNotContainKeys("base", "pause");
    assertThat(String.valueOf(tree.get("demand"))).contains("hour-percent=[10, 20, 30, 40]");
    assertThat(RecordFile.baseTree(source, RecordFileTest::good).orElseThrow())
        .containsEntry("days", "7")
        .containsKey("pause");
    assertThat(RecordFile.baseTree(new Source("o.yaml", "a: 1\n"), RecordFileTest::good)).isEmpty();
  }

  @Test
  void differences_ofTwoTexts_areListed() {
    assertThat(
            RecordFile.differences(
                new Source("a.yaml", GOOD), new Source("b.yaml", GOOD.replace("Today", "Later"))))
        .extracting(Difference::toString)
        .containsExactly("name: Today -> Later");
  }

  @Test
  void source_tooLarge_isRefused() {
    assertThatThrownBy(() -> read("a".repeat(Source.LENGTH_MAX + 1)))
        .hasMessage("good.yaml: is too large: 1000001 characters, at most 1000000.");
  }

  @Test
  void read_tableWithTooManyKeys_isRefusedAtOnce() {
    StringBuilder text = new StringBuilder("pause:\n  share:\n");
    for (int key = 0; key < 60_000; key++) {
      text.append("    k").append(key).append(": 1\n");
    }
    assertThatThrownBy(() -> read(text.toString()))
        .hasMessage("good.yaml, line 2003, pause.share: has more than 2000 keys.");
  }

  @Test
  void source_notUtf8_isRefused() {
    assertThatThrownBy(() -> Source.of("latin.yaml", "Café".getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessage("latin.yaml: must be text in UTF-8.");
  }

  @Test
  void source_notThere_isRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("here.yaml");
    Files.writeString(file, "name: x\n");

    assertThat(Source.of(file)).isEqualTo(new Source("here.yaml", "name: x\n"));
    assertThatThrownBy(() -> Source.of(Path.of("nowhere.yaml")))
        .hasMessage("nowhere.yaml: is not there.");
  }

  @Test
  void schema_sameType_isTheGoldenText() {
    assertThat(RecordSchema.ofWhole(SamplePlan.class)).isEqualTo(Cases.resource("schema.json"));
    assertThat(RecordSchema.ofDerived(SamplePlan.class))
        .contains("\"base\": {", "\"required\": [ \"base\" ]")
        .doesNotContain("\"required\": [ \"name\"");
  }

  @Test
  void read_goodFileAtRandomMutated_givesARecordOrAFileFault() {
    long seed = 20261126;
    Chance chance = Chance.of(seed, "mutations");
    int good = 0;
    for (int round = 0; round < MUTATIONS; round++) {
      String text = mutated(chance);
      try {
        good += read(text).days() > 0 ? 1 : 0;
      } catch (FileFault fault) {
        assertThat(fault.faults()).as("seed %d, round %d", seed, round).isNotEmpty();
        assertThat(fault.faults().size()).isLessThanOrEqualTo(Faults.FAULTS_MAX);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed %d, round %d:%n%s".formatted(seed, round, text), e);
      }
    }
    assertThat(good).isBetween(MUTATIONS / 100, MUTATIONS * 9 / 10);
  }

  private static String mutated(Chance chance) {
    StringBuilder text = new StringBuilder(GOOD);
    for (int change = chance.whole(1, 4); change > 0; change--) {
      int from = chance.whole(0, text.length());
      int until = Math.min(text.length(), from + chance.whole(0, 6));
      switch (chance.whole(0, 3)) {
        case 0 -> text.delete(from, until);
        case 1 -> text.insert(from, chance.pick(CRUMBS));
        case 2 -> text.replace(from, until, chance.pick(CRUMBS));
        default -> text.insert(chance.whole(0, text.length()), text.substring(from, until));
      }
    }
    return text.toString();
  }
}
