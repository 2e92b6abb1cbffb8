package org.doorstep.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: an extract that is not whole and in order is refused with its first fault and where that
 * is, and leaves nothing behind.
 */
@Timeout(60)
class BadExtractTest {
  private static final long SEED = 20_261_126;
  private static final String ANDORRA = "andorra-2013.osm.pbf";

  @TempDir Path place;

  @AfterEach
  void nothingIsLeft() throws IOException {
    try (Stream<Path> entries = Files.list(place)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .noneMatch(name -> name.startsWith("map"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.osm", "a.osm.pbf", "a.osm.gz"})
  void import_emptyFile_isRefused(String name) throws IOException {
    refused(write(name, new byte[0]), "is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.osm", "a.osm.pbf", "a.osm.gz"})
  void import_randomBytes_isRefused(String name) throws IOException {
    for (int round = 0; round < 5; round++) {
      byte[] bytes = new byte[10_000];
      new Random(SEED + round).nextBytes(bytes);
      refused(write(name, bytes), "\nMaybe");
    }
  }

  @Test
  void import_folder_isRefused() throws IOException {
    refused(Files.createDirectories(place.resolve("a.osm.pbf")), "is a folder");
  }

  @Test
  void import_fileNotThereOrOfAnotherEnding_isRefused() throws IOException {
    refused(place.resolve("none.osm.pbf"), "not there");
    refused(write("a.txt", TinyMap.xml()), "must end in");
  }

  @Test
  void import_fileThatMayNotBeRead_isRefused() throws IOException {
    Path file = write("a.osm", TinyMap.xml());
    assertThat(file.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(file), "SKIPPED: this user may read everything.");

    refused(file, "may not be read", "\nMaybe");
  }

  @Test
  void import_wrongEnding_isRefused() throws IOException {
    refused(write("xml.osm.pbf", TinyMap.xml()), "block 1", "byte 0", "wrong ending");
    refused(write("xml.osm.gz", TinyMap.xml()), "gzip", "wrong ending");
    Path pbf = place.resolve("pbf.osm");
    Files.copy(SharedData.osm(ANDORRA), pbf);
    refused(pbf, "its beginning", "wrong ending");
  }

  @Test
  void import_pbfCutOffAnywhere_saysWhere() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.osm(ANDORRA));
    Random random = new Random(SEED);
    for (int round = 0; round < 40; round++) {
      int length = round < 12 ? 1 + 3 * round : 1 + random.nextInt(whole.length - 1);
      refused(write("cut.osm.pbf", Arrays.copyOf(whole, length)), "At ", "\nMaybe");
    }
    refused(write("cut.osm.pbf", Arrays.copyOf(whole, whole.length - 1)), "ends before");
  }

  @Test
  void import_pbfCutOffBetweenBlocks_missesTheRoads() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.osm(ANDORRA));
    TinyPbf first = new TinyPbf();
    int second = first.lengthOfFirstBlocks(whole, 2);

    refused(write("cut.osm.pbf", Arrays.copyOf(whole, second)), "no roads");
  }

  @Test
  void import_pbfWithOneByteChanged_isRefusedOrImportedWhole() throws IOException {
    byte[] whole = Files.readAllBytes(SharedData.osm(ANDORRA));
    Random random = new Random(SEED);
    int refused = 0;
    for (int round = 0; round < 60; round++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        org.doorstep.routing.extract.ExtractCheck.run(write("flipped.osm.pbf", bytes));
      } catch (MapFault fault) {
        assertThat(fault).hasMessageContaining("flipped.osm.pbf");
        refused++;
      }
    }
    assertThat(refused).as("of 60, seed %d", SEED).isGreaterThan(55);
  }

  @Test
  void import_pbfWithALyingLength_isRefusedWithoutTakingTheMemory() throws IOException {
    refused(write("a.osm.pbf", new TinyPbf().length(Integer.MAX_VALUE).bytes()), "header");
    refused(write("a.osm.pbf", new TinyPbf().length(-1).bytes()), "header");
    TinyPbf lying = new TinyPbf().header().blockSaying(Integer.MAX_VALUE);
    refused(write("a.osm.pbf", lying.bytes()), "block 2", "2147483647", "33554432");
    refused(write("a.osm.pbf", new TinyPbf().header().blockSaying(-5).bytes()), "block 2", "(-5)");
    TinyPbf unpacked = new TinyPbf().header().zlibSaying(Integer.MAX_VALUE, TinyPbf.roads());
    refused(write("a.osm.pbf", unpacked.bytes()), "block 2", "unpacked", "2147483647");
    TinyPbf longer = new TinyPbf().header().zlibSaying(10, TinyPbf.roads());
    refused(write("a.osm.pbf", longer.bytes()), "block 2", "unpacked");
  }

  @Test
  void import_pbfWithABlockOfAnotherKind_isRefused() throws IOException {
    TinyPbf pbf = new TinyPbf().header().block("OSMDatb", TinyPbf.roads());
    refused(write("a.osm.pbf", pbf.bytes()), "block 2", "(OSMDatb)", "(OSMData)");
    refused(write("a.osm.pbf", new TinyPbf().data(TinyPbf.roads()).bytes()), "(OSMHeader)");
  }

  @Test
  void import_pbfUnsorted_saysWhatStandsBehindWhat() throws IOException {
    TinyPbf waysFirst =
        new TinyPbf().header().data(TinyPbf.ways(100, 1, 2)).data(TinyPbf.nodes(0.001, 1, 2));
    refused(write("a.osm.pbf", waysFirst.bytes()), "block 3", "node (1)", "ways", "osmium sort");
    TinyPbf relationsFirst =
        new TinyPbf()
            .header()
            .data(TinyPbf.nodes(0.001, 1, 2))
            .data(TinyPbf.relation(7))
            .data(TinyPbf.ways(100, 1, 2));
    refused(write("a.osm.pbf", relationsFirst.bytes()), "block 4", "way (100)", "relations");
  }

  @Test
  void import_pbfOutsideTheWorld_namesTheNode() throws IOException {
    TinyPbf pbf = new TinyPbf().header().data(TinyPbf.nodes(60, 1, 2, 3)).data(TinyPbf.roads());

    refused(write("a.osm.pbf", pbf.bytes()), "block 2", "node (2)", "90 degrees");
  }

  @Test
  void import_xmlCutOffAnywhere_saysWhere() throws IOException {
    String whole = TinyMap.xml().strip();
    for (int length = 1; length < whole.length(); length += 13) {
      refused(write("cut.osm", whole.substring(0, length)), "line ", "\nMaybe");
    }
  }

  @Test
  void import_xmlGoingOnBehindItsEnd_isRefused() throws IOException {
    refused(write("a.osm", TinyMap.xml() + TinyMap.xml()), "well-formed");
  }

  @Test
  void import_gzipCutOffAnywhere_saysWhere() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(TinyMap.xml().getBytes(UTF_8));
    }
    byte[] whole = bytes.toByteArray();
    for (int length = 1; length < whole.length; length += 5) {
      refused(write("cut.osm.gz", Arrays.copyOf(whole, length)), "At ", "\nMaybe");
    }
  }

  @Test
  void import_xmlWithADocumentType_isRefusedUnread() throws IOException {
    String bomb =
        "<!DOCTYPE osm [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">]>";
    refused(write("a.osm", bomb + TinyMap.xml().replace("residential", "&d;")), "document type");
    String fetching = "<!DOCTYPE osm SYSTEM \"file:///etc/hostname\">";
    refused(write("a.osm", fetching + TinyMap.xml()), "document type");
    refused(write("a.osm", TinyMap.xml().replace("residential", "&d;")), "line ");
  }

  @Test
  void import_xmlOfAnotherKind_isRefused() throws IOException {
    refused(write("a.osm", "<gpx version=\"1.1\"></gpx>"), "gpx", "(osm)");
  }

  @Test
  void import_xmlWithAFaultyElement_namesLineAndValue() throws IOException {
    refused(broken("lat=\"51.15\"", "lat=\"x\""), "line 2", "(lat)", "(x)");
    refused(broken("lat=\"51.15\"", "lat=\"NaN\""), "node (1)", "NaN");
    refused(broken("lat=\"51.15\"", "lat=\"90.5\""), "node (1)", "90.5");
    refused(broken("lon=\"0.21\"", "lon=\"180.5\""), "node (1)", "180.5");
    refused(broken("lat=\"51.15\" ", ""), "no (lat)");
    refused(broken("node id=\"1\"", "node"), "no (id)");
    refused(broken("node id=\"1\"", "node id=\"9999999999999999999\""), "whole number");
    refused(broken("nd ref=\"1\"", "nd ref=\"\""), "(ref)");
  }

  @Test
  void import_xmlUnsorted_saysWhatStandsBehindWhat() throws IOException {
    String mixed = "<osm>\n" + TinyMap.ways() + TinyMap.nodes() + "</osm>";
    refused(write("a.osm", mixed), "node (1)", "line 8", "ways");
    String late = TinyMap.xml().replace("</osm>", "<relation id=\"5\"/>" + TinyMap.way(9, 1, 2));
    refused(write("a.osm", late + "</osm>"), "way (9)", "relations");
  }

  @Test
  void import_nodesOfAWayBehindItsTags_isRefused() throws IOException {
    String way = "<way id=\"300\"><tag k=\"highway\" v=\"service\"/><nd ref=\"1\"/></way></osm>";
    refused(write("a.osm", TinyMap.xml().replace("</osm>", way)), "way (300)", "behind its tags");
  }

  @Test
  void import_waysReferToMissingNodes_namesTheFirst() throws IOException {
    String holes = TinyMap.xml().replace(TinyMap.node(5, 51.153, 0.215), "");
    refused(write("a.osm", holes), "way (101)", "node (5)", "not whole");
    refused(write("a.osm", "<osm>" + TinyMap.ways() + "</osm>"), "way (100)", "node (1)");
    TinyPbf pbf = new TinyPbf().header().data(TinyPbf.roads());
    refused(write("a.osm.pbf", pbf.bytes()), "way (100)", "node (1)", "block 2");
  }

  @Test
  void import_withoutRoads_isRefused() throws IOException {
    refused(write("a.osm", "<osm>" + TinyMap.nodes() + "</osm>"), "no roads");
    refused(write("a.osm", "<osm/>"), "no roads");
    refused(write("a.osm", TinyMap.xml().replace("\"highway\"", "\"waterway\"")), "no roads");
    refused(write("a.osm", TinyMap.xml().replace("residential", "footway")), "open to vehicles");
  }

  @Test
  void import_wayWithoutEnd_isRefused() throws IOException {
    String nodes = "<nd ref=\"1\"/>".repeat(100_001);
    String way = "<way id=\"300\">" + nodes + "</way></osm>";
    refused(write("a.osm", TinyMap.xml().replace("</osm>", way)), "more than (100000) nodes");
  }

  @Test
  void import_intoAFolderThatCannotBeMade_saysSo() throws IOException {
    Path file = write("a.osm", TinyMap.xml());
    Path blocked = write("blocked", "a file, where a folder is wanted").resolve("map");

    assertThatThrownBy(() -> MapImport.run(file, blocked, words -> {}))
        .isInstanceOf(MapFault.class)
        .hasMessageContainingAll("blocked", "cannot be written", "\nMaybe");
  }

  /** The reader takes the length for granted, and waits for the worker that died of it. */
  @Test
  void reading_aBlockThatNeverComes_endsWithinTheBound() throws IOException {
    TinyPbf pbf = new TinyPbf().header().zlibSaying(Integer.MAX_VALUE, TinyPbf.roads());
    Path file = write("a.osm.pbf", pbf.bytes());
    try (StallWatch watch = new StallWatch(Duration.ofMillis(400))) {
      try {
        Scenery.read(file);
      } catch (MapFault fault) {
        assertThat(fault).hasMessageContaining("a.osm.pbf");
      }
      assertThat(watch.hasStalled()).isTrue();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void import_tinyExtractsInOrder_areImported() throws IOException {
    assumeTrue(Files.isWritable(place));
    Path xml = write("a.osm", TinyMap.xml());
    Path pbf =
        write(
            "a.osm.pbf",
            new TinyPbf()
                .header()
                .data(TinyPbf.nodes(0.003, 1, 2, 3))
                .data(TinyPbf.roads())
                .bytes());
    for (Path file : java.util.List.of(xml, pbf)) {
      Path map = place.resolve("good");
      assertThat(MapImport.run(file, map, words -> {}).edges()).isPositive();
    }
  }

  private Path broken(String is, String becomes) throws IOException {
    assertThat(TinyMap.xml()).contains(is);
    return write("a.osm", TinyMap.xml().replace(is, becomes));
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(place.resolve(name), bytes);
  }

  private void refused(Path file, String... words) {
    assertThatThrownBy(() -> MapImport.run(file, place.resolve("map"), progress -> {}))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContainingAll(words);
  }
}
