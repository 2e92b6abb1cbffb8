package org.doorstep.server.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.doorstep.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** FEATURE: roads that several workers of a machine want at once are made by one of them. */
@Timeout(240)
class MadeOnceTest {
  private static final int PROCESSES = 4;

  /** So many that the others come in the middle. */
  private static final int PARTS = 3_000;

  /** As another process does it: makes what is not there, and says who has made it. */
  static final class Maker {
    private Maker() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      System.out.print(MadeOnce.alone(folder, () -> made(folder)));
    }

    private static String made(Path folder) {
      try {
        if (Files.exists(folder.resolve("whole"))) {
          return "found";
        }
        // Fails where somebody else is in the middle of it.
        Files.createDirectory(folder);
        for (int part = 0; part < PARTS; part++) {
          Files.createFile(folder.resolve("part-" + part));
        }
        Files.createFile(folder.resolve("whole"));
        return "made";
      } catch (IOException e) {
        return "collided: " + e;
      }
    }
  }

  @Test
  void alone_severalProcessesAtOnce_oneMakesItAndTheOthersFindIt() throws Exception {
    Path folder = TestServer.freshFolder().resolve("new/roads");
    List<Process> makers = new ArrayList<>();
    for (int each = 0; each < PROCESSES; each++) {
      makers.add(
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Maker.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }

    List<String> said = new ArrayList<>();
    for (Process maker : makers) {
      said.add(new String(maker.getInputStream().readAllBytes(), UTF_8));
      assertThat(maker.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(said).containsExactlyInAnyOrder("made", "found", "found", "found");
  }
}
