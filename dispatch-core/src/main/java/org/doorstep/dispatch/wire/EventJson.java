package org.doorstep.dispatch.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.wire.WireFault.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an event in the log: one JSON object with its place, its cause, the hash of the
 * event before it, and its data.
 */
public final class EventJson {
  /** The version that is written; older ones are lifted on reading. */
  public static final int VERSION = 1;

  private EventJson() {}

  /**
   * An event as it lies in the log.
   *
   * @param previous SHA-256 of the bytes of the event before it, in hexadecimal; 64 zeros for the
   *     first
   */
  public record Chained(LoggedEvent logged, String previous) {}

  private record Head(
      int version,
      AreaId area,
      long sequence,
      Instant at,
      Actor actor,
      UUID command,
      String previous,
      String kind) {}

  /** The bytes that are stored and hashed. */
  public static byte[] write(LoggedEvent logged, String previous) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("version", VERSION);
    object.put("area", logged.area());
    object.put("sequence", logged.sequence());
    object.put("at", logged.at());
    object.put("actor", logged.actor());
    object.put("command", logged.command());
    object.put("previous", previous);
    object.put("kind", Family.nameOf(logged.event()));
    object.put("data", logged.event());
    return RecordJson.write(object);
  }

  /**
   * Reads an event of any version that was ever written.
   *
   * @throws WireFault if the bytes are no event, or of a version newer than this program
   */
  public static Chained read(byte[] bytes) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>(JsonTree.parseObject(bytes));
    Object data = object.remove("data");
    Head head = RecordJson.read(Head.class, object);
    if (head.version() != VERSION) {
      throw new WireFault(
          Kind.INVALID_VALUE,
          "/version",
          "This program reads events up to version %d.".formatted(VERSION));
    }
    Class<? extends DispatchEvent> kind =
        Family.EVENTS
            .findKind(head.kind())
            .orElseThrow(
                () -> new WireFault(Kind.INVALID_VALUE, "/kind", "This kind is not known here."));
    DispatchEvent event = (DispatchEvent) RecordReader.read(kind, data, "/data");
    return new Chained(
        new LoggedEvent(
            head.area(),
            head.sequence(),
            head.at(),
            head.actor(),
            new CommandId(head.command()),
            event),
        head.previous());
  }
}
