package org.doorstep.handover.gp;

import java.util.List;
import java.util.Optional;

/**
 * A section that is a list of lines.
 *
 * @param says what the record states besides, as in {@code No known drug allergy}
 * @param fault why it is not whole; what was read until then stands
 */
public record SummarySection(
    SectionState state,
    List<SummaryEntry> entries,
    List<String> says,
    Optional<SummaryFault> fault) {
  public SummarySection {
    entries = List.copyOf(entries);
    says = List.copyOf(says);
  }

  @Override
  public String toString() {
    return "SummarySection[masked]";
  }
}
