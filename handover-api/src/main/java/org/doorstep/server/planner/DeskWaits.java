package org.doorstep.server.planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * Whether somebody waits for an answer of this server, said to the workers of its machine by a file
 * that both sides have in memory, so that saying and asking take no time.
 *
 * <p>The file is eight bytes in the order of the machine: milliseconds since 1970 until which the
 * answer is awaited at most, 0 while nobody waits. Whatever becomes of the server, nobody is held
 * up for longer. Thread-safe.
 */
public final class DeskWaits {
  /** An answer that takes longer is not made quicker by others that stand back. */
  static final long ANSWER_MILLIS_MAX = 500;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final Path file;
  private final ByteBuffer shared;
  private final InstantSource clock;

  // Guarded by this: who waits, and what the file says of it.
  private int waiting;

  private DeskWaits(Path file, ByteBuffer shared, InstantSource clock) {
    this.file = file;
    this.shared = shared;
    this.clock = clock;
  }

  /**
   * Says it in a file, which is made where it is not there.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static DeskWaits in(Path file, InstantSource clock) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      DeskWaits desk =
          new DeskWaits(
              file,
              map(
                  file,
                  FileChannel.MapMode.READ_WRITE,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE),
              clock);
      desk.write(0);
      return desk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as a worker reads it. */
  static ByteBuffer read(Path file) throws IOException {
    if (Files.size(file) < Long.BYTES) {
      throw new IOException("It is shorter than eight bytes.");
    }
    return map(file, FileChannel.MapMode.READ_ONLY, StandardOpenOption.READ);
  }

  private static ByteBuffer map(Path file, FileChannel.MapMode mode, StandardOpenOption... how)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, how)) {
      return channel.map(mode, 0, Long.BYTES);
    }
  }

  /** Until when an answer is awaited, in milliseconds since 1970. */
  static long until(ByteBuffer shared) {
    return (long) LONG.getVolatile(shared, 0);
  }

  /** Where it is said. */
  public Path file() {
    return file;
  }

  /** One more waits for an answer. */
  public synchronized void begin() {
    waiting++;
    write(clock.millis() + ANSWER_MILLIS_MAX);
  }

  /** One of them has its answer. */
  public synchronized void end() {
    waiting--;
    if (waiting == 0) {
      write(0);
    }
  }

  private void write(long until) {
    LONG.setVolatile(shared, 0, until);
  }
}
