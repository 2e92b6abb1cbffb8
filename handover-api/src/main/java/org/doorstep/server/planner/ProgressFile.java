package org.doorstep.server.planner;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.WireFault;
import org.jspecify.annotations.Nullable;

/**
 * What the process of an experiment says of itself: a line of JSON each time, into a file, so that
 * neither waits for the other and a server that was started again reads on.
 */
final class ProgressFile {
  /** Holds many lines; the file itself may grow for hours. */
  private static final int TAIL_BYTES = 65_536;

  private static final int WORDS_LENGTH_MAX = 500;

  private ProgressFile() {}

  /** The last whole line that says a state; empty where there is none yet. */
  static Optional<Map<String, @Nullable Object>> last(Path file) {
    List<String> lines = tail(file).lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Optional<Map<String, @Nullable Object>> said = parsed(lines.get(i));
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  /** Other output and half lines are passed over. */
  private static Optional<Map<String, @Nullable Object>> parsed(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      Map<String, @Nullable Object> said =
          JsonTree.parseObject(line.getBytes(StandardCharsets.UTF_8));
      return said.get("state") instanceof String ? Optional.of(said) : Optional.empty();
    } catch (WireFault e) {
      return Optional.empty();
    }
  }

  /** The last words of a file of plain text, in a line; empty where there are none. */
  static Optional<String> lastWords(Path file) {
    List<String> lines =
        tail(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String last = String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    return last.isEmpty()
        ? Optional.empty()
        : Optional.of(last.substring(0, Math.min(WORDS_LENGTH_MAX, last.length())));
  }

  private static String tail(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, open.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, open.length() - from)];
      open.seek(from);
      open.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
