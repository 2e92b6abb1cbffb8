package org.doorstep.routing.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.doorstep.routing.GeoPoint;

/**
 * The numbered houses of one street in one settlement.
 *
 * <p>Streets are indexed, not houses: a county has thirty times as many. A house costs four words
 * here; its place is kept to 1e-7 degrees, a centimetre. Filled by one thread, then read by any.
 */
final class Houses {
  private static final double UNITS_PER_DEGREE = 1e7;
  private static final int FOUND_MAX = 5;

  private final String street;
  private final String settlement;
  private final List<String> numbers = new ArrayList<>(4);
  private final List<String> postcodes = new ArrayList<>(4);
  private int[] lats = new int[4];
  private int[] lons = new int[4];

  Houses(String street, String settlement) {
    this.street = street;
    this.settlement = settlement;
  }

  /** Adds a house; of two with the same number and postcode the first is shown. */
  void add(String number, String postcode, GeoPoint at) {
    int count = numbers.size();
    if (count == lats.length) {
      lats = Arrays.copyOf(lats, 2 * count);
      lons = Arrays.copyOf(lons, 2 * count);
    }
    lats[count] = (int) Math.round(at.lat() * UNITS_PER_DEGREE);
    lons[count] = (int) Math.round(at.lon() * UNITS_PER_DEGREE);
    numbers.add(number);
    postcodes.add(postcode);
  }

  String street() {
    return street;
  }

  String settlement() {
    return settlement;
  }

  /** A house near the middle of the street. */
  GeoPoint middle() {
    Points points = new Points();
    for (int i = 0; i < numbers.size(); i++) {
      points.add(at(i));
    }
    return points.middle();
  }

  /** Every postcode of a house, whole and its first half. */
  Set<String> postcodes() {
    Set<String> all = new LinkedHashSet<>();
    for (String postcode : new LinkedHashSet<>(postcodes)) {
      if (!postcode.isEmpty()) {
        all.add(postcode);
        Postcode.find(postcode).map(Postcode::outward).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Every word by which a house may be asked for. */
  List<String> numbers() {
    Set<String> all = new LinkedHashSet<>();
    new LinkedHashSet<>(numbers).forEach(number -> all.addAll(PlaceWords.of(number)));
    return List.copyOf(all);
  }

  /** The houses that typed words name; a postcode among them must be theirs. */
  List<Found> find(List<String> typed) {
    List<String> own = PlaceWords.of(street);
    List<String> wanted =
        typed.stream().filter(word -> PlaceWords.isNumber(word) && !own.contains(word)).toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<String, Found> found = new LinkedHashMap<>();
    boolean known = postcodes.stream().anyMatch(postcode -> isTyped(postcode, typed));
    for (int i = 0; i < numbers.size() && found.size() < FOUND_MAX; i++) {
      if (isMeant(numbers.get(i), wanted) && (!known || isTyped(postcodes.get(i), typed))) {
        String label = label(i);
        found.putIfAbsent(label, new Found(label, Found.Kind.ADDRESS, at(i)));
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean isMeant(String number, List<String> wanted) {
    boolean plain = number.chars().allMatch(Character::isLetterOrDigit);
    return plain
        ? wanted.size() == 1 && number.equalsIgnoreCase(wanted.get(0))
        : PlaceWords.of(number).containsAll(wanted);
  }

  private static boolean isTyped(String postcode, List<String> typed) {
    return !postcode.isEmpty()
        && typed.contains(postcode.replace(" ", "").toLowerCase(Locale.ROOT));
  }

  private String label(int i) {
    String place = numbers.get(i) + " " + street;
    place = settlement.isEmpty() ? place : place + ", " + settlement;
    return postcodes.get(i).isEmpty() ? place : place + " " + postcodes.get(i);
  }

  private GeoPoint at(int i) {
    return new GeoPoint(lats[i] / UNITS_PER_DEGREE, lons[i] / UNITS_PER_DEGREE);
  }
}
