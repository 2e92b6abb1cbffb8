package org.doorstep.simulator.world;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.decision.Deadlines;
import org.doorstep.dispatch.decision.DispatchView;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.Overdue;
import org.doorstep.dispatch.wire.Subject;
import org.doorstep.simulator.world.area.AreaLine;

/**
 * Looks again and again whether the time of an obligation has passed, and then asks for a sweep, as
 * the live sweeper does. Confined to one thread.
 *
 * <p>The live sweeper reads all that is owed at each look. Here only incidents that have changed
 * since the last look are read again, and the rest is looked at when the soonest time that was
 * noted has come: the same sweeps at a fraction of the reading.
 */
final class Sweep {
  private static final Actor SWEEPER = Actor.system("sweeper");

  private static final int LOOKS_PER_READING = 60;

  private final AreaLine area;
  private final long everyMillis;
  private final TreeSet<IncidentId> changed = new TreeSet<>();
  private final TreeMap<Instant, TreeSet<IncidentId>> due = new TreeMap<>();
  private long looks;
  private boolean owing;

  Sweep(AreaLine area, long everyMillis) {
    this.area = area;
    this.everyMillis = everyMillis;
  }

  /** Notes that an event may have changed what is owed. */
  void happened(DispatchEvent event) {
    Subject.findIncident(event).ifPresent(changed::add);
  }

  /** Plans the next look, and with it all that follow. */
  void planNext() {
    area.after(
        everyMillis,
        () -> {
          look();
          planNext();
        });
  }

  private void look() {
    DispatchView board = area.board();
    for (IncidentId incident : changed) {
      for (Overdue owed : Deadlines.list(board, incident)) {
        due.computeIfAbsent(owed.dueAt(), at -> new TreeSet<>()).add(incident);
      }
    }
    changed.clear();
    boolean passed = owing;
    Map.Entry<Instant, TreeSet<IncidentId>> soonest = due.firstEntry();
    while (soonest != null && !soonest.getKey().isAfter(area.instant())) {
      passed |= isOwed(board, soonest.getValue(), soonest.getKey());
      due.pollFirstEntry();
      soonest = due.firstEntry();
    }
    // What was noted may have been undone by a crash: so all is read now and then.
    if (passed || (looks++ % LOOKS_PER_READING == 0 && hasPassed(board))) {
      owing = true;
      area.give(SWEEPER, SweepDeadlines::new, reply -> owing = false);
    }
  }

  private boolean hasPassed(DispatchView board) {
    return !Deadlines.listPassed(board, area.instant()).isEmpty();
  }

  /** Most of what was noted has been done in time. */
  private static boolean isOwed(DispatchView board, Set<IncidentId> incidents, Instant at) {
    return incidents.stream()
        .flatMap(incident -> Deadlines.list(board, incident).stream())
        .anyMatch(owed -> owed.dueAt().equals(at));
  }
}
