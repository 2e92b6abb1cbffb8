package org.doorstep.simulator.file;

import java.util.List;
import java.util.Optional;

/** What a file says before it is known what it means: tables, rows and words with their places. */
sealed interface Tree {
  Place place();

  /** How a message calls it. */
  String shown();

  /** Keys with values, in the order of the file. */
  record Table(Place place, List<Entry> entries) implements Tree {
    public Table {
      entries = List.copyOf(entries);
    }

    Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public String shown() {
      return "a table";
    }
  }

  /** One key of a table. */
  record Entry(Place place, String key, Tree value) {}

  /** A list. */
  record Row(Place place, List<Tree> items) implements Tree {
    public Row {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /**
   * One value.
   *
   * @param quoted whether it stands in quotes or as a block, so that it is text whatever it looks
   *     like
   */
  record Word(Place place, String text, boolean quoted) implements Tree {
    /** Whether nothing is given. */
    boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String shown() {
      return quoted ? '"' + text + '"' : text;
    }
  }
}
