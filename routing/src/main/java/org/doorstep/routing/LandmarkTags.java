package org.doorstep.routing;

import com.graphhopper.reader.ReaderElement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which tags of OpenStreetMap make a landmark.
 *
 * <p>A point of interest is anything that has a name and one of these keys, unless its value is a
 * piece of furniture: amenity (hospital, doctors, school, pub, fuel, place_of_worship ...),
 * healthcare, social_facility, emergency, shop, tourism, leisure, office, craft, club, railway
 * (stations, halts, tram stops), public_transport (stations), aeroway, man_made, historic,
 * military, landuse (industrial, retail, farmyard and the like), place (farm, isolated_dwelling,
 * locality, square), natural, building. The first key that fits says what it is; a hospital is not
 * a building.
 */
final class LandmarkTags {
  private static final List<String> KEYS =
      List.of(
          "amenity",
          "healthcare",
          "social_facility",
          "emergency",
          "shop",
          "tourism",
          "leisure",
          "office",
          "craft",
          "club",
          "railway",
          "public_transport",
          "aeroway",
          "man_made",
          "historic",
          "military",
          "landuse",
          "place",
          "natural",
          "building");

  /** Of these keys only some values are landmarks. */
  private static final Map<String, Set<String>> ONLY =
      Map.of(
          "emergency", Set.of("ambulance_station", "lifeboat_station", "mountain_rescue"),
          "railway", Set.of("station", "halt", "tram_stop"),
          "public_transport", Set.of("station"),
          "aeroway", Set.of("aerodrome", "heliport", "helipad", "terminal"),
          "man_made",
              Set.of("lighthouse", "pier", "tower", "works", "wastewater_plant", "windmill"),
          "landuse",
              Set.of(
                  "allotments",
                  "cemetery",
                  "commercial",
                  "depot",
                  "farmyard",
                  "industrial",
                  "quarry",
                  "recreation_ground",
                  "retail"),
          "place", Set.of("farm", "isolated_dwelling", "locality", "square", "island"),
          "natural", Set.of("peak", "hill", "beach", "wood", "water", "bay", "cape", "cliff"));

  /** Furniture: hundreds of it, and nobody asks for help at one by its name. */
  private static final Set<String> FURNITURE =
      Set.of(
          "no",
          "bench",
          "bicycle_parking",
          "charging_station",
          "information",
          "parking_space",
          "post_box",
          "recycling",
          "shelter",
          "taxi",
          "telephone",
          "vending_machine",
          "waste_basket",
          "waste_disposal");

  /** What people call it, where that is not the value itself. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("doctors", "surgery"),
          Map.entry("doctor", "surgery"),
          Map.entry("clinic", "clinic"),
          Map.entry("nursing_home", "care home"),
          Map.entry("assisted_living", "care home"),
          Map.entry("group_home", "care home"),
          Map.entry("fuel", "petrol station"),
          Map.entry("halt", "station"),
          Map.entry("place_of_worship", "church"),
          Map.entry("aerodrome", "airfield"),
          Map.entry("farmyard", "farm"),
          Map.entry("industrial", "industrial estate"),
          Map.entry("isolated_dwelling", "house"),
          Map.entry("locality", "place"),
          Map.entry("yes", "building"));

  private final Map<String, String> once = new HashMap<>();

  /**
   * What an element says of itself; the place comes later.
   *
   * @param category empty unless it is a point of interest
   */
  record Words(
      String category,
      String name,
      String house,
      String street,
      String settlement,
      String postcode) {

    Landmark at(GeoPoint at) {
      return new Landmark(category, new Address(name, house, street, settlement, postcode, at));
    }

    /** Whether there is anything to be found by. */
    boolean isLandmark() {
      boolean address = !street.isEmpty() && !(house.isEmpty() && name.isEmpty());
      return !category.isEmpty() || address || !postcode.isEmpty();
    }
  }

  /** Reads the tags; equal texts are kept once. */
  Words read(ReaderElement element) {
    boolean street = element.hasTag("highway");
    String name = element.getTag("name", "");
    String postcode = element.getTag("addr:postcode", element.getTag("postal_code", ""));
    String category = street || name.isEmpty() ? "" : category(element);
    String houseName = element.getTag("addr:housename", "");
    return new Words(
        once(category),
        once(category.isEmpty() ? houseName : name),
        once(element.getTag("addr:housenumber", "")),
        once(street ? name : element.getTag("addr:street", element.getTag("addr:place", ""))),
        once(element.getTag("addr:city", element.getTag("addr:village", ""))),
        once(postcode.strip().toUpperCase(Locale.ROOT)));
  }

  private static String category(ReaderElement element) {
    for (String key : KEYS) {
      String value = element.getTag(key, "");
      boolean fits = !value.isEmpty() && !FURNITURE.contains(value);
      if (fits && (!ONLY.containsKey(key) || ONLY.getOrDefault(key, Set.of()).contains(value))) {
        return words(value.equals("social_facility") ? social(element) : value);
      }
    }
    return "";
  }

  private static String social(ReaderElement element) {
    return element.getTag("social_facility", "social_facility");
  }

  private static String words(String value) {
    return WORDS.getOrDefault(value, value.replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  private String once(String text) {
    String first = once.putIfAbsent(text, text);
    return first == null ? text : first;
  }
}
