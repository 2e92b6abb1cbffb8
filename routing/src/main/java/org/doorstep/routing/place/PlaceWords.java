package org.doorstep.routing.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names cut into words that can be compared.
 *
 * <p>What belongs together is one word, however it is spaced: postcodes ("tn9 1ab"), road numbers
 * ("a 26"), exits ("junction 5" is "j5") and house numbers ("12 a"). Long texts are cut: no name is
 * that long, and work stays bounded.
 */
final class PlaceWords {
  private static final int TEXT_CHARS_MAX = 200;
  private static final int WORD_CHARS_MAX = 40;

  private static final Pattern MARKS = Pattern.compile("\\p{M}|['’‘ʼ`´]");
  private static final Pattern DOT_BETWEEN =
      Pattern.compile("(?<=\\p{L}\\p{L})\\.(?=[\\p{L}\\p{N}])");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern POSTCODE =
      Pattern.compile("\\b([a-z]{1,2}\\d[a-z\\d]?) (\\d[a-z]{2})\\b");
  private static final Pattern POSTCODE_BEGUN =
      Pattern.compile("\\b((?:[a-z]{2}|[c-ln-z])\\d[a-z\\d]?) (\\d[a-z]?)$");
  private static final Pattern ROAD = Pattern.compile("\\b([abm]) (\\d{1,4})\\b");
  private static final Pattern EXIT =
      Pattern.compile("\\b(?:j|jn|jct|jctn|jnc|junc|junction) ?(\\d{1,2}[a-z]?)\\b");
  private static final Pattern HOUSE = Pattern.compile("\\b(\\d{1,4}) ([a-h])\\b");

  private PlaceWords() {}

  /** Lower-case words without accents and apostrophes, in order. */
  static List<String> of(String text) {
    String cut = text.substring(0, Math.min(TEXT_CHARS_MAX, text.length()));
    String plain = isPlain(cut) ? cut.toLowerCase(Locale.ROOT) : plain(cut);
    if (plain.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      plain = POSTCODE.matcher(plain).replaceAll("$1$2");
      plain = POSTCODE_BEGUN.matcher(plain).replaceAll("$1$2");
      plain = ROAD.matcher(plain).replaceAll("$1$2");
      plain = EXIT.matcher(plain).replaceAll("j$1");
      plain = HOUSE.matcher(plain).replaceAll("$1$2");
    }
    List<String> words = new ArrayList<>();
    for (String word : plain.split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word.substring(0, Math.min(WORD_CHARS_MAX, word.length())));
      }
    }
    return words;
  }

  /** Most names are letters and spaces, and need no more than small letters. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && (c >= 128 || !Character.isLetterOrDigit(c))) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    plain = DOT_BETWEEN.matcher(plain).replaceAll(" ").replace(".", "");
    plain = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    return OTHER.matcher(plain).replaceAll(" ").strip();
  }

  /** The words of a name for the index, short forms in full as well. */
  static Set<String> toIndex(List<String> name) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : name) {
      words.add(word);
      words.addAll(ShortForms.meanings(word));
    }
    return words;
  }

  /** What a typed word may stand for, itself first. */
  static Set<String> meanings(String word) {
    Set<String> meanings = new LinkedHashSet<>();
    meanings.add(word);
    meanings.addAll(ShortForms.meanings(word));
    return meanings;
  }

  /** A whole name in one spelling, without words that say nothing. */
  static String whole(Collection<String> words) {
    return words.stream()
        .filter(word -> !ShortForms.isNoise(word))
        .map(ShortForms::full)
        .collect(Collectors.joining(" "));
  }

  /** Whether a word may be the number of a house. */
  static boolean isNumber(String word) {
    return word.charAt(0) >= '0' && word.charAt(0) <= '9';
  }
}
