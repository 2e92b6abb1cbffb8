package org.doorstep.server.cluster;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process of this machine holds the other end of a connection; by Linux's /proc. */
final class Connections {
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int INODE = 9;

  private Connections() {}

  static Optional<Long> findProcess(Socket here, Collection<Long> processes) throws IOException {
    Optional<String> inode = findInode(here.getPort(), here.getLocalPort());
    if (inode.isEmpty()) {
      return Optional.empty();
    }
    for (long process : processes) {
      if (holds(process, "socket:[" + inode.get() + "]")) {
        return Optional.of(process);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> findInode(int from, int to) throws IOException {
    for (String table : List.of("/proc/net/tcp6", "/proc/net/tcp")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length > INODE && isPort(words[LOCAL], from) && isPort(words[REMOTE], to)) {
          return Optional.of(words[INODE]);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPort(String address, int port) {
    return address.endsWith(String.format(Locale.ROOT, ":%04X", port));
  }

  private static boolean holds(long process, String socket) {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
      return files.anyMatch(file -> leadsTo(file, socket));
    } catch (IOException e) {
      // It has ended.
      return false;
    }
  }

  private static boolean leadsTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException e) {
      // Closed while we looked.
      return false;
    }
  }
}
