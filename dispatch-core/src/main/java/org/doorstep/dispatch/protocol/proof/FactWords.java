package org.doorstep.dispatch.protocol.proof;

import java.util.List;
import java.util.stream.Collectors;
import org.doorstep.dispatch.protocol.Fact;

/** Facts as people read them. */
final class FactWords {
  private FactWords() {}

  static String of(List<Fact> facts) {
    return facts.stream()
        .map(fact -> fact.name() + "=" + fact.value().orElse("missing"))
        .collect(Collectors.joining(", "));
  }
}
