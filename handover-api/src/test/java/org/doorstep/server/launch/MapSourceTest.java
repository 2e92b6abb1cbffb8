package org.doorstep.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorstep.routing.MapFault;
import org.doorstep.routing.RoadNetwork;
import org.doorstep.server.TestMap;
import org.doorstep.server.TestServer;
import org.doorstep.server.config.ConfigReader;
import org.doorstep.server.config.ServerConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * FEATURE: the server makes its synthetic map anew when that is damaged, and never overwrites one
 * that somebody imported.
 */
class MapSourceTest {
  private final List<String> progress = new ArrayList<>();
  private Path data = Path.of("");

  @BeforeEach
  void freshFolder() throws IOException {
    data = TestServer.freshFolder();
  }

  @Test
  void open_syntheticMapDamaged_saysSoAndMakesItAnew() throws IOException {
    Path map = copy(TestMap.syntheticFolder(), data.resolve("map"));
    Files.delete(map.resolve("graph/edges"));

    try (RoadNetwork roads = MapSource.open(config(Map.of()), progress::add)) {
      assertThat(roads.info().name()).contains("West Kent");
    }

    assertThat(progress)
        .anySatisfy(words -> assertThat(words).contains("anew", "damaged", "graph/edges"));
  }

  @Test
  void open_nothingConfiguredButAnImportedMapDamaged_refusesAndLeavesIt() throws IOException {
    Path map = copy(TestMap.folder(), data.resolve("map"));
    Files.delete(map.resolve("graph/edges"));

    assertThatThrownBy(() -> MapSource.open(config(Map.of()), progress::add))
        .isInstanceOf(MapFault.class)
        .hasMessageContainingAll("graph/edges", "\nMaybe");
    assertThat(map.resolve("graph/nodes")).exists();
  }

  @Test
  void open_nothingConfiguredAndNoMapInTheFolder_refusesAndLeavesIt() throws IOException {
    Path photos = Files.createDirectories(data.resolve("map"));
    Files.writeString(photos.resolve("cat.jpg"), "meow");

    assertThatThrownBy(() -> MapSource.open(config(Map.of()), progress::add))
        .isInstanceOf(MapFault.class);
    assertThat(photos.resolve("cat.jpg")).hasContent("meow");
  }

  @Test
  void open_configuredMapDamaged_refusesEvenIfSynthetic() throws IOException {
    Path map = copy(TestMap.syntheticFolder(), data.resolve("named"));
    Files.delete(map.resolve("graph/edges"));

    assertThatThrownBy(() -> MapSource.open(config(Map.of("map", map.toString())), progress::add))
        .isInstanceOf(MapFault.class)
        .hasMessageContainingAll("graph/edges", "\nMaybe", "import-map");
    assertThat(map.resolve("graph/nodes")).exists();
  }

  @Test
  void importMap_ontoAFolderThatIsNoMap_saysSoWithExitStatusTwo() throws IOException {
    Path osm =
        Files.writeString(
            data.resolve("roads.osm"),
            "<osm><node id=\"1\" lat=\"51\" lon=\"0.2\"/><node id=\"2\" lat=\"51.01\" lon=\"0.2\"/>"
                + "<way id=\"3\"><nd ref=\"1\"/><nd ref=\"2\"/>"
                + "<tag k=\"highway\" v=\"residential\"/></way></osm>");
    Files.writeString(Files.createDirectories(data.resolve("photos")).resolve("cat.jpg"), "meow");

    assertThat(importMap(osm, data.resolve("photos"))).contains("cat.jpg", "\nMaybe", "status 2");
    assertThat(data.resolve("photos/cat.jpg")).hasContent("meow");
    assertThat(importMap(osm, data.resolve("map"))).contains("status 0");
    assertThat(importMap(osm, data.resolve("map"))).contains("status 0");
  }

  private static String importMap(Path osm, Path out) {
    StringWriter said = new StringWriter();
    int status =
        new CommandLine(new ImportMapCommand())
            .setExecutionExceptionHandler(Failures::handle)
            .setErr(new PrintWriter(said, true))
            .execute("--osm", osm.toString(), "--out", out.toString());
    return said + "status " + status;
  }

  private ServerConfig config(Map<String, String> changes) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>(changes);
    tree.put("data", data.toString());
    return ConfigReader.of(tree, "test");
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }
}
