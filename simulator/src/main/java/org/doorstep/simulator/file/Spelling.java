package org.doorstep.simulator.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How names of Java are written in files, and which of them somebody may have meant. */
final class Spelling {
  private static final int LETTERS_WRONG_MAX = 3;
  private static final int LENGTH_MAX = 60;

  private Spelling() {}

  /** The key of a component: {@code onSceneMinutes} is {@code on-scene-minutes}. */
  static String key(String component) {
    return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The word of a constant: {@code TREAT_AT_SCENE} is {@code treat-at-scene}. */
  static String word(Enum<?> constant) {
    return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** Whether a word means a constant: case, dashes and underscores do not matter. */
  static boolean means(String word, Enum<?> constant) {
    return word.replace('-', '_').equalsIgnoreCase(constant.name());
  }

  /** "; did you mean ...?", or nothing if no known word is near. */
  static String hint(String given, List<String> known) {
    return findNearest(given, known)
        .map(nearest -> "; did you mean %s?".formatted(nearest))
        .orElse("");
  }

  private static Optional<String> findNearest(String given, List<String> known) {
    if (given.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    // A third of the letters, so that short words are not taken for each other.
    int least = Math.min(LETTERS_WRONG_MAX, given.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String each : known) {
      int distance = distance(given.toLowerCase(Locale.ROOT).replace('_', '-'), each);
      if (distance < least) {
        least = distance;
        nearest = Optional.of(each);
      }
    }
    return nearest;
  }

  /** Levenshtein's distance: how many letters must be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        int shifted = 1 + Math.min(above[column], current[column - 1]);
        current[column] = Math.min(changed, shifted);
      }
      above = current;
    }
    return above[other.length()];
  }
}
