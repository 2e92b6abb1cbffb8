package org.doorstep.simulator.host;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.wire.EventJson;

/**
 * The log of a simulated area in the form of a live one: each event as the bytes that a live log
 * would store, with the hash of the event before it; one event a line. The hash of the last stands
 * for the whole. One thread.
 */
public final class Journal implements Consumer<LoggedEvent> {
  /** What the first event names as the hash of the event before it. */
  private static final String NONE = "0".repeat(64);

  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private String head = NONE;
  private long events;

  /** A journal that is written to a stream, which the caller closes. */
  public Journal(OutputStream out) {
    this.out = out;
  }

  /** A journal of which only the hash is wanted. */
  public static Journal hashOnly() {
    return new Journal(OutputStream.nullOutputStream());
  }

  @Override
  public void accept(LoggedEvent event) {
    byte[] bytes = EventJson.write(event, head);
    head = HexFormat.of().formatHex(digest.digest(bytes));
    events++;
    try {
      out.write(bytes);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be written.", e);
    }
  }

  /** SHA-256 of the last event's bytes in hexadecimal; 64 zeros before the first. */
  public String head() {
    return head;
  }

  /** How many events there are. */
  public long events() {
    return events;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }
}
