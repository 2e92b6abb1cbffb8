package org.doorstep.simulator.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** JSON of maps, lists and plain values, indented for people, the same on every machine. */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private static final Separators SPACES =
      Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

  private JsonText() {}

  /**
   * The text, with a line end.
   *
   * @param value nested no deeper than the program has built it; a number that is not finite is
   *     written as null, which JSON has in its place
   */
  public static String of(Map<String, ?> value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.setPrettyPrinter(new DefaultPrettyPrinter(SPACES).withObjectIndenter(INDENT));
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator to, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      to.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        to.writeFieldName(String.valueOf(each.getKey()));
        write(to, each.getValue());
      }
      to.writeEndObject();
    } else if (value instanceof List<?> list) {
      to.writeStartArray();
      for (Object each : list) {
        write(to, each);
      }
      to.writeEndArray();
    } else {
      writePlain(to, value);
    }
  }

  private static void writePlain(JsonGenerator to, Object value) throws IOException {
    if (value instanceof Double number) {
      writeNumber(to, number);
    } else if (value instanceof Number number) {
      to.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      to.writeBoolean(flag);
    } else {
      to.writeString(String.valueOf(value));
    }
  }

  private static void writeNumber(JsonGenerator to, double number) throws IOException {
    if (Double.isFinite(number)) {
      // As text that has been checked to be a number: 75000 and not 75000.0.
      to.writeNumber(WordReader.shown(number));
    } else {
      to.writeNull();
    }
  }
}
