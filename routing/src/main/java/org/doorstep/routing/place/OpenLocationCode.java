package org.doorstep.routing.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorstep.routing.GeoPoint;

/**
 * Open Location Codes, also called plus codes, such as "9F32C9QG+XX", or "C9QG+XX" near a place.
 *
 * <p>Ten digits of base 20 come in pairs of latitude and longitude, each pair a twentieth of the
 * one before, from 20 degrees down to 1/8000; every further digit parts the square into five rows
 * and four columns. Digits beyond the fifteenth say nothing [1]. A short code leaves out the first
 * pairs: the full code nearest to a reference is meant, so it is right within half of what the last
 * pair left out spans, about 55 km for four digits.
 *
 * <p>[1] Open Location Code Specification, github.com/google/open-location-code, Documentation.
 *
 * @param digits capitals, without the plus sign and without padding
 * @param left how many leading digits are left out: 0, 2, 4, 6 or 8
 */
record OpenLocationCode(String digits, int left) {
  private static final String ALPHABET = "23456789CFGHJMPQRVWX";
  private static final int BASE = ALPHABET.length();
  private static final int PLUS_AFTER = 8;
  private static final int PAIRS = 5;
  private static final int DIGITS_MAX = 15;
  private static final int SAID_DIGITS_MIN = 6;
  private static final int ROWS = 5;
  private static final int COLUMNS = 4;

  private static final Pattern FORM =
      Pattern.compile("([23456789CFGHJMPQRVWX]{0,8})(0{0,6})\\+([23456789CFGHJMPQRVWX]{0,20})");

  /** Square that a code names: its middle, and half its height in degrees. */
  record Square(GeoPoint middle, double halfHeight) {}

  /** Reads a code in any case; empty if it is none. */
  static Optional<OpenLocationCode> find(String text) {
    Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String before = matcher.group(1);
    String after = matcher.group(3);
    int padded = matcher.group(2).length();
    int length = before.length() + padded;
    boolean whole = padded == 0 || (length == PLUS_AFTER && after.isEmpty() && !before.isEmpty());
    boolean even = length % 2 == 0 && padded % 2 == 0;
    boolean enough = after.length() != 1 && length + after.length() > 0;
    String digits = before + after;
    return whole && even && enough && startsOnEarth(digits, PLUS_AFTER - length)
        ? Optional.of(new OpenLocationCode(digits, PLUS_AFTER - length))
        : Optional.empty();
  }

  /** Whether it is long enough to be meant as a code: "+44" begins a telephone number. */
  boolean isSaid() {
    return left < PLUS_AFTER - 2 && digits.length() >= SAID_DIGITS_MIN;
  }

  boolean isFull() {
    return left == 0;
  }

  /** The square of a full code. */
  Square square() {
    if (!isFull()) {
      throw new IllegalStateException(
          "The code (%s) is short and needs a place.".formatted(digits));
    }
    double lat = -90;
    double lon = -180;
    double height = BASE * BASE;
    double width = height;
    int known = Math.min(DIGITS_MAX, digits.length());
    for (int i = 0; i < known; i++) {
      int digit = ALPHABET.indexOf(digits.charAt(i));
      if (i >= 2 * PAIRS) {
        height /= ROWS;
        width /= COLUMNS;
        int row = digit / COLUMNS;
        lat += row * height;
        lon += digit % COLUMNS * width;
      } else if (i % 2 == 0) {
        height /= BASE;
        lat += digit * height;
      } else {
        width /= BASE;
        lon += digit * width;
      }
    }
    double middle = Math.min(90, lat + height / 2);
    return new Square(new GeoPoint(middle, Math.min(180, lon + width / 2)), height / 2);
  }

  /** The full code that is meant near a place; a full code is itself. */
  OpenLocationCode near(GeoPoint reference) {
    if (isFull()) {
      return this;
    }
    double span = StrictMath.pow(BASE, 2 - left / 2);
    OpenLocationCode guess =
        new OpenLocationCode(leading(reference).substring(0, left) + digits, 0);
    GeoPoint middle = guess.square().middle();
    double lat = nearer(middle.lat(), reference.lat(), span, 90);
    double lon = nearer(middle.lon(), reference.lon(), span, Double.MAX_VALUE);
    double turned = lon < -180 ? lon + 360 : lon >= 180 ? lon - 360 : lon;
    return new OpenLocationCode(leading(new GeoPoint(lat, turned)).substring(0, left) + digits, 0);
  }

  /** As it is written, with its plus sign. */
  String text() {
    StringBuilder text = new StringBuilder(digits);
    while (text.length() < PLUS_AFTER - left) {
      text.append('0');
    }
    return text.insert(PLUS_AFTER - left, '+').toString();
  }

  private static double nearer(double middle, double reference, double span, double most) {
    if (reference + span / 2 < middle && middle - span >= -most) {
      return middle - span;
    }
    return reference - span / 2 > middle && middle + span <= most ? middle + span : middle;
  }

  /** Latitude has nine first digits and longitude eighteen. */
  private static boolean startsOnEarth(String digits, int left) {
    return left > 0
        || (ALPHABET.indexOf(digits.charAt(0)) < 9
            && (digits.length() < 2 || ALPHABET.indexOf(digits.charAt(1)) < 18));
  }

  /** The first eight digits of the code of a point. */
  private static String leading(GeoPoint at) {
    double lat = Math.min(at.lat() + 90, 180 - 1e-9);
    double lon = (at.lon() + 180) % 360;
    StringBuilder digits = new StringBuilder();
    double size = BASE;
    for (int i = 0; i < PLUS_AFTER / 2; i++) {
      digits.append(ALPHABET.charAt((int) (lat / size) % BASE));
      digits.append(ALPHABET.charAt((int) (lon / size) % BASE));
      size /= BASE;
    }
    return digits.toString();
  }
}
