package org.doorstep.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: one quiet day in a small town, one line for each incident.
 *
 * <p>Where the world is meant to have changed, {@code -Dgolden.write=true} writes the lines anew.
 */
class QuietDayTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "world", "quiet-day.txt");

  @Test
  void day_inASmallTown_isToldAsBefore() throws IOException {
    List<String> lines =
        Timelines.of(
            Town.run(
                Town.with("span: {days: 1}", "demand: {incidents-per-thousand: 73}"), 20_260_202));
    if (Boolean.getBoolean("golden.write")) {
      Files.write(GOLDEN, lines);
    }

    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
  }
}
