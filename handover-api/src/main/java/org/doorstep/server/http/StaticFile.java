package org.doorstep.server.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.shell.log.Hash;

/**
 * A file of the class path, held in memory.
 *
 * @param etag names its content
 */
record StaticFile(Buffer bytes, String contentType, String etag) {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json",
          "csv", "text/csv; charset=utf-8",
          "yaml", "application/yaml; charset=utf-8",
          "txt", "text/plain; charset=utf-8");

  static StaticFile of(byte[] bytes, String name) {
    return new StaticFile(
        Buffer.buffer(bytes), typeOf(name), "\"" + Hash.hex(bytes).substring(0, 20) + "\"");
  }

  /** The type of what a file of that name holds, by its ending. */
  static String typeOf(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  static Optional<StaticFile> find(String resource, String name) {
    try (InputStream in = StaticFile.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(of(in.readAllBytes(), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
