package org.doorstep.dispatch.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON of records, by one rule for all: an object with the components by name, in the order of
 * declaration; an empty {@code Optional} is left out; a record whose only component is {@code
 * value} is written as that value; instants as ISO 8601 in UTC.
 *
 * <p>The same record gives the same bytes on every JVM, which is what the log hashes. Component
 * names are therefore part of the log's format; golden files hold them.
 */
public final class RecordJson {
  private static final int BUFFER_BYTES = 512;

  private RecordJson() {}

  /** The JSON of a record, a list, a map with string keys, or a plain value. */
  public static byte[] write(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
    try (JsonGenerator generator = JsonTree.FACTORY.createGenerator(bytes)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a record.
   *
   * @throws WireFault naming the place and the rule
   */
  public static <T> T read(Class<T> type, byte[] json) {
    return read(type, JsonTree.parse(json));
  }

  /**
   * Reads a record off a parsed tree.
   *
   * @throws WireFault naming the place and the rule
   */
  public static <T> T read(Class<T> type, @Nullable Object tree) {
    return type.cast(RecordReader.read(type, tree, ""));
  }

  private static void write(JsonGenerator to, @Nullable Object value) throws IOException {
    if (value instanceof Record record) {
      writeRecord(to, record);
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
    } else if (value instanceof Optional<?> optional) {
      write(to, optional.orElse(null));
    } else {
      writePlain(to, value);
    }
  }

  private static void writeRecord(JsonGenerator to, Record record) throws IOException {
    RecordShape shape = RecordShape.of(record.getClass());
    if (shape.isBare()) {
      write(to, shape.barePart().of(record));
      return;
    }
    to.writeStartObject();
    for (RecordShape.Part part : shape.parts().values()) {
      Object value = part.of(record);
      if (value instanceof Optional<?> optional && optional.isEmpty()) {
        continue;
      }
      to.writeFieldName(part.name());
      write(to, value);
    }
    to.writeEndObject();
  }

  private static void writePlain(JsonGenerator to, @Nullable Object value) throws IOException {
    if (value == null) {
      to.writeNull();
    } else if (value instanceof Enum<?> code) {
      to.writeString(code.name());
    } else if (value instanceof Integer || value instanceof Long) {
      to.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number) {
      to.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      to.writeBoolean(flag);
    } else if (value instanceof String || value instanceof UUID || value instanceof Instant) {
      to.writeString(value.toString());
    } else {
      throw new IllegalArgumentException(
          "A value of type (%s) has no JSON here.".formatted(value.getClass().getName()));
    }
  }
}
