package org.doorstep.routing;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What is known of a map.
 *
 * @param name where it comes from, for people
 * @param hash SHA-256 of the imported file in hexadecimal
 * @param synthetic whether the roads are made up; every screen says so
 * @param attribution what must be shown with the map
 * @param west degrees east of the westernmost road
 * @param south degrees north of the southernmost road
 * @param east degrees east of the easternmost road
 * @param north degrees north of the northernmost road
 * @param nodes junctions and ends in the graph
 * @param edges stretches of road between them
 */
public record MapInfo(
    String name,
    String hash,
    boolean synthetic,
    String attribution,
    double west,
    double south,
    double east,
    double north,
    int nodes,
    int edges) {
  static final String FILE = "map.properties";

  void write(Path folder) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("version", Integer.toString(Profiles.VERSION));
    properties.setProperty("name", name);
    properties.setProperty("hash", hash);
    properties.setProperty("synthetic", Boolean.toString(synthetic));
    properties.setProperty("attribution", attribution);
    properties.setProperty("west", Double.toString(west));
    properties.setProperty("south", Double.toString(south));
    properties.setProperty("east", Double.toString(east));
    properties.setProperty("north", Double.toString(north));
    properties.setProperty("nodes", Integer.toString(nodes));
    properties.setProperty("edges", Integer.toString(edges));
    try (Writer out = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8)) {
      properties.store(out, null);
    }
  }

  /**
   * Reads what an import has left in a folder.
   *
   * @throws MapFault if the folder holds no map, or one of another version
   */
  static MapInfo read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new MapFault(
          "The folder (%s) holds no map.\nMaybe an import there has not been finished; run import-map."
              .formatted(folder));
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
      return of(properties, folder);
    } catch (IOException | IllegalArgumentException e) {
      throw new MapFault("The map in (%s) is damaged: its %s.".formatted(folder, FILE), e);
    }
  }

  /**
   * What a folder says of its roads, perhaps of another version or else damaged; empty if nothing.
   */
  static Optional<Boolean> findSynthetic(Path folder) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(FILE), StandardCharsets.UTF_8)) {
      properties.load(in);
      return Optional.ofNullable(properties.getProperty("synthetic")).map(Boolean::parseBoolean);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static MapInfo of(Properties properties, Path folder) {
    String version = properties.getProperty("version", "none");
    if (!version.equals(Integer.toString(Profiles.VERSION))) {
      throw new MapFault(
          "The map in (%s) has version (%s); this program needs (%d).\nMaybe import it again with import-map."
              .formatted(folder, version, Profiles.VERSION));
    }
    return new MapInfo(
        required(properties, "name"),
        required(properties, "hash"),
        Boolean.parseBoolean(required(properties, "synthetic")),
        required(properties, "attribution"),
        Double.parseDouble(required(properties, "west")),
        Double.parseDouble(required(properties, "south")),
        Double.parseDouble(required(properties, "east")),
        Double.parseDouble(required(properties, "north")),
        Integer.parseInt(required(properties, "nodes")),
        Integer.parseInt(required(properties, "edges")));
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("The key (%s) must be there.".formatted(key));
    }
    return value;
  }
}
