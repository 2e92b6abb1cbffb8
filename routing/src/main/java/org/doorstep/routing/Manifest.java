package org.doorstep.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The list of all files of a map folder, by which the folder is known to be whole and unchanged.
 *
 * <p>It is the last file that an import writes, and its last line is a hash over the lines before:
 * the version of the map's content. Two imports of one extract have two versions, because the graph
 * says when it was made; a copy of a folder has the version of the original.
 *
 * @param format the {@link Profiles#VERSION} of the program that made the map
 * @param source SHA-256 of the imported file in hexadecimal
 * @param synthetic whether the roads are made up
 * @param files in the order of their paths
 */
record Manifest(int format, String source, boolean synthetic, List<Entry> files) {
  static final String FILE = "doorstep-map.manifest";

  private static final String TITLE = "doorstep-map 1";

  /**
   * One file.
   *
   * @param path below the folder, with slashes
   */
  record Entry(String path, long length, String hash) {
    private String line() {
      return "file %d %s %s\n".formatted(length, hash, path);
    }

    private static Entry of(String line) {
      String[] words = line.split(" ", 4);
      return new Entry(words[3], Long.parseLong(words[1]), words[2]);
    }
  }

  Manifest {
    files = List.copyOf(files);
  }

  /** Lists what an import has left in a folder. */
  static Manifest of(Path folder, String source, boolean synthetic) throws IOException {
    List<Entry> files = new ArrayList<>();
    for (String path : list(folder)) {
      Path file = folder.resolve(path);
      files.add(new Entry(path, Files.size(file), Sha256.of(file)));
    }
    return new Manifest(Profiles.VERSION, source, synthetic, files);
  }

  /** Changes with every byte of the map; 64 hexadecimal digits. */
  String version() {
    return Sha256.of(lines());
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), lines() + "end " + version() + "\n");
  }

  /**
   * Reads the list of a folder, and holds nothing against it.
   *
   * @throws MapFault if there is none, or it is damaged
   */
  static Manifest read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new MapFault(
          "The folder (%s) holds no finished map: it has no (%s).\nMaybe it belongs to another program, or an import was cut off, or an older program made it; run import-map."
              .formatted(folder, FILE));
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int end = text.lastIndexOf("end ");
      String lines = text.substring(0, Math.max(0, end));
      if (!text.substring(Math.max(0, end)).equals("end " + Sha256.of(lines) + "\n")) {
        throw new IllegalArgumentException("Its last line must be the hash of those before.");
      }
      return parse(lines.lines().toList());
    } catch (IOException | RuntimeException e) {
      throw damaged(folder, FILE, "it is not as it was written (%s)".formatted(e.getMessage()));
    }
  }

  /** The list of a folder; empty if there is none or it is damaged. */
  static Optional<Manifest> find(Path folder) {
    try {
      return Optional.of(read(folder));
    } catch (MapFault e) {
      return Optional.empty();
    }
  }

  /**
   * Holds a folder against its list: all files there, none foreign in the graph, their lengths,
   * then their hashes.
   *
   * @return the list
   * @throws MapFault that names the first file that is not as it was imported
   */
  static Manifest verify(Path folder) {
    Manifest manifest = read(folder);
    if (manifest.format != Profiles.VERSION) {
      throw new MapFault(
          "The map in (%s) has format (%d) in its (%s); this program needs (%d).\nMaybe import it again with import-map."
              .formatted(folder, manifest.format, FILE, Profiles.VERSION));
    }
    try {
      manifest.requireFiles(folder);
      manifest.requireNothingForeign(folder);
      manifest.requireContent(folder);
    } catch (IOException e) {
      throw new MapFault(
          "The map in (%s) cannot be read: %s.\nMaybe its files belong to another user."
              .formatted(folder, e),
          e);
    }
    return manifest;
  }

  private void requireFiles(Path folder) throws IOException {
    for (Entry entry : files) {
      Path file = folder.resolve(entry.path);
      if (!Files.isRegularFile(file)) {
        throw damaged(folder, entry.path, "it must be there");
      }
      if (Files.size(file) != entry.length) {
        throw damaged(
            folder,
            entry.path,
            "it has (%d) bytes and must have (%d)".formatted(Files.size(file), entry.length));
      }
    }
  }

  private void requireNothingForeign(Path folder) throws IOException {
    TreeSet<String> known = new TreeSet<>();
    files.forEach(entry -> known.add(entry.path));
    for (String path : list(folder)) {
      if (path.startsWith(MapImport.GRAPH + "/") && !known.contains(path)) {
        throw damaged(folder, path, "it is no part of the map, and must not be there");
      }
    }
  }

  private void requireContent(Path folder) throws IOException {
    for (Entry entry : files) {
      if (!Sha256.of(folder.resolve(entry.path)).equals(entry.hash)) {
        throw damaged(folder, entry.path, "its content must have the hash of the import");
      }
    }
  }

  private String lines() {
    StringBuilder text = new StringBuilder(TITLE + "\n");
    text.append("format ").append(format).append('\n');
    text.append("source ").append(source).append('\n');
    text.append("synthetic ").append(synthetic).append('\n');
    files.forEach(entry -> text.append(entry.line()));
    return text.toString();
  }

  private static Manifest parse(List<String> lines) {
    if (!lines.get(0).equals(TITLE)) {
      throw new IllegalArgumentException("Its first line must be (%s).".formatted(TITLE));
    }
    return new Manifest(
        Integer.parseInt(after("format ", lines.get(1))),
        after("source ", lines.get(2)),
        Boolean.parseBoolean(after("synthetic ", lines.get(3))),
        lines.subList(4, lines.size()).stream().map(Entry::of).toList());
  }

  private static String after(String key, String line) {
    if (!line.startsWith(key)) {
      throw new IllegalArgumentException(
          "The line (%s) must begin with (%s).".formatted(line, key));
    }
    return line.substring(key.length());
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.equals(FILE) && !path.equals(MapFolder.MARKER))
          .sorted()
          .toList();
    }
  }

  private static MapFault damaged(Path folder, String file, String rule) {
    return new MapFault(
        "The map in (%s) is damaged: its file (%s): %s.\nMaybe a disk was full or a copy was cut off; import it again with import-map."
            .formatted(folder, file, rule));
  }
}
