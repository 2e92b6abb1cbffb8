package org.doorstep.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data beside the project; tests that need it are skipped, and say so, where absent. */
public final class SharedData {
  private SharedData() {}

  /** A file or folder of the data. */
  public static Path at(String first, String... more) {
    Path path = Path.of(System.getProperty("shared.data", "../../shared/data")).resolve(first);
    for (String each : more) {
      path = path.resolve(each);
    }
    boolean there = Files.isReadable(path);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The data (%s) must be there where CI=true.".formatted(path));
    }
    assumeTrue(there, "SKIPPED: the data (%s) is not there.".formatted(path));
    return path;
  }
}
