package org.doorstep.handover.gp;

import java.util.Optional;

/**
 * One line of a section.
 *
 * @param active false where the record has it as past: shown, and marked
 * @param since the day as recorded, whole or in part
 * @param note reaction, dose or reason
 */
public record SummaryEntry(
    String text,
    boolean active,
    Optional<String> since,
    Optional<GpRecord.Severity> severity,
    Optional<String> note) {
  @Override
  public String toString() {
    return "SummaryEntry[masked]";
  }
}
