package org.doorstep.dispatch.shell.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.doorstep.dispatch.model.ServiceDirectory;
import org.doorstep.dispatch.wire.RecordJson;

/** The directory of services that ships. */
public final class DirectoryFile {
  private static final String WEST_KENT = "/west-kent/services.json";

  private DirectoryFile() {}

  /** West Kent: real names and places; numbers and codes are invented and say so. */
  public static ServiceDirectory westKent() {
    try (InputStream in = DirectoryFile.class.getResourceAsStream(WEST_KENT)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(WEST_KENT));
      }
      return RecordJson.read(ServiceDirectory.class, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
