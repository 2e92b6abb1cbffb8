package org.doorstep.routing.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.routing.Address;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.Landmark;
import org.doorstep.routing.MapInfo;

/**
 * Gathers addresses, points of interest and postcodes, and puts them among the places. What has
 * been read first is shown first. One thread.
 */
final class AddressBook {
  /** A thing mapped twice, as a point and as a building, is one. */
  private static final double SAME_METERS_MAX = 200;

  private static final int NUMBER_CHARS_MAX = 12;
  private static final int PROGRESS_ADDRESSES = 500_000;

  private final MapInfo map;
  private final PlaceList places;
  private final Consumer<String> progress;
  private final Map<String, Houses> streets = new TreeMap<>();
  private final Map<String, Points> postcodes = new TreeMap<>();
  private final Map<String, List<GeoPoint>> shown = new HashMap<>();
  private final Map<String, String> once = new HashMap<>();
  private int read;

  AddressBook(MapInfo map, PlaceList places, Consumer<String> progress) {
    this.map = map;
    this.places = places;
    this.progress = progress;
  }

  /** Takes what lies on the map; the rest could not be driven to. */
  void add(Landmark landmark) {
    Address address = landmark.address();
    GeoPoint at = address.at();
    if (++read % PROGRESS_ADDRESSES == 0) {
      progress.accept("%,d addresses read".formatted(read));
    }
    if (!TypedPlace.isOnMap(map, at)) {
      return;
    }
    String settlement =
        address.settlement().isEmpty() ? places.settlement(at) : once(address.settlement());
    boolean numbered = isNumber(address.house()) && !address.street().isEmpty();
    Postcode.find(address.postcode())
        .ifPresent(code -> postcodes.computeIfAbsent(code.text(), c -> new Points()).add(at));
    if (!landmark.category().isEmpty()) {
      addPurpose(landmark, settlement);
    } else if (!address.name().isEmpty() || (!numbered && !address.house().isEmpty())) {
      addNamed(address, settlement);
    }
    if (numbered) {
      String key = String.join("|", PlaceWords.whole(PlaceWords.of(address.street())), settlement);
      streets
          .computeIfAbsent(key, k -> new Houses(address.street(), settlement))
          .add(once(address.house()), once(address.postcode()), at);
    }
  }

  /** Puts what has been gathered among the places. */
  void finish() {
    streets.values().forEach(places::add);
    Map<String, Points> districts = new TreeMap<>();
    postcodes.forEach(
        (postcode, points) -> {
          GeoPoint at = points.middle();
          places.add(Found.Kind.POSTCODE, List.of(postcode), List.of(), at);
          Postcode.find(postcode)
              .map(Postcode::outward)
              .ifPresent(it -> districts.computeIfAbsent(it, d -> new Points()).add(at));
        });
    districts.forEach(
        (district, points) ->
            places.add(Found.Kind.POSTCODE, List.of(district), List.of(), points.middle()));
  }

  private void addPurpose(Landmark landmark, String settlement) {
    Address address = landmark.address();
    String category = landmark.category();
    String name = Purposes.shown(address.name(), category);
    List<GeoPoint> same = shown.computeIfAbsent(name, n -> new ArrayList<>(1));
    if (same.stream().noneMatch(it -> it.distanceMeters(address.at()) < SAME_METERS_MAX)) {
      same.add(address.at());
      List<String> also =
          Stream.of(category, Purposes.also(category)).filter(words -> !words.isEmpty()).toList();
      places.add(
          Found.Kind.POINT_OF_INTEREST,
          Purposes.isIncidental(category) ? List.of(name) : List.of(name, address.name()),
          also,
          locality(address, settlement),
          address.at());
    }
  }

  private void addNamed(Address address, String settlement) {
    boolean named = !address.name().isEmpty();
    Address rest =
        named
            ? address
            : new Address("", "", address.street(), "", address.postcode(), address.at());
    places.add(
        Found.Kind.ADDRESS,
        List.of(named ? address.name() : address.house()),
        List.of(),
        locality(rest, settlement),
        address.at());
  }

  private static PlaceList.Locality locality(Address address, String settlement) {
    String street =
        Stream.of(address.house(), address.street())
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    return new PlaceList.Locality(street, settlement, address.postcode());
  }

  private static boolean isNumber(String house) {
    return !house.isEmpty() && house.length() <= NUMBER_CHARS_MAX && PlaceWords.isNumber(house);
  }

  private String once(String text) {
    String first = once.putIfAbsent(text, text);
    return first == null ? text : first;
  }
}
