package org.doorstep.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doorstep.dispatch.model.Category;
import org.doorstep.simulator.file.FileFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE: recorded calls are read line by line; each bad line is one clear error. */
class CallFileTest {
  private static final String HEADER = "time,category,lat,lon\n";
  private static final String GOOD = "2025-04-01T10:00,C2,51.27,0.52\n";

  @TempDir private Path folder;

  private CallFile read(String text) throws IOException {
    Path file = folder.resolve("calls.csv");
    Files.writeString(file, text);
    return CallFile.read(file, (lat, lon) -> lat > 50.5 && lat < 51.6 && lon > -0.5 && lon < 1.2);
  }

  private static List<String> kinds() throws IOException {
    try (InputStream in = CallFileTest.class.getResourceAsStream("/study/bad-calls.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void read_aBadLine_isLeftOutWithOneClearError(String kind) throws IOException {
    String line = kind.substring(0, kind.indexOf(" | "));
    String error = kind.substring(kind.indexOf(" | ") + 3);

    CallFile read = read(HEADER + line + "\n" + GOOD);

    assertThat(read.bad()).extracting(BadLine::toString).containsExactly(error);
    assertThat(read.badCount()).isEqualTo(1);
    assertThat(read.calls()).hasSize(1);
  }

  @Test
  void read_columnsInAnyOrder_quotesZonesAndMarks_areUnderstood() throws IOException {
    CallFile read =
        read(
            "\uFEFFlon,note,Category,TIME,lat\n"
                + "0.52,\"a, b\"\"c\"\"\",c2,2025-07-01T09:30Z,51.27\n"
                + "\n"
                + "0.26,,HCP 2,2025-07-01 09:30:15,51.13\n");

    assertThat(read.bad()).isEmpty();
    assertThat(read.calls())
        .extracting(PastCall::category)
        .containsExactly(Category.C2, Category.HCP2);
    assertThat(read.calls().get(0).at())
        .as("by the clock on the wall")
        .hasToString("2025-07-01T10:30");
    assertThat(read.calls().get(1).at()).hasToString("2025-07-01T09:30:15");
  }

  @Test
  void read_ofAFileThatCannotServe_isRefused() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(FileFault.class)
        .hasMessageContaining("must not be empty");
    assertThatThrownBy(() -> read("time,category,lat\n" + GOOD))
        .hasMessageContaining("must have the column lon; its first line names time, category, lat");
    assertThatThrownBy(() -> read("time,category,lat,lat\n" + GOOD))
        .hasMessageContaining("has the column lat twice");
    assertThatThrownBy(() -> read(HEADER)).hasMessageContaining("must have a call");
    assertThatThrownBy(() -> read(HEADER + "x,C2,51.27,0.52\n"))
        .hasMessageContaining("has no good line; the first of 1 bad ones: line 2, time (x)");
    assertThatThrownBy(() -> CallFile.read(folder.resolve("none.csv"), (lat, lon) -> true))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void read_textThatIsNotUtf8_isRefused() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});

    assertThatThrownBy(() -> CallFile.read(file, (lat, lon) -> true))
        .hasMessageContaining("must be text in UTF-8");
  }

  @Test
  void badLines_beyondTheMost_areCounted() throws IOException {
    CallFile read = read(HEADER + "x,C2,51.27,0.52\n".repeat(CallFile.BAD_MAX + 5) + GOOD);

    assertThat(read.bad()).hasSize(CallFile.BAD_MAX);
    assertThat(read.badCount()).isEqualTo(CallFile.BAD_MAX + 5);
    assertThat(read.badLinesCsv().lines().skip(1).findFirst())
        .contains("2,time,\"x\",\"must be a time as 2025-04-01T14:05 or 2025-04-01 14:05:30\"");
  }
}
