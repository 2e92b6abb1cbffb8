package org.doorstep.simulator.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.simulator.file.Tree.Entry;
import org.doorstep.simulator.file.Tree.Row;
import org.doorstep.simulator.file.Tree.Table;
import org.doorstep.simulator.file.Tree.Word;

/**
 * Puts a file on top of the one that it names as its base, and that one on top of its own.
 *
 * <p>Tables are merged key by key, everything else is replaced. Every value keeps its place in the
 * file where it stands.
 */
final class Inheritance {
  /** The key that names the base. */
  static final String BASE = "base";

  /** A chain that is longer can no longer be understood. */
  static final int FILES_MAX = 8;

  private final Function<String, Optional<Source>> bases;
  private final Faults faults;

  Inheritance(Function<String, Optional<Source>> bases, Faults faults) {
    this.bases = bases;
    this.faults = faults;
  }

  /** The tables of the chain, the last base first; empty, with a fault, if one is amiss. */
  List<Table> chain(Source source) {
    ArrayDeque<Table> chain = new ArrayDeque<>();
    List<String> names = new ArrayList<>();
    Optional<Source> next = Optional.of(source);
    while (next.isPresent()) {
      Optional<Table> table = TreeReader.read(next.get(), faults);
      if (table.isEmpty()) {
        return List.of();
      }
      chain.addFirst(without(table.get()));
      Optional<Entry> base = table.get().find(BASE);
      if (base.isEmpty()) {
        return List.copyOf(chain);
      }
      next = find(base.get(), names);
    }
    return List.of();
  }

  private Optional<Source> find(Entry base, List<String> names) {
    if (!(base.value() instanceof Word name) || name.isNothing()) {
      faults.add(base.place(), BASE, "must be the name of a scenario");
      return Optional.empty();
    }
    if (names.contains(name.text())) {
      faults.add(
          name.place(),
          BASE,
          name.text(),
          "closes a circle: %s, %s".formatted(String.join(", ", names), name.text()));
      return Optional.empty();
    }
    names.add(name.text());
    if (names.size() == FILES_MAX) {
      faults.add(
          name.place(),
          BASE,
          name.text(),
          "makes a chain of more than %d files".formatted(FILES_MAX));
      return Optional.empty();
    }
    Optional<Source> found = bases.apply(name.text());
    if (found.isEmpty()) {
      faults.add(name.place(), BASE, name.text(), "is no scenario that is known");
    }
    return found;
  }

  private static Table without(Table table) {
    return new Table(
        table.place(),
        table.entries().stream().filter(entry -> !entry.key().equals(BASE)).toList());
  }

  /** The tables of a chain as one. */
  static Table merged(List<Table> chain) {
    Table merged = chain.get(0);
    for (Table next : chain.subList(1, chain.size())) {
      merged = merged(merged, next);
    }
    return merged;
  }

  private static Table merged(Table below, Table above) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : below.entries()) {
      entries.add(above.find(entry.key()).map(over -> merged(entry, over)).orElse(entry));
    }
    for (Entry entry : above.entries()) {
      if (below.find(entry.key()).isEmpty()) {
        entries.add(entry);
      }
    }
    return new Table(above.place(), entries);
  }

  private static Entry merged(Entry below, Entry above) {
    return below.value() instanceof Table under && above.value() instanceof Table over
        ? new Entry(above.place(), above.key(), merged(under, over))
        : above;
  }

  /** What one table says otherwise than another, in the order of the keys. */
  static List<Difference> differences(Table before, Table after) {
    List<Difference> differences = new ArrayList<>();
    collect("", before, after, differences);
    return List.copyOf(differences);
  }

  private static void collect(String path, Table before, Table after, List<Difference> to) {
    for (Entry entry : before.entries()) {
      Optional<Tree> now = after.find(entry.key()).map(Entry::value);
      collect(path + entry.key(), Optional.of(entry.value()), now, to);
    }
    for (Entry entry : after.entries()) {
      if (before.find(entry.key()).isEmpty()) {
        collect(path + entry.key(), Optional.empty(), Optional.of(entry.value()), to);
      }
    }
  }

  private static void collect(
      String path, Optional<Tree> before, Optional<Tree> after, List<Difference> to) {
    boolean hasTable =
        before.filter(Table.class::isInstance).isPresent()
            || after.filter(Table.class::isInstance).isPresent();
    boolean hasOther =
        before.filter(tree -> !(tree instanceof Table)).isPresent()
            || after.filter(tree -> !(tree instanceof Table)).isPresent();
    if (hasTable && !hasOther) {
      collect(path + ".", table(before, after), table(after, before), to);
      return;
    }
    Optional<String> old = before.map(Inheritance::written);
    Optional<String> now = after.map(Inheritance::written);
    if (!old.equals(now)) {
      to.add(new Difference(path, old, now));
    }
  }

  /** A table that is not there has no keys. */
  private static Table table(Optional<Tree> tree, Optional<Tree> other) {
    Place place = tree.or(() -> other).orElseThrow().place();
    return tree.filter(Table.class::isInstance)
        .map(Table.class::cast)
        .orElseGet(() -> new Table(place, List.of()));
  }

  /** In one line, the way YAML would write it. */
  private static String written(Tree tree) {
    if (tree instanceof Word word) {
      return word.text();
    }
    if (tree instanceof Row row) {
      return "[" + String.join(", ", row.items().stream().map(Inheritance::written).toList()) + "]";
    }
    Table table = (Table) tree;
    return "{"
        + String.join(
            ", ",
            table.entries().stream()
                .map(entry -> entry.key() + ": " + written(entry.value()))
                .toList())
        + "}";
  }
}
