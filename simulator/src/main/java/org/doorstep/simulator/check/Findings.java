package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.check.Violation.Code;

/** The violations of one run, in the order in which they were seen. One thread. */
final class Findings {
  /** One broken promise breaks many more; the first ones tell what was wrong. */
  private static final int VIOLATIONS_MAX = 1_000;

  private final List<Violation> found = new ArrayList<>();

  void add(Code code, Instant at, String about) {
    if (found.size() < VIOLATIONS_MAX) {
      found.add(new Violation(code, at, about));
    }
  }

  List<Violation> list() {
    return List.copyOf(found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }
}
