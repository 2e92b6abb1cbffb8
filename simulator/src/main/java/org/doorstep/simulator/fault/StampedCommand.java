package org.doorstep.simulator.fault;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.CommandHead;

/**
 * Puts a node's own time on commands, as whoever takes them off the network does: the time that a
 * client has written counts for nothing. One thread.
 *
 * <p>Every command is a record that begins with its head, so one way of copying serves all.
 */
final class StampedCommand {
  // Looked up, never iterated.
  private final Map<Class<?>, Constructor<?>> makers = new HashMap<>();

  /** The same command, arrived at a time. */
  Command at(Command command, Instant arrived) {
    CommandHead head = command.head();
    if (head.at().equals(arrived)) {
      return command;
    }
    try {
      RecordComponent[] parts = command.getClass().getRecordComponents();
      Object[] values = new Object[parts.length];
      values[0] = new CommandHead(head.id(), head.area(), head.actor(), arrived);
      for (int i = 1; i < parts.length; i++) {
        values[i] = parts[i].getAccessor().invoke(command);
      }
      return (Command) maker(command.getClass(), parts).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The command (%s) must be a public record that begins with its head."
              .formatted(command.getClass().getSimpleName()),
          e);
    }
  }

  private Constructor<?> maker(Class<?> type, RecordComponent[] parts)
      throws NoSuchMethodException {
    Constructor<?> known = makers.get(type);
    if (known == null) {
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      known = type.getConstructor(types);
      makers.put(type, known);
    }
    return known;
  }
}
