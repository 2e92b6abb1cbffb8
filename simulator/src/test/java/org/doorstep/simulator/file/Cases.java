package org.doorstep.simulator.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cases as a file: "=== name", then what of the good file is changed ("- " a line of it, "+ " what
 * stands there instead), then the expected message. "- ALL" takes away every line.
 */
record Cases(String good, List<Case> cases) {
  record Case(String name, String text, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Cases read() {
    String good = resource("good.yaml");
    List<Case> cases = new ArrayList<>();
    for (String part : resource("bad-files.txt").split("(?m)^=== ", -1)) {
      if (!part.isBlank()) {
        cases.add(one(good, part));
      }
    }
    return new Cases(good, cases);
  }

  private static Case one(String good, String part) {
    List<String> lines = List.of(part.split("\n", -1));
    List<String> text = new ArrayList<>(List.of(good.split("\n", -1)));
    List<String> expected = new ArrayList<>();
    int at = text.size() - 1;
    for (String line : lines.subList(1, lines.size())) {
      if (line.equals("- ALL")) {
        text.clear();
        at = 0;
      } else if (line.startsWith("- ")) {
        at = text.indexOf(line.substring(2));
        if (at < 0) {
          throw new IllegalArgumentException("The good file has no line (%s).".formatted(line));
        }
        text.remove(at);
      } else if (line.startsWith("+ ")) {
        text.add(at++, unescaped(line.substring(2)));
      } else if (!line.isBlank()) {
        expected.add(line);
      }
    }
    return new Case(lines.get(0), String.join("\n", text), String.join("\n", expected));
  }

  private static String unescaped(String line) {
    return line.replace("\\t", "\t").replace("\\0", "\0").replace("\\b", "\b");
  }

  static String resource(String name) {
    try (InputStream in = Cases.class.getResourceAsStream("/file/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
