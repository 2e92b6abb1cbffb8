package org.doorstep.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(ROOT, new Ours(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  /** Stays out of what builds leave behind: files come and go there while others build. */
  private static final class Ours extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Ours(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && isOurs(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
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
