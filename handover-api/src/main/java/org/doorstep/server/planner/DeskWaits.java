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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether somebody waits for an answer of this server, said to the workers of its machine by a file
 * that both sides have in memory, so that saying and asking take no time.
 *
 * <p>The file is eight bytes in the order of the machine: milliseconds since 1970 until which the
 * answer is awaited at most, 0 while nobody waits. Whatever becomes of the server, nobody is held
 * up for longer. Thread-safe.
 *
 * <p>A thread of its own writes: even a file in memory makes its writer wait while the disk is
 * busy, or fail where that is full, and neither may ever become of a command.
 */
public final class DeskWaits implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskWaits.class);

  /** An answer that takes longer is not made quicker by others that stand back. */
  static final long ANSWER_MILLIS_MAX = 500;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final Path file;
  private final ByteBuffer shared;
  private final InstantSource clock;

  private final Thread writer;

  // What the file has to say: set by whoever waits, read by the writer.
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong until = new AtomicLong();
  private volatile boolean closed;

  private DeskWaits(Path file, ByteBuffer shared, InstantSource clock) {
    this.file = file;
    this.shared = shared;
    this.clock = clock;
    this.writer = new Thread(this::writeChanges, "desk-waits");
    writer.setDaemon(true);
  }

  /**
   * Says it in a file, which is made where it is not there.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static DeskWaits in(Path file, InstantSource clock) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      // Written once as a file is, so that it has its room on the disk.
      Files.write(file, new byte[Long.BYTES], StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      DeskWaits desk =
          new DeskWaits(
              file,
              map(
                  file,
                  FileChannel.MapMode.READ_WRITE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE),
              clock);
      desk.writer.start();
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

  /** How many wait for an answer. */
  public int waiting() {
    return waiting.get();
  }

  /** One more waits for an answer. */
  public void begin() {
    waiting.incrementAndGet();
    until.set(clock.millis() + ANSWER_MILLIS_MAX);
    LockSupport.unpark(writer);
  }

  /** One of them has its answer. */
  public void end() {
    if (waiting.decrementAndGet() == 0) {
      LockSupport.unpark(writer);
    }
  }

  private void writeChanges() {
    long said = -1;
    try {
      while (!closed) {
        long now = waiting.get() == 0 ? 0 : until.get();
        if (now == said) {
          LockSupport.park(this);
        } else {
          LONG.setVolatile(shared, 0, now);
          said = now;
        }
      }
    } catch (InternalError e) {
      // The disk has no room for it. What was said last runs out by itself.
      LOG.warn("Experiments no longer rest while the desk waits: ({}) cannot be written.", file);
    }
  }

  /** Says no more; what was said last runs out by itself. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(writer);
  }
}
