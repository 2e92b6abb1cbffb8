package org.doorstep.server.planner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** FEATURE: who plans stands back for who dispatches, and leaves cores to the desk alone. */
class LowPriorityTest {
  /** As proc(5) counts them, from 1; the name in brackets is the second. */
  private static final int NICE_FIELD = 19;

  private static final Pattern CORES = Pattern.compile("Cpus_allowed_list:\\s*(\\S+)");

  private static String said(List<String> prefix, String file) throws Exception {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("cat", file));
    Process process = new ProcessBuilder(command).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }

  private static List<Integer> cores(List<String> prefix) throws Exception {
    Matcher line = CORES.matcher(said(prefix, "/proc/self/status"));
    assertThat(line.find()).isTrue();
    return LowPriority.numbers(line.group(1));
  }

  @Test
  void words_beforeACommand_giveItTheLeastPriorityAndTheLastCores() throws Exception {
    assumeThat(Files.exists(Path.of("/proc/self/stat"))).isTrue();
    List<Integer> all = cores(List.of());
    assumeThat(all).hasSizeGreaterThan(1);

    List<String> one = LowPriority.words(1);

    assertThat(said(one, "/proc/self/stat").split(" ", -1)[NICE_FIELD - 1]).isEqualTo("19");
    assertThat(cores(one)).containsExactly(all.get(all.size() - 1));
    assertThat(cores(LowPriority.words(all.size()))).isEqualTo(all);
  }

  @Test
  void numbers_ofALinuxList_areAllInIt() {
    assertThat(LowPriority.numbers("0-3,6")).containsExactly(0, 1, 2, 3, 6);
    assertThat(LowPriority.numbers("5")).containsExactly(5);
  }
}
