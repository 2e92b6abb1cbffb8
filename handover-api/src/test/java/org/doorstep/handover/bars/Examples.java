package org.doorstep.handover.bars;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The official examples beside the project; tests that need them say so where they are absent. */
public final class Examples {
  private static final List<String> FOLDERS =
      List.of("fhir/bars/examples", "fhir/bars-api/examples1.4.0/process_message");

  private Examples() {}

  public static boolean areThere() {
    boolean there = FOLDERS.stream().allMatch(folder -> Files.isDirectory(root().resolve(folder)));
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The examples (%s) must be there where CI=true.".formatted(root()));
    }
    return there;
  }

  /** All of them, as paths under the shared data. */
  public static List<String> list() {
    return FOLDERS.stream().flatMap(folder -> list(folder).stream()).sorted().toList();
  }

  public static byte[] read(String name) {
    assumeTrue(areThere(), "SKIPPED: the examples (%s) are not there.".formatted(root()));
    try {
      return Files.readAllBytes(root().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> list(String folder) {
    try (Stream<Path> files = Files.walk(root().resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root().relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".xml") || name.endsWith(".json"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("shared.data", "../../shared/data"));
  }
}
