package org.doorstep.dispatch.shell.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundled PostgreSQL, run from and in one folder.
 *
 * <p>The bundle's own defaults trade durability for speed; they are put right here. When this JVM
 * dies hard its postmaster lives on, so a start first takes the folder's lock and stops such an
 * orphan in order.
 */
final class EmbeddedPostgreSql implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);
  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final long STOP_SECONDS_MAX = 60;
  private static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private final FileChannel lockFile;

  private EmbeddedPostgreSql(EmbeddedPostgres server, FileChannel lockFile) {
    this.server = server;
    this.lockFile = lockFile;
  }

  static EmbeddedPostgreSql start(Path folder) {
    Path data = folder.resolve("data");
    Path binaries = folder.resolve("binaries");
    FileChannel lockFile = lock(folder);
    try {
      stopOrphan(data, binaries);
      return new EmbeddedPostgreSql(launch(data, binaries), lockFile);
    } catch (IOException | RuntimeException e) {
      closeQuietly(lockFile);
      throw new DatabaseFault(
          "The embedded database in (%s) does not start.\nMaybe the disk is full, or the folder belongs to another user."
              .formatted(folder),
          e);
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort());
  }

  String user() {
    return USER;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("The embedded database did not stop in order; the next start will recover it.", e);
    } finally {
      closeQuietly(lockFile);
    }
  }

  private static EmbeddedPostgres launch(Path data, Path binaries) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setOverrideWorkingDirectory(binaries.toFile())
        .setCleanDataDirectory(false)
        .setPGStartupWait(START_MAX)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("listen_addresses", "localhost")
        .start();
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("doorstep.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        channel.close();
        throw new DatabaseFault(
            "The database folder (%s) is in use by another Doorstep; a folder serves one at a time."
                .formatted(folder));
      }
      return channel;
    } catch (IOException e) {
      throw new DatabaseFault("The database folder (%s) cannot be written.".formatted(folder), e);
    }
  }

  /** Stops a postmaster of this very folder that outlived a killed JVM. */
  private static void stopOrphan(Path data, Path binaries) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<Path> control = findControl(binaries);
    if (!isLivePostmaster(pidFile) || control.isEmpty()) {
      return;
    }
    LOG.info("A database server of an earlier run is still alive; stopping it in order.");
    Process stop =
        new ProcessBuilder(
                asServerUser(
                    List.of(
                        control.get().toString(),
                        "-D",
                        data.toString(),
                        "-m",
                        "fast",
                        "-w",
                        "stop")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!stop.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS) || stop.exitValue() != 0) {
        stop.destroyForcibly();
        throw new DatabaseFault(
            "A database server of an earlier run holds (%s) and does not stop.".formatted(data));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault("Interrupted while stopping an earlier database server.", e);
    }
  }

  private static boolean isLivePostmaster(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return false;
    }
    long pid = Long.parseLong(lines.get(0).trim());
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .map(command -> command.endsWith("postgres"))
        // A process that hides its command is taken for the postmaster: pg_ctl checks again.
        .orElseGet(() -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
  }

  private static Optional<Path> findControl(Path binaries) throws IOException {
    if (!Files.isDirectory(binaries)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(binaries, 4)) {
      return files.filter(file -> file.endsWith("bin/pg_ctl")).sorted().findFirst();
    }
  }

  /** PostgreSQL refuses to act for root; the bundle starts it in a user namespace, so do we. */
  private static List<String> asServerUser(List<String> command) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    return Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList();
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("The lock file did not close.", e);
    }
  }
}
