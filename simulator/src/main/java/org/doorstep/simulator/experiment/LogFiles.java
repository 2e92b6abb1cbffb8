package org.doorstep.simulator.experiment;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Where the logs of replications go. May be used by several threads, and by several processes. */
public final class LogFiles {
  private final ExperimentFolder folder;

  LogFiles(ExperimentFolder folder) {
    this.folder = folder;
  }

  static String name(String scenario, int replication) {
    return String.format(Locale.ROOT, "log-%s-%04d.jsonl", scenario, replication);
  }

  static boolean isLog(String name) {
    return name.matches("log-[a-z0-9-]+-[0-9]+\\.jsonl");
  }

  /**
   * A file for the log of one replication; it has its name once it is closed.
   *
   * @param scenario the name of the plan
   * @param replication from 1
   */
  public OutputStream open(String scenario, int replication) throws IOException {
    String name = name(scenario, replication);
    Path part = folder.begin(name);
    OutputStream bytes =
        new BufferedOutputStream(
            Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
    return new FilterOutputStream(bytes) {
      @Override
      public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
      }

      @Override
      public void close() throws IOException {
        super.close();
        if (Files.exists(part)) {
          Files.move(
              part,
              folder.file(name),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    };
  }
}
