package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** FEATURE: each way in which care can end, from the call until nobody owes anything. */
class OutcomesTest {
  private static final long SEED = 7;
  private static final String SOON = "answer: {p10: 1, p50: 3, p90: 6, p99: 9}";
  private static final String SETTLES = ".* ~ settled \\+[0-9:]+.*";

  @Test
  void telephone_isTreatedByAClinician_andNobodyIsSent() {
    List<String> lines = lines("C5", "hear-and-treat: 100");

    assertMost(lines, "hear and treat", "closed heard and treated");
    assertThat(lines).noneMatch(line -> line.contains("assigned"));
  }

  @Test
  void scene_isWhereThePatientStays_andThePracticeHearsOfIt() {
    List<String> lines = lines("C3", "treat-at-scene: 100");

    assertMost(lines, "at scene", "treat at scene", "clear", "closed crews clear");
    assertThat(lines).anyMatch(line -> line.contains("practice accepted"));
    assertThat(lines).noneMatch(line -> line.contains("left scene"));
  }

  @Test
  void community_takesThePatientOn_andVisits() {
    List<String> lines =
        lines(
            "C3",
            "community: 100",
            "  community: {" + SOON + ", accept-percent: 100, missed-percent: 0, per-day: 1000}");

    assertMost(day(lines), "community at", "offered to", "accepted", "visited");
  }

  @Test
  void community_missesTheVisit_isAskedAgain() {
    List<String> lines =
        lines(
            "C3",
            "community: 100",
            "  community: {" + SOON + ", accept-percent: 100, missed-percent: 100, per-day: 1000}");

    assertMost(day(lines), "accepted", "not visited", "offered to", "accepted", "visited");
  }

  @Test
  void community_refusedByAll_leavesThePatientAtHomeOwnedByTheHub() {
    List<String> lines =
        lines("C3", "community: 100", "  community: {" + SOON + ", accept-percent: 0}");

    assertMost(
        day(lines),
        "offered to",
        "refused",
        "owned by the hub",
        "treat at scene (service unavailable)");
  }

  @Test
  void community_isFull_keepsThePatientAtHome() {
    List<String> lines = lines("C3", "community: 100", "  community: {per-day: 0}");

    assertThat(lines).noneMatch(line -> line.contains("offered to"));
    assertMost(lines, "treat at scene (service unavailable)");
  }

  @Test
  void elsewhere_isAnUrgentTreatmentCentreOrSameDayCare() {
    List<String> lines = lines("C3", "elsewhere: 100");

    assertMost(lines, "acute at", "left scene", "handed over", "clear");
    assertThat(lines)
        .anyMatch(line -> line.contains("-UTC"))
        .anyMatch(line -> line.contains("-SDEC"));
  }

  @Test
  void emergencyDepartment_takesOver_warnedWhereTheProtocolSaysSo() {
    List<String> lines = lines("C2", "emergency-department: 100");

    assertMost(
        lines, "assigned", "at scene", "acute at", "left scene", "at destination", "handed over");
    assertThat(lines).anyMatch(line -> line.contains("MAIDSTONE-ED warned"));
    assertThat(lines).anyMatch(line -> line.contains("warning noted"));
  }

  private static List<String> lines(String category, String outcome, String... work) {
    String shares =
        "hear-and-treat: 0, treat-at-scene: 0, community: 0, elsewhere: 0, emergency-department: 0";
    String key = outcome.substring(0, outcome.indexOf(':'));
    return Timelines.of(
        Town.run(
            Town.with(
                "demand:",
                "  categories: [{category: " + category + ", percent: 100}]",
                "span: {days: 6}",
                "work:",
                "  care:",
                "    outcomes: [{categories: ["
                    + category
                    + "], "
                    + shares.replace(key + ": 0", outcome)
                    + "}]",
                String.join("\n", work)),
            SEED));
  }

  /** Those called while services are open. */
  private static List<String> day(List<String> lines) {
    Pattern open = Pattern.compile("I-\\d+ \\w+ (09|1[0-5]):.*");
    return lines.stream().filter(line -> open.matcher(line).matches()).toList();
  }

  /** All but the last, which still go on, are settled and hold the words in their order. */
  private static void assertMost(List<String> lines, String... words) {
    String inOrder = ".*" + String.join(".*", quoted(words)) + ".*";
    List<String> settled = lines.stream().filter(line -> line.matches(SETTLES)).toList();
    assertThat(settled.size()).as("settled of %d", lines.size()).isGreaterThan(lines.size() / 2);
    assertThat(settled).allMatch(line -> line.matches(inOrder), String.join(" ... ", words));
  }

  private static List<String> quoted(String... words) {
    return Arrays.stream(words).map(Pattern::quote).toList();
  }
}
