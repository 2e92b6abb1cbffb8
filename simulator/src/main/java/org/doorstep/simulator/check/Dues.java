package org.doorstep.simulator.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.doorstep.dispatch.model.Obligation;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.simulator.check.Violation.Code;

/**
 * What is owed by when, set by the events that begin it and settled by those that end it.
 *
 * <p>An obligation that was said to be late needs not be said again while it stands with the same
 * time; when it has ended and begins anew, it does.
 */
final class Dues {
  private final Findings findings;
  private final Alarms<Obligation> open = new Alarms<>();
  // Looked up, never iterated.
  private final Map<Obligation, Instant> dueAt = new HashMap<>();
  private final Map<Obligation, Instant> saidLate = new HashMap<>();
  private Instant now = Instant.EPOCH;

  Dues(Findings findings) {
    this.findings = findings;
  }

  /** Time has come so far. */
  void reach(Instant moment) {
    now = moment;
  }

  /** What is owed anew may be late at once; nobody could have said so before. */
  void owe(Obligation what, Instant due) {
    if (due.equals(saidLate.get(what))) {
      return;
    }
    saidLate.remove(what);
    dueAt.put(what, due);
    open.set(what, due.isBefore(now) ? now : due);
  }

  void settle(Obligation what) {
    saidLate.remove(what);
    forget(what);
  }

  void saidLate(Overdue overdue, Instant at) {
    Obligation what = overdue.obligation();
    boolean owed = overdue.dueAt().equals(dueAt.get(what));
    if (!owed || at.isBefore(overdue.dueAt())) {
      findings.add(
          Code.OVERDUE_NOT_OWED,
          now,
          "%s, due at %s, said at %s; known as due at %s"
              .formatted(words(what), overdue.dueAt(), at, dueAt.get(what)));
    }
    forget(what);
    saidLate.put(what, overdue.dueAt());
  }

  void look(Instant dueUntil, Instant seen) {
    for (Alarms.Alarm<Obligation> late : open.takeDue(dueUntil)) {
      findings.add(
          Code.INCIDENT_FORGOTTEN, seen, "%s, due at %s".formatted(words(late.key()), late.due()));
    }
  }

  private void forget(Obligation what) {
    dueAt.remove(what);
    open.settle(what);
  }

  private static String words(Obligation what) {
    return "%s of incident %d%s%s"
        .formatted(
            what.kind(),
            what.incident().value(),
            what.patient().map(number -> " patient " + number).orElse(""),
            what.unit().map(unit -> " unit " + unit.value()).orElse(""));
  }
}
