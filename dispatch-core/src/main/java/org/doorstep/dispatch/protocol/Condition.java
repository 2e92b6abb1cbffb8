package org.doorstep.dispatch.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What one cell of a decision table asks of one input. Numbers are whole numbers.
 *
 * @param input the input's name
 * @param values the values as text; none for {@link Match#WITHIN} and {@link Match#MISSING}
 * @param spans for {@link Match#WITHIN}: at least one of them holds the number
 */
public record Condition(String input, Match match, List<String> values, List<Span> spans) {

  /** How a value is held against the cell. */
  public enum Match {
    /** It is one of the values; a missing value is none. */
    ONE_OF,
    /** It is none of the values; a missing value is none, and so matches. */
    NONE_OF,
    /** It is missing. */
    MISSING,
    /** It is one of the values, or missing. */
    ONE_OF_OR_MISSING,
    /** It lies in one of the spans; a missing value lies nowhere. */
    WITHIN
  }

  /**
   * Whole numbers from one to another, both included.
   *
   * @param from no lower end when empty
   * @param to no upper end when empty
   */
  public record Span(Optional<Long> from, Optional<Long> to) {
    boolean holds(long number) {
      return from.orElse(Long.MIN_VALUE) <= number && number <= to.orElse(Long.MAX_VALUE);
    }
  }

  public Condition {
    values = List.copyOf(values);
    spans = List.copyOf(spans);
    if (!isWhole(match, values, spans)) {
      throw new IllegalArgumentException(
          "The condition on (%s) must name at least one value.".formatted(input));
    }
  }

  /** Whether the value of the input meets the condition. */
  public boolean holds(Optional<String> value) {
    return switch (match) {
      case ONE_OF -> value.isPresent() && values.contains(value.get());
      case NONE_OF -> value.isEmpty() || !values.contains(value.get());
      case MISSING -> value.isEmpty();
      case ONE_OF_OR_MISSING -> value.isEmpty() || values.contains(value.get());
      case WITHIN -> value.isPresent() && isWithin(Long.parseLong(value.get()));
    };
  }

  /** Whether it holds for nothing but a missing value. */
  boolean asksForMissing() {
    return match == Match.MISSING;
  }

  private static boolean isWhole(Match match, List<String> values, List<Span> spans) {
    return switch (match) {
      case WITHIN -> !spans.isEmpty();
      case MISSING -> values.isEmpty() && spans.isEmpty();
      case ONE_OF, NONE_OF, ONE_OF_OR_MISSING -> !values.isEmpty();
    };
  }

  private boolean isWithin(long number) {
    return spans.stream().anyMatch(span -> span.holds(number));
  }
}
