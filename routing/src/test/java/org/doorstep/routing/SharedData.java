package org.doorstep.routing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real extracts beside the project; tests that need them are skipped, and say so, where absent. */
public final class SharedData {
  private SharedData() {}

  public static Path osm(String file) {
    Path path = Path.of(System.getProperty("shared.data", "../../shared/data"), "osm", file);
    boolean there = Files.isReadable(path);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The extract (%s) must be there where CI=true.".formatted(path));
    }
    assumeTrue(there, "SKIPPED: the extract (%s) is not there.".formatted(path));
    return path;
  }
}
