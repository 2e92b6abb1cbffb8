package org.doorstep.routing.place;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.routing.GeoPoint;

/**
 * Places while a gazetteer is being made: each gets its label, and goes into the index at once. One
 * thread.
 */
final class PlaceList {
  /** What a number of the index stands for: one place, or the houses of a street. */
  sealed interface Item {
    /** A place that is what was looked for. */
    record Single(Found found) implements Item {}

    /** Houses, one of which may be what was looked for. */
    record Street(Houses houses) implements Item {}
  }

  /** Where something is in words; whatever is not known is empty. */
  record Locality(String street, String settlement, String postcode) {}

  private final Settlements settlements;
  private final PlaceIndex.Builder index = new PlaceIndex.Builder();
  private final List<Item> items = new ArrayList<>();

  PlaceList(Settlements settlements) {
    this.settlements = settlements;
  }

  /** Which settlement a point lies in. */
  String settlement(GeoPoint at) {
    return settlements.name(at);
  }

  /** Adds a place that lies in no other. */
  void addAlone(Found.Kind kind, String name, GeoPoint at) {
    add(new Entry(new Found(name, kind, at), List.of(name), List.of(), List.of()));
  }

  /** Adds a place in the settlement around it. */
  void add(Found.Kind kind, List<String> names, List<String> also, GeoPoint at) {
    add(kind, names, also, new Locality("", settlements.name(at), ""), at);
  }

  /**
   * Adds a place of which somebody has said where it is; the settlement around it counts too.
   *
   * @param names each spelling of the name; the first is shown
   * @param also other words that count for less
   */
  void add(Found.Kind kind, List<String> names, List<String> also, Locality where, GeoPoint at) {
    String name = names.get(0);
    boolean alone = where.settlement.isEmpty() || where.settlement.equals(name);
    String label =
        Stream.of(name, where.street, alone ? "" : where.settlement)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    String whole = where.postcode.isEmpty() ? label : label + " " + where.postcode;
    List<String> in = new ArrayList<>(alone ? List.of() : in(where.settlement, at));
    in.addAll(Stream.of(where.street, where.postcode).filter(it -> !it.isEmpty()).toList());
    add(new Entry(new Found(whole, kind, at), names, also, in));
  }

  /** Adds the houses of a street. */
  void add(Houses houses) {
    List<String> in = new ArrayList<>(in(houses.settlement(), houses.middle()));
    in.addAll(houses.postcodes());
    Found street = new Found(houses.street(), Found.Kind.ADDRESS, houses.middle());
    index.add(new Entry(street, List.of(houses.street()), List.of(), in, houses.numbers()));
    items.add(new Item.Street(houses));
  }

  List<Item> items() {
    return List.copyOf(items);
  }

  PlaceIndex index() {
    return index.build();
  }

  private void add(Entry entry) {
    index.add(entry);
    items.add(new Item.Single(entry.found()));
  }

  private List<String> in(String settlement, GeoPoint at) {
    return Stream.of(settlement, settlements.name(at), settlements.part(at))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
