package org.doorstep.simulator.file;

import java.util.Optional;

/**
 * One thing that is wrong with a file.
 *
 * @param path the keys that lead to it, with dots between them; empty for the file as a whole
 * @param value what stands there, shortened; empty where it would say nothing
 * @param rule what ought to be, as a sentence without its subject
 */
public record Fault(Place place, String path, Optional<String> value, String rule) {
  private static final int VALUE_LENGTH_MAX = 60;
  private static final int PATH_LENGTH_MAX = 200;

  public Fault {
    path = shortened(path, PATH_LENGTH_MAX);
    value = value.map(given -> shortened(given, VALUE_LENGTH_MAX));
    rule = ended(oneLine(rule));
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".";
  }

  private static String shortened(String text, int most) {
    String line = oneLine(text);
    return line.length() <= most ? line : line.substring(0, most - 3) + "...";
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** For people, in one line. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(place.toString());
    if (!path.isEmpty()) {
      line.append(", ").append(path);
    }
    value.ifPresent(given -> line.append(" (").append(given).append(')'));
    return line.append(": ").append(rule).toString();
  }
}
