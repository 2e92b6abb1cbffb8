package org.doorstep.routing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorstep.routing.GeoPoint;
import org.doorstep.routing.MapFault;
import org.doorstep.routing.MapImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FEATURE: the operator's own addresses are taken from a file, and what is wrong in it is said. */
class AddressImportTest {
  private static final String HEADER = "UPRN,Number,Street,Post Town,Postcode,Latitude,Longitude\n";
  private static final String GOOD = "%d,%d,Church Road,Tonbridge,TN9 2CD,51.2002,0.2812\n";

  @TempDir Path folder;
  private Path map;

  @BeforeEach
  void makeMap() {
    map = SmallTown.make(folder, "");
  }

  @Test
  void run_goodFile_isFoundByTheNextGazetteer() throws IOException {
    AddressImport.Report report = run(HEADER + good(12));

    assertThat(report).isEqualTo(new AddressImport.Report(12, 12, 0, 0, List.of()));
    assertThat(SmallTown.gazetteer(map).find("7 Church Rd TN9 2CD", 3))
        .containsExactly(
            new Found(
                "7 Church Road, Tonbridge TN9 2CD",
                Found.Kind.ADDRESS,
                new GeoPoint(51.2002, 0.2812)));
  }

  @Test
  void run_spreadsheetsFile_isReadWithMarkQuotesAndLineEnds() throws IOException {
    List<String> lines =
        List.of(
            "\uFEFF\"Name\",\"HOUSE\",Road,Town,\"post code\",X_Coordinate,y-coordinate,Remark",
            "\"The \"\"Old\"\" Forge, North\",,\"Mill",
            "Lane\",Tonbridge,tn92cd,559050,146050,x",
            "",
            "Mill House,1,\"Mill, Lower\",Tonbridge,,559050,146050,");

    AddressImport.Report report = run(String.join("\r\n", lines));

    assertThat(report).isEqualTo(new AddressImport.Report(2, 2, 0, 0, List.of()));
    assertThat(SmallTown.gazetteer(map).find("old forge mill lane", 1))
        .extracting(Found::label)
        .containsExactly("The \"Old\" Forge, North, Mill Lane, Tonbridge TN9 2CD");
    assertThat(SmallTown.gazetteer(map).find("mill house", 1))
        .extracting(Found::label)
        .containsExactly("Mill House, 1 Mill, Lower, Tonbridge");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "13,13,Church Road,Tonbridge,TN9 2CD,abc,0.28 | latitude | abc | a number from -90 to 90",
        "13,13,Church Road,Tonbridge,TN9 2CD,91,0.28  | latitude | 91  | a number from -90 to 90",
        "13,13,Church Road,Tonbridge,TN9 2CD,51.2,    | longitude | ~~ | a number from -180 to 180",
        "13,13,Church Road,Tonbridge,TN9 2CD,NaN,0.28 | latitude | NaN | a number from -90 to 90",
        "13,13,Church Road,Tonbridge,TN9,51.2,0.28    | postcode | TN9 | a full postcode",
        "13,,Church Road,Tonbridge,TN9 2CD,51.2,0.28  | street   | Church Road | a house and its street",
        "13,13,Church Road,Tonbridge,TN9 2CD,51.2     | ~~       | ~~  | it has 6 values; the header has 7",
        "13,13,\"Church Road,Tonbridge,TN9 2CD,51.2,0 | ~~       | ~~  | quotes of a value must be closed",
        "13,13,Church\u0007Road,Tonbridge,TN9 2CD,51.2,0.28 | street | Church Road | without control",
        "13,13,Church\uFFFDRoad,Tonbridge,TN9 2CD,51.2,0.28 | street | Church\uFFFDRoad | text in UTF-8",
      })
  void run_badLine_isNamedAndTheOthersAreKept(String bad, String column, String value, String rule)
      throws IOException {
    AddressImport.Report report = run(HEADER + good(10) + bad + "\n" + good(10));

    assertThat(report.kept()).isEqualTo(20);
    assertThat(report.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(12);
              assertThat(fault.column()).isEqualTo(column);
              assertThat(fault.value()).isEqualTo(value);
              assertThat(fault.rule()).contains(rule);
            });
  }

  @Test
  void run_hugeLine_isOneBadLine() throws IOException {
    AddressImport.Report report = run(HEADER + good(10) + "x".repeat(5_000_000) + "\n" + good(5));

    assertThat(report.kept()).isEqualTo(15);
    assertThat(report.faults()).extracting(BadValue::line).containsExactly(12L);
  }

  @Test
  void run_offTheMap_isCountedAndLeftOut() throws IOException {
    AddressImport.Report report = run(HEADER + good(3) + "9,9,Far Road,Oban,,56.41,-5.47\n");

    assertThat(report).isEqualTo(new AddressImport.Report(4, 3, 1, 0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "id,number,street\n1,2,High Street\n",
        "id,latitude,longitude\n1,51.2,0.28\n",
        "number,house,street,lat,lon\n1,1,High Street,51.2,0.28\n",
        "number,street,lat,lon\n1,High Street,51.2,0.28\n2,High Street,bad,0.28\n",
        "number,street,lat,lon\n1,High Street,0.28,51.2\n",
        "number,street,lat,lon\n"
      })
  void run_uselessFile_isRefusedAndWhatWasThereStays(String text) throws IOException {
    run(HEADER + good(4));

    assertThatThrownBy(() -> run(text)).isInstanceOf(MapFault.class);
    assertThat(SmallTown.gazetteer(map).find("3 Church Road", 1)).hasSize(1);
    try (Stream<Path> files = Files.list(map)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".partial"));
    }
  }

  @Test
  void run_folderWithoutAMap_isRefused() {
    assertThatThrownBy(
            () -> AddressImport.run(folder.resolve("none"), folder.resolve("a.csv"), w -> {}))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining("holds no map");
  }

  @Test
  void run_longFile_tellsHowFarItIs() throws IOException {
    Path csv = folder.resolve("long.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write(HEADER);
      for (int i = 0; i < 500_000; i++) {
        out.write("%d,%d,Church Road,Tonbridge,TN9 2CD,51.2002,0.2812\n".formatted(i, i % 900));
      }
    }
    List<String> told = new ArrayList<>();

    AddressImport.Report report = AddressImport.run(map, csv, told::add);

    assertThat(report.kept()).isEqualTo(500_000);
    assertThat(told).hasSize(2).first().asString().contains("250,000 lines done");
  }

  @Test
  void mapImport_again_keepsTheAddresses() throws IOException {
    run(HEADER + good(4));

    MapImport.run(folder.resolve("town.osm"), map, progress -> {});

    assertThat(SmallTown.gazetteer(map).find("3 Church Road", 1)).hasSize(1);
  }

  private AddressImport.Report run(String text) throws IOException {
    Path csv = folder.resolve("addresses.csv");
    Files.writeString(csv, text, StandardCharsets.UTF_8);
    return AddressImport.run(map, csv, progress -> {});
  }

  private static String good(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      lines.append(GOOD.formatted(i, i));
    }
    return lines.toString();
  }
}
