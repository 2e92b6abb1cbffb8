package org.doorstep.routing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names cut into words that can be compared, and the short forms people type for them. */
final class PlaceWords {
  private static final Map<String, List<String>> SHORT =
      Map.ofEntries(
          Map.entry("st", List.of("street", "saint")),
          Map.entry("str", List.of("street")),
          Map.entry("rd", List.of("road")),
          Map.entry("ave", List.of("avenue")),
          Map.entry("av", List.of("avenue")),
          Map.entry("cres", List.of("crescent")),
          Map.entry("cr", List.of("crescent")),
          Map.entry("ln", List.of("lane")),
          Map.entry("dr", List.of("drive")),
          Map.entry("cl", List.of("close")),
          Map.entry("ct", List.of("court")),
          Map.entry("pl", List.of("place")),
          Map.entry("gdns", List.of("gardens")),
          Map.entry("gr", List.of("grove")),
          Map.entry("ter", List.of("terrace")),
          Map.entry("terr", List.of("terrace")),
          Map.entry("sq", List.of("square")),
          Map.entry("fm", List.of("farm")),
          Map.entry("nr", List.of("near")));

  private PlaceWords() {}

  /** Lower-case words without accents and apostrophes, in order. */
  static List<String> of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}|['’.]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" ", -1));
  }

  /** The words of a name for the index: "St" before a name is "Saint" as well. */
  static List<String> toIndex(String name) {
    List<String> words = new ArrayList<>(of(name));
    if (words.contains("st")) {
      words.add("saint");
    }
    return words;
  }

  /** What a typed word may stand for, itself first. */
  static List<String> meanings(String word) {
    List<String> meanings = new ArrayList<>(List.of(word));
    meanings.addAll(SHORT.getOrDefault(word, List.of()));
    return meanings;
  }
}
