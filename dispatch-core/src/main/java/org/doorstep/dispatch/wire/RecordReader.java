package org.doorstep.dispatch.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.doorstep.dispatch.wire.WireFault.Kind;
import org.jspecify.annotations.Nullable;

/** Makes records of a parsed tree; every fault names its place. */
final class RecordReader {
  private static final int ENUM_LIST_MAX = 20;
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private RecordReader() {}

  // Types bound the depth, and with it this recursion: no record here contains its own type.
  static Object read(Type type, @Nullable Object tree, String place) {
    if (type instanceof ParameterizedType generic) {
      Type of = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.ofNullable(tree).map(value -> read(of, value, place))
          : readList(of, tree, place);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return readRecord(plain, tree, place);
    }
    if (plain.isEnum()) {
      return readEnum(plain, tree, place);
    }
    if (plain == String.class) {
      return string(tree, place);
    }
    if (plain == UUID.class) {
      return readUuid(string(tree, place), place);
    }
    if (plain == Instant.class) {
      return readInstant(string(tree, place), place);
    }
    return readNumber(plain, tree, place);
  }

  private static Object readRecord(Class<?> type, @Nullable Object tree, String place) {
    RecordShape shape = RecordShape.of(type);
    if (shape.isBare()) {
      Object bare = read(shape.barePart().type(), tree, place);
      return shape.make(new Object[] {bare}, place);
    }
    Map<String, @Nullable Object> object = JsonTree.object(tree, place);
    for (String name : object.keySet()) {
      if (!shape.parts().containsKey(name)) {
        throw new WireFault(
            Kind.UNKNOWN_FIELD,
            place + "/" + name,
            "This field is not known here; the fields are %s."
                .formatted(String.join(", ", shape.parts().keySet())));
      }
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordShape.Part part : shape.parts().values()) {
      Object value = object.get(part.name());
      if (value == null && !isOptional(part.type())) {
        throw new WireFault(
            Kind.MISSING_FIELD, place + "/" + part.name(), "This field must be there.");
      }
      values.add(read(part.type(), value, place + "/" + part.name()));
    }
    return shape.make(values.toArray(), place);
  }

  private static boolean isOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
  }

  private static Object readList(Type of, @Nullable Object tree, String place) {
    if (!(tree instanceof List<?> list)) {
      throw new WireFault(Kind.INVALID_VALUE, place, "This must be an array.");
    }
    List<Object> read = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      read.add(read(of, list.get(i), place + "/" + i));
    }
    return read;
  }

  private static Object readEnum(Class<?> type, @Nullable Object tree, String place) {
    Object[] constants = type.getEnumConstants();
    for (Object constant : constants) {
      if (((Enum<?>) constant).name().equals(tree)) {
        return constant;
      }
    }
    String names =
        String.join(
            ", ", Arrays.stream(constants).limit(ENUM_LIST_MAX).map(String::valueOf).toList());
    String more =
        constants.length > ENUM_LIST_MAX
            ? " and %d more".formatted(constants.length - ENUM_LIST_MAX)
            : "";
    throw new WireFault(
        Kind.INVALID_VALUE, place, "This must be one of %s%s.".formatted(names, more));
  }

  private static Object readUuid(String text, String place) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new WireFault(Kind.INVALID_VALUE, place, "This must be a UUID.");
    }
    return UUID.fromString(text);
  }

  private static Object readInstant(String text, String place) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new WireFault(
          Kind.INVALID_VALUE, place, "This must be an instant such as 2026-11-24T15:00:00Z.");
    }
  }

  private static Object readNumber(Class<?> type, @Nullable Object tree, String place) {
    if (type == boolean.class || type == Boolean.class) {
      if (tree instanceof Boolean flag) {
        return flag;
      }
      throw new WireFault(Kind.INVALID_VALUE, place, "This must be true or false.");
    }
    if (type == double.class || type == Double.class) {
      if (tree instanceof Number number) {
        return number.doubleValue();
      }
      throw new WireFault(Kind.INVALID_VALUE, place, "This must be a number.");
    }
    if (!(tree instanceof Long whole)) {
      throw new WireFault(Kind.INVALID_VALUE, place, "This must be a whole number.");
    }
    if (type == long.class || type == Long.class) {
      return whole;
    }
    if (type == int.class || type == Integer.class) {
      if (whole != whole.intValue()) {
        throw new WireFault(Kind.INVALID_VALUE, place, "This number is too large.");
      }
      return whole.intValue();
    }
    throw new IllegalStateException("The type (%s) has no JSON here.".formatted(type.getName()));
  }

  private static String string(@Nullable Object tree, String place) {
    if (tree instanceof String text) {
      return text;
    }
    throw new WireFault(Kind.INVALID_VALUE, place, "This must be a string.");
  }
}
