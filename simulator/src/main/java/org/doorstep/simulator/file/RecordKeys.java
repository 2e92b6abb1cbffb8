package org.doorstep.simulator.file;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Under which keys the components of a record stand in a file. */
final class RecordKeys {
  private RecordKeys() {}

  /** The keys, in the order of the components. */
  static List<String> list(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(component -> Spelling.key(component.getName()))
        .toList();
  }

  /** The component of a record that is written as its only value. */
  static Optional<RecordComponent> findSole(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    return components.length == 1 && components[0].getName().equals("value")
        ? Optional.of(components[0])
        : Optional.empty();
  }
}
