package org.doorstep.routing.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Latitude and longitude as people type them: decimal, with minutes, or with minutes and seconds.
 *
 * <p>Read are "51.195, 0.275", "N51.195 E0.275", "51°11'42"N 0°16'30"E", "51 11.7N 0 16.5E", "51d
 * 11m 42s N / 0d 16m 30s E", primes of all kinds, and a comma, semicolon, slash or space between.
 * Figures without any sign of being degrees (a letter, a mark, decimals on both, or three figures
 * each) are none: "12 14" may be houses.
 *
 * <p>The text is cut in two wherever it can be, and the first cut of which both halves are an angle
 * is taken; texts are short, so that is some tens of tries.
 *
 * @param first as typed; latitude unless a letter says otherwise
 * @param second as typed
 */
record TypedDegrees(double first, double second, boolean isLongitudeFirst) {
  private static final int CHARS_MAX = 80;
  private static final String FIGURE = "(\\d{1,3}(?:\\.\\d{1,15})?)";
  private static final Pattern PLAUSIBLE =
      Pattern.compile("[-+NSEW\\d][-+NSEWDMGCOUTIR\\d.°'\",;/ ]*\\d[-+NSEWDMGCOUTIR°'\",;/ \\d.]*");
  private static final Pattern ANGLE =
      Pattern.compile(
          ("([NSEW])? ?([-+])? ?F"
                  + "(?: ?(°|D(?:EG(?:REES)?)?) ?| |$|(?=[NSEW]))"
                  + "(?:F(?: ?('|M(?:IN(?:UTES)?)?) ?| |$|(?=[NSEW])))?"
                  + "(?:F ?(\"|S(?:EC(?:ONDS)?)?)?)? ?([NSEW])?")
              .replace("F", FIGURE));

  /** One of the two, in degrees. */
  private record Angle(double degrees, String side, int figures, boolean marked, boolean decimal) {
    boolean isSided() {
      return !side.isEmpty();
    }

    boolean isEastWest() {
      return side.equals("E") || side.equals("W");
    }
  }

  /** Reads two angles; empty if the text is anything else. */
  static Optional<TypedDegrees> find(String typed) {
    if (typed.length() > CHARS_MAX) {
      return Optional.empty();
    }
    String text = plain(typed);
    if (!PLAUSIBLE.matcher(text).matches()) {
      return Optional.empty();
    }
    for (int i = 1; i < text.length(); i++) {
      if (",;/ ".indexOf(text.charAt(i)) >= 0) {
        Optional<TypedDegrees> found = cut(text.substring(0, i), text.substring(i + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    for (int i = 1; i < text.length(); i++) {
      boolean letter =
          "NSEW".indexOf(text.charAt(i - 1)) >= 0 || "NSEW".indexOf(text.charAt(i)) >= 0;
      Optional<TypedDegrees> found =
          letter ? cut(text.substring(0, i), text.substring(i)) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String plain(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[º˚]", "°")
        .replaceAll("''|[″”“„〃]|′′|’’", "\"")
        .replaceAll("[′’‘`´ʹ]", "'")
        .replaceAll("[−–—]", "-")
        .replaceAll("[\\s\\u00A0\\u2009\\u202F]+", " ")
        .replaceAll(" ?([,;/]) ?", "$1")
        .strip();
  }

  private static Optional<TypedDegrees> cut(String first, String second) {
    Optional<Angle> one = angle(first.strip());
    Optional<Angle> two = one.isEmpty() ? Optional.empty() : angle(second.strip());
    return two.isEmpty() ? Optional.empty() : pair(one.orElseThrow(), two.orElseThrow());
  }

  private static Optional<TypedDegrees> pair(Angle one, Angle two) {
    boolean sided = one.isSided() && two.isSided();
    if (sided && one.isEastWest() == two.isEastWest()) {
      return Optional.empty();
    }
    boolean meant =
        one.isSided()
            || two.isSided()
            || (one.marked && two.marked)
            || (one.figures == two.figures && (one.figures == 3 || (one.decimal && two.decimal)));
    boolean longitudeFirst = one.isEastWest() || (two.isSided() && !two.isEastWest());
    return meant
        ? Optional.of(new TypedDegrees(one.degrees, two.degrees, longitudeFirst))
        : Optional.empty();
  }

  private static Optional<Angle> angle(String text) {
    Matcher it = ANGLE.matcher(text);
    if (!it.matches() || (it.group(1) != null && it.group(9) != null)) {
      return Optional.empty();
    }
    String[] figures = {it.group(3), it.group(5), it.group(7)};
    int count = 0;
    double degrees = 0;
    double unit = 1;
    boolean decimal = false;
    for (String figure : figures) {
      if (figure == null) {
        continue;
      }
      double value = Double.parseDouble(figure);
      if (decimal || (count > 0 && value >= 60)) {
        return Optional.empty();
      }
      decimal = figure.contains(".");
      degrees += value * unit;
      unit /= 60;
      count++;
    }
    String side = it.group(1) != null ? it.group(1) : it.group(9) != null ? it.group(9) : "";
    boolean minus = "-".equals(it.group(2));
    if (degrees > 180 || (minus && !side.isEmpty())) {
      return Optional.empty();
    }
    boolean negative = minus || side.equals("S") || side.equals("W");
    boolean marked = it.group(4) != null || it.group(6) != null;
    return Optional.of(new Angle(negative ? -degrees : degrees, side, count, marked, decimal));
  }
}
