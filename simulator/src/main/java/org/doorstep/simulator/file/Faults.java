package org.doorstep.simulator.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers what is wrong with a file, so that people need not mend it one fault at a time. */
final class Faults {
  /** Whoever has made so many has made one that explains the rest. */
  static final int FAULTS_MAX = 20;

  private final List<Fault> found = new ArrayList<>();
  private int dropped;

  void add(Place place, String path, String rule) {
    add(new Fault(place, path, Optional.empty(), rule));
  }

  void add(Place place, String path, String value, String rule) {
    add(new Fault(place, path, Optional.of(value), rule));
  }

  /** One more; those beyond {@link #FAULTS_MAX} are dropped. */
  void add(Fault fault) {
    if (found.size() < FAULTS_MAX) {
      found.add(fault);
    } else {
      dropped++;
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them, those of one file in the order of their lines. */
  FileFault asFault() {
    List<Fault> sorted =
        found.stream()
            .sorted(
                Comparator.comparing((Fault fault) -> fault.place().file())
                    .thenComparingInt(fault -> fault.place().line()))
            .toList();
    return new FileFault(sorted, dropped == 0 ? "" : "\nAnd %d more.".formatted(dropped));
  }
}
