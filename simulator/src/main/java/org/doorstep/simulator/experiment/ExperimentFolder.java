package org.doorstep.simulator.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorstep.simulator.file.FileFault;

/**
 * The folder that keeps an experiment. It knows its own files by a list in it, and touches nothing
 * else: a folder that holds anything that is not on its list is refused.
 *
 * <p>A file is put on the list before it is begun, written under another name and then given its
 * own, so that after a crash no half file looks whole and the folder can be used again.
 */
public final class ExperimentFolder {
  static final String LIST = "files.txt";

  private static final String TITLE = "Files of a Doorstep experiment";
  private static final String PART = ".part";
  private static final int NAMES_SHOWN = 3;

  private final Path folder;

  /** A folder that is touched only when the experiment begins. */
  public ExperimentFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Looks whether an experiment could be kept here: for work that takes long before it is.
   *
   * @throws FileFault if it holds something else or cannot be read
   */
  public void requireUsable() {
    try {
      if (Files.exists(folder)) {
        requireOwn();
      }
    } catch (IOException e) {
      throw cannot(folder, e);
    }
  }

  private void requireOwn() throws IOException {
    List<String> own = own(folder);
    List<String> strange = names(folder).stream().filter(name -> !isOwn(own, name)).toList();
    if (!strange.isEmpty()) {
      throw new FileFault(
          folder.toString(),
          "holds something else (%s%s); give a folder that is new or empty"
              .formatted(
                  String.join(", ", strange.stream().limit(NAMES_SHOWN).toList()),
                  strange.size() > NAMES_SHOWN ? ", ..." : ""));
    }
  }

  /**
   * Makes it ready: it must be new, empty, or of an earlier experiment, whose files go.
   *
   * @throws FileFault if it holds something else or cannot be used
   */
  public void open() {
    try {
      Files.createDirectories(folder);
      requireOwn();
      for (String name : names(folder)) {
        if (!name.equals(LIST)) {
          Files.delete(folder.resolve(name));
        }
      }
      Files.writeString(folder.resolve(LIST), TITLE + "\n");
    } catch (IOException e) {
      throw cannot(folder, e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return List.copyOf(
          new TreeSet<>(files.map(file -> String.valueOf(file.getFileName())).toList()));
    }
  }

  private static List<String> own(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(list);
    return lines.isEmpty() || !lines.get(0).equals(TITLE) ? List.of() : lines;
  }

  private static boolean isOwn(List<String> own, String name) {
    return !own.isEmpty()
        && (name.equals(LIST)
            || own.contains(name)
            || (name.endsWith(PART)
                && own.contains(name.substring(0, name.length() - PART.length()))));
  }

  /** Where a file of that name is, or would be. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Where logs go. */
  public LogFiles logs() {
    return new LogFiles(this);
  }

  /**
   * Takes away the logs of runs that do not count, and what lost workers have left behind; from
   * then on the list names what is there, in order, whoever came first.
   */
  void keepLogs(Results results) {
    List<String> logs =
        results.runs().stream()
            .map(run -> LogFiles.name(run.scenario(), run.replication()))
            .toList();
    try {
      List<String> kept = new ArrayList<>(List.of(TITLE));
      for (String name : names(folder)) {
        boolean counts = !name.endsWith(PART) && (!LogFiles.isLog(name) || logs.contains(name));
        if (!counts) {
          Files.delete(folder.resolve(name));
        } else if (!name.equals(LIST)) {
          kept.add(name);
        }
      }
      Files.writeString(folder.resolve(LIST), String.join("\n", kept) + "\n");
    } catch (IOException e) {
      throw cannot(folder, e);
    }
  }

  /** Puts a file on the list and says where to write it until it is whole. */
  Path begin(String name) throws IOException {
    Files.writeString(file(LIST), name + "\n", StandardOpenOption.APPEND);
    return file(name + PART);
  }

  /**
   * Writes a whole file, once the experiment has begun.
   *
   * @throws FileFault if it cannot be written
   */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a whole file. */
  public void write(String name, byte[] bytes) {
    try {
      Path part = begin(name);
      Files.write(part, bytes);
      Files.move(
          part, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannot(file(name), e);
    }
  }

  /** Adds to the end of a file that grows while the experiment runs. */
  void append(String name, String text) {
    try {
      if (Files.notExists(file(name))) {
        Files.writeString(file(LIST), name + "\n", StandardOpenOption.APPEND);
      }
      Files.writeString(file(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw cannot(file(name), e);
    }
  }

  private static FileFault cannot(Path path, IOException e) {
    return new FileFault(path.toString(), "cannot be written: " + e);
  }
}
