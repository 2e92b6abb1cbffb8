package org.doorstep.simulator.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.WireFault;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers as JSON, each in one line.
 *
 * <p>Nothing is lost: a double is written with the digits that give the same double again, one that
 * is not finite as a word, and maps keep their order. So whatever a replication measures comes back
 * as if it had been measured here. Records are written by their components, hence what they gain is
 * sent without a change here; both sides are of one version.
 */
final class WorkLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private WorkLine() {}

  static String write(Record record) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = FACTORY.createGenerator(text)) {
      write(to, record);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    }
    return text.toString();
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws WireFault if it is something else
   */
  static <T extends Record> T read(Class<T> type, String line) {
    return type.cast(read(type, JsonTree.parse(line.getBytes(StandardCharsets.UTF_8))));
  }

  private static void write(JsonGenerator to, Object value) throws IOException {
    if (value instanceof Record record) {
      to.writeStartObject();
      for (RecordComponent part : record.getClass().getRecordComponents()) {
        Object held = of(record, part);
        if (!held.equals(Optional.empty())) {
          to.writeFieldName(part.getName());
          write(to, held);
        }
      }
      to.writeEndObject();
    } else if (value instanceof Optional<?> some && some.isPresent()) {
      write(to, some.get());
    } else if (value instanceof List<?> list) {
      to.writeStartArray();
      for (Object each : list) {
        write(to, each);
      }
      to.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      to.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        to.writeFieldName((String) each.getKey());
        write(to, each.getValue());
      }
      to.writeEndObject();
    } else {
      writePlain(to, value);
    }
  }

  private static void writePlain(JsonGenerator to, Object value) throws IOException {
    if (value instanceof Enum<?> code) {
      to.writeString(code.name());
    } else if (value instanceof String text) {
      to.writeString(text);
    } else if (value instanceof Boolean flag) {
      to.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      to.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      // Digits that are nearer to this double than to any other.
      to.writeNumber(Double.toString(number));
    } else if (value instanceof Double number) {
      to.writeString(number.toString());
    } else {
      throw new IllegalStateException(
          "A value of type (%s) cannot be sent.".formatted(value.getClass().getName()));
    }
  }

  private static Object of(Record record, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("A record cannot be read: " + part, e);
    }
  }

  // Types bound the depth: no record that is sent contains its own type.
  private static Object read(Type type, @Nullable Object tree) {
    if (type instanceof ParameterizedType generic) {
      return readGeneric(generic, tree);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return readRecord(plain, JsonTree.object(tree, plain.getSimpleName()));
    }
    if (plain.isEnum() && tree instanceof String name) {
      return Arrays.stream(plain.getEnumConstants())
          .filter(each -> ((Enum<?>) each).name().equals(name))
          .findFirst()
          .orElseThrow(() -> fault(type, tree));
    }
    return readPlain(plain, tree);
  }

  private static Object readGeneric(ParameterizedType type, @Nullable Object tree) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType().equals(Optional.class)) {
      return Optional.ofNullable(tree).map(value -> read(of[0], value));
    }
    if (type.getRawType().equals(List.class) && tree instanceof List<?> list) {
      List<Object> read = new ArrayList<>(list.size());
      list.forEach(each -> read.add(read(of[0], each)));
      return read;
    }
    if (type.getRawType().equals(Map.class) && tree instanceof Map<?, ?>) {
      Map<String, Object> read = new LinkedHashMap<>();
      JsonTree.object(tree, "").forEach((name, value) -> read.put(name, read(of[1], value)));
      return read;
    }
    throw fault(type, tree);
  }

  private static Object readRecord(Class<?> type, Map<String, @Nullable Object> tree) {
    RecordComponent[] parts = type.getRecordComponents();
    List<Object> values = new ArrayList<>();
    for (RecordComponent part : parts) {
      values.add(read(part.getGenericType(), tree.get(part.getName())));
    }
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record cannot be made of what was sent: " + type, e);
    }
  }

  private static Object readPlain(Class<?> type, @Nullable Object tree) {
    boolean real = type.equals(double.class) || type.equals(Double.class);
    if (real && tree instanceof Number number) {
      return number.doubleValue();
    }
    if (real && tree instanceof String word && word.matches("NaN|-?Infinity")) {
      return Double.valueOf(word);
    }
    if ((type.equals(int.class) || type.equals(Integer.class)) && tree instanceof Long whole) {
      return StrictMath.toIntExact(whole);
    }
    boolean fits =
        (type.equals(String.class) && tree instanceof String)
            || (type.equals(boolean.class) && tree instanceof Boolean)
            || (type.equals(Boolean.class) && tree instanceof Boolean)
            || (type.equals(long.class) && tree instanceof Long)
            || (type.equals(Long.class) && tree instanceof Long);
    if (tree == null || !fits) {
      throw fault(type, tree);
    }
    return tree;
  }

  private static WireFault fault(Type type, @Nullable Object tree) {
    return new WireFault(
        WireFault.Kind.INVALID_VALUE,
        "",
        "A value of (%s) was expected, not (%s).".formatted(type.getTypeName(), tree));
  }
}
