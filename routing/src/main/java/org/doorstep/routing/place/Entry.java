package org.doorstep.routing.place;

import java.util.List;

/**
 * What is indexed of a place.
 *
 * @param names whole, each spelling of it as it is written
 * @param also other words by which it may be called
 * @param in settlements, parts of towns and postcodes it lies in; the first is the settlement
 * @param numbers houses in it, by which alone it may be found; empty for all but streets of houses
 */
record Entry(
    Found found, List<String> names, List<String> also, List<String> in, List<String> numbers) {
  Entry {
    names = List.copyOf(names);
    also = List.copyOf(also);
    in = List.copyOf(in);
    numbers = List.copyOf(numbers);
  }

  /** An entry without houses. */
  Entry(Found found, List<String> names, List<String> also, List<String> in) {
    this(found, names, also, in, List.of());
  }
}
