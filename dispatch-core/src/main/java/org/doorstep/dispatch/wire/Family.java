package org.doorstep.dispatch.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.event.DispatchEvent;

/**
 * The kinds of a sealed family by the names they have on the wire.
 *
 * @param <T> the sealed interface
 */
public final class Family<T> {
  /** All commands. */
  public static final Family<Command> COMMANDS = new Family<>(Command.class);

  /** All events. */
  public static final Family<DispatchEvent> EVENTS = new Family<>(DispatchEvent.class);

  private final Map<String, Class<? extends T>> kinds = new TreeMap<>();

  private Family(Class<T> sealed) {
    members(sealed).forEach(kind -> kinds.put(kind.getSimpleName(), kind.asSubclass(sealed)));
  }

  /** The records of a family; a family within one belongs to it. */
  private static Stream<Class<?>> members(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? members(kind) : Stream.of(kind));
  }

  /** The type of that name, if there is one. */
  public Optional<Class<? extends T>> findKind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /** All names, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  /** The name of the kind of a member. */
  public static String nameOf(Object member) {
    return member.getClass().getSimpleName();
  }
}
