package org.doorstep.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project, without what builds leave behind. */
final class Repository {
  static final Path ROOT =
      Path.of(System.getProperty("repository.root", "..")).toAbsolutePath().normalize();

  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", ".vscode");

  private Repository() {}

  /** Files whose name ends so, in alphabetical order. */
  static List<Path> files(String ending) {
    return all().stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** Every text file that people write. */
  static List<Path> all() {
    try (Stream<Path> tree = Files.walk(ROOT)) {
      return tree.filter(Files::isRegularFile).filter(Repository::isOurs).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  private static boolean isOurs(Path file) {
    for (Path part : ROOT.relativize(file)) {
      String name = part.toString();
      if (LEFT_OUT.contains(name) || name.startsWith("doorstep-")) {
        return false;
      }
    }
    return true;
  }
}
