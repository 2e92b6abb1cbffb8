package org.doorstep.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * FEATURE: a map folder is opened only as it was imported, and replaced only by a whole new one.
 */
class MapFolderTest {
  @TempDir Path place;

  private Path map = Path.of("");

  @BeforeEach
  void importTheTinyMap() throws IOException {
    map = TinyMap.imported(place);
  }

  @Test
  void open_asImported_hasAVersionThatACopyKeeps() throws IOException {
    String version = version(map);
    Path copy = place.resolve("copy");
    copy(map, copy);

    assertThat(version).matches("[0-9a-f]{64}");
    assertThat(version(copy)).isEqualTo(version);
  }

  @Test
  void open_importedAgainFromOtherRoads_hasAnotherVersion() throws IOException {
    String version = version(map);
    String more = TinyMap.xml().replace("</osm>", TinyMap.way(300, 1, 5, 9) + "</osm>");

    MapImport.run(TinyMap.write(place, "more.osm", more), map, words -> {});

    assertThat(version(map)).isNotEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph/edges",
        "graph/geometry",
        "graph/location_index",
        "order.bin",
        "graph/properties",
        "map.properties",
        "scenery.tsv.gz"
      })
  void open_oneByteChanged_namesFolderFileAndRule(String file) throws IOException {
    flip(map.resolve(file), Files.size(map.resolve(file)) / 2);

    refused(map, file, "damaged", "hash");
  }

  @Test
  void open_everyByteOfTheManifestChangedInTurn_isRefused() throws IOException {
    Path manifest = map.resolve(Manifest.FILE);
    byte[] whole = Files.readAllBytes(manifest);
    for (int i = 0; i < whole.length; i++) {
      flip(manifest, i);
      assertThatThrownBy(() -> RoadNetwork.open(map)).as("byte %d", i).isInstanceOf(MapFault.class);
      Files.write(manifest, whole);
    }
  }

  @Test
  void open_manifestCutOffAnywhere_isRefused() throws IOException {
    Path manifest = map.resolve(Manifest.FILE);
    byte[] whole = Files.readAllBytes(manifest);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(manifest, java.util.Arrays.copyOf(whole, length));
      refused(map, Manifest.FILE, "damaged");
    }
  }

  @Test
  void open_fileCutOff_saysHowManyBytesAreMissing() throws IOException {
    Path file = map.resolve("graph/edges");
    long length = Files.size(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length - 1);
    }

    refused(map, "graph/edges", "(" + (length - 1) + ")", "(" + length + ")");
  }

  @Test
  void open_fileMissing_saysSo() throws IOException {
    Files.delete(map.resolve("graph/geometry"));

    refused(map, "graph/geometry", "must be there");
  }

  @Test
  void open_foreignFileInTheGraph_namesIt() throws IOException {
    Files.writeString(map.resolve("graph/edges2"), "x");

    refused(map, "graph/edges2", "no part of the map");
  }

  @Test
  void open_foreignFileBesideTheGraph_doesNotMind() throws IOException {
    Files.writeString(map.resolve("notes.txt"), "made on Monday");

    assertThat(version(map)).isNotEmpty();
  }

  @Test
  void open_withoutManifest_isNoFinishedMap() throws IOException {
    Files.delete(map.resolve(Manifest.FILE));

    refused(map, Manifest.FILE, "no finished map");
  }

  @Test
  void open_otherFormat_saysWhichAndWhichIsNeeded() throws IOException {
    Manifest now = Manifest.read(map);
    new Manifest(Profiles.VERSION + 1, now.source(), now.synthetic(), now.files()).write(map);

    refused(map, "format (" + (Profiles.VERSION + 1) + ")", "needs (" + Profiles.VERSION + ")");
  }

  @Test
  void open_graphOfAnotherProgramOrAnyFolder_isRefused() throws IOException {
    Path other = place.resolve("other");
    copy(map.resolve("graph"), other);
    refused(other, "no finished map");
    refused(Files.createDirectories(place.resolve("empty")), "no finished map");
    refused(place.resolve("none"), "no finished map");
    refused(Files.writeString(place.resolve("file"), "x"), "must be a folder");
  }

  @Test
  void import_ontoAFolderThatIsNoMap_leavesItAlone() throws IOException {
    Path photos = Files.createDirectories(place.resolve("photos"));
    Files.writeString(photos.resolve("cat.jpg"), "meow");

    assertThatThrownBy(() -> importTo(photos))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining("photos")
        .hasMessageContaining("cat.jpg")
        .hasMessageContaining("\nMaybe");
    assertThat(photos.resolve("cat.jpg")).hasContent("meow");
    assertThat(names(place)).containsExactlyInAnyOrder("map", "photos", "tiny.osm");
  }

  @Test
  void import_ontoAMapWithSomebodysFileInIt_leavesItAlone() throws IOException {
    Files.writeString(map.resolve("notes.txt"), "made on Monday");

    assertThatThrownBy(() -> importTo(map)).hasMessageContaining("notes.txt");
    assertThat(map.resolve("notes.txt")).exists();
  }

  @Test
  void import_ontoAnEmptyFolderOrADamagedMap_replacesIt() throws IOException {
    importTo(Files.createDirectories(place.resolve("empty")));
    assertThat(version(place.resolve("empty"))).isNotEmpty();

    for (String file : List.of("graph/edges", Manifest.FILE, "map.properties")) {
      Files.delete(map.resolve(file));
      importTo(map);
      assertThat(version(map)).as(file).isNotEmpty();
    }
  }

  @Test
  void import_ontoAMapOfBeforeThereWereManifests_replacesIt() throws IOException {
    Files.delete(map.resolve(Manifest.FILE));

    importTo(map);

    assertThat(version(map)).isNotEmpty();
  }

  @Test
  void import_throughALink_replacesWhatItPointsTo() throws IOException {
    Path link = Files.createSymbolicLink(place.resolve("link"), map);
    String version = version(link);

    MapImport.run(
        TinyMap.write(place, "b.osm", TinyMap.xml().replace("0.21", "0.22")), link, w -> {});

    assertThat(link).isSymbolicLink();
    assertThat(version(map)).isEqualTo(version(link)).isNotEqualTo(version);
  }

  @Test
  void import_failing_keepsTheOldMapAndLeavesNothingElse() throws IOException {
    String version = version(map);
    Path bad = TinyMap.write(place, "bad.osm", "<osm><node id=\"1\" lat=\"x\"/></osm>");

    assertThatThrownBy(() -> MapImport.run(bad, map, words -> {})).isInstanceOf(MapFault.class);

    assertThat(version(map)).isEqualTo(version);
    assertThat(names(place)).containsExactlyInAnyOrder("map", "tiny.osm", "bad.osm");
  }

  @Test
  void import_whileAnotherMakesTheFolder_isRefused() {
    try (MapFolder.Work other = MapFolder.at(map).begin()) {
      assertThatThrownBy(() -> importTo(map)).hasMessageContaining("being made just now");
      assertThat(other.path()).exists();
    }
    assertThat(map.resolveSibling("map.partial")).doesNotExist();
  }

  @Test
  void killed_whileTheNewMapWasMade_keepsTheOldAndClearsUp() throws IOException {
    String version = version(map);
    Path partial = Files.createDirectories(place.resolve("map.partial/graph"));
    Files.writeString(partial.resolve("edges"), "half");
    Files.writeString(place.resolve("map.partial").resolve(MapFolder.MARKER), "");

    assertThat(version(map)).isEqualTo(version);
    importTo(map);
    assertThat(names(place)).containsExactlyInAnyOrder("map", "tiny.osm");
  }

  @Test
  void killed_betweenTheRenames_opensTheOldMap() throws IOException {
    String version = version(map);
    copy(map, place.resolve("map.partial"));
    Files.writeString(place.resolve("map.partial").resolve(MapFolder.MARKER), "");
    Files.move(map, place.resolve("map.before"));

    assertThat(version(map)).isEqualTo(version);
    importTo(map);
    assertThat(names(place)).containsExactlyInAnyOrder("map", "tiny.osm");
  }

  @Test
  void killed_beforeTheOldMapWasDeleted_opensTheNewOne() throws IOException {
    copy(map, place.resolve("map.before"));
    Files.delete(place.resolve("map.before/graph/edges"));
    String version = version(map);

    assertThat(version(map)).isEqualTo(version);
    importTo(map);
    assertThat(names(place)).containsExactlyInAnyOrder("map", "tiny.osm");
  }

  @Test
  void killed_andTheNewMapDamaged_keepsTheOldOneUntilTheNext() throws IOException {
    copy(map, place.resolve("map.before"));
    flip(map.resolve("graph/edges"), 50);

    importTo(map);

    assertThat(version(map)).isNotEmpty();
    assertThat(names(place)).containsExactlyInAnyOrder("map", "tiny.osm");
  }

  @Test
  void import_besideFoldersOfTheSameNamesThatAreNotOurs_leavesThemAlone() throws IOException {
    for (String name : List.of("map.partial", "map.before")) {
      Path mine = Files.createDirectories(place.resolve(name)).resolve("mine.txt");
      Files.writeString(mine, "mine");
      assertThatThrownBy(() -> importTo(map)).hasMessageContaining(name);
      assertThat(mine).hasContent("mine");
      Files.delete(mine);
      Files.delete(mine.getParent());
    }
  }

  private void importTo(Path folder) {
    MapImport.run(place.resolve("tiny.osm"), folder, words -> {});
  }

  private static void refused(Path folder, String... words) {
    assertThatThrownBy(() -> RoadNetwork.open(folder))
        .isInstanceOf(MapFault.class)
        .hasMessageContaining(folder.getFileName().toString())
        .hasMessageContainingAll(words);
  }

  private static String version(Path folder) {
    try (RoadNetwork roads = RoadNetwork.open(folder)) {
      return roads.version();
    }
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 0x20;
    Files.write(file, bytes);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
