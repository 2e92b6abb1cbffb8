package org.doorstep.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE: an import that is killed, or runs out of disk, leaves a whole map as it was before. */
@Timeout(180)
class InterruptedImportTest {
  private static final long SEED = 20_261_126;
  private static final int KILLS = 6;
  private static final long ANY_MOMENT_MICROS = 600_000;

  @TempDir Path place;

  @Test
  void import_killedAtAnyMoment_leavesAWholeMap() throws Exception {
    Path first = TinyMap.write(place);
    Path second =
        TinyMap.write(
            place, "b.osm", TinyMap.xml().replace("</osm>", TinyMap.way(300, 1, 5) + "</osm>"));
    Path map = place.resolve("map");
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = importing(List.of(), map, first, second);
      try (BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        assertThat(out.readLine()).as("kill %d, seed %d", kill, SEED).isEqualTo("made");
        LockSupport.parkNanos(1_000 * random.nextLong(ANY_MOMENT_MICROS));
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      }
      try (RoadNetwork roads = RoadNetwork.open(map)) {
        assertThat(roads.version()).isNotEmpty();
      }
    }
    MapImport.run(first, map, words -> {});
    assertThat(names()).containsExactlyInAnyOrder("map", "tiny.osm", "b.osm");
  }

  /** The system's limit of a file's size stands for a full disk: both are a write that fails. */
  @Test
  void import_diskFull_saysSoAndKeepsTheOldMap() throws Exception {
    Path map = TinyMap.imported(place);
    String version = Manifest.read(map).version();
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: no shell sets the limit.");

    Process process =
        importing(
            List.of("/bin/sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"),
            map,
            place.resolve("tiny.osm"));
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said).contains("map", "File too large", "\nMaybe");
    assertThat(Manifest.verify(map).version()).isEqualTo(version);
    assertThat(names()).containsExactlyInAnyOrder("map", "tiny.osm");
  }

  private static Process importing(List<String> before, Path map, Path... extracts)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
    command.add(ImportProcess.class.getName());
    command.add(map.toString());
    Stream.of(extracts).map(Path::toString).forEach(command::add);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(place)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
