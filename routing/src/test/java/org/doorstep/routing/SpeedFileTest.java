package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FEATURE: learned speeds and the hours of the day change drive times; a bad file changes none. */
class SpeedFileTest {
  private static final LocalDateTime MONDAY_EIGHT = LocalDateTime.of(2026, 11, 23, 8, 30);
  private static final LocalDateTime MONDAY_TEN = LocalDateTime.of(2026, 11, 23, 10, 0);
  private static final LocalDateTime SUNDAY_EIGHT = LocalDateTime.of(2026, 11, 22, 8, 30);

  @TempDir Path folder;
  private RoadNetwork roads;

  @BeforeEach
  void open() throws IOException {
    roads =
        new DrawnStreets()
            .node("a", 0, 0)
            .node("b", 3_000, 0)
            .way("a b", "highway=primary")
            .open(folder);
  }

  @AfterEach
  void close() {
    roads.close();
  }

  @Test
  void class_inItsHours_slowsItsRoads() throws IOException {
    SpeedTable table =
        read("map,any", SpeedFile.HEADER, "class,primary,both,normal,weekday,7,10,0.5");
    int asMapped = drive(SpeedSlot.asMapped(), DrivingMode.NORMAL);

    assertThat(drive(table.slot(MONDAY_EIGHT), DrivingMode.NORMAL))
        .isBetween(2 * asMapped - 2, 2 * asMapped + 2);
    assertThat(drive(table.slot(MONDAY_TEN), DrivingMode.NORMAL)).isEqualTo(asMapped);
    assertThat(drive(table.slot(SUNDAY_EIGHT), DrivingMode.NORMAL)).isEqualTo(asMapped);
    assertThat(drive(table.slot(MONDAY_EIGHT), DrivingMode.BLUE_LIGHT))
        .isEqualTo(drive(SpeedSlot.asMapped(), DrivingMode.BLUE_LIGHT));
  }

  @Test
  void edge_learned_countsInsteadOfMapAndClass() throws IOException {
    SpeedTable table =
        read(
            "map," + roads.info().hash(),
            SpeedFile.HEADER,
            "# learned in October",
            "",
            "class,primary,both,blue_light,any,0,24,0.5",
            "edge,0,both,blue_light,any,0,24,108");

    assertThat(table.size()).isEqualTo(3);
    // 2,800 m of the 3,000 at 30 m/s.
    assertThat(drive(table.slot(MONDAY_EIGHT), DrivingMode.BLUE_LIGHT)).isBetween(93_200, 93_500);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "edge,0,both,normal,any,0,24         | line 3 | (7) columns",
        "path,0,both,normal,any,0,24,50      | line 3 | (path) in column 'kind'",
        "edge,1,both,normal,any,0,24,50      | line 3 | (1) in column 'road', which must be in [0, 0]",
        "edge,x,both,normal,any,0,24,50      | line 3 | (x) in column 'road', which must be a whole number",
        "edge,0,left,normal,any,0,24,50      | line 3 | (left) in column 'direction'",
        "edge,0,both,fast,any,0,24,50        | line 3 | (fast) in column 'mode'",
        "edge,0,both,normal,monday,0,24,50   | line 3 | (monday) in column 'days'",
        "edge,0,both,normal,any,24,24,50     | line 3 | (24) in column 'from'",
        "edge,0,both,normal,any,8,8,50       | line 3 | (8) in column 'to', which must be in [9, 24]",
        "edge,0,both,normal,any,0,24,1       | line 3 | (1) in column 'value', which must be in [2.0, 250.0]",
        "edge,0,both,normal,any,0,24,NaN     | line 3 | (NaN) in column 'value'",
        "class,lane,both,normal,any,0,24,1   | line 3 | (lane) in column 'road'",
        "class,primary,forward,normal,any,0,24,1 | line 3 | (forward) in column 'direction'",
        "class,primary,both,normal,any,0,24,3 | line 3 | (3) in column 'value', which must be in [0.1, 2.0]",
      })
  void badRow_isRefusedByLineColumnValueAndRule(String row, String line, String rule) {
    assertThatThrownBy(() -> read("map," + roads.info().hash(), SpeedFile.HEADER, row))
        .isInstanceOf(SpeedFault.class)
        .hasMessageContaining(line.replace("line", "Line"))
        .hasMessageContaining("speeds.csv")
        .hasMessageContaining(rule);
  }

  @Test
  void badFile_isRefused() throws IOException {
    refused("is empty");
    refused("must be 'map,HASH', not (speeds)", "speeds");
    refused("names the map (cafe)", "map,cafe", SpeedFile.HEADER);
    refused("must have the header", "map,any");
    refused("must have the header", "map,any", "kind,road");
    refused("needs the map's hash", "map,any", SpeedFile.HEADER, "edge,0,both,normal,any,0,24,50");
    refused("must not be longer than (200) characters", "map,any", "x".repeat(5_000_000));
    Files.write(folder.resolve("speeds.csv"), new byte[] {'m', (byte) 0xff, (byte) 0xfe, '\n'});
    assertThatThrownBy(() -> SpeedFile.read(folder.resolve("speeds.csv"), roads))
        .isInstanceOf(SpeedFault.class);
    assertThatThrownBy(() -> SpeedFile.read(folder.resolve("none.csv"), roads))
        .isInstanceOf(SpeedFault.class)
        .hasMessageContaining("none.csv");
  }

  private void refused(String rule, String... lines) {
    assertThatThrownBy(() -> read(lines)).isInstanceOf(SpeedFault.class).hasMessageContaining(rule);
  }

  private SpeedTable read(String... lines) throws IOException {
    Path file = folder.resolve("speeds.csv");
    Files.writeString(file, String.join("\r\n", lines), StandardCharsets.UTF_8);
    return SpeedFile.read(file, roads);
  }

  private int drive(SpeedSlot speeds, DrivingMode mode) {
    roads.publish(new RoadConditions(Instant.EPOCH, List.of(), speeds));
    Snapped from = roads.snap(DrawnStreets.at(100, 0), mode).orElseThrow();
    Snapped to = roads.snap(DrawnStreets.at(2_900, 0), mode).orElseThrow();
    return roads.driveMillis(List.of(from), List.of(to), mode)[0];
  }
}
