package org.doorstep.routing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map folder, and the two beside it that a replacement needs.
 *
 * <p>A new map is made in {@code NAME.partial}. When it is whole and on disk, the old one is
 * renamed to {@code NAME.before}, the new one takes its name, and the old one is deleted. So at
 * every moment a whole map is under one of the names, and {@link #recover} finds it after the
 * process was killed. Nothing is ever deleted that is not known to be a map.
 */
final class MapFolder {
  /** Held locked in a folder in the making, so that no second import works there. */
  static final String MARKER = "doorstep-import";

  /** What a map folder holds whose list of files is lost, or older than such lists. */
  private static final Set<String> PARTS =
      Set.of(
          MapInfo.FILE,
          MapImport.GRAPH,
          OrderFile.FILE,
          Landmarks.FILE,
          AddressFile.FILE,
          "scenery.tsv.gz");

  private final Path folder;
  private final Path partial;
  private final Path before;

  private MapFolder(Path folder, String name) {
    this.folder = folder;
    this.partial = folder.resolveSibling(name + ".partial");
    this.before = folder.resolveSibling(name + ".before");
  }

  /**
   * The folder of that name, which need not be there.
   *
   * @throws MapFault if it can be no map folder
   */
  static MapFolder at(Path path) {
    try {
      Path folder = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
      Path name = folder.getFileName();
      if (name == null || (Files.exists(folder) && !Files.isDirectory(folder))) {
        throw new MapFault(
            "The map folder (%s) must be a folder, or the name of one to make.".formatted(path));
      }
      return new MapFolder(folder, name.toString());
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Brings back the map that a killed import had put aside; touches nothing while one runs. */
  void recover() {
    if (Files.exists(folder) || !isMap(before)) {
      return;
    }
    try {
      closeQuietly(lockMarkerIfThere());
      Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Refuses to replace what is not known to be a map: people mistype names.
   *
   * @throws MapFault if there is anything in the folder that a map does not have
   */
  void requireReplaceable() {
    requireReplaceable(folder);
    requireReplaceable(before);
  }

  /**
   * Begins a new map beside the folder.
   *
   * @throws MapFault if it cannot be written there, or another import is at work
   */
  Work begin() {
    try {
      requireOurs(partial);
      deleteAll(partial);
      Files.createDirectories(partial);
      FileChannel marker =
          FileChannel.open(
              partial.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      requireLock(marker);
      return new Work(marker);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** A map in the making; what has not been published when it is closed is deleted. */
  final class Work implements AutoCloseable {
    private final FileChannel marker;

    private Work(FileChannel marker) {
      this.marker = marker;
    }

    Path path() {
      return partial;
    }

    /** Puts the new map in the place of the old one. */
    void publish() throws IOException {
      sync(partial);
      if (isMap(before) && Files.exists(folder)) {
        // An earlier import died in the middle: one of the two is whole, and it is the later one
        // unless that is damaged.
        deleteAll(isWhole(folder) ? before : folder);
      }
      if (Files.exists(folder)) {
        Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
      }
      try {
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (Files.exists(before)) {
          Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        throw e;
      }
      syncFolder(folder.toAbsolutePath().getParent());
      deleteQuietly(folder.resolve(MARKER));
      deleteQuietly(before);
    }

    @Override
    public void close() {
      closeQuietly(marker);
      deleteQuietly(partial);
    }
  }

  private static void requireReplaceable(Path folder) {
    List<String> names = names(folder);
    if (names.isEmpty()) {
      return;
    }
    if (!isMap(folder)) {
      throw new MapFault(
          "The folder (%s) is not empty and holds no map: (%s) is in it. It is not replaced.\nMaybe another folder was meant; name an empty or a new one."
              .formatted(folder, names.get(0)));
    }
    Set<String> known = known(folder);
    for (String name : names) {
      if (!known.isEmpty() && !known.contains(name)) {
        throw new MapFault(
            "The folder (%s) holds (%s), which is no part of its map. It is not replaced.\nMaybe move that file away first."
                .formatted(folder, name));
      }
    }
  }

  /** The names that a map has in its folder; empty when its list cannot be read any more. */
  private static Set<String> known(Path folder) {
    if (!Files.exists(folder.resolve(Manifest.FILE))) {
      return PARTS;
    }
    Set<String> known = new TreeSet<>(Set.of(AddressFile.FILE));
    Manifest.find(folder)
        .ifPresent(
            manifest -> {
              known.addAll(List.of(Manifest.FILE, MARKER, MapImport.GRAPH));
              manifest.files().forEach(entry -> known.add(entry.path().split("/", -1)[0]));
            });
    return known;
  }

  private static boolean isMap(Path folder) {
    return Files.isRegularFile(folder.resolve(Manifest.FILE))
        || (Files.isRegularFile(folder.resolve(MapInfo.FILE))
            && Files.isDirectory(folder.resolve(MapImport.GRAPH)));
  }

  private static boolean isWhole(Path folder) {
    try {
      Manifest.verify(folder);
      return true;
    } catch (MapFault damaged) {
      return false;
    }
  }

  private void requireOurs(Path work) throws IOException {
    boolean ours = Files.isRegularFile(work.resolve(MARKER)) || isMap(work);
    if (!ours && !names(work).isEmpty()) {
      throw new MapFault(
          "The folder (%s), in which a map would be made, is not empty and not of an import.\nMaybe move it away."
              .formatted(work));
    }
    closeQuietly(lockMarkerIfThere());
  }

  private @Nullable FileChannel lockMarkerIfThere() throws IOException {
    Path marker = partial.resolve(MARKER);
    if (!Files.isRegularFile(marker)) {
      return null;
    }
    FileChannel channel = FileChannel.open(marker, StandardOpenOption.WRITE);
    requireLock(channel);
    return channel;
  }

  private void requireLock(FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      closeQuietly(channel);
      throw new MapFault(
          "The map folder (%s) is being made just now, in (%s).\nMaybe another import runs; wait for its end."
              .formatted(folder, partial));
    }
  }

  private static MapFault unwritable(Path folder, IOException e) {
    return new MapFault(
        "The map folder (%s) cannot be written: %s.\nMaybe the disk is full or belongs to another user."
            .formatted(folder, reason(e)),
        e);
  }

  /** Messages of file systems are often only a file name. */
  static String reason(IOException e) {
    return e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** After a power cut the new map must be on disk when the old one is gone. */
  private static void sync(Path folder) throws IOException {
    for (Path file : bottomUp(folder)) {
      if (Files.isDirectory(file)) {
        syncFolder(file);
        continue;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  private static void syncFolder(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every system can; the list of the folder tells later whether all is there.
      return;
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    for (Path file : bottomUp(folder)) {
      Files.delete(file);
    }
  }

  private static List<Path> bottomUp(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      deleteAll(folder);
    } catch (IOException e) {
      // The next import deletes it again and says so if it cannot.
      return;
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // A lock ends with its process in any case.
      return;
    }
  }
}
