package org.doorstep.handover.gp;

import java.util.List;
import java.util.Optional;

/**
 * One page of a record service's answer, held to the patient who was asked for.
 *
 * @param next the address of the next page as the answer names it; unchecked
 * @param incomplete whether the service itself says that something is missing
 */
public record AnswerPage(List<AnswerItem> items, Optional<String> next, boolean incomplete) {
  public AnswerPage {
    items = List.copyOf(items);
  }

  @Override
  public String toString() {
    return "AnswerPage[masked]";
  }
}
