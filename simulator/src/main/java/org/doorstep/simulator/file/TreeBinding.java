package org.doorstep.simulator.file;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.simulator.file.Tree.Entry;
import org.doorstep.simulator.file.Tree.Row;
import org.doorstep.simulator.file.Tree.Table;
import org.doorstep.simulator.file.Tree.Word;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of a tree.
 *
 * <p>Everything is looked at even after a fault, so that all are found; a record is built only if
 * all of its components are right. The descent is bounded by {@link TreeReader#DEPTH_MAX}.
 */
final class TreeBinding {
  private final Faults faults;

  TreeBinding(Faults faults) {
    this.faults = faults;
  }

  /** The record, or faults. */
  <T extends Record> Optional<T> record(Class<T> type, Table table) {
    return record(type, new Spot(table, table.place(), "")).map(type::cast);
  }

  /**
   * A value and where it is.
   *
   * @param at its key, or where it begins if it has none
   */
  private record Spot(Tree tree, Place at, String path) {
    Spot below(Entry entry) {
      String below = path.isEmpty() ? entry.key() : path + "." + entry.key();
      return new Spot(entry.value(), entry.place(), below);
    }

    Spot item(int index, Tree item) {
      return new Spot(item, item.place(), path + "[" + index + "]");
    }
  }

  private Optional<? extends Object> value(Type type, Spot spot, @Nullable Bounds bounds) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, spot, bounds);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      Optional<RecordComponent> sole = RecordKeys.findSole(plain);
      return sole.isPresent() ? wrapped(plain, sole.get(), spot) : record(plain, spot);
    }
    return word(plain, spot, bounds);
  }

  private Optional<? extends Object> generic(
      ParameterizedType type, Spot spot, @Nullable Bounds bounds) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return optional(of[0], spot, bounds);
    }
    if (type.getRawType() == List.class) {
      return list(of[0], spot, bounds);
    }
    if (type.getRawType() == Map.class) {
      return map((Class<?>) of[0], of[1], spot, bounds);
    }
    throw new IllegalArgumentException("The type (%s) cannot stand in a file.".formatted(type));
  }

  /** A value that was given as nothing is no fault here. */
  private Optional<? extends Object> optional(Type of, Spot spot, @Nullable Bounds bounds) {
    if (spot.tree() instanceof Word word && word.isNothing()) {
      return Optional.of(Optional.empty());
    }
    Optional<? extends Object> value = value(of, spot, bounds);
    return value.isPresent() ? Optional.of(value) : Optional.empty();
  }

  private Optional<Object> word(Class<?> type, Spot spot, @Nullable Bounds bounds) {
    if (!WordReader.reads(type)) {
      throw new IllegalArgumentException("The type (%s) cannot stand in a file.".formatted(type));
    }
    if (spot.tree() instanceof Word word) {
      return WordReader.read(type, word, bounds, rule -> wrong(spot, rule));
    }
    wrong(spot, WordReader.isNumber(type) ? "must be a number" : "must be a single value");
    return Optional.empty();
  }

  private void wrong(Spot spot, String rule) {
    boolean nothing = spot.tree() instanceof Word word && word.isNothing();
    if (nothing) {
      faults.add(spot.at(), spot.path(), rule);
    } else {
      faults.add(spot.tree().place(), spot.path(), spot.tree().shown(), rule);
    }
  }

  private Optional<List<Object>> list(Type of, Spot spot, @Nullable Bounds bounds) {
    if (!(spot.tree() instanceof Row row)) {
      wrong(spot, "must be a list");
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int index = 0; index < row.items().size(); index++) {
      value(of, spot.item(index, row.items().get(index)), bounds).ifPresent(values::add);
    }
    return values.size() == row.items().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<Map<Object, Object>> map(
      Class<?> keys, Type of, Spot spot, @Nullable Bounds bounds) {
    if (!(spot.tree() instanceof Table table)) {
      wrong(spot, "must be a table of keys and values");
      return Optional.empty();
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    boolean whole = true;
    for (Entry entry : table.entries()) {
      Spot below = spot.below(entry);
      Optional<? extends Object> key =
          value(
              keys,
              new Spot(new Word(entry.place(), entry.key(), false), entry.place(), below.path()),
              null);
      Optional<? extends Object> value = value(of, below, bounds);
      whole &= key.isPresent() && value.isPresent();
      if (key.isPresent() && value.isPresent() && values.put(key.get(), value.get()) != null) {
        faults.add(entry.place(), below.path(), "stands there twice");
        whole = false;
      }
    }
    return whole ? Optional.of(Collections.unmodifiableMap(values)) : Optional.empty();
  }

  private Optional<Object> wrapped(Class<?> type, RecordComponent sole, Spot spot) {
    Bounds bounds = sole.getAnnotation(Bounds.class);
    return value(sole.getGenericType(), spot, bounds)
        .flatMap(value -> built(type, List.of(value), spot));
  }

  private Optional<Object> record(Class<?> type, Spot spot) {
    if (!(spot.tree() instanceof Table table)) {
      wrong(spot, "must be a table of keys and values");
      return Optional.empty();
    }
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(RecordKeys.list(type), table, spot);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components) {
      component(component, table, spot).ifPresent(values::add);
    }
    return values.size() == components.length ? built(type, values, spot) : Optional.empty();
  }

  private void refuseUnknown(List<String> known, Table table, Spot spot) {
    for (Entry entry : table.entries()) {
      if (!known.contains(entry.key())) {
        faults.add(
            entry.place(),
            spot.below(entry).path(),
            "is not known" + Spelling.hint(entry.key(), known));
      }
    }
  }

  private Optional<? extends Object> component(RecordComponent component, Table table, Spot spot) {
    String key = Spelling.key(component.getName());
    Optional<Entry> entry = table.find(key);
    if (entry.isPresent()) {
      return value(
          component.getGenericType(),
          spot.below(entry.get()),
          component.getAnnotation(Bounds.class));
    }
    if (component.getType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    String path = spot.path().isEmpty() ? key : spot.path() + "." + key;
    faults.add(spot.at(), path, "must be given");
    return Optional.empty();
  }

  private Optional<Object> built(Class<?> type, List<Object> values, Spot spot) {
    try {
      Class<?>[] parameters =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(values.toArray()));
    } catch (InvocationTargetException e) {
      return refused(e.getCause(), spot);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The record (%s) cannot be made.".formatted(type), e);
    }
  }

  /** What the record's own constructor says of its components. */
  private Optional<Object> refused(@Nullable Throwable cause, Spot spot) {
    if (cause instanceof IllegalArgumentException || cause instanceof DateTimeException) {
      String rule = cause.getMessage();
      faults.add(spot.at(), spot.path(), rule == null ? "cannot be so" : rule);
      return Optional.empty();
    }
    throw new IllegalStateException(
        "The record at (%s, %s) has failed.".formatted(spot.at(), spot.path()), cause);
  }
}
