package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.routing.MapImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** FEATURE: addresses are imported by a command that says what is wrong with a file. */
class ImportAddressesCommandTest {
  private static final String ROAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6">
        <node id="1" lat="51.2" lon="0.27"/><node id="2" lat="51.2" lon="0.28"/>
        <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
      </osm>
      """;

  @TempDir Path folder;
  private final StringWriter faults = new StringWriter();

  @BeforeEach
  void makeMap() throws IOException {
    Path osm = Files.writeString(folder.resolve("road.osm"), ROAD);
    MapImport.run(osm, folder.resolve("map"), progress -> {});
  }

  @Test
  void importAddresses_goodFile_isDone() throws IOException {
    assertThat(run("map", "number,street,lat,lon\n1,High Street,51.2,0.275\n")).isZero();
    assertThat(folder.resolve("map").resolve("addresses.tsv.gz")).isNotEmptyFile();
  }

  @Test
  void importAddresses_badFile_isRefusedWithLineValueAndRule() throws IOException {
    int status = run("map", "number,street,lat,lon\n1,High Street,north,0.275\n");

    assertThat(status).isEqualTo(Failures.BAD_INPUT);
    assertThat(faults.toString())
        .contains("line 2", "latitude", "north", "a number from -90 to 90");
  }

  @Test
  void importAddresses_columnMissing_isRefusedByName() throws IOException {
    assertThat(run("map", "number,street\n1,High Street\n")).isEqualTo(Failures.BAD_INPUT);
    assertThat(faults.toString()).contains("latitude and longitude, or easting and northing");
  }

  @Test
  void importAddresses_noMapThere_isRefused() throws IOException {
    assertThat(run("none", "number,street,lat,lon\n")).isEqualTo(Failures.BAD_INPUT);
    assertThat(faults.toString()).contains("holds no map");
  }

  private int run(String map, String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("addresses.csv"), csv);
    return new CommandLine(new ImportAddressesCommand())
        .setExecutionExceptionHandler(Failures::handle)
        .setErr(new PrintWriter(faults, true))
        .execute("--map", folder.resolve(map).toString(), "--csv", file.toString());
  }
}
