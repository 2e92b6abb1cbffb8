package org.doorstep.dispatch.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.policy.urgency.AutomaticRules;
import org.doorstep.dispatch.policy.urgency.DispatchRules;
import org.doorstep.dispatch.policy.urgency.MoveRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * FEATURE: who is sent to whom, told as afternoons in a small town; one line for each incident.
 *
 * <p>The chapters are text files: a title, the steps, and behind {@code >} what came of it. Run
 * with {@code GOLDEN_WRITE=1} in the environment to write what comes of it today, and read the
 * difference.
 */
class GoldenTimelinesTest {
  private static final Path CHAPTERS = Path.of("src/test/resources/timelines");
  private static final int SITUATIONS_MIN = 25;

  /** A situation: its title, the steps that lead to it, and what came of it. */
  record Situation(String title, List<String> steps, List<String> expected) {
    Situation {
      steps = List.copyOf(steps);
      expected = List.copyOf(expected);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static List<Situation> situations() throws IOException {
    List<Situation> all = new ArrayList<>();
    for (Path chapter : chapters()) {
      all.addAll(read(chapter));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("situations")
  void town_asTold_decidesAsItDid(Situation situation) {
    assertThat(String.join("\n", tell(situation)))
        .isEqualTo(String.join("\n", situation.expected()));
  }

  @Test
  void chapters_together_areManySituations() throws IOException {
    if (System.getenv("GOLDEN_WRITE") != null) {
      for (Path chapter : chapters()) {
        Files.write(chapter, rewritten(chapter));
      }
    }
    assertThat(situations()).hasSizeGreaterThanOrEqualTo(SITUATIONS_MIN);
  }

  private static List<Path> chapters() throws IOException {
    try (Stream<Path> files = Files.list(CHAPTERS)) {
      return files.sorted().toList();
    }
  }

  private static List<Situation> read(Path chapter) throws IOException {
    List<Situation> all = new ArrayList<>();
    String title = "";
    List<String> steps = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(chapter));
    lines.add("## ");
    for (String line : lines) {
      if (line.startsWith("## ")) {
        if (!title.isEmpty()) {
          all.add(new Situation(title, steps, expected));
        }
        title = line.substring(3);
        steps.clear();
        expected.clear();
      } else if (line.startsWith("> ")) {
        expected.add(line.substring(2));
      } else if (!line.isBlank() && !title.isEmpty()) {
        steps.add(line);
      }
    }
    return all;
  }

  private static List<String> rewritten(Path chapter) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(chapter)) {
      if (line.startsWith("## ")) {
        break;
      }
      lines.add(line);
    }
    for (Situation situation : read(chapter)) {
      lines.add("## " + situation.title());
      lines.addAll(situation.steps());
      tell(situation).forEach(line -> lines.add("> " + line));
      lines.add("");
    }
    return lines;
  }

  private static List<String> tell(Situation situation) {
    DispatchRules rules = DispatchRules.ENGINEERING_DEFAULTS;
    List<String> steps = situation.steps();
    if (steps.get(0).startsWith("rules ")) {
      rules = rules(steps.get(0).split(" ", -1));
      steps = steps.subList(1, steps.size());
    }
    TownScript script = new TownScript(rules);
    steps.forEach(script::tell);
    return script.lines();
  }

  /**
   * {@code rules automatic=C1 rate=6 lost=1 drive=30 fix=120 moves=3}; what is left out is usual.
   */
  private static DispatchRules rules(String[] words) {
    List<Category> sent = new ArrayList<>();
    DispatchRules usual = DispatchRules.ENGINEERING_DEFAULTS;
    int rate = 6;
    int lost = 1;
    int drive = 30;
    int moves = usual.moves().perCrewTwelveHoursMax();
    for (String word : List.of(words).subList(1, words.length)) {
      String[] pair = word.split("=", -1);
      switch (pair[0]) {
        case "automatic" -> sent.add(Category.valueOf(pair[1]));
        case "rate" -> rate = Integer.parseInt(pair[1]);
        case "lost" -> lost = Integer.parseInt(pair[1]);
        case "drive" -> drive = Integer.parseInt(pair[1]);
        case "moves" -> moves = Integer.parseInt(pair[1]);
        default -> throw new IllegalArgumentException("There is no rule (%s).".formatted(word));
      }
    }
    MoveRules limits = usual.moves();
    return new DispatchRules(
        usual.urgency(),
        usual.reassignment(),
        usual.crew(),
        usual.cover(),
        new AutomaticRules(sent, rate, lost, drive, 120),
        new MoveRules(
            moves,
            limits.perAreaHourMax(),
            limits.restMinutesMin(),
            limits.driveMinutesMax(),
            limits.gainShareMin()));
  }
}
