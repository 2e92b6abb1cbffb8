package org.doorstep.simulator.start;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.doorstep.simulator.file.FileFault;

/** The state of a live area as it is written: JSON, by the names of the records. */
public final class StartFile {
  private StartFile() {}

  /** The text of a start. */
  public static String write(LiveStart start) {
    return new String(RecordJson.write(start), StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @param name what the error calls it
   * @throws FileFault if it is no start, or one that cannot have been
   */
  public static LiveStart read(String name, String text) {
    try {
      return RecordJson.read(LiveStart.class, text.getBytes(StandardCharsets.UTF_8));
    } catch (WireFault | IllegalArgumentException e) {
      throw new FileFault(name, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same, of an area that lives by a clock.
   *
   * @param now a start of a later time is none of it
   */
  public static LiveStart read(String name, String text, Instant now) {
    LiveStart start = read(name, text);
    if (start.at().isAfter(now)) {
      throw new FileFault(
          name,
          "The instant of the start (%s) must not be in the future; it is (%s) now."
              .formatted(start.at(), now));
    }
    return start;
  }
}
