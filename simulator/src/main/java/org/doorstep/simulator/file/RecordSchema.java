package org.doorstep.simulator.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of the files of a record, for editors: types, bounds, words, which keys
 * must be there, and what each means. The same type gives the same text.
 *
 * <p>It says less than the reading: what the constructors of records refuse is not in it.
 */
public final class RecordSchema {
  private static final String DATE_TIME =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?$";
  private static final String TIME = "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$";

  private final boolean whole;

  private RecordSchema(boolean whole) {
    this.whole = whole;
  }

  /** Of files that say everything themselves. */
  public static String ofWhole(Class<? extends Record> type) {
    return text(type, true);
  }

  /** Of files that have a base, where every key may be left out but that of the base. */
  public static String ofDerived(Class<? extends Record> type) {
    return text(type, false);
  }

  private static String text(Class<? extends Record> type, boolean whole) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", type.getSimpleName());
    schema.putAll(new RecordSchema(whole).table(type, 0));
    if (!whole) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put(Inheritance.BASE, word(String.class, null));
      properties.putAll(asMap(schema.get("properties")));
      schema.put("properties", properties);
      schema.put("required", List.of(Inheritance.BASE));
    }
    return JsonText.of(schema);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(@Nullable Object properties) {
    return (Map<String, Object>) Objects.requireNonNull(properties);
  }

  private Map<String, Object> table(Class<?> type, int depth) {
    if (depth == TreeReader.DEPTH_MAX) {
      throw new IllegalArgumentException("The record (%s) holds itself.".formatted(type));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    Meaning meaning = type.getAnnotation(Meaning.class);
    if (meaning != null) {
      schema.put("description", meaning.value());
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Spelling.key(component.getName());
      properties.put(key, component(component, depth));
      if (component.getType() != Optional.class) {
        required.add(key);
      }
    }
    schema.put("properties", properties);
    if (whole) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> component(RecordComponent component, int depth) {
    Map<String, Object> schema = new LinkedHashMap<>();
    Meaning meaning = component.getAnnotation(Meaning.class);
    if (meaning != null) {
      schema.put("description", meaning.value());
    }
    Map<String, Object> value =
        value(component.getGenericType(), component.getAnnotation(Bounds.class), depth);
    value.forEach(schema::putIfAbsent);
    return schema;
  }

  private Map<String, Object> value(Type type, @Nullable Bounds bounds, int depth) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, bounds, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      Optional<RecordComponent> sole = RecordKeys.findSole(plain);
      return sole.isPresent() ? component(sole.get(), depth + 1) : table(plain, depth + 1);
    }
    return word(plain, bounds);
  }

  private Map<String, Object> generic(ParameterizedType type, @Nullable Bounds bounds, int depth) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return value(of[0], bounds, depth + 1);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (type.getRawType() == List.class) {
      schema.put("type", "array");
      schema.put("items", value(of[0], bounds, depth + 1));
      return schema;
    }
    schema.put("type", "object");
    if (of[0] instanceof Class<?> keys && keys.isEnum()) {
      Map<String, Object> names = new LinkedHashMap<>();
      names.put("enum", words(keys));
      schema.put("propertyNames", names);
    }
    schema.put("additionalProperties", value(of[1], bounds, depth + 1));
    return schema;
  }

  private static Map<String, Object> word(Class<?> type, @Nullable Bounds bounds) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (WordReader.isNumber(type)) {
      schema.put("type", WordReader.isWhole(type) ? "integer" : "number");
      if (bounds != null) {
        schema.put("minimum", bounds.least());
        schema.put("maximum", bounds.most());
      }
    } else if (type.isEnum()) {
      schema.put("enum", words(type));
    } else if (type == boolean.class || type == Boolean.class) {
      schema.put("type", "boolean");
    } else {
      schema.put("type", "string");
      findForm(type).ifPresent(form -> schema.put(form[0], form[1]));
    }
    return schema;
  }

  private static Optional<String[]> findForm(Class<?> type) {
    if (type == LocalDate.class) {
      return Optional.of(new String[] {"format", "date"});
    }
    if (type == LocalTime.class) {
      return Optional.of(new String[] {"pattern", TIME});
    }
    return type == LocalDateTime.class
        ? Optional.of(new String[] {"pattern", DATE_TIME})
        : Optional.empty();
  }

  /** Codes, which have a digit, may be written either way; other words in small letters. */
  private static List<String> words(Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Enum<?> constant : (Enum<?>[]) type.getEnumConstants()) {
      words.add(Spelling.word(constant));
      if (constant.name().matches(".*[0-9].*")) {
        words.add(constant.name());
      }
    }
    return words;
  }
}
