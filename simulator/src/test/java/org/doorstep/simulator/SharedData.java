package org.doorstep.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the project; tests that need it are skipped, and say so, where it is absent. */
public final class SharedData {
  private SharedData() {}

  public static Path file(String folder, String file) {
    Path path = Path.of(System.getProperty("shared.data", "../../shared/data"), folder, file);
    boolean there = Files.isReadable(path);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The data (%s) must be there where CI=true.".formatted(path));
    }
    assumeTrue(there, "SKIPPED: the data (%s) is not there.".formatted(path));
    return path;
  }
}
