package org.doorstep.simulator.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.doorstep.simulator.file.Tree.Word;
import org.jspecify.annotations.Nullable;

/** What one word of a file means as a value of a given type. */
final class WordReader {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(inf|nan)|[-+]?(infinity|nan)", Pattern.CASE_INSENSITIVE);

  private final Consumer<String> fault;

  private WordReader(Consumer<String> fault) {
    this.fault = fault;
  }

  /** Whether values of a type are single words. */
  static boolean reads(Class<?> type) {
    return type.isEnum() || isNumber(type) || isText(type);
  }

  static boolean isNumber(Class<?> type) {
    return type == double.class || type == Double.class || isWhole(type);
  }

  static boolean isWhole(Class<?> type) {
    return type == int.class || type == Integer.class || type == long.class || type == Long.class;
  }

  private static boolean isText(Class<?> type) {
    return type == String.class
        || type == boolean.class
        || type == Boolean.class
        || type == LocalDate.class
        || type == LocalDateTime.class
        || type == LocalTime.class
        || type == ZoneId.class;
  }

  /** The value, or a rule for {@code fault} that the word breaks. */
  static Optional<Object> read(
      Class<?> type, Word word, @Nullable Bounds bounds, Consumer<String> fault) {
    WordReader reader = new WordReader(fault);
    if (word.isNothing()) {
      return reader.broken("must have a value");
    }
    if (type.isEnum()) {
      return reader.constant(type, word);
    }
    return isNumber(type) ? reader.number(type, word, bounds) : reader.text(type, word.text());
  }

  private Optional<Object> broken(String rule) {
    fault.accept(rule);
    return Optional.empty();
  }

  private Optional<Object> number(Class<?> type, Word word, @Nullable Bounds bounds) {
    String text = word.text();
    if (word.quoted()) {
      return broken("must be a number, without quotes");
    }
    if (NOT_FINITE.matcher(text).matches()) {
      return broken("must be a finite number");
    }
    if (!NUMBER.matcher(text).matches()) {
      return broken("must be a number");
    }
    return isWhole(type) ? whole(type, text, bounds) : fraction(text, bounds);
  }

  private Optional<Object> fraction(String text, @Nullable Bounds bounds) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return broken("must be a finite number");
    }
    return isWithin(value, bounds) ? Optional.of(value) : Optional.empty();
  }

  private Optional<Object> whole(Class<?> type, String text, @Nullable Bounds bounds) {
    if (!text.matches("[-+]?[0-9]+")) {
      return broken("must be a whole number");
    }
    if (!WHOLE.matcher(text).matches()) {
      return broken("has too many digits");
    }
    long value = Long.parseLong(text);
    if (!isWithin((double) value, bounds)) {
      return Optional.empty();
    }
    if (type == long.class || type == Long.class) {
      return Optional.of(value);
    }
    return value == (int) value
        ? Optional.of((int) value)
        : broken("must be from %d to %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private boolean isWithin(double value, @Nullable Bounds bounds) {
    boolean within = bounds == null || (value >= bounds.least() && value <= bounds.most());
    if (bounds != null && !within) {
      fault.accept("must be from %s to %s".formatted(shown(bounds.least()), shown(bounds.most())));
    }
    return within;
  }

  /** Whole numbers without a point. */
  static String shown(double number) {
    return number == StrictMath.rint(number) && StrictMath.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private Optional<Object> constant(Class<?> type, Word word) {
    Enum<?>[] constants = (Enum<?>[]) type.getEnumConstants();
    for (Enum<?> constant : constants) {
      if (Spelling.means(word.text(), constant)) {
        return Optional.of(constant);
      }
    }
    List<String> known = Arrays.stream(constants).map(Spelling::word).toList();
    return broken(
        "must be one of %s%s"
            .formatted(String.join(", ", known), Spelling.hint(word.text(), known)));
  }

  private Optional<Object> text(Class<?> type, String text) {
    if (type == String.class) {
      return Optional.of(text);
    }
    if (type == boolean.class || type == Boolean.class) {
      return text.equals("true") || text.equals("false")
          ? Optional.of(Boolean.valueOf(text))
          : broken("must be true or false");
    }
    return timed(type, text);
  }

  private Optional<Object> timed(Class<?> type, String text) {
    if (type == LocalDate.class) {
      return parsed(LocalDate::parse, text, "must be a date such as 2026-11-24");
    }
    if (type == LocalTime.class) {
      return parsed(LocalTime::parse, text, "must be a time such as 07:30");
    }
    return type == LocalDateTime.class
        ? parsed(LocalDateTime::parse, text, "must be a date and time such as 2026-11-24T07:30")
        : parsed(ZoneId::of, text, "must be a time zone such as Europe/London");
  }

  private Optional<Object> parsed(Function<String, Object> parser, String text, String rule) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException e) {
      return broken(rule);
    }
  }
}
