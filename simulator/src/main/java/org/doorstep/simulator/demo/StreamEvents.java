package org.doorstep.simulator.demo;

import java.util.Optional;

/** Reads server-sent events off the lines of a stream. One thread. */
final class StreamEvents {
  private String name = "";
  private Optional<String> id = Optional.empty();
  private final StringBuilder data = new StringBuilder();

  /**
   * One event.
   *
   * @param id absent: the last one stays good
   */
  record Event(String name, Optional<String> id, String data) {
    @Override
    public String toString() {
      return "Event[%s]".formatted(name);
    }
  }

  /** Takes the next line without its end; an empty one completes the event. */
  Optional<Event> line(String line) {
    if (line.isEmpty()) {
      return complete();
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    String text = value.startsWith(" ") ? value.substring(1) : value;
    switch (field) {
      case "event" -> name = text;
      case "id" -> id = Optional.of(text);
      case "data" -> data.append(data.isEmpty() ? "" : "\n").append(text);
      default -> {
        // Comments and fields of later versions.
      }
    }
    return Optional.empty();
  }

  private Optional<Event> complete() {
    Optional<Event> event =
        data.isEmpty() ? Optional.empty() : Optional.of(new Event(name, id, data.toString()));
    name = "";
    id = Optional.empty();
    data.setLength(0);
    return event;
  }
}
