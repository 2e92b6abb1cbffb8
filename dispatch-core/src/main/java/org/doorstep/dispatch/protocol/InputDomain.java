package org.doorstep.dispatch.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An input that tables of one kind may ask, with every value that it can take; each can be missing
 * as well.
 *
 * @param mildestFirst the values; of an ordered input from the mildest to the worst
 * @param ordered whether a worse value must never lower what comes out
 */
public record InputDomain(
    String name, TableColumn.Kind kind, List<String> mildestFirst, boolean ordered) {
  public InputDomain {
    mildestFirst = List.copyOf(mildestFirst);
    if (mildestFirst.isEmpty()) {
      throw new IllegalArgumentException("The input (%s) must have a value.".formatted(name));
    }
  }

  /** A question of yes or no of which neither answer is worse. */
  static InputDomain either(String name) {
    return new InputDomain(name, TableColumn.Kind.BOOLEAN, List.of("false", "true"), false);
  }

  /** A question of yes or no where yes is worse. */
  static InputDomain worseIfTrue(String name) {
    return new InputDomain(name, TableColumn.Kind.BOOLEAN, List.of("false", "true"), true);
  }

  /** A question of yes or no where no is worse. */
  static InputDomain worseIfFalse(String name) {
    return new InputDomain(name, TableColumn.Kind.BOOLEAN, List.of("true", "false"), true);
  }

  /** A whole number of which more is worse, both ends included. */
  static InputDomain count(String name, int least, int most) {
    List<String> values = new ArrayList<>();
    for (int value = least; value <= most; value++) {
      values.add(Integer.toString(value));
    }
    return new InputDomain(name, TableColumn.Kind.NUMBER, values, true);
  }

  /** Codes in no order. */
  static InputDomain codes(String name, Enum<?>[] codes) {
    List<String> values = new ArrayList<>();
    for (Enum<?> code : codes) {
      values.add(code.name());
    }
    return new InputDomain(name, TableColumn.Kind.STRING, values, false);
  }

  /** Missing, then every value from the mildest on. */
  public List<Optional<String>> answers() {
    List<Optional<String>> answers = new ArrayList<>(List.of(Optional.empty()));
    mildestFirst.forEach(value -> answers.add(Optional.of(value)));
    return List.copyOf(answers);
  }
}
