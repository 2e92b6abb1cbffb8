package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.server.bench.SmallTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** FEATURE: the policies are measured by one command, which says what it was given wrong. */
class BenchPolicyCommandTest {
  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void town() throws IOException {
    SmallTown.write(folder);
  }

  @Test
  void bench_goodFolder_isDone() {
    assertThat(bench("--replications=2", "--calls=80", "--fleet=6:0.04", "--json")).isZero();
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void bench_noFolder_isNamed() {
    Path none = folder.resolve("none");
    assertThat(run(List.of("--data=" + none))).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("There is no folder (%s).".formatted(none));
  }

  @Test
  void bench_folderWithoutBases_isNamed() throws IOException {
    Files.delete(folder.resolve("Town_base_locations_2021.csv"));
    assertThat(bench()).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("*_base_locations_*.csv", folder.toString());
  }

  @Test
  void bench_nodeThatIsNotThere_isNamedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("Town_base_locations_2021.csv"), "Base Locations\n7\n99\n");
    assertThat(bench()).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("99", "must be a node of the list of nodes");
  }

  @Test
  void bench_fleetWrittenWrongly_isNamed() {
    assertThat(bench("--fleet=twenty")).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("The fleet (twenty)", "20:0.15");
    assertThat(bench("--fleet=0:0.1")).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("The units (0)");
    assertThat(bench("--replications=1")).isEqualTo(Failures.BAD_INPUT);
    assertThat(errors.toString()).contains("replications (1)");
  }

  private int bench(String... more) {
    List<String> all = new ArrayList<>(List.of("--data=" + folder));
    all.addAll(List.of(more));
    return run(all);
  }

  private int run(List<String> arguments) {
    return new CommandLine(new BenchPolicyCommand())
        .setExecutionExceptionHandler(Failures::handle)
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.toArray(String[]::new));
  }
}
