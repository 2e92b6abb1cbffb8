package org.doorstep.dispatch.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: {@code Map<String, Object>} in the order of the text, {@code List<Object>},
 * {@code String}, {@code Long}, {@code Double}, {@code Boolean} and {@code null}.
 *
 * <p>Bounded: nesting, lengths of strings and numbers; a field named twice is refused.
 */
public final class JsonTree {
  /** How deep arrays and objects may nest. */
  public static final int DEPTH_MAX = 32;

  private static final int STRING_LENGTH_MAX = 4_000_000;
  private static final int NUMBER_LENGTH_MAX = 40;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(STRING_LENGTH_MAX)
                  .maxNumberLength(NUMBER_LENGTH_MAX)
                  .build())
          .build();

  private JsonTree() {}

  /**
   * Parses one JSON value and nothing after it.
   *
   * @throws WireFault if it is not JSON or goes beyond the bounds
   */
  public static @Nullable Object parse(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new WireFault(WireFault.Kind.MALFORMED, "", "There must be a JSON value.");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new WireFault(
            WireFault.Kind.MALFORMED, "", "Nothing may follow after the first JSON value.");
      }
      return value;
    } catch (IOException e) {
      // What the parser says can quote the text; only the position is passed on.
      throw new WireFault(WireFault.Kind.MALFORMED, "", malformed(e));
    }
  }

  /**
   * Parses a JSON object.
   *
   * @throws WireFault if it is not JSON, not an object, or goes beyond the bounds
   */
  public static Map<String, @Nullable Object> parseObject(byte[] json) {
    return object(parse(json), "");
  }

  /** The value as an object, or a fault that names the place. */
  @SuppressWarnings("unchecked") // Objects of this tree have string keys, see value(JsonParser).
  public static Map<String, @Nullable Object> object(@Nullable Object value, String place) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new WireFault(WireFault.Kind.INVALID_VALUE, place, "This must be an object.");
  }

  private static String malformed(IOException e) {
    if (e instanceof com.fasterxml.jackson.core.JsonProcessingException processing
        && processing.getLocation() != null) {
      var location = processing.getLocation();
      return "This must be JSON; it stops being so at line %d, column %d."
          .formatted(location.getLineNr(), location.getColumnNr());
    }
    return "This must be JSON.";
  }

  // The parser bounds the depth, and with it this recursion.
  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default ->
          throw new WireFault(
              WireFault.Kind.MALFORMED, "", "A value was expected at (%s).".formatted(token));
    };
  }

  private static Object integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> parser.getDoubleValue();
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }
}
