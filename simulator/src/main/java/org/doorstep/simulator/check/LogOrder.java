package org.doorstep.simulator.check;

import java.time.Instant;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.simulator.check.Violation.Code;

/** Whether the log counts without gap and without a number twice, and its clock never goes back. */
final class LogOrder {
  private final Findings findings;
  private long last;
  private Instant lastAt = Instant.MIN;

  LogOrder(Findings findings) {
    this.findings = findings;
  }

  void happened(LoggedEvent logged, Instant now) {
    if (logged.sequence() <= last) {
      findings.add(
          Code.SPLIT_LOG,
          now,
          "event %d by command %s, after event %d"
              .formatted(logged.sequence(), logged.command().value(), last));
    } else if (logged.sequence() > last + 1) {
      findings.add(
          Code.SEQUENCE_GAP, now, "event %d after event %d".formatted(logged.sequence(), last));
    }
    if (logged.at().isBefore(lastAt)) {
      findings.add(
          Code.CLOCK_BACK,
          now,
          "event %d at %s, after %s".formatted(logged.sequence(), logged.at(), lastAt));
    }
    last = Math.max(last, logged.sequence());
    lastAt = logged.at().isBefore(lastAt) ? lastAt : logged.at();
  }
}
