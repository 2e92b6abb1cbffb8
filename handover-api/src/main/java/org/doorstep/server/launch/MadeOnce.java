package org.doorstep.server.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.doorstep.routing.MapFault;

/**
 * What takes long to make, is kept in a folder, and may be wanted by several processes at once,
 * such as the roads by the workers of a machine: one makes it, the others wait for its end.
 */
final class MadeOnce {
  private static final String LOCK = ".lock";

  private MadeOnce() {}

  /**
   * Does something while nobody else, here or in another process, does something to that folder.
   *
   * @param folder an empty file of its name with {@code .lock} stays beside it
   * @throws MapFault if that file cannot be written
   */
  // One lock of a file may be held in a process once; whoever waits here waits for minutes at most.
  static synchronized <T> T alone(Path folder, Supplier<T> work) {
    Path lock = folder.toAbsolutePath().resolveSibling(folder.getFileName() + LOCK);
    try {
      Path parent = lock.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        // Let go when the channel is closed.
        var unused = channel.lock();
        return work.get();
      }
    } catch (IOException e) {
      throw new MapFault(
          "The file (%s) cannot be written.\nMaybe the disk is full or belongs to another user."
              .formatted(lock),
          e);
    }
  }
}
