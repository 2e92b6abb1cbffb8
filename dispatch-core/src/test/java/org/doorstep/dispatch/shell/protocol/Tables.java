package org.doorstep.dispatch.shell.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.doorstep.dispatch.protocol.TableKind;

/** Shipped tables with something changed. */
final class Tables {
  private Tables() {}

  static byte[] shipped(TableKind kind, String from, String to) {
    try (InputStream in =
        Objects.requireNonNull(
            Tables.class.getResourceAsStream("/west-kent/protocol/" + kind.id() + ".dmn"))) {
      return replaced(in.readAllBytes(), from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] replaced(byte[] table, String from, String to) {
    String text = new String(table, StandardCharsets.UTF_8);
    if (!text.contains(from)) {
      throw new AssertionError("The table does not hold " + from);
    }
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }
}
