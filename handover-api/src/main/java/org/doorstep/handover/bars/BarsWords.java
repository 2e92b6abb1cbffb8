package org.doorstep.handover.bars;

import java.util.List;
import java.util.Optional;

/**
 * What the message says in words. Holds patient data: never logged.
 *
 * @param complaint what is the matter, in a few words
 * @param lines what else was said, the most useful first
 */
public record BarsWords(Optional<String> complaint, List<String> lines) {
  public BarsWords {
    lines = List.copyOf(lines);
  }

  /** Whether nothing was said. */
  public boolean isEmpty() {
    return complaint.isEmpty() && lines.isEmpty();
  }

  @Override
  public String toString() {
    return "BarsWords[masked]";
  }
}
