package org.doorstep.handover.fhir;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doorstep.handover.outbox.MessageCheck.Fault;

/**
 * The official profiles of UK Core and BaRS beside the project; tests that need them say so where
 * they are absent.
 */
public final class Profiles {
  private static final List<Path> FOLDERS =
      List.of(root().resolve("fhir/ukcore"), root().resolve("fhir/bars"));
  private static final MessageValidator VALIDATOR = new MessageValidator(FOLDERS);
  private static final MessageValidator BASE = new MessageValidator();

  private Profiles() {}

  /** What is wrong by the profiles that the message names, and by base R4. */
  public static List<Fault> listFaults(byte[] message) {
    assumeTrue(areThere(), "SKIPPED: the profiles (%s) are not there.".formatted(FOLDERS));
    return VALIDATOR.listFaults(message);
  }

  /** What is wrong by base R4 and our own rules. */
  public static List<Fault> listBaseFaults(byte[] message) {
    return BASE.listFaults(message);
  }

  static boolean areThere() {
    boolean there = FOLDERS.stream().allMatch(Files::isDirectory);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("The profiles (%s) must be there where CI=true.".formatted(FOLDERS));
    }
    return there;
  }

  static Path root() {
    return Path.of(System.getProperty("shared.data", "../../shared/data"));
  }
}
