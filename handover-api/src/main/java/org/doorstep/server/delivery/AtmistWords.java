package org.doorstep.server.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.shell.record.Atmist;

/** The words of a pre-alert as lines, in the order in which hospitals want to hear them. */
final class AtmistWords {
  private AtmistWords() {}

  /** One line for each part that says something. */
  static List<String> list(Optional<Atmist> words) {
    List<String> lines = new ArrayList<>();
    words.ifPresent(
        each -> {
          add(lines, "Age", each.age());
          add(lines, "Time", each.time());
          add(lines, "Mechanism", each.mechanism());
          add(lines, "Injuries", each.injuries());
          add(lines, "Signs", each.signs());
          add(lines, "Treatment", each.treatment());
        });
    return lines;
  }

  private static void add(List<String> lines, String part, Optional<String> words) {
    ClinicalWriting.text(words).ifPresent(text -> lines.add("%s: %s".formatted(part, text)));
  }
}
