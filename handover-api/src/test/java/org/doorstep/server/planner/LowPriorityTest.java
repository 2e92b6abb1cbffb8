package org.doorstep.server.planner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE: who plans waits for who dispatches. */
class LowPriorityTest {
  /** As proc(5) counts them, from 1; the name in brackets is the second. */
  private static final int NICE_FIELD = 19;

  private static final int POLICY_FIELD = 41;
  private static final int IDLE_POLICY = 5;

  @Test
  void words_beforeACommand_makeItWaitForAllOthers() throws Exception {
    assumeThat(Files.exists(Path.of("/proc/self/stat"))).isTrue();
    List<String> command = new ArrayList<>(LowPriority.words());
    command.addAll(List.of("cat", "/proc/self/stat"));

    Process process = new ProcessBuilder(command).start();
    String[] fields = new String(process.getInputStream().readAllBytes(), UTF_8).split(" ", -1);

    assertThat(process.waitFor()).isZero();
    assertThat(fields[NICE_FIELD - 1]).isEqualTo("19");
    assertThat(fields[POLICY_FIELD - 1]).isEqualTo(Integer.toString(IDLE_POLICY));
  }
}
