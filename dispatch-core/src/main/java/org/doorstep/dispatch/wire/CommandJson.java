package org.doorstep.dispatch.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.wire.WireFault.Kind;
import org.jspecify.annotations.Nullable;

/** JSON of commands, between the nodes of a cluster and from the server's routes. */
public final class CommandJson {
  private CommandJson() {}

  /** The bytes of a command with its kind. */
  public static byte[] write(Command command) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("kind", Family.nameOf(command));
    object.put("data", command);
    return RecordJson.write(object);
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws WireFault naming the place and the rule
   */
  public static Command read(byte[] bytes) {
    Map<String, @Nullable Object> object = JsonTree.parseObject(bytes);
    return (Command)
        RecordReader.read(kind(String.valueOf(object.get("kind"))), object.get("data"), "/data");
  }

  /**
   * Makes a command of the fields that a client may send and the head that the server adds.
   *
   * @param body the fields but for {@code head}, which a client must not send
   * @throws WireFault naming the place and the rule
   */
  public static Command read(String kind, CommandHead head, Map<String, @Nullable Object> body) {
    if (body.containsKey("head")) {
      throw new WireFault(Kind.UNKNOWN_FIELD, "/head", "This field is not known here.");
    }
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(body);
    whole.put("head", JsonTree.parse(RecordJson.write(head)));
    return (Command) RecordReader.read(kind(kind), whole, "");
  }

  private static Class<? extends Command> kind(String name) {
    return Family.COMMANDS
        .findKind(name)
        .orElseThrow(
            () -> new WireFault(Kind.INVALID_VALUE, "/kind", "This command is not known here."));
  }
}
