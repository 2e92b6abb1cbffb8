package org.doorstep.dispatch.shell.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;

/** A file of reference data, of the product or of a site, read as a record. */
final class Resource {
  private Resource() {}

  /** Reads one that ships inside the product. */
  static <T> T read(Class<T> type, String path) {
    try (InputStream in = Resource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(path));
      }
      return RecordJson.read(type, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one of a site's own.
   *
   * @param what the file is, as in {@code area file}
   * @throws IllegalArgumentException naming the file, the place in it and the rule
   */
  static <T> T read(Class<T> type, Path file, String what) {
    try {
      return RecordJson.read(type, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("The %s (%s) cannot be read.".formatted(what, file), e);
    } catch (WireFault e) {
      throw new IllegalArgumentException(
          "The %s (%s) is wrong: %s".formatted(what, file, e.getMessage()), e);
    }
  }
}
