package org.doorstep.routing.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postcode of the United Kingdom.
 *
 * @param outward its first half, which names a post town's district, such as "TN9"
 * @param inward its second half, such as "1AB"
 */
record Postcode(String outward, String inward) {
  private static final Pattern FORM =
      Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?)\\s*([0-9][A-Z]{2})");

  /** Reads a full postcode in any case and spacing; empty if it is none. */
  static Optional<Postcode> find(String text) {
    Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(new Postcode(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** As it is written on a letter. */
  String text() {
    return outward + " " + inward;
  }
}
